"""Search as JSON: the same question and answer as `/explore/`, by the rules for machines."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from html import unescape
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest
from django.utils.html import strip_tags
from ninja import Field, Query, Router, Schema
from pydantic import create_model

from catalog.api import ENDS_ON, ENDS_SOON, Board, board_of
from catalog.standing import site_jurisdiction
from catalog.timeline import Status
from home.addresses import absolute
from home.api import BOUNDS, REFUSALS, IgnoredPart, MaybeDay
from search.answers import Answer, answer
from search.asking import PAGE_SIZE, ask
from search.filters import MOST_SIGNS, ExploreFilterSet, FacetFilter
from search.query import NOT_STATED, FacetValue, Sort
from search.results import Result, StatusMark

MOST_RESULTS = 100
"""Results of one page at the most."""

router = Router(tags=["search"])


class Parameters(Schema):
    """What a search takes besides the facets."""

    q: str = Field("", max_length=MOST_SIGNS, description="Words to look for.")
    on: MaybeDay = Field(
        None, description=f"The day asked about; today where the board is, without it. {BOUNDS}"
    )
    sort: Sort = Field(Sort.RELEVANCE, description="The order of results.")
    page: int = Field(1, ge=1, description="Which page; one past the last is empty.")
    page_size: int = Field(PAGE_SIZE, ge=1, le=MOST_RESULTS, description="Results on a page.")


def with_facets() -> type[Parameters]:
    """The parameters with a repeatable one for each declared facet."""
    facets: dict[str, Any] = {
        name: (list[str], Field(default_factory=list, description=description(facet)))
        for name, facet in ExploreFilterSet.facets().items()
    }
    return create_model("SearchParameters", __base__=Parameters, **facets)


def description(facet: FacetFilter) -> str:
    """What a facet is, and its values where they are a closed list."""
    listed = f" One of {', '.join(facet.values)}." if facet.values else f" A slug, or {NOT_STATED}."
    return f"{facet.extra['help_text']}{listed} Repeat it for several."


class RecordStatus(Schema):
    """How a record stands with the board of this site's jurisdiction."""

    value: Status = Field(
        description="The status in one word. A conditional approval that ends soon is conditional, with "
        "ends_soon; it is found under conditional, ending-soon and approved."
    )
    label: str
    ends_soon: bool = Field(description=ENDS_SOON)
    ends_on: date | None = Field(description=ENDS_ON)
    jurisdiction: Board
    demonstration: bool = Field(description="Whether its board is made up for the demonstration.")


class FoundRecord(Schema):
    """A record found."""

    kind: str
    slug: str
    title: str
    url: str = Field(description="Address of its page.")
    summary: str | None = Field(description="Null where none is stated.")
    why: str | None = Field(description="Why it was found, in words; null where no words were asked for.")
    highlights: list[str] = Field(
        description="Texts it was found by: HTML, escaped, with <mark> around words."
    )
    status: RecordStatus | None = Field(
        description="Null for kinds that boards do not decide about, and where the site names no board."
    )
    offered: str | None = Field(
        description="Until when it is offered, in words; null where no end is on record."
    )
    counts: bool | None = Field(
        description="Whether what a row of recognition gives counts on the day; null for other kinds."
    )
    demonstration: bool = Field(
        description="Whether it, or a decision shown about it, is made up for the demonstration."
    )


class CountedValue(Schema):
    """A value of a facet."""

    value: str
    label: str
    within: str | None = Field(description="The value that this one narrows; its results are among those.")
    count: int = Field(
        description="Results that have it; leaves out this facet's own choice, keeps all others."
    )
    selected: bool


class CountedFacet(Schema):
    """A facet."""

    name: str
    label: str
    values: list[CountedValue]


class SearchAnswer(Schema):
    """One page of results."""

    total: int
    page: int
    page_size: int
    on: date = Field(
        description="The day asked about: of status, recognition and what is offered; the rest is today's."
    )
    results: list[FoundRecord]
    facets: list[CountedFacet]
    sort: Sort
    engine: str
    did_you_mean: str | None = Field(description="The words with those that no record has corrected.")
    suggestions: list[str] = Field(description="Words on record nearest to those that no record has.")
    ignored: list[IgnoredPart]
    took_ms: float


if TYPE_CHECKING:
    SearchParameters = Parameters
else:
    SearchParameters = with_facets()


@router.get("/search", response={200: SearchAnswer, **REFUSALS}, summary="Search everything on record")
def search(request: HttpRequest, given: Query[SearchParameters]) -> dict[str, Any]:
    """Find records and count them. Values of one facet add up; facets narrow each other.

    Unknown parameters and values that no record has are left out and listed in `ignored`.
    """
    board = site_jurisdiction(request)
    asked = ask(request.GET, board, page=given.page, page_size=given.page_size, extra=("page_size",))
    return shown(answer(asked))


def shown(found: Answer) -> dict[str, Any]:
    """An answer as JSON has it."""
    return {
        "total": found.found.total,
        "page": found.asked.query.page,
        "page_size": found.asked.query.page_size,
        "on": found.asked.on,
        "results": [record(result) for result in found.results],
        "facets": [
            {"name": facet.name, "label": facet.label, "values": [value_of(one) for one in facet.values]}
            for facet in found.facets
        ],
        "sort": found.asked.query.sort,
        "engine": found.engine,
        "did_you_mean": found.did_you_mean,
        "suggestions": list(found.meant.words),
        "ignored": [asdict(one) for one in found.ignored],
        "took_ms": found.took_ms,
    }


def value_of(one: FacetValue) -> dict[str, Any]:
    """A value of a facet, as JSON has it."""
    return {
        "value": one.value,
        "label": one.label,
        "within": one.within or None,
        "count": one.number,
        "selected": one.selected,
    }


def record(result: Result) -> dict[str, Any]:
    """A record found, as JSON has it."""
    sentences = [unescape(strip_tags(reason.sentence)) for reason in result.reasons]
    return {
        "kind": result.hit.kind,
        "slug": result.hit.slug,
        "title": result.hit.title,
        "url": absolute(result.url),
        "summary": result.hit.summary or None,
        "why": " ".join(sentences) or None,
        "highlights": [str(reason.highlight) for reason in result.reasons if reason.highlight],
        "status": result.mark and status(result.mark),
        "offered": result.hit.body.get("offer") or None,
        "counts": result.hit.body.get("counts"),
        "demonstration": result.demonstration,
    }


def status(mark: StatusMark) -> dict[str, Any]:
    """How a record stands, as JSON has it."""
    return {
        "value": mark.stands.status.value,
        "label": mark.stands.label,
        "ends_soon": mark.stands.ends_soon,
        "ends_on": mark.stands.ends_on,
        "jurisdiction": board_of(mark.board),
        "demonstration": mark.board.demonstration,
    }
