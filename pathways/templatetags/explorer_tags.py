"""The explorer of pathways, as the address asks for it."""

from __future__ import annotations

from dataclasses import dataclass

from django import template
from django.http import HttpRequest, QueryDict

from catalog.models.settings import day_shown
from catalog.templatetags.decision_tags import Marks
from home.moved import with_slugs_now
from pathways import queries
from pathways.drawing.road import Road
from pathways.drawing.rows import Row, rows_of
from pathways.exploring import Explorer, explore
from pathways.standing import shown_roads

register = template.Library()

KEPT = "stackway_explorer"
NAMED = {"priority": "priorities", "role": "roles"}
"""Facets whose values are slugs, with what they name."""


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
    graph = queries.on_day(day_shown(request))
    known = {"priority": graph.priorities, "role": graph.roles}
    params = with_slugs_now(request.GET if request else QueryDict(), NAMED, known)
    explorer = explore(params, graph)
    roads = shown_roads(explorer.roads, request, explorer.day.on)
    return Shown(explorer, roads.marks, roads.made_up)


@register.simple_tag
def table_rows(road: Road) -> list[Row]:
    """The rows of a road's table, in the order of its stages."""
    return rows_of(road)
