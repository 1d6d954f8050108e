"""The part of the graph that a pathway stands in."""

from pathways.neighborhood import part_around
from tests.pathways.test_graph import GRAPH, WAY


def test_the_part_around_a_pathway_holds_what_comes_before_and_after_and_nothing_apart() -> None:
    nodes, edges = part_around(GRAPH, WAY)
    names = {node.id for node in nodes}
    assert {"stack:earlier", "stack:outer", "stack:later", "stack:inner", "micro-credential:one"} <= names
    assert {"priority:reading", "priority:literacy", "priority:math", "role:coach"} <= names
    assert "stack:apart" not in names
    assert all({edge.source, edge.target} <= names for edge in edges)
