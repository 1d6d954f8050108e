"""The part of the graph that one pathway stands in: plain data in, plain data out."""

from __future__ import annotations

from pathways.graph import Edge, Graph, Node, PathwayNode, Relation
from pathways.walks import reached


def part_around(graph: Graph, pathway: PathwayNode) -> tuple[list[Node], list[Edge]]:
    """The part of the graph that a pathway stands in.

    Its stages and stacks, what must or should come before these, what comes right after, their members at any
    depth, and the priorities, roles and competencies all of these lead to; every edge between them.
    """
    stacks = set(pathway.stacks)
    stacks |= {link.after for slug in pathway.stacks for link in graph.links_onward.get(slug, ())}
    stacks = with_all_they_need(graph, stacks)
    named = {one for slug in stacks for one in graph.stacks[slug].rule.credentials()}
    inside = {pathway.id, *(stage.id for stage in pathway.stages)}
    inside |= {graph.stacks[slug].id for slug in stacks}
    inside |= {graph.credentials[slug].id for slug in named & graph.credentials.keys()}
    ends = (Relation.ADDRESSES, Relation.PREPARES_FOR, Relation.ALIGNED_TO)
    inside |= {edge.target for edge in graph.edges if edge.source in inside and edge.relation in ends}
    nodes = [node for key, node in graph.nodes.items() if key in inside]
    return nodes, [edge for edge in graph.edges if edge.source in inside and edge.target in inside]


def with_all_they_need(graph: Graph, stacks: set[str]) -> set[str]:
    """These stacks, all inside them, and everything that must or should come before any of these."""

    def needed(slug: str) -> list[str]:
        inside = (one.slug for one in graph.stacks[slug].rule.nested())
        return [*inside, *(link.before for link in graph.links_into.get(slug, ()))]

    return stacks | reached(stacks, needed)
