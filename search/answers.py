"""Brings a question, an engine's results and their reasons together, for page and JSON alike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from time import perf_counter
from urllib.parse import urlencode

from django.core.paginator import Page as ResultPage
from django.core.paginator import Paginator

from home import wording
from home.asking import Ignored
from home.numbers import noun_for
from home.plain_text import shortened
from search.asking import Asked
from search.engines import engine
from search.filters import ExploreFilterSet
from search.query import FacetValue, Matched, SearchResults, Sort
from search.results import Result, results
from search.suggesting import Suggested, suggestion

SHORT = 6
"""Values of a facet that are shown at once."""

MOST_TOLD = 200
"""Signs of a text that somebody is told of."""

SORTS = {
    Sort.RELEVANCE: "best match",
    Sort.TITLE: "title",
    Sort.HOURS: "hours",
    Sort.COST: "cost",
}


@dataclass(frozen=True, slots=True)
class Facet:
    """A facet with its words, and its values that some result has or that were chosen."""

    name: str
    label: str
    values: tuple[FacetValue, ...]

    @property
    def chosen(self) -> tuple[FacetValue, ...]:
        """The values chosen."""
        return tuple(value for value in self.values if value.selected)

    @property
    def choice(self) -> str:
        """What is chosen of it, in words: “Grade: 2 or 3”."""
        return wording.choice(self.label, [one.label for one in self.chosen])

    @property
    def first(self) -> tuple[FacetValue, ...]:
        """The values shown at once: all of a short list, else the first ones and those chosen."""
        if len(self.values) <= SHORT + 2:
            return self.values
        return tuple(one for place, one in enumerate(self.values) if place < SHORT or one.selected)

    @property
    def rest(self) -> tuple[FacetValue, ...]:
        """The values shown on demand."""
        shown = set(self.first)
        return tuple(one for one in self.values if one not in shown)


@dataclass(frozen=True, slots=True)
class Loosening:
    """A choice that may be given up or kept alone, in words, and how many results that would give."""

    label: str
    count: int
    link: str


@dataclass(frozen=True)
class Answer:
    """What a search found."""

    asked: Asked
    found: SearchResults
    results: tuple[Result, ...]
    facets: tuple[Facet, ...]
    meant: Suggested
    took_ms: float
    engine: str
    pages: Paginator[int] = field(repr=False)

    @property
    def ignored(self) -> tuple[Ignored, ...]:
        """What was left out of the question."""
        return self.asked.ignored

    @property
    def number(self) -> int:
        """The page shown."""
        return self.asked.query.page

    @cached_property
    def page(self) -> ResultPage[int]:
        """Where this page stands among all, the last one when there are fewer."""
        return self.pages.get_page(self.number)

    @property
    def heading(self) -> str:
        """How many there are, and for which words."""
        total = self.found.total
        many = f"{total:,} {noun_for(total, 'result')}" if total else "Nothing found"
        return f"{many} for “{shortened(self.asked.text)}”" if self.asked.query.is_of_words else many

    @property
    def is_asked(self) -> bool:
        """Whether anything was asked for, so that what was found is the news of the page."""
        return self.asked.query.is_of_words or not self.found.total

    @property
    def looked_for(self) -> str:
        """What was looked for, in words and choices, for somebody who is told of it."""
        chosen = (f"{facet}: {label}" for facet, label, _ in self.chips)
        return "; ".join(filter(None, [shortened(self.asked.text, MOST_TOLD), *chosen]))

    @property
    def some_only(self) -> bool:
        """Whether no record holds every word."""
        return self.found.matched is Matched.SOME

    @property
    def chosen_count(self) -> int:
        """How many values are chosen."""
        return sum(len(facet.chosen) for facet in self.facets)

    @property
    def narrower(self) -> Iterator[tuple[str, str, str]]:
        """Chosen values that narrow another chosen one: both in words, and the address without the wider."""
        for facet in self.facets:
            wider = {one.value: one.label for one in facet.chosen}
            for one in facet.chosen:
                if one.within in wider:
                    yield one.label, wider[one.within], self.asked.link(without=(facet.name, one.within))

    @property
    def chips(self) -> Iterator[tuple[str, str, str]]:
        """Each choice: its facet, its words, the address without it."""
        for facet in self.facets:
            for one in facet.chosen:
                yield facet.label, one.label, self.asked.link(without=(facet.name, one.value))

    @property
    def without_choices(self) -> str:
        """The address with the text and the day alone."""
        return urlencode([pair for pair in self.asked.pairs() if pair[0] in ("q", "on")])

    @property
    def today(self) -> str:
        """The address without the day."""
        return self.asked.link(without="on")

    @property
    def has_status(self) -> bool:
        """Whether the facet of status is shown, and with it the field of its day."""
        return any(facet.name == "status" for facet in self.facets)

    @property
    def more(self) -> int:
        """How many more match the text alone."""
        return self.found.without_choices - self.found.total

    @property
    def did_you_mean(self) -> str | None:
        """The text as it may have been meant."""
        return self.meant.text

    @property
    def meant_link(self) -> str:
        """The address of what may have been meant."""
        return self.asked.link(q=self.did_you_mean or "")

    @property
    def near_words(self) -> list[tuple[str, str]]:
        """The words nearest to those that no record has, each with the address that looks for it alone."""
        return [(word, urlencode({"q": word})) for word in self.meant.words]

    @property
    def sorts(self) -> Iterator[tuple[Sort, str, str]]:
        """The orders: name, words, and the address, empty for the one in use."""
        for sort, label in SORTS.items():
            used = sort is self.asked.query.sort
            kept = self.asked.link(without="sort")
            other = f"{kept}&sort={sort.value}".lstrip("&") if sort is not Sort.RELEVANCE else kept
            yield sort, label, "" if used else other or "q="

    @property
    def kept(self) -> str:
        """What stands before the page's number in addresses of other pages."""
        link = self.asked.link()
        return f"{link}&" if link else ""

    @property
    def numbers(self) -> Iterable[int | str]:
        """Numbers of the first, the last and the nearest pages; a sign where some are left out."""
        return self.pages.get_elided_page_range(self.page.number, on_each_side=1, on_ends=1)

    @property
    def loosenings(self) -> list[Loosening]:
        """Choices that leave something when they are given up, the most first."""
        ways = (
            Loosening(
                facet.choice, self.found.loosened.get(facet.name, 0), self.asked.link(without=facet.name)
            )
            for facet in self.facets
            if facet.chosen
        )
        return most_first(ways)

    @property
    def kept_alone(self) -> list[Loosening]:
        """Choices that leave something when all others are given up, the most first."""
        asked, facets = self.asked, [facet for facet in self.facets if facet.chosen]
        return most_first(
            Loosening(facet.choice, self.found.alone.get(facet.name, 0), asked.link_with_only(facet.name))
            for facet in facets
            if len(facets) > 1
        )

    @property
    def demonstration(self) -> bool:
        """Whether something shown is made up."""
        return any(result.demonstration for result in self.results)


