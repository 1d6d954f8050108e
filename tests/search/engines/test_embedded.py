"""Every count that a visitor reads is the count that the catalog itself gives."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from search.documents import MODELS, Document, Kind, build
from search.words import asked_for, stems_in
from tests.search.plain_counts import Plain, Record, plain_values

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
    r'name="(?P<facet>[a-z]+)"\s+value="(?P<value>[^"]+)"\s*(?P<checked>checked)?>\s*'
    r'<span>[^<]*</span>\s*<span class="num">(?:<span class="num">)?(?P<count>[\d,]+)'
)


@cache
def plain() -> Plain:
    """The catalog's own counts, worked out once: no test here writes anything."""
    return plain_values()


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


def narrowed(found: set[Record], choices: dict[str, list[str]], leave: str = "") -> set[Record]:
    """Those of the records that have one of the values chosen in each facet but `leave`."""
    for facet, values in choices.items():
        if facet != leave and values:
            found = found & set().union(*(plain()[facet][value] for value in values))
    return found


def expected(text: str, choices: dict[str, list[str]]) -> dict[tuple[str, str], int]:
    """Every count there should be: each leaves out its own facet's choice and keeps all others."""
    found = matching(text)
    return {
        (facet, value): len(narrowed(found, choices, leave=facet) & records)
        for facet, values in plain().items()
        for value, records in values.items()
    }


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
    facets = draw(st.lists(st.sampled_from(sorted(plain())), max_size=4, unique=True))
    return {
        facet: draw(st.lists(st.sampled_from(sorted(plain()[facet])), min_size=1, max_size=3, unique=True))
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


anything = settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])


@anything
@given(data=st.data(), text=st.sampled_from(WORDS))
def test_every_count_is_the_catalogs_own(data: st.DataObject, text: str) -> None:
    chosen = data.draw(choices())
    asked: dict[str, Any] = {"q": text, **chosen}
    answer = Client().get("/api/v1/search", asked).json()
    page = Client().get("/explore/", asked).content.decode()
    total = len(narrowed(matching(text), chosen))
    assert answer["total"] == total
    assert re.search(rf'id="count"[^>]*>\s*{total:,} result', page)
    assert in_json(answer) == shown(expected(text, chosen), chosen)
    assert in_html(page) == in_json(answer)


@anything
@given(data=st.data(), text=st.sampled_from(WORDS))
def test_choosing_a_value_gives_the_count_it_showed(data: st.DataObject, text: str) -> None:
    chosen = data.draw(choices())
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
