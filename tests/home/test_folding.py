"""Texts that a reader takes for the same fold to the same signs."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from home.folding import folded, folded_value, folded_with_places, holds, words_looked_up

ALIKE = [
    ("Café", "cafe\N{COMBINING ACUTE ACCENT}"),
    ("CAFÉ", "cafe"),
    ("pho\N{SOFT HYPHEN}nics", "phonics"),
    ("pho\N{ZERO WIDTH SPACE}nics", "phonics"),
    ("pho\N{ZERO WIDTH JOINER}ni\N{ZERO WIDTH NON-JOINER}cs", "phonics"),
    ("\N{ZERO WIDTH NO-BREAK SPACE}phonics\N{WORD JOINER}", "phonics"),
    ("pho\N{VARIATION SELECTOR-16}nics", "phonics"),
    ("Straße", "STRASSE"),
    ("STRA\N{LATIN CAPITAL LETTER SHARP S}E", "strasse"),
    ("\N{LATIN CAPITAL LETTER I WITH DOT ABOVE}stanbul", "istanbul"),
    ("\N{LATIN SMALL LETTER DOTLESS I}stanbul", "ISTANBUL"),
    ("Teacher’s", "teacher's"),
    ("“Reading”", '"reading"'),
    ("read\N{NON-BREAKING HYPHEN}aloud", "read-aloud"),
    ("K–5", "k-5"),
    ("read\N{NO-BREAK SPACE}aloud", "read aloud"),
    ("\N{FULLWIDTH LATIN CAPITAL LETTER A}\N{IDEOGRAPHIC SPACE}\N{FULLWIDTH LATIN SMALL LETTER B}", "a b"),
    ("\N{LATIN SMALL LIGATURE FI}rst", "first"),
    ("Søren Łukasz Æsop", "soren lukasz aesop"),
    ("Reading™", "reading"),
    ("\N{ROMAN NUMERAL TWO}.a", "ii.a"),
]


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_folding_makes_texts_that_read_alike_the_same(one: str, other: str) -> None:
    assert folded(one) == folded(other)


@pytest.mark.parametrize(
    ("one", "other"), [("reading", "readings"), ("3.1", "31"), ("a—b", "ab"), ("c", "k")]
)
def test_folding_keeps_different_texts_apart(one: str, other: str) -> None:
    assert folded(one) != folded(other)


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert folded(folded(text)) == folded(text)


@given(st.text())
def test_folding_takes_composed_and_decomposed_letters_for_the_same(text: str) -> None:
    assert folded(unicodedata.normalize("NFD", text)) == folded(text)
    assert folded(unicodedata.normalize("NFC", text)) == folded(text)


@given(st.text())
def test_folding_takes_capitals_for_small_letters(text: str) -> None:
    assert folded(text.upper()) == folded(text)


@given(st.text())
def test_folding_tells_the_place_of_each_sign(text: str) -> None:
    plain, places = folded_with_places(text)
    assert plain == folded(text)
    assert [folded(text[place]) for place in places] != [""] or not plain
    assert all(sign in folded(text[place]) for sign, place in zip(plain, places, strict=True))


@pytest.mark.parametrize("text", ["", " ", "\N{ZERO WIDTH SPACE}" * 9, "%%% ___ ***", "\x00", "…"])
def test_look_up_without_a_letter_has_no_words(text: str) -> None:
    assert words_looked_up(text) == []


def test_look_up_reads_words_without_quotes_around_them() -> None:
    assert words_looked_up("“Teacher’s” (guide), ") == ["teacher's", "guide"]


def test_look_up_reads_so_many_words_at_the_most() -> None:
    assert len(words_looked_up("a " * 90)) == 12


def test_look_up_finds_words_in_any_of_the_texts() -> None:
    assert holds(words_looked_up("CAFE phonics"), "At the café", "Pho\N{SOFT HYPHEN}nics")
    assert not holds(words_looked_up("cafe phonics"), "At the café")


@pytest.mark.parametrize(
    ("given", "value"), [("K", "k"), (" Ending  soon ", "ending-soon"), ("no_decision", "no-decision")]
)
def test_value_of_an_address_folds_to_the_spelling_of_slugs(given: str, value: str) -> None:
    assert folded_value(given) == value
