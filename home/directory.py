"""A to Z lists: order, letters, groups and pages. Plain data in, plain data out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import Any

from django.utils.text import slugify

from home.alphabet import OTHER, letter_of, title_key

ON_RECORD = "On record"
NOTHING_ON_RECORD = "Nothing on record yet"
LETTERS_FROM = 25
"""A list on one page with fewer rows has no letters: most would head a row or two."""
FOLDED_FROM = 4
"""So many rows with nothing on record are one press away where others stand on the page."""
LAST = "last-section"
"""The id of the heading of what is not on record."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of a list. `key` is its database id; `on_record` is false when nothing is held about it.

    `group` is the heading it stands under instead of its letter, such as a place; a `late` group stands after
    all others. `example` tells that it is made up for the demonstration.
    """

    key: int
    title: str
    on_record: bool = True
    group: str = ""
    example: bool = False
    late: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """The rows under one heading: a letter, a group, those on record, or those with nothing on record.

    `alone` tells that the page has no other section, so that its heading helps only a screen reader. `folded`
    tells that it closes the list, so that a phone shows its rows when they are asked for.
    """

    heading: str
    anchor: str
    entries: tuple[Entry, ...]
    alone: bool = False
    folded: bool = False


@dataclass(frozen=True, slots=True)
class Letter:
    """A link of the bar above a list: the page of the list and the anchor on it."""

    heading: str
    anchor: str
    page: int


@dataclass(frozen=True, slots=True)
class DirectoryPage:
    """One page of a list. `missing` is the number asked for when there is no such page."""

    number: int
    sections: tuple[Section, ...]
    missing: int | None = None

    @property
    def entries(self) -> list[Entry]:
        """The rows of all sections, in order."""
        return [entry for section in self.sections for entry in section.entries]


def anchor_of(heading: str) -> str:
    """An id for the heading, valid in an address in any script."""
    if heading == OTHER:
        return "digits"
    return f"letter-{ord(heading):x}" if len(heading) == 1 else f"in-{slugify(heading, allow_unicode=True)}"


def read_page_number(text: str | None) -> tuple[int, bool]:
    """The page asked for, and whether the text was ignored because it is no page number."""
    if not text:
        return 1, False
    if text.isascii() and text.isdigit() and len(text) <= 12 and int(text) > 0:
        return int(text), False
    return 1, True


class Directory:
    """All rows of a list in order, cut into pages of `per_page` rows.

    What is not on record closes the list under the heading `last`. Before it stand letters, in a short
    list the one heading `first`, or groups from A to Z, but first those that `groups` names, in its order.
    """

    def __init__(
        self,
        entries: Iterable[Entry],
        per_page: int,
        last: str = NOTHING_ON_RECORD,
        first: str = ON_RECORD,
        groups: Sequence[str] = (),
    ) -> None:
        self.per_page = per_page
        self.last = last
        self.first = first
        self.groups = groups
        self.entries = sorted(entries, key=self.sort_key)

    def sort_key(self, entry: Entry) -> tuple[Any, ...]:
        """What is on record first, then by group and title."""
        group = entry.group if entry.on_record else ""
        place = self.groups.index(group) if group in self.groups else len(self.groups)
        return (
            not entry.on_record,
            entry.late,
            place,
            title_key(group),
            group,
            title_key(entry.title),
            entry.key,
        )

    @cached_property
    def is_short(self) -> bool:
        """Whether the whole list is read at a glance, without letters."""
        grouped = any(entry.group for entry in self.entries)
        return self.page_count == 1 and self.total < LETTERS_FROM and not grouped

    def heading_of(self, entry: Entry) -> str:
        """Group of the row or letter of its title, or the heading of a section without one."""
        if not entry.on_record:
            return self.last
        return entry.group or (self.first if self.is_short else letter_of(entry.title))

    @property
    def total(self) -> int:
        """How many rows there are."""
        return len(self.entries)

    @property
    def examples(self) -> int:
        """How many rows are made up for the demonstration."""
        return sum(entry.example for entry in self.entries)

    @property
    def real(self) -> int:
        """How many rows are not."""
        return self.total - self.examples

    @property
    def page_count(self) -> int:
        """How many pages there are; an empty list has one."""
        return max(1, -(-self.total // self.per_page))

    @property
    def numbers(self) -> range:
        """The page numbers, from 1."""
        return range(1, self.page_count + 1)

    def anchor(self, entry: Entry) -> str:
        """The id of the heading a row stands under."""
        if not entry.on_record:
            return LAST
        return "first-section" if self.is_short else anchor_of(self.heading_of(entry))

    @cached_property
    def letters(self) -> list[Letter]:
        """The headings in order, each with the page on which it begins; none for a short list."""
        if self.is_short:
            return []
        seen: dict[str, Letter] = {}
        for place, entry in enumerate(self.entries):
            heading, page = self.heading_of(entry), place // self.per_page + 1
            seen.setdefault(heading, Letter(heading, self.anchor(entry), page))
        return list(seen.values())

    def page(self, number: int) -> DirectoryPage:
        """The page with this number, or the last one when there are fewer."""
        shown = min(number, self.page_count)
        rows = self.entries[(shown - 1) * self.per_page : shown * self.per_page]
        groups = [
            (heading, anchor, tuple(group))
            for (heading, anchor), group in groupby(
                rows, lambda entry: (self.heading_of(entry), self.anchor(entry))
            )
        ]
        alone = self.is_short and len(groups) == 1 and groups[0][0] == self.first
        sections = tuple(
            Section(heading, anchor, group, alone, len(groups) > 1 and folds(anchor, group))
            for heading, anchor, group in groups
        )
        return DirectoryPage(shown, sections, missing=number if number > shown else None)


def folds(anchor: str, rows: Sequence[Entry]) -> bool:
    """Whether these are rows enough, and nothing is on record of them."""
    return anchor == LAST and len(rows) >= FOLDED_FROM
