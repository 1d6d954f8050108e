"""Editions of one micro-credential, at any distance and on any branch."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.editions import Edition, Editions
from catalog.wording import edition_name, held_edition_sentence

LINE = Editions({2: 1, 3: 2, 4: 2, 9: 8})
"""1 ← 2 ← 3, 2 ← 4 on a branch of its own, and 8 ← 9 apart from them."""


@pytest.mark.parametrize(
    ("key", "to", "related"),
    [
        (1, 3, Edition.EARLIER),
        (2, 3, Edition.EARLIER),
        (3, 1, Edition.LATER),
        (4, 3, Edition.OTHER),
        (3, 3, None),
        (8, 3, None),
        (7, 3, None),
    ],
)
def test_edition_is_related_at_any_distance(key: int, to: int, related: Edition | None) -> None:
    assert LINE.related(key, to) is related


def test_earlier_editions_come_the_nearest_first() -> None:
    assert LINE.before(4) == [2, 1]
    assert LINE.others(1) == [2, 3, 4]
    assert LINE.others(7) == []


@given(st.dictionaries(st.integers(0, 9), st.integers(0, 9)))
def test_editions_of_any_rows_mirror_each_other(replaced: dict[int, int]) -> None:
    editions = Editions(replaced)
    mirrored = {Edition.EARLIER: Edition.LATER, Edition.LATER: Edition.EARLIER}
    for key in range(10):
        for to in editions.others(key):
            related, back = editions.related(key, to), editions.related(to, key)
            looped = key in editions.before(key) or to in editions.before(to)
            assert looped or related is None or back is mirrored.get(related, Edition.OTHER)


@pytest.mark.parametrize(
    ("title", "version", "name"),
    [
        ("Listening (2021 edition)", "1.0", "the 2021 edition"),
        ("Listening", "2021", "the 2021 edition"),
        ("Listening", "2.0", "version 2.0"),
        ("Listening (grade 2)", "", ""),
    ],
)
def test_edition_is_called_as_its_title_or_version_tells(title: str, version: str, name: str) -> None:
    assert edition_name(title, version) == name


def test_held_edition_says_who_can_tell() -> None:
    said = held_edition_sentence(Edition.EARLIER, "Listening (2021 edition)", "1.0", "A college")
    assert said == ("You hold the 2021 edition; whether it counts for the newer one is for A college to say.")
    said = held_edition_sentence(Edition.OTHER, "Listening", "", "A college")
    assert said == "You hold another edition; whether it counts for this one is for A college to say."
