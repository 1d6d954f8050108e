"""The embedded engine, with the counts of all facets, beside Wagtail's own search for the same listing.

Wagtail's listing is asked for the same text and choices, live pages only, and gives its first page, the total
and counts of issuers and topics: its backend can count single columns that are declared for it, no more. It
looks for whole words where the engine looks for stems, so the totals of both are told.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import partial
from itertools import count
from typing import Any

from django.db import OperationalError, connection
from wagtail.search.backends import get_search_backend
from wagtail.search.query import MATCH_ALL

from benchmarks.databases import at_most, catalog_of
from benchmarks.measuring import Measured, at_95, measure, table
from benchmarks.synthetic import BOARD, RecordMaker, made_up_name
from catalog.models import IssuerPage, MicroCredentialPage, Topic
from search.documents import Document
from search.engines.embedded import EmbeddedEngine
from search.models import SearchDocument
from search.query import SearchQuery, Sort
from search.words import asked_for

AIMS = {5_000: 4, 100_000: 80}
"""Sizes of catalog, and the milliseconds that 95 of 100 searches should not exceed."""

ROUNDS = 60
SECONDS = 4
"""What one subject may take; Wagtail's slowest listings are called less often for it."""

PUBLISHES = 20

PATIENCE = 8
"""Seconds after which a listing of Wagtail's is not measured."""

ON = date(2026, 6, 1)
"""The day whose status every search counts."""

FLOOR = "20 records by their keys (the floor)"


@dataclass(frozen=True)
class Question:
    """What a visitor asks."""

    name: str
    text: str = ""
    chosen: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    sort: Sort = Sort.RELEVANCE
    page: int = 1

    @property
    def query(self) -> SearchQuery:
        """As the engine is asked."""
        stems = tuple(asked_for(self.text))
        return SearchQuery(stems, self.chosen, self.sort, self.page, board=BOARD, on=ON)

    @property
    def is_for_wagtail(self) -> bool:
        """Whether Wagtail can be asked the same: a status on a day is no column of a page."""
        return "status" not in self.chosen


TWO_FACETS = {"topic": ("assessment", "mathematics"), "issuer": ("issuer-0", "issuer-1", "issuer-2")}
TWO_STATUSES = {"status": ("approved", "ending-soon")}
COMMON = Question("a word that a third of the records have", "reading")
QUESTIONS = (
    Question("nothing"),
    Question("a rare word", made_up_name(7)),
    COMMON,
    Question("three words", "digital literacy classroom"),
    Question(
        "three words that no record holds together", f"digital classroom {made_up_name(7)} {made_up_name(8)}"
    ),
    replace(COMMON, name="the common word and two facets", chosen=TWO_FACETS),
    Question("nothing but two facets", chosen=TWO_FACETS),
    replace(COMMON, name="the common word and two statuses", chosen=TWO_STATUSES),
    replace(COMMON, name="the common word by title, page 3", sort=Sort.TITLE, page=3),
    Question("nothing by title, page 3", sort=Sort.TITLE, page=3),
)


class WagtailListing:
    """The same listing by Wagtail's own backend."""

    def __init__(self) -> None:
        self.backend = get_search_backend()
        self.issuers = dict(IssuerPage.objects.values_list("slug", "pk"))
        self.topics = dict(Topic.objects.values_list("slug", "pk"))

    def found(self, question: Question) -> Any:
        """Results of a question."""
        pages = MicroCredentialPage.objects.live()
        if question.chosen:
            pages = pages.filter(
                issuer__in=[self.issuers[slug] for slug in question.chosen["issuer"]],
                topic__in=[self.topics[slug] for slug in question.chosen["topic"]],
            )
        if question.sort is Sort.TITLE:
            pages = pages.order_by("title")
        by_relevance = question.sort is Sort.RELEVANCE
        text = question.text or MATCH_ALL
        return self.backend.search(text, pages, order_by_relevance=by_relevance)

    def search(self, question: Question) -> int:
        """A page of results, counts of the two facets it can count, and the total, which is given."""
        found, first = self.found(question), (question.page - 1) * 20
        list(found[first : first + 20])
        for name in ("issuer_id", "topic_id"):
            found.facet(name)
        return int(found.count())

    def total(self, question: Question) -> int | None:
        """How many it finds, or None when that takes too long to be measured or cannot be asked."""
        if not question.is_for_wagtail:
            return None
        try:
            with at_most(PATIENCE):
                return self.search(question)
        except OperationalError:
            return None


