"""Words are folded, split and stemmed alike for indexing, asking and marking."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.words import MOST_WORDS, asked_for, covered, excerpt, segments, stems_in


@pytest.mark.parametrize(
    ("written", "asked"),
    [
        ("Phonemes", "phoneme"),
        ("teaching", "TEACHES"),
        ("Élan", "elan"),
        ("Cafe\u0301", "café"),
        ("teacher’s", "teacher"),
        ("micro-credential", "microcredential"),
        ("Microcredentials", "micro-credential"),
        ("K-12", "k 12"),
        ("co-teaching", "coteaching"),
        ("القراءة", "القراءة"),
        ("Straße", "strasse"),
        ("reading/writing", "writing"),
        ("pho\N{SOFT HYPHEN}nics", "phonics"),
        ("phonics", "pho\N{SOFT HYPHEN}nics"),
        ("pho\N{ZERO WIDTH SPACE}nics\N{ZERO WIDTH NO-BREAK SPACE}", "phonics"),
        ("read\N{NON-BREAKING HYPHEN}aloud", "read-aloud"),
        ("x\N{COMBINING CARON}ylem", "xylem"),
        ("Reading™", "reading"),
        ("\N{LATIN CAPITAL LETTER I WITH DOT ABOVE}zmir", "izmir"),
    ],
)
def test_word_is_found_however_it_is_written(written: str, asked: str) -> None:
    assert set(asked_for(asked)) <= set(stems_in(written))


def test_common_words_are_not_asked_for() -> None:
    assert asked_for("kids who cannot sound out the words") == ["kid", "sound", "word"]


def test_common_words_are_asked_for_when_there_is_nothing_else() -> None:
    assert asked_for("who") == ["who"]


def test_search_syntax_is_only_words() -> None:
    assert asked_for('"reading" NEAR(phoneme*) -title:x ^') == ["read", "near", "phonem", "titl", "x"]


def test_a_long_search_is_cut() -> None:
    assert len(asked_for(" ".join(f"w{number}" for number in range(500)))) == MOST_WORDS


def test_signs_alone_ask_for_nothing() -> None:
    assert asked_for("!? 😀 ---") == []


def test_words_asked_for_are_marked_whole() -> None:
    assert segments("Analyzing Phonemes, again", {"phonem"}) == [
        ("Analyzing ", False),
        ("Phonemes", True),
        (", again", False),
    ]


def test_mark_holds_what_is_not_seen_of_a_word() -> None:
    assert segments("a pho\N{SOFT HYPHEN}nics cafe\N{COMBINING ACUTE ACCENT} b", {"phonic", "cafe"}) == [
        ("a ", False),
        ("pho\N{SOFT HYPHEN}nics", True),
        (" ", False),
        ("cafe\N{COMBINING ACUTE ACCENT}", True),
        (" b", False),
    ]


def test_excerpt_holds_the_word_and_says_where_it_was_cut() -> None:
    text = f"{'before ' * 40}phoneme {'after ' * 40}"
    cut = excerpt(text, {"phonem"})
    assert "phoneme" in cut
    assert cut.startswith("… ")
    assert cut.endswith(" …")
    assert len(cut) < 200


def test_short_text_is_quoted_whole() -> None:
    assert excerpt("A phoneme.", {"phonem"}) == "A phoneme."


@given(st.text())
def test_segments_put_together_are_the_text(text: str) -> None:
    asked = set(asked_for(text))
    pieces = segments(text, asked)
    assert "".join(piece for piece, _ in pieces) == text


@given(st.text(max_size=60))
def test_text_holds_every_word_asked_for_from_it(text: str) -> None:
    asked = asked_for(text)
    assert covered(text, asked) == set(asked)
