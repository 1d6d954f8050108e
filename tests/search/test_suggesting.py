"""What was meant by words that no record has."""

from __future__ import annotations

import pytest

from search.suggesting import suggestion

WORDS = ("phonics", "phoneme", "reading", "mathematics", "literacy", "the", "assessment")


def suggested(text: str, *unknown: str) -> str | None:
    """What is suggested when these stems are unknown."""
    return suggestion(text, unknown, lambda: WORDS).text


@pytest.mark.parametrize(
    ("text", "stem", "meant"),
    [
        ("fonics", "fonic", "phonics"),
        ("mathmatics", "mathmat", "mathematics"),
        ("Literasy", "literasi", "literacy"),
        ("asessment", "asess", "assessment"),
        ("fo\N{SOFT HYPHEN}nics", "fonic", "phonics"),
    ],
)
def test_near_word_is_suggested(text: str, stem: str, meant: str) -> None:
    assert suggested(text, stem) == meant


def test_words_that_are_known_stay() -> None:
    assert suggested("fonics reading", "fonic") == "phonics reading"


def test_nothing_is_suggested_for_what_is_like_nothing() -> None:
    assert suggested("xyzzyx", "xyzzyx") is None


def test_short_words_are_left_alone() -> None:
    assert suggested("fon", "fon") is None


def test_known_words_need_no_suggestion() -> None:
    assert suggested("reading") is None


def test_words_that_are_only_like_it_are_offered_the_nearest_first() -> None:
    assert suggestion("phonix", {"phonix"}, lambda: WORDS).words[0] == "phonics"


def test_nearest_words_of_several_take_turns() -> None:
    found = suggestion("fonics literasy", {"fonic", "literasi"}, lambda: WORDS).words
    assert set(found[:2]) == {"phonics", "literacy"}


def test_nearest_words_are_few() -> None:
    many = [f"phonic{letter}" for letter in "abcdefghijkl"]
    assert len(suggestion("phonicz", {"phonicz"}, lambda: many).words) == 6