class Publishing:
    """One record published again and again, each time with other facets."""

    def __init__(self, engine: EmbeddedEngine, size: int) -> None:
        made = RecordMaker(size).documents()
        self.engine = engine
        self.versions: list[Document] = [next(made) for _ in range(50)]
        self.first = self.versions[0]

    def publish(self) -> None:
        """Write it with the title, text and facets of another."""
        other = self.versions.pop(0)
        self.versions.append(other)
        self.engine.write([replace(other, kind=self.first.kind, key=self.first.key)])

    def restore(self) -> None:
        """Leave the record as it was made."""
        self.engine.write([self.first])


def floor() -> int:
    """Twenty records read by their keys: what any page of results must do."""
    return len(list(SearchDocument.objects.filter(pk__in=range(100, 120)).values()))


def report() -> str:
    """Times of all questions at each size, as text."""
    parts = [f"{connection.vendor}; load {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors"]
    for size, aim in AIMS.items():
        with catalog_of(size):
            parts += [f"{size:,} records", *searches(size, aim), publishes(size)]
    return "\n\n".join(parts)


def searches(size: int, aim: float) -> Iterator[str]:
    """The questions, one by one and taken together."""
    engine, wagtail = EmbeddedEngine(), WagtailListing()
    subjects: dict[str, Callable[[], object]] = {FLOOR: floor}
    for question in QUESTIONS:
        ours, theirs = engine.search(question.query).total, wagtail.total(question)
        subjects[f"{question.name}: embedded ({ours:,} found)"] = partial(engine.search, question.query)
        if theirs is not None:
            subjects[f"{question.name}: Wagtail ({theirs:,} found)"] = partial(wagtail.search, question)
    measured = measure(subjects, ROUNDS, SECONDS)
    yield table(measured)
    yield summary(measured, aim)


def summary(measured: list[Measured], aim: float) -> str:
    """All questions together, each as often as the others; and how Wagtail compares where it was measured."""
    by_name = {one.name.split(" (")[0]: one for one in measured}
    ours = {question.name: by_name[f"{question.name}: embedded"] for question in QUESTIONS}
    shared = [question.name for question in QUESTIONS if question.is_for_wagtail]
    theirs = {name: by_name.get(f"{name}: Wagtail") for name in shared}
    every = sorted(time for one in ours.values() for time in one.times)
    worked = sorted(time for one in ours.values() for time in one.processor)
    slow = [name for name, one in theirs.items() if one is None]
    ratios = [f"{one.milliseconds / ours[name].milliseconds:.1f}" for name, one in theirs.items() if one]
    return "\n".join(
        [
            f"embedded, all questions: p95 {at_95(every):.1f} ms (aim {aim} ms)",
            f"embedded, all questions: p95 of the processor {at_95(worked):.1f} ms",
            f"embedded, the slowest question: p95 {max(one.p95 for one in ours.values()):.1f} ms",
            f"Wagtail to embedded, question by question: {', '.join(ratios)} ×",
            *(f"Wagtail gave no answer within {PATIENCE} seconds: {name}" for name in slow),
        ]
    )


def publishes(size: int) -> str:
    """Writing one document, and the first searches after it, each by a process that must read sets anew."""
    engine = EmbeddedEngine()
    record = Publishing(engine, size)
    publish, days = record.publish, count(1)

    def on_another_day() -> None:
        engine.search(replace(COMMON.query, on=ON + timedelta(days=next(days))))

    subjects: dict[str, Callable[[], object]] = {
        FLOOR: floor,
        "write one changed document": publish,
        "first search after it, the common word": lambda: engine.search(COMMON.query),
        "write another": publish,
        "first search after it, nothing asked": lambda: engine.search(QUESTIONS[0].query),
        "the same search again": lambda: engine.search(QUESTIONS[0].query),
        "the common word on a day not asked about before": on_another_day,
    }
    measured = measure(subjects, PUBLISHES)
    record.restore()
    return f"{table(measured)}\n{1000 / measured[1].p95:.0f} publishes a second (p95)"