def most_first(ways: Iterable[Loosening]) -> list[Loosening]:
    """Those that give something, the most first."""
    return sorted((way for way in ways if way.count), key=lambda way: -way.count)


def answer(asked: Asked) -> Answer:
    """Ask the engine, and put what it found into words."""
    started = perf_counter()
    chosen_engine = engine()
    found = chosen_engine.search(asked.query)
    if (now := asked.with_slugs_now(found.unknown)) is not asked:
        asked, found = now, chosen_engine.search(now.query)
    stems = asked.query.stems
    meant = Suggested()
    if stems and not found.coded and (not found.without_choices or found.matched is Matched.SOME):
        meant = suggestion(asked.text, chosen_engine.unknown(stems), chosen_engine.vocabulary)
    return Answer(
        asked.as_known(found.chosen, found.unknown),
        found,
        tuple(results(found.hits, stems, asked.board, found)),
        tuple(facets(found)),
        meant,
        round((perf_counter() - started) * 1000, 1),
        chosen_engine.name,
        Paginator(range(found.total), asked.query.page_size),
    )


def facets(found: SearchResults) -> Iterator[Facet]:
    """Facets that can tell the results apart or were chosen from, in the declared order."""
    for name, declared in ExploreFilterSet.facets().items():
        values = [one for one in found.facets.get(name, ()) if one.number or one.selected]
        if values:
            yield Facet(name, str(declared.label), tuple(declared.arranged(values)))
