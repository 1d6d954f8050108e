"""The engine inside the site's own database: a text index, and a bit set for every value of every facet.

Counting is arithmetic: the documents that match the text, and with them every choice, are whole numbers, and
a count is the number of ones in their intersection (measured in `benchmarks/search.py`). Bit sets and
orders are kept in memory until the index's stamp moves, which any process sees at its next search. Those of
status depend on a board and a day: they are made from the index's spans for each day that is asked about.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property, lru_cache, partial
from itertools import islice
from uuid import UUID

from django.db import connection
from django.db.models import F
from django.db.models.expressions import OrderBy

from catalog.codes import Codes, may_name
from home.folding import folded, folded_value
from search.documents import Document, DocumentKey
from search.documents.base import ALWAYS
from search.engines import bits
from search.engines.bits import ValueBits, union
from search.engines.coded import Named, coded_page, named, read_codes
from search.engines.statuses import SPAN, read_statuses, standing, stands_of
from search.engines.texts import Best, Texts, texts_for
from search.engines.writing import DocumentWriter
from search.models import FacetBits, IndexState, SearchDocument
from search.query import FacetValue, Hit, Matched, SearchQuery, SearchResults, Sort
from search.words import WORD, has_telling_word

ORDERS: dict[Sort, tuple[str | OrderBy, ...]] = {
    Sort.RELEVANCE: ("rank", "sort_title", "id"),
    Sort.TITLE: ("sort_title", "id"),
    Sort.HOURS: (F("hours").asc(nulls_last=True), "sort_title", "id"),
    Sort.COST: (F("cost").asc(nulls_last=True), "sort_title", "id"),
}
"""How documents stand in each order; relevance is that of their kinds where nothing was asked."""


HIT = ("kind", "key", "slug", "title", "summary", "body")


DAYS = 32
"""Boards and days whose statuses a process keeps."""

Facets = Mapping[str, Mapping[str, ValueBits]]


@dataclass
class Kept:
    """What a process keeps of the index with this stamp."""

    stamp: UUID | None
    facets: Facets
    orders: dict[Sort, list[int]] = field(default_factory=dict)

    @cached_property
    def everything(self) -> int:
        """All documents: each has exactly one kind."""
        return union(one.bits for one in self.facets.get("kind", {}).values())

    @cached_property
    def dated(self) -> list[tuple[int, date, date | None]]:
        """The documents that do not hold on every day, each with its first and last."""
        rows = SearchDocument.objects.exclude(starts=ALWAYS, ends=None)
        return list(rows.values_list("pk", "starts", "ends"))

    def holding(self, on: date | None) -> int:
        """The documents that hold on a day; without one, the last of each record."""
        away = (one for one, starts, ends in self.dated if not holds(starts, ends, on or date.max))
        return self.everything & ~bits.from_ids(away)

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word of every title, folded."""
        titles = SearchDocument.objects.values_list("title", flat=True)
        return frozenset(word for title in titles for word in WORD.findall(folded(title)))

    @cached_property
    def codes(self) -> Codes:
        """The codes of all competencies."""
        return read_codes()

    def named_in(self, text: str) -> Named | None:
        """The competencies that a text names by their codes, if there are any."""
        coded = self.codes.named_in(text) if may_name(text) else ()
        return named(coded, self.codes) if coded else None

    @cached_property
    def statuses(self) -> Callable[[int, date], Mapping[str, ValueBits]]:
        """The documents under each status with a board on a day; kept for the days asked for last."""
        return lru_cache(DAYS)(partial(read_statuses, self.facets.get("kind", {})))

    def facets_for(self, query: SearchQuery) -> Facets:
        """All facets, with that of status as it is for the board and the day asked about."""
        if query.board is None or query.on is None:
            return self.facets
        statuses = self.statuses(query.board, query.on)
        return {**self.facets, "status": statuses} if statuses else self.facets

    def order(self, sort: Sort) -> list[int]:
        """All documents in this order; asked for once."""
        if sort not in self.orders:
            self.orders[sort] = list(
                SearchDocument.objects.order_by(*ORDERS[sort]).values_list("pk", flat=True)
            )
        return self.orders[sort]


