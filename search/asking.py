"""Reads what a visitor asked from an address: nothing is refused, and what was left out is told."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import urlencode

from django.http import QueryDict

from catalog.models import Jurisdiction
from catalog.models.settings import today_of
from home.asking import Ignored, unknown_parameters
from home.days import AskedDay, read_day
from home.directory import read_page_number
from home.folding import folded, folded_value
from home.moved import MOST_VALUES, slugs_now
from home.numbers import noun_for
from home.plain_text import shortened
from search.filters import MOST_SIGNS, ExploreFilterSet
from search.query import SearchQuery, Sort
from search.words import MOST_WORDS, all_asked_for

PAGE_SIZE = 20
NAMED = {"priority": "priorities", "issuer": "issuers", "topic": "topics"}
"""Facets whose values are slugs, with what they name."""


@dataclass(frozen=True)
class Asked:
    """A question, with what was left out of it. `text` is what was typed, cut and without NUL.

    `board` is whose decisions give a record its status, and `day` what was asked for of them and of all days.
    """

    text: str
    query: SearchQuery
    ignored: tuple[Ignored, ...]
    board: Jurisdiction | None
    day: AskedDay

    @property
    def on(self) -> date:
        """The day whose status is told."""
        return self.query.on or today_of(self.board)

    def pairs(self) -> Iterator[tuple[str, str]]:
        """The question as parameters, without the page."""
        if self.text:
            yield "q", self.text
        for name, values in self.query.chosen.items():
            yield from ((name, value) for value in values)
        if self.day.on:
            yield "on", self.day.on.isoformat()
        if self.query.sort is not Sort.RELEVANCE:
            yield "sort", self.query.sort.value

    def on_last_page(self, last: int) -> Asked:
        """The same question for the last page, saying that there is none of the number asked for."""
        told = Ignored(
            "page",
            str(self.query.page),
            f"The results have {last} {noun_for(last, 'page')}; this is the last one.",
        )
        return replace(self, query=replace(self.query, page=last), ignored=(*self.ignored, told))

    def with_slugs_now(self, unknown: Collection[tuple[str, str]]) -> Asked:
        """The same question with the slugs that records have now, of values that no record has."""
        old = {(name, value): (NAMED[name], value) for name, value in unknown if name in NAMED}
        now = slugs_now(list(old.values())[:MOST_VALUES])
        if not now:
            return self
        chosen = {
            name: tuple(dict.fromkeys(now.get(old.get((name, one), ("", "")), one) for one in values))
            for name, values in self.query.chosen.items()
        }
        return replace(self, query=replace(self.query, chosen=chosen))

    def as_known(self, chosen: Mapping[str, tuple[str, ...]], unknown: Iterable[tuple[str, str]]) -> Asked:
        """The same question with values as the records write them; those that no record has are left out."""
        told = tuple(Ignored(name, shortened(value), "No record has this value.") for name, value in unknown)
        return replace(self, query=replace(self.query, chosen=chosen), ignored=(*self.ignored, *told))

    def link_with_only(self, facet: str) -> str:
        """The text, the day and what was chosen of one facet, as parameters."""
        return urlencode([pair for pair in self.pairs() if pair[0] in ("q", "on", facet)])

    def link(self, without: tuple[str, str] | str = "", **changes: str) -> str:
        """The same question as parameters, without one of them or one of its values, with these changes."""
        kept = [pair for pair in self.pairs() if without not in (pair, pair[0]) and pair[0] not in changes]
        return urlencode([*kept, *((name, value) for name, value in changes.items() if value)])


def ask(
    params: QueryDict,
    board: Jurisdiction | None = None,
    page: int | None = None,
    page_size: int = PAGE_SIZE,
    extra: tuple[str, ...] = (),
) -> Asked:
    """The question of these parameters, to a site that shows the decisions of this board.

    `page` is its number where somebody else has read it; `extra` names parameters that somebody else reads.
    """
    ignored: list[Ignored] = []
    text = read_text(params.get("q", ""), ignored)
    number = read_page(params.get("page"), ignored) if page is None else page
    day = read_asked_day(params.get("on"), ignored)
    data = QueryDict(mutable=True)
    data["q"] = text
    data["sort"] = read_sort(params.get("sort", ""), ignored)
    for name in ExploreFilterSet.facets():
        data.setlist(name, list(dict.fromkeys(filter(None, params.getlist(name)))))
    known = {*data, "page", "on", *extra}
    ignored += unknown_parameters(params, known, "There is no such filter.")
    query = ExploreFilterSet(data).query(number, page_size)
    if text and not query.is_of_words:
        ignored.append(without_word(text))
    if rest := all_asked_for(text)[MOST_WORDS:]:
        reason = f"Only the first {MOST_WORDS} words were searched for."
        ignored.append(Ignored("q", shortened(" ".join(rest)), reason))
    today = today_of(board)
    query = replace(query, board=board.pk if board else None, on=day.on or today)
    return Asked(text, query, tuple(ignored), board, day)


def without_word(text: str) -> Ignored:
    """A text in which nothing can be looked for."""
    if not folded(text).strip():
        return Ignored("q", "", "It holds only signs that cannot be seen, and no word to look for.")
    return Ignored("q", shortened(text), "There is no word in it to look for.")


def read_text(given: str, ignored: list[Ignored]) -> str:
    """The text without NUL, at most `MOST_SIGNS` signs of it."""
    text = given.replace("\0", " ").strip()
    if "\0" in given:
        ignored.append(Ignored("q", "", "A NUL character stands in no text."))
    if len(text) > MOST_SIGNS:
        reason = f"Only the first {MOST_SIGNS} signs were searched for."
        ignored.append(Ignored("q", shortened(text[MOST_SIGNS:]), reason))
    return text[:MOST_SIGNS].strip()


def read_page(given: str | None, ignored: list[Ignored]) -> int:
    """The page asked for, or the first."""
    page, wrong = read_page_number(given)
    if wrong:
        ignored.append(Ignored("page", shortened(given or ""), "A page is a whole number from 1."))
    return page


def read_asked_day(given: str | None, ignored: list[Ignored]) -> AskedDay:
    """The day asked for, or today where it is none."""
    day = read_day(given)
    if day.ignored:
        ignored.append(Ignored("on", shortened(day.ignored), day.reason))
    return day


def read_sort(given: str, ignored: list[Ignored]) -> str:
    """The order asked for, or nothing where there is none of this name."""
    order = folded_value(given)
    if given and order not in [sort.value for sort in Sort]:
        names = ", ".join(sort.value for sort in Sort)
        ignored.append(Ignored("sort", shortened(given), f"The orders are {names}."))
        return ""
    return order
