"""What is asked of an engine, and what it answers. Plain data that every engine, page and API shares."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any, NamedTuple

from catalog.timeline import DayStatus

NOT_STATED = "not-stated"
"""The value under which a facet lists records that do not state the fact."""


class Sort(StrEnum):
    """Orders of results. What does not state hours or cost comes last in these."""

    RELEVANCE = "relevance"
    TITLE = "title"
    HOURS = "hours"
    COST = "cost"


class Matched(StrEnum):
    """How records match the text; decided by the text alone, so that choosing a facet never changes it."""

    ALL = "all"
    """They hold every word."""
    SOME = "some"
    """No record holds every word; these hold some."""


@dataclass(frozen=True)
class SearchQuery:
    """A search: words as stems, and for each facet the values chosen, any of which will do.

    `on` is the day asked about; None: the last that anything says. `board` is the key of the jurisdiction
    whose decisions give a record its status on it; None: no status is asked about. `text` is what was typed,
    which may name competencies by their codes.
    """

    stems: tuple[str, ...] = ()
    chosen: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    sort: Sort = Sort.RELEVANCE
    page: int = 1
    page_size: int = 20
    board: int | None = None
    on: date | None = None
    text: str = ""

    @property
    def is_of_words(self) -> bool:
        """Whether there is a word in the text to look for."""
        return bool(self.stems)

    @property
    def offset(self) -> int:
        """Results before this page."""
        return (self.page - 1) * self.page_size


class FacetValue(NamedTuple):
    """A value with the number of results that choosing it would give; `within` is the value it narrows."""

    value: str
    label: str
    number: int
    selected: bool = False
    within: str = ""


@dataclass(frozen=True, slots=True)
class Hit:
    """A record found. `body` is what its document says for showing.

    `stands` is how it stands with the board on the day asked about; None where the board had not decided.
    """

    position: int
    kind: str
    key: int
    slug: str
    title: str
    summary: str
    body: Mapping[str, Any]
    stands: DayStatus | None = None


@dataclass(frozen=True)
class SearchResults:
    """One page of results, and the counts of every facet.

    `without_choices` is the total for the text alone; `loosened` maps each facet chosen to the total without
    that choice, and `alone` to the total with no other; `unknown` lists facets and values that no record has,
    which were left out of the question, and `chosen` the values asked for as the records write them. `coded`
    maps the competencies that the text names by their codes to these, and `parts` them and all their parts.
    """

    total: int
    hits: tuple[Hit, ...]
    facets: Mapping[str, tuple[FacetValue, ...]]
    matched: Matched = Matched.ALL
    without_choices: int = 0
    loosened: Mapping[str, int] = field(default_factory=dict)
    unknown: tuple[tuple[str, str], ...] = ()
    chosen: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    coded: Mapping[int, str] = field(default_factory=dict)
    parts: Mapping[int, str] = field(default_factory=dict)
    alone: Mapping[str, int] = field(default_factory=dict)
