"""Priorities and pathways in frames of other sites."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe
from wagtail.models import Page, Site

from catalog.models.settings import day_shown
from home.embeds import embeddable
from home.gone import GONE, sentence
from home.moved import gone_page
from home.plain_text import shortened
from pathways import queries
from pathways.drawing.survey import road_of
from pathways.facts import roads_to
from pathways.graph import Graph, Kind, Node
from pathways.models import PathwayPage, PriorityPage

AnyNode = TypeVar("AnyNode", bound=Node)

LISTS = {Kind.PRIORITY: "priorities", Kind.PATHWAY: "pathways"}
"""What the kinds are called together, in words and in addresses."""
MODELS: dict[Kind, type[Page]] = {Kind.PRIORITY: PriorityPage, Kind.PATHWAY: PathwayPage}


@require_safe
@embeddable
def priority(request: HttpRequest, slug: str) -> HttpResponse:
    """A priority with the pathways that lead to it."""
    graph = queries.on_day(day_shown(request))
    node = find(request, graph, graph.priorities, f"{Kind.PRIORITY}:{slug}")
    if node is None:
        return nothing(request, Kind.PRIORITY, slug)
    roads = roads_to(graph, node)
    made_up = any(road.has_examples for road in roads)
    context = {"node": node, "roads": roads, "full": node.url, "demonstration": made_up}
    return render(request, "embeds/priority.html", context)


@require_safe
@embeddable
def pathway(request: HttpRequest, slug: str) -> HttpResponse:
    """A pathway's map."""
    graph = queries.on_day(day_shown(request))
    node = find(request, graph, graph.pathways, f"{Kind.PATHWAY}:{slug}")
    if node is None:
        return nothing(request, Kind.PATHWAY, slug)
    road = road_of(graph, node)
    decided = PathwayPage.objects.get(pk=node.key).shows_demonstration
    context = {"road": road, "full": node.url, "demonstration": decided or road.has_examples}
    return render(request, "embeds/pathway.html", context)


def find(request: HttpRequest, graph: Graph, nodes: Mapping[str, AnyNode], name: str) -> AnyNode | None:
    """What is on record under an id, or was under it before it moved."""
    now = queries.moved([name], graph, Site.find_for_request(request)).get(name, name)
    return nodes.get(now.partition(":")[2])


def nothing(request: HttpRequest, kind: Kind, slug: str) -> HttpResponse:
    """A small box that tells a district's visitors where to look; one for what was public says so (410)."""
    gone = gone_page(MODELS[kind], LISTS[kind], slug) is not None
    context = {
        "kind": kind,
        "kinds": LISTS[kind],
        "slug": shortened(slug),
        "full": f"/{LISTS[kind]}/",
        "said": sentence(kind) if gone else "",
    }
    return render(request, "embeds/nothing.html", context, status=GONE if gone else 404)
