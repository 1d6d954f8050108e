"""Every count that a visitor reads is the count that the catalog itself gives."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta
from functools import cache
from typing import Any

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from catalog.models import Jurisdiction, MicroCredentialPage, StackPage
from catalog.timeline import Status
from search.documents import MODELS, Document, Kind, build
from search.words import asked_for, stems_in
from tests.long_run import examples
from tests.search.deciding import FIRST, decide_all, shown_board
from tests.search.plain_counts import Plain, Record, one_word, plain_values, status

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo_catalog")]

WORDS = (
    "",
    "phoneme",
    "reading",
    "teachers reading",
    "computer science grade",
    "kids who cannot sound out words",
    "NEA",
    "fonics",
    "the",
    "North Carolina",
    "1a",
)
BOX = re.compile(
    r'name="(?P<facet>[a-z]+)"\s+value="(?P<value>[^"]+)"(?:\s+data-within="[^"]+")?\s*(?P<checked>checked)?>\s*'
    r'<span>[^<]*</span>\s*<span class="num">(?:<span class="num">)?(?P<count>[\d,]+)'
)


DAYS = st.none() | st.integers(-2, 400).map(lambda number: FIRST + timedelta(days=number))
"""Days around every decision, and today."""


@pytest.fixture
def board(demo_catalog: None) -> Jurisdiction:
    """Whose decisions the site shows: about micro-credentials and stacks, in every shape."""
    made = shown_board(name="A Board")
    credentials = MicroCredentialPage.objects.live().order_by("slug")
    decide_all(made, [*credentials[:200:8], *StackPage.objects.live().order_by("slug")[:90:8]])
    return made


@cache
def plain() -> Plain:
    """The catalog's own counts, worked out once: no test here writes what they depend on."""
    return plain_values()


def plain_on(board: Jurisdiction, on: date | None) -> Plain:
    """They with the status that a board's decisions give on a day, or today."""
    return {**plain(), "status": status(board, on or board.today())}


def day_asked(on: date | None) -> dict[str, str]:
    """The day as a parameter."""
    return {"on": on.isoformat()} if on else {}


@cache
def texts() -> dict[Record, set[str]]:
    """The words of every record, worked out once."""
    return {
        (one.kind.value, one.key): set(words_of(one))
        for kind in Kind
        for one in build(kind, MODELS[kind].objects.values_list("pk", flat=True))
    }


def words_of(document: Document) -> Iterable[str]:
    """All stems of a document."""
    for text in (document.title, document.summary, *(one.text for one in document.passages)):
        yield from stems_in(text)


def matching(text: str) -> set[Record]:
    """Records with every word of the text or, where there is none, with some."""
    asked = set(asked_for(text))
    every = {record for record, words in texts().items() if asked <= words}
    return every or {record for record, words in texts().items() if asked & words}


def narrowed(
    values_of: Plain, found: set[Record], choices: dict[str, list[str]], leave: str = ""
) -> set[Record]:
    """Those of the records that have one of the values chosen in each facet but `leave`."""
    for facet, values in choices.items():
        if facet != leave and values:
            found = found & set().union(*(values_of[facet].get(value, set()) for value in values))
    return found


def expected(values_of: Plain, text: str, choices: dict[str, list[str]]) -> dict[tuple[str, str], int]:
    """Every count there should be: each leaves out its own facet's choice and keeps all others."""
    found = matching(text)
    return {
        (facet, value): len(narrowed(values_of, found, choices, leave=facet) & records)
        for facet, values in values_of.items()
        for value, records in values.items()
    } | {("status", value): 0 for value in choices.get("status", []) if value not in values_of["status"]}


def shown(counts: dict[tuple[str, str], int], choices: dict[str, list[str]]) -> dict[tuple[str, str], int]:
    """Without values that nothing has; those chosen stay."""
    return {
        (facet, value): count
        for (facet, value), count in counts.items()
        if count or value in choices.get(facet, [])
    }


