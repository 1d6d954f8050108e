"""The explorer of pathways, as the address asks for it."""

from __future__ import annotations

from dataclasses import dataclass

from django import template
from django.http import HttpRequest, QueryDict

from catalog.models.settings import day_shown
from catalog.templatetags.decision_tags import Marks
from pathways import queries
from pathways.drawing.road import Road
from pathways.drawing.rows import Row, rows_of
from pathways.exploring import Explorer, explore
from pathways.standing import shown_roads

register = template.Library()

KEPT = "stackway_explorer"


@dataclass(frozen=True)
class Shown:
    """The explorer, and how the stacks of its page stand with the site's board."""

    explorer: Explorer
    marks: Marks
    made_up: bool


@register.simple_tag(takes_context=True)
def pathway_explorer(context: template.Context) -> Shown:
    """What is shown of pathways; worked out once a page."""
    kept = context.render_context
    if KEPT not in kept:
        kept[KEPT] = shown(context.get("request"))
    found: Shown = kept[KEPT]
    return found


def shown(request: HttpRequest | None) -> Shown:
    """What a request asks for; without one, everything."""
    explorer = explore(request.GET if request else QueryDict(), queries.on_day(day_shown(request)))
    roads = shown_roads(explorer.roads, request, explorer.day.on)
    return Shown(explorer, roads.marks, roads.made_up)


@register.simple_tag
def table_rows(road: Road) -> list[Row]:
    """The rows of a road's table, in the order of its stages."""
    return rows_of(road)