@dataclass(frozen=True)
class Found:
    """The documents that match the text: their set, and what makes a page of some of them."""

    bits: int
    page: Callable[[int, SearchQuery], list[int]]
    matched: Matched
    coded: Named | None = None


class EmbeddedEngine:
    """SQLite's FTS5 or PostgreSQL's tsvector, with bit sets for facets."""

    name = "embedded"

    def __init__(self) -> None:
        self._kept = Kept(None, {})

    def kept(self) -> Kept:
        """Bit sets and orders as they are now: one query when nothing was written since, else two."""
        stamp = IndexState.objects.values_list("stamp", flat=True).first()
        if stamp is None or stamp != self._kept.stamp:
            self._kept = Kept(stamp, read_facets())
        return self._kept

    def search(self, query: SearchQuery) -> SearchResults:
        """Text, then choices, then counts, then one page of documents."""
        kept = self.kept()
        facets = kept.facets_for(query)
        found = self.match(kept, query)
        choices, unknown = known_choices(facets, query)
        query = replace(query, chosen={name: names_of(values) for name, values in choices.items()})
        chosen = {name: union(one.bits for one in values) for name, values in choices.items()}
        result = intersection(found.bits, chosen.values())
        return SearchResults(
            total=result.bit_count(),
            hits=read_hits(found.page(result, query), query),
            facets={name: counted(name, facets, found.bits, chosen, query) for name in facets},
            matched=found.matched,
            without_choices=found.bits.bit_count(),
            loosened={name: without(name, found.bits, chosen).bit_count() for name in chosen},
            unknown=unknown,
            chosen=query.chosen,
            coded=found.coded.codes if found.coded else {},
            parts=found.coded.parts if found.coded else {},
            alone={name: (found.bits & one).bit_count() for name, one in chosen.items()},
        )

    def match(self, kept: Kept, query: SearchQuery) -> Found:
        """Documents with every word or, where there is none, with some; all when nothing was asked.

        Where the text names competencies by their codes, they and what is aligned to them come first. Of
        a record with several documents only the one that holds on the day is there.
        """
        holding = kept.holding(query.on)
        if not query.is_of_words:
            return Found(holding, partial(page_of, kept.order), Matched.ALL)
        if coded := kept.named_in(query.text):
            return self.match_coded(kept, query, coded)
        texts = texts_for(connection.vendor)
        matched, ids = Matched.ALL, texts.find(query.stems, every=True)
        if not bits.from_ids(ids) & holding and len(query.stems) > 1:
            matched, ids = Matched.SOME, texts.find(query.stems, every=False)
        by_rank = partial(best_of, texts, len(ids), matched)
        page = by_rank if query.sort is Sort.RELEVANCE else partial(page_of, kept.order)
        return Found(bits.from_ids(ids) & holding, page, matched)

    def match_coded(self, kept: Kept, query: SearchQuery, coded: Named) -> Found:
        """These competencies, what is aligned to them, then what else has the words.

        A code with signs in it, such as 2.4, is no word, and neither is one that is a common word, such as A.
        """
        texts = texts_for(connection.vendor)
        are_words = has_telling_word(query.text) and not coded.is_joined
        others = texts.find(query.stems, every=True) if are_words else ()
        by_code = partial(coded_page, texts, coded.documents)
        page = by_code if query.sort is Sort.RELEVANCE else partial(page_of, kept.order)
        found = bits.from_ids([*coded.documents, *others]) & kept.holding(query.on)
        return Found(found, page, Matched.ALL, coded)

    def unknown(self, stems: Sequence[str]) -> set[str]:
        """Those of the stems that no document has; a question for each."""
        texts = texts_for(connection.vendor)
        return {one for one in stems if not texts.find([one], every=True)}

    def vocabulary(self) -> Iterable[str]:
        """Every word of every title, folded; read once for each stamp."""
        return self.kept().words

    def write(self, documents: Iterable[Document]) -> None:
        """In the caller's transaction."""
        DocumentWriter().write(list(documents))

    def remove(self, keys: Iterable[DocumentKey]) -> None:
        """In the caller's transaction."""
        DocumentWriter().remove(list(keys))

    def clear(self) -> None:
        """In the caller's transaction."""
        DocumentWriter().clear()