@st.composite
def choices(draw: st.DrawFn) -> dict[str, list[str]]:
    """Values of some facets, several of one as well."""
    known = {**{name: sorted(values) for name, values in plain().items()}, "status": [*Status]}
    facets = draw(st.lists(st.sampled_from(sorted(known)), max_size=4, unique=True))
    return {
        facet: [
            str(value)
            for value in draw(st.lists(st.sampled_from(known[facet]), min_size=1, max_size=3, unique=True))
        ]
        for facet in facets
    }


def in_json(answer: dict[str, Any]) -> dict[tuple[str, str], int]:
    """The counts of a JSON answer."""
    return {
        (facet["name"], value["value"]): value["count"]
        for facet in answer["facets"]
        for value in facet["values"]
    }


def in_html(page: str) -> dict[tuple[str, str], int]:
    """The counts of the page, each beside its box."""
    return {(box["facet"], box["value"]): int(box["count"].replace(",", "")) for box in BOX.finditer(page)}


anything = settings(max_examples=examples(40), suppress_health_check=[HealthCheck.function_scoped_fixture])


@anything
@given(data=st.data(), text=st.sampled_from(WORDS), on=DAYS)
def test_every_count_is_the_catalogs_own(
    board: Jurisdiction, data: st.DataObject, text: str, on: date | None
) -> None:
    chosen, values_of = data.draw(choices()), plain_on(board, on)
    asked: dict[str, Any] = {"q": text, **chosen, **day_asked(on)}
    answer = Client().get("/api/v1/search", asked).json()
    page = Client().get("/explore/", asked).content.decode()
    total = len(narrowed(values_of, matching(text), chosen))
    assert answer["total"] == total
    heading = f"{total:,} result" if total else "Nothing found"
    assert re.search(rf'id="count"[^>]*>\s*{heading}', page)
    assert in_json(answer) == shown(expected(values_of, text, chosen), chosen)
    assert in_html(page) == in_json(answer)


@anything
@given(data=st.data(), text=st.sampled_from(WORDS), on=DAYS)
def test_choosing_a_value_gives_the_count_it_showed(
    board: Jurisdiction, data: st.DataObject, text: str, on: date | None
) -> None:
    chosen = {**data.draw(choices()), **day_asked(on)}
    before = in_json(Client().get("/api/v1/search", {"q": text, **chosen}).json())
    if not before:
        return
    facet, value = data.draw(st.sampled_from(sorted(before)))
    alone = {**chosen, facet: [value]}
    assert Client().get("/api/v1/search", {"q": text, **alone}).json()["total"] == before[facet, value]


@anything
@given(data=st.data())
def test_pages_hold_every_result_once(data: st.DataObject) -> None:
    chosen = data.draw(choices())
    sort = data.draw(st.sampled_from(["relevance", "title", "hours", "cost"]))
    text = data.draw(st.sampled_from(WORDS))
    asked: dict[str, Any] = {"q": text, "sort": sort, "page_size": "100", **chosen}
    first = Client().get("/api/v1/search", asked).json()
    pages = [Client().get("/api/v1/search", {**asked, "page": number}).json() for number in range(2, 12)]
    found = [(one["kind"], one["slug"]) for page in [first, *pages] for one in page["results"]]
    assert len(found) == len(set(found)) == first["total"]


@anything
@given(on=DAYS)
def test_every_result_has_the_status_that_the_decisions_give(board: Jurisdiction, on: date | None) -> None:
    said = one_word(board, on or board.today())
    pages = [*MicroCredentialPage.objects.live(), *StackPage.objects.live()]
    wanted = {(page.kind, page.slug): said.get((page.kind, page.pk), "no-decision") for page in pages}
    asked: dict[str, Any] = {"kind": ["micro-credential", "stack"], "page_size": "100", **day_asked(on)}
    answers = [Client().get("/api/v1/search", {**asked, "page": number}).json() for number in range(1, 6)]
    found = {(one["kind"], one["slug"]): one["status"] for page in answers for one in page["results"]}
    assert {record: mark["value"] for record, mark in found.items()} == wanted
