"""The part of the graph that a pathway stands in."""

from dataclasses import replace

from pathways.graph import Relation, StackLink
from pathways.neighborhood import part_around
from tests.pathways.test_graph import GRAPH, WAY


def test_the_part_around_a_pathway_holds_what_comes_before_and_after_and_nothing_apart() -> None:
    nodes, edges = part_around(GRAPH, WAY)
    names = {node.id for node in nodes}
    assert {"stack:earlier", "stack:outer", "stack:later", "stack:inner", "micro-credential:one"} <= names
    assert {"priority:reading", "priority:literacy", "priority:math", "role:coach"} <= names
    assert "stack:apart" not in names
    assert all({edge.source, edge.target} <= names for edge in edges)


def test_the_part_around_a_pathway_holds_what_stacks_inside_others_build_on() -> None:
    link = StackLink("apart", "inner", Relation.BUILDS_ON)
    nodes, edges = part_around(replace(GRAPH, links=(*GRAPH.links, link)), WAY)
    assert "stack:apart" in {node.id for node in nodes}
    assert ("stack:apart", "stack:inner") in {(edge.source, edge.target) for edge in edges}
