"""The nearest words there are to one that nothing has."""

import pytest

from home.nearest import sound, words_near

TITLES = ("Phonics First", "Phonemic awareness", "Reading in every subject", "Café literacy")


def test_words_that_sound_alike_are_one() -> None:
    assert sound("phonics") == sound("fonics")


def test_nearest_word_comes_first() -> None:
    assert words_near(["fonnicks"], TITLES)[0] == "phonics"


def test_words_there_are_need_no_other() -> None:
    assert words_near(["phonics", "read"], TITLES) == ()


@pytest.mark.parametrize("word", ["qzx", "zzzzzzzzzzz", "x" * 500])
def test_what_is_like_nothing_has_no_near_word(word: str) -> None:
    assert words_near([word], TITLES) == ()


def test_near_words_are_few() -> None:
    assert len(words_near(["phonicz"], [f"phonic{letter}" for letter in "abcdefghijkl"])) == 6