def read_facets() -> dict[str, dict[str, ValueBits]]:
    """Every value of every facet, by label."""
    found: dict[str, dict[str, ValueBits]] = {}
    rows = FacetBits.objects.order_by("facet", "label", "value").values_list(
        "facet", "value", "label", "bits"
    )
    for facet, value, label, stored in rows:
        found.setdefault(facet, {})[value] = ValueBits(value, label, bits.from_bytes(bytes(stored)))
    return found


def holds(starts: date, ends: date | None, on: date) -> bool:
    """Whether a document holds on a day."""
    return starts <= on and (ends is None or on <= ends)


def known_choices(
    facets: Facets, query: SearchQuery
) -> tuple[dict[str, list[ValueBits]], tuple[tuple[str, str], ...]]:
    """The choices that some document has, each once however it was written, and those that none has."""
    choices: dict[str, dict[str, ValueBits]] = {}
    unknown = []
    for name, values in query.chosen.items():
        there = {folded_value(value): one for value, one in facets.get(name, {}).items()}
        for value in values:
            if (one := there.get(folded_value(value))) is not None:
                choices.setdefault(name, {})[one.value] = one
            else:
                unknown.append((name, value))
    return {name: list(found.values()) for name, found in choices.items()}, tuple(unknown)


def names_of(values: Iterable[ValueBits]) -> tuple[str, ...]:
    """Values as the records write them."""
    return tuple(one.value for one in values)


def intersection(found: int, chosen: Iterable[int]) -> int:
    """What all of these hold."""
    for one in chosen:
        found &= one
    return found


def without(name: str, found: int, chosen: dict[str, int]) -> int:
    """What matches when the choice of one facet is left out."""
    return intersection(found, (one for facet, one in chosen.items() if facet != name))


def counted(
    name: str, facets: Facets, found: int, chosen: dict[str, int], query: SearchQuery
) -> tuple[FacetValue, ...]:
    """The values of a facet with their counts: they leave out its own choice and keep all others."""
    base, selected = without(name, found, chosen), set(query.chosen.get(name, ()))
    return tuple(
        FacetValue(one.value, one.label, (one.bits & base).bit_count(), one.value in selected)
        for one in facets[name].values()
    )


def page_of(order: Callable[[Sort], Sequence[int]], result: int, query: SearchQuery) -> list[int]:
    """The documents of the page asked for, in the order asked for."""
    if query.offset >= result.bit_count():
        return []
    stored = bits.to_bytes(result)
    matching = (one for one in order(query.sort) if bits.has(stored, one))
    return list(islice(matching, query.offset, query.offset + query.page_size))


def best_of(texts: Texts, count: int, matched: Matched, result: int, query: SearchQuery) -> list[int]:
    """The documents of the page asked for, the best first; `count` is how many match the text."""
    total = result.bit_count()
    if query.offset >= total:
        return []
    among = None if total == count else list(bits.ids_in(result))
    return texts.best(query.stems, Best(matched is Matched.ALL, among, query.offset, query.page_size))


def read_hits(ids: list[int], query: SearchQuery) -> tuple[Hit, ...]:
    """These documents, in this order; one that was taken away a moment ago is left out; one query."""
    rows = SearchDocument.objects.filter(pk__in=ids)
    if query.board is None or query.on is None:
        hits = (Hit(**row) for row in rows.values(*HIT, position=F("pk")))
    else:
        told = standing(rows, query.board, query.on).values(*HIT, *SPAN, position=F("pk"))
        hits = (Hit(stands=stands_of(*map(row.pop, SPAN)), **row) for row in told)
    found = {hit.position: hit for hit in hits}
    return tuple(found[one] for one in ids if one in found)
