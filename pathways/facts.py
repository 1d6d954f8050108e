"""What public pages show of pathways: roads of the graph, brought together with pages of the catalog."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from wagtail.models import Page

from catalog.facts import StackFacts, stack_facts
from catalog.models import MicroCredentialPage, StackPage
from home.alphabet import titled
from home.children import held_rows, holds
from home.querysets import for_everybody
from pathways import queries
from pathways.drawing.road import Road, RoadStack, RoadStage
from pathways.drawing.survey import road_of
from pathways.graph import Graph, Kind, Node, PathwayNode, PriorityNode, Relation, StackLink, StackNode
from pathways.models import PathwayPage, PriorityPage, RolePage

AnyNode = TypeVar("AnyNode", bound=Node)


@dataclass(frozen=True)
class PriorityRow:
    """A priority on the home page, with the road of the first pathway that leads to it."""

    node: PriorityNode
    road: Road | None
    pathway_count: int


@dataclass(frozen=True)
class Onward:
    """A stack that comes after or before another one, and why."""

    stack: StackNode
    relation: Relation
    reason: str

    @property
    def required(self) -> bool:
        """Whether the order is asked for, not only advised."""
        return self.relation is Relation.BUILDS_ON


@dataclass(frozen=True)
class Passage:
    """A pathway through a stack, and the first stage that names it."""

    road: Road
    stage: RoadStage
    stack: RoadStack


@dataclass(frozen=True)
class Standing:
    """The stage with one number in several pathways, all of which name a stack there."""

    number: int
    pathways: list[PathwayNode]


@dataclass(frozen=True)
class Leads:
    """Where a stack leads, and what comes before it."""

    before: list[Onward]
    onward: list[Onward]
    passages: list[Passage]


@dataclass(frozen=True)
class PriorityFacts:
    """What addresses a priority, its children included."""

    children: list[PriorityPage]
    stacks: list[StackFacts]
    credentials: list[MicroCredentialPage]


def node_for(page: Page, nodes: Mapping[str, AnyNode]) -> AnyNode | None:
    """What the graph holds of a page; None for one that is not public."""
    return next((node for node in nodes.values() if page.pk and node.key == page.pk), None)


def priority_rows(on: date) -> list[PriorityRow]:
    """Priorities that have none below them, in the editors' order, those with a pathway first."""
    graph = queries.on_day(on)
    parents = {node.parent for node in graph.priorities.values()}
    rows = [row_of(graph, node) for node in graph.priorities.values() if node.slug not in parents]
    return sorted(rows, key=lambda row: row.road is None)


def row_of(graph: Graph, node: PriorityNode) -> PriorityRow:
    """The row of one priority."""
    leading = graph.pathways_to(Kind.PRIORITY, node.slug)
    return PriorityRow(node, road_of(graph, leading[0]) if leading else None, len(leading))


def priority_facts(page: PriorityPage, on: date) -> PriorityFacts:
    """Everything public that addresses a priority; nothing yet where it was never published."""
    graph = queries.on_day(on)
    node = node_for(page, graph.priorities)
    if node is None:
        return PriorityFacts([], [], [])
    family = set(graph.with_children(node.slug))
    named = [slug for slug, priorities in graph.addressing.items() if family & set(priorities)]
    credentials = MicroCredentialPage.objects.filter(
        for_everybody(), pk__in=[graph.credentials[slug].key for slug in named]
    )
    stacks = StackPage.objects.filter(
        for_everybody(), pk__in=[one.key for one in graph.stacks_addressing(node.slug)]
    )
    return PriorityFacts(
        children=list(page.child_priorities.filter(for_everybody()).order_by("path")),
        stacks=stack_facts(sorted(stacks.select_related("issuer"), key=titled), on),
        credentials=sorted(credentials.select_related("issuer"), key=titled),
    )


def roads_to(graph: Graph, node: Node) -> list[Road]:
    """The roads that lead to a priority or a role."""
    return [road_of(graph, pathway) for pathway in graph.pathways_to(node.kind, node.slug)]


def leading_roads(page: PriorityPage | RolePage, on: date) -> list[Road]:
    """The public pathways that lead to a priority or role; none where it was never published."""
    graph = queries.on_day(on)
    node = node_for(page, graph.roles if isinstance(page, RolePage) else graph.priorities)
    return roads_to(graph, node) if node else []


def pathway_road(page: PathwayPage, on: date) -> Road:
    """The road of one pathway on a day, of a draft or a preview as it is."""
    graph = queries.on_day(on)
    node = queries.node_of(page, graph)
    return road_of(graph.with_pathway(node), node)


def stack_leads(page: StackPage, on: date) -> Leads:
    """The links and pathways of a stack; a draft or a preview tells what comes before by itself."""
    graph = queries.on_day(on)
    node = node_for(page, graph.stacks)
    after = graph.links_onward.get(node.slug, ()) if node else ()
    return Leads(
        before=[onward(graph.stacks[link.before], link) for link in links_before(page, graph, node)],
        onward=[onward(graph.stacks[link.after], link) for link in after],
        passages=passages(graph, [node.slug]) if node else [],
    )


def links_before(page: StackPage, graph: Graph, node: StackNode | None) -> list[StackLink]:
    """The links that come before a stack, those of a draft or a preview from its own rows."""
    if not holds(page, "stack_links"):
        return graph.links_into.get(node.slug, []) if node else []
    by_key = {one.key: one.slug for one in graph.stacks.values()}
    return [
        StackLink(by_key[link.before_id], page.slug, Relation(link.kind), link.reason)
        for link in held_rows(page, "stack_links")
        if link.before_id in by_key
    ]


def onward(stack: StackNode, link: StackLink) -> Onward:
    """One link, seen from the other stack."""
    return Onward(stack, link.relation, link.reason)


def passages(graph: Graph, stacks: Iterable[str]) -> list[Passage]:
    """The pathways through any of these stacks (slugs), each once, by the first stage that names one."""
    wanted = set(stacks)
    found = []
    for pathway in graph.pathways.values():
        if wanted & set(pathway.stacks):
            road = road_of(graph, pathway)
            ways = ((stage, stack) for stage in road.stages for stack in stage.stacks)
            stage, stack = next((stage, stack) for stage, stack in ways if stack.slug in wanted)
            found.append(Passage(road, stage, stack))
    return found


def credential_passages(page: MicroCredentialPage, on: date) -> list[Passage]:
    """The pathways through the stacks that name a micro-credential as a member."""
    graph = queries.on_day(on)
    node = node_for(page, graph.credentials)
    return passages(graph, graph.holders.get(node.id, ())) if node else []


def standings(graph: Graph, stack: str) -> list[Standing]:
    """The pathways through a stack (a slug), those with the same stage number together."""
    by_number: dict[int, list[PathwayNode]] = {}
    for pathway in graph.pathways.values():
        first = next((stage.number for stage in pathway.stages if stack in stage.stacks), None)
        if first is not None:
            by_number.setdefault(first, []).append(pathway)
    return [Standing(number, by_number[number]) for number in sorted(by_number)]
