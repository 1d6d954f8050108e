"""A to Z lists: order, letters and pages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from home.alphabet import letter_of
from home.directory import (
    LETTERS_FROM,
    NOTHING_ON_RECORD,
    ON_RECORD,
    Directory,
    Entry,
    read_page_number,
)


def titles(directory: Directory) -> list[str]:
    """Titles in order."""
    return [entry.title for entry in directory.entries]


def test_accents_quotes_and_case_do_not_change_the_place() -> None:
    rows = [Entry(1, "zebra"), Entry(2, "Élan"), Entry(3, "“Apple”"), Entry(4, "egg"), Entry(5, "4Cs")]
    assert titles(Directory(rows, 9)) == ["4Cs", "“Apple”", "egg", "Élan", "zebra"]


def test_what_has_nothing_on_record_says_so_and_comes_last() -> None:
    directory = Directory([Entry(1, "A", on_record=False), Entry(2, "Z")], 1)
    assert [letter.heading for letter in directory.letters] == ["Z", NOTHING_ON_RECORD]


def test_the_closing_section_may_have_a_heading_of_its_own() -> None:
    directory = Directory([Entry(1, "A", on_record=False), Entry(2, "B", on_record=False)], 1, "Background")
    assert [(one.heading, one.anchor) for one in directory.letters] == [("Background", "last-section")]


def rows(number: int) -> list[Entry]:
    """So many rows of different letters."""
    return [Entry(key, chr(ord("A") + key % 26)) for key in range(number)]


def test_a_short_list_has_no_letters() -> None:
    directory = Directory(rows(LETTERS_FROM - 1), 100)
    (section,) = directory.page(1).sections
    assert directory.letters == []
    assert (section.heading, section.alone) == (ON_RECORD, True)


def test_a_long_list_has_letters() -> None:
    directory = Directory(rows(LETTERS_FROM), 100)
    assert [letter.heading for letter in directory.letters[:2]] == ["A", "B"]
    assert not any(section.alone for section in directory.page(1).sections)


def test_a_short_list_still_sets_apart_what_has_nothing_on_record() -> None:
    directory = Directory([Entry(1, "A", on_record=False), Entry(2, "Z")], 9, "Without", "With")
    found = [(one.heading, one.anchor, one.alone) for one in directory.page(1).sections]
    assert found == [("With", "first-section", False), ("Without", "last-section", False)]


@pytest.mark.parametrize(("without", "folded"), [(3, False), (4, True), (9, True)])
def test_many_rows_with_nothing_on_record_are_one_press_away(without: int, folded: bool) -> None:
    last = [Entry(key, "A", on_record=False) for key in range(10, 10 + without)]
    sections = Directory([Entry(1, "Z"), *last], 20).page(1).sections
    assert [one.folded for one in sections] == [False, folded]


def test_a_page_of_nothing_but_such_rows_shows_them() -> None:
    last = [Entry(key, "A", on_record=False) for key in range(9)]
    assert [one.folded for one in Directory(last, 20).page(1).sections] == [False]


def test_groups_take_the_place_of_letters() -> None:
    rows = [
        Entry(1, "Z", group="Ohio"),
        Entry(2, "A", group="Utah"),
        Entry(3, "A", group="Ohio"),
        Entry(4, "é"),
    ]
    directory = Directory([*rows, Entry(5, "B", on_record=False, group="Ohio")], 9)
    shown = [(one.heading, [entry.key for entry in one.entries]) for one in directory.page(1).sections]
    assert shown == [("E", [4]), ("Ohio", [3, 1]), ("Utah", [2]), (NOTHING_ON_RECORD, [5])]
    assert [one.anchor for one in directory.letters] == ["letter-45", "in-ohio", "in-utah", "last-section"]


def test_groups_may_have_an_order_of_their_own() -> None:
    rows = [Entry(1, "A", group="First"), Entry(2, "A", group="Second"), Entry(3, "A", group="Another")]
    directory = Directory(rows, 9, groups=("Second", "First"))
    assert [one.heading for one in directory.letters] == ["Second", "First", "Another"]


def test_letters_lead_to_the_page_they_begin_on() -> None:
    directory = Directory([Entry(place, title) for place, title in enumerate(["A", "B", "B", "C"])], 2)
    assert [(letter.heading, letter.page) for letter in directory.letters] == [("A", 1), ("B", 1), ("C", 2)]


@pytest.mark.parametrize(
    ("title", "letter"), [("Ábc", "A"), ("9th", "0–9"), ("", "0–9"), ("שלום", "ש"), ("!", "0–9")]
)
def test_every_title_has_a_letter(title: str, letter: str) -> None:
    assert letter_of(title) == letter


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (None, (1, False)),
        ("", (1, False)),
        ("3", (3, False)),
        ("0", (1, True)),
        ("-1", (1, True)),
        ("abc", (1, True)),
        ("٣", (1, True)),
        ("1e9", (1, True)),
        ("9" * 10_000, (1, True)),
        ("1000000000", (1_000_000_000, False)),
    ],
)
def test_page_numbers_are_read_or_ignored(text: str | None, found: tuple[int, bool]) -> None:
    assert read_page_number(text) == found


def test_a_page_past_the_end_is_the_last_one_and_says_so() -> None:
    shown = Directory([Entry(1, "A"), Entry(2, "B")], 1).page(9)
    assert (shown.number, shown.missing) == (2, 9)


def test_an_empty_list_has_one_empty_page() -> None:
    directory = Directory([], 10)
    assert (directory.page_count, directory.page(1).sections, directory.letters) == (1, (), [])


@given(st.lists(st.tuples(st.text(max_size=20), st.booleans())), st.integers(1, 7))
def test_pages_hold_every_row_once_in_order(rows: list[tuple[str, bool]], per_page: int) -> None:
    entries = [Entry(key, title, on_record) for key, (title, on_record) in enumerate(rows)]
    directory = Directory(entries, per_page)
    shown = [entry for number in directory.numbers for entry in directory.page(number).entries]
    assert shown == directory.entries
    assert {entry.key for entry in shown} == set(range(len(rows)))
    assert [entry.on_record for entry in shown] == sorted((one.on_record for one in shown), reverse=True)
