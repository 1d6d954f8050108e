"""A pathway as one table, to print and sort, and as a file for a spreadsheet."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from catalog.demonstration import hold_back
from catalog.models.settings import day_shown
from home.addresses import absolute, led_to, query_of
from home.days import read_day
from home.exports import csv_response
from home.folding import known_value
from home.plain_text import shortened
from pathways.drawing.rows import SORTS, plain_rows, rows_of
from pathways.facts import pathway_road
from pathways.models import PathwayPage
from pathways.standing import decided_about, decided_cells

FIRST = "stage"


@dataclass(frozen=True)
class Sorting:
    """What the address asks to sort by. `ignored` is what it asked for that no table can be sorted by."""

    by: str = FIRST
    ignored: str = ""


def read_sorting(text: str | None) -> Sorting:
    """Read the parameter `sort`."""
    if not text:
        return Sorting()
    known = known_value(text, SORTS)
    return Sorting(known) if known else Sorting(ignored=shortened(text))


def live_page(slug: str) -> PathwayPage:
    """The live pathway of this slug, or 404."""
    page: PathwayPage = get_object_or_404(PathwayPage.objects.live(), slug=slug)
    return page


def is_open(page: PathwayPage, request: HttpRequest) -> bool:
    """Whether this visitor may read the page."""
    return all(one.accept_request(request) for one in page.get_view_restrictions())


@require_safe
def table(request: HttpRequest, slug: str) -> HttpResponseBase:
    """The whole pathway as one table; a closed one leads to its page, which asks for what it needs."""
    page = live_page(slug)
    if not is_open(page, request):
        return led_to(f"{page.url}{query_of(request)}")
    road, sorting = pathway_road(page, day_shown(request)), read_sorting(request.GET.get("sort"))
    context = {
        "page": page,
        "record": road,
        "road": road,
        "sorting": sorting,
        "rows": rows_of(road, sorting.by),
    }
    return render(request, "pathways/pathway_table.html", context)


@require_safe
def table_file(request: HttpRequest, slug: str) -> HttpResponseBase:
    """The same as CSV."""
    page = live_page(slug)
    if not is_open(page, request):
        return led_to(f"{page.url}{query_of(request)}")
    hold_back(request)
    road = pathway_road(page, day_shown(request))
    boards = decided_about([road], request, read_day(request.GET.get("on")).on)
    statuses = {key: one.stands.label for key, one in boards.items()}
    decided = {key: decided_cells(one) for key, one in boards.items()}
    name = next((one.jurisdiction.name for one in boards.values()), "")
    return csv_response(f"{page.slug}.csv", plain_rows(road, statuses, name, absolute, decided))
