"""A to Z lists: order, letters and pages. Plain data in, plain data out."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

ON_RECORD = "On record"
NOTHING_ON_RECORD = "Nothing on record yet"
OTHER = "0–9"
LETTERS_FROM = 25
"""A list on one page with fewer rows has no letters: most would head a row or two."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of a list. `key` is its database id; `on_record` is false when nothing is held about it."""

    key: int
    title: str
    on_record: bool = True


@dataclass(frozen=True, slots=True)
class Section:
    """The rows under one heading: a letter, those on record, or those with nothing on record.

    `alone` tells that the page has no other section, so that its heading helps only a screen reader.
    """

    heading: str
    anchor: str
    entries: tuple[Entry, ...]
    alone: bool = False


@dataclass(frozen=True, slots=True)
class Letter:
    """A link of the A to Z bar: the page of the list and the anchor on it."""

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


def plain(text: str) -> str:
    """Lower case without accents and leading punctuation, so that “Élan” stands under E."""
    decomposed = unicodedata.normalize("NFKD", text)
    letters = "".join(sign for sign in decomposed if not unicodedata.combining(sign))
    return letters.casefold().lstrip(" \"'“”‘’«¿¡([.,-")


def letter_of(title: str) -> str:
    """The heading a title stands under: a letter of any script, or one for digits and signs."""
    first = plain(title)[:1].upper()
    return first if first.isalpha() else OTHER


def sort_key(entry: Entry) -> tuple[bool, bool, str, int]:
    """What is on record first; digits before letters, letters by plain spelling."""
    return (not entry.on_record, letter_of(entry.title) != OTHER, plain(entry.title), entry.key)


def read_page_number(text: str | None) -> tuple[int, bool]:
    """The page asked for, and whether the text was ignored because it is no page number."""
    if not text:
        return 1, False
    if text.isascii() and text.isdigit() and len(text) <= 12 and int(text) > 0:
        return int(text), False
    return 1, True


class Directory:
    """All rows of a list in order, cut into pages of `per_page` rows.

    What is not on record closes the list under the heading `last`. Before it stand letters or, in a
    short list, the one heading `first`.
    """

    def __init__(
        self,
        entries: Iterable[Entry],
        per_page: int,
        last: str = NOTHING_ON_RECORD,
        first: str = ON_RECORD,
    ) -> None:
        self.entries = sorted(entries, key=sort_key)
        self.per_page = per_page
        self.last = last
        self.first = first

    @property
    def is_short(self) -> bool:
        """Whether the whole list is read at a glance, without letters."""
        return self.page_count == 1 and self.total < LETTERS_FROM

    def heading_of(self, entry: Entry) -> str:
        """Letter of the title, or the heading of a section without one."""
        if not entry.on_record:
            return self.last
        return self.first if self.is_short else letter_of(entry.title)

    def anchor_of(self, heading: str) -> str:
        """An id for the heading, valid in an address in any script."""
        named = {self.last: "last-section", self.first: "first-section", OTHER: "digits"}
        return named.get(heading) or f"letter-{ord(heading[0]):x}"

    @property
    def total(self) -> int:
        """How many rows there are."""
        return len(self.entries)

    @property
    def page_count(self) -> int:
        """How many pages there are; an empty list has one."""
        return max(1, -(-self.total // self.per_page))

    @property
    def numbers(self) -> range:
        """The page numbers, from 1."""
        return range(1, self.page_count + 1)

    @cached_property
    def letters(self) -> list[Letter]:
        """The headings in order, each with the page on which it begins; none for a short list."""
        if self.is_short:
            return []
        seen: dict[str, Letter] = {}
        for place, entry in enumerate(self.entries):
            heading = self.heading_of(entry)
            seen.setdefault(heading, Letter(heading, self.anchor_of(heading), place // self.per_page + 1))
        return list(seen.values())

    def page(self, number: int) -> DirectoryPage:
        """The page with this number, or the last one when there are fewer."""
        shown = min(number, self.page_count)
        rows = self.entries[(shown - 1) * self.per_page : shown * self.per_page]
        groups = [(heading, tuple(group)) for heading, group in groupby(rows, self.heading_of)]
        alone = self.is_short and len(groups) == 1 and groups[0][0] == self.first
        sections = tuple(Section(heading, self.anchor_of(heading), group, alone) for heading, group in groups)
        return DirectoryPage(shown, sections, missing=number if number > shown else None)
