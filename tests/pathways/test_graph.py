"""The graph: nodes by id, edges that point the way one travels, and the part a pathway stands in."""

from dataclasses import replace

from catalog.rules import Credential, Group, Stack
from pathways.graph import (
    CredentialNode,
    Edge,
    Graph,
    Kind,
    PathwayNode,
    PriorityNode,
    Relation,
    RoleNode,
    StackLink,
    StackNode,
    StageNode,
)


def credential(slug: str) -> CredentialNode:
    return CredentialNode(slug=slug, title=slug, rule=Credential(slug))


def stack(slug: str, *members: CredentialNode | StackNode) -> StackNode:
    groups = (Group(tuple(one.rule for one in members)),) if members else ()
    return StackNode(slug=slug, title=slug, rule=Stack(slug, slug, groups))


def stage(pathway: str, number: int, *stacks: str) -> StageNode:
    return StageNode(slug=f"{pathway}/{number}", title="Start", number=number, stacks=stacks)


ONE, TWO, THREE = map(credential, ("one", "two", "three"))
INNER = stack("inner", ONE)
OUTER = stack("outer", INNER, TWO)
EARLIER, LATER, APART = stack("earlier", THREE), stack("later"), stack("apart")
WAY = PathwayNode(
    slug="way", title="Way", stages=(stage("way", 1, "outer"),), priority="reading", roles=("coach",)
)
GRAPH = Graph(
    credentials={one.slug: one for one in (ONE, TWO, THREE)},
    stacks={one.slug: one for one in (INNER, OUTER, EARLIER, LATER, APART)},
    pathways={"way": WAY},
    priorities={
        "literacy": PriorityNode(slug="literacy", title="Literacy"),
        "reading": PriorityNode(slug="reading", title="Reading", parent="literacy"),
        "math": PriorityNode(slug="math", title="Math"),
    },
    roles={"coach": RoleNode(slug="coach", title="Coach")},
    links=(
        StackLink("earlier", "outer", Relation.BUILDS_ON, "It comes first."),
        StackLink("outer", "later", Relation.RECOMMENDED_BEFORE),
    ),
    addressing={"three": ("math",)},
)


def test_edges_point_the_way_one_travels() -> None:
    found = set(GRAPH.edges)
    assert Edge("stack:earlier", "stack:outer", Relation.BUILDS_ON, "It comes first.") in found
    assert Edge("stack:outer", "stack:later", Relation.RECOMMENDED_BEFORE) in found
    assert Edge("stack:outer", "micro-credential:two", Relation.CONTAINS) in found
    assert Edge("pathway:way", "stage:way/1", Relation.CONTAINS) in found
    assert Edge("stage:way/1", "stack:outer", Relation.CONTAINS) in found
    assert Edge("pathway:way", "role:coach", Relation.PREPARES_FOR) in found
    assert Edge("micro-credential:three", "priority:math", Relation.ADDRESSES) in found
    assert len(found) == len(GRAPH.edges)


def test_a_stack_contains_each_member_straight_and_nothing_deeper() -> None:
    members = {edge.target for edge in GRAPH.edges if edge.source == "stack:outer"}
    assert members & {"stack:inner", "micro-credential:two"} == {"stack:inner", "micro-credential:two"}
    assert "micro-credential:one" not in members


def test_a_stack_addresses_what_a_member_or_a_pathway_does_and_every_parent() -> None:
    assert GRAPH.addressed["outer"] == {"reading", "literacy"}
    assert GRAPH.addressed["earlier"] == {"math"}
    assert GRAPH.addressed["later"] == frozenset()
    assert [one.slug for one in GRAPH.stacks_addressing("literacy")] == ["outer"]


def test_a_stack_addresses_what_a_stack_inside_it_does() -> None:
    whole = stack("whole", stack("half", OUTER))
    graph = replace(GRAPH, stacks={**GRAPH.stacks, "whole": whole})
    assert graph.addressed["whole"] == {"reading", "literacy"}


def test_a_parent_priority_is_reached_by_the_pathways_of_its_children() -> None:
    assert GRAPH.pathways_to(Kind.PRIORITY, "literacy") == [WAY]
    assert GRAPH.pathways_to(Kind.PRIORITY, "math") == []
    assert GRAPH.pathways_to(Kind.ROLE, "coach") == [WAY]


def test_a_loop_of_priorities_ends() -> None:
    looped = Graph(
        priorities={
            "a": PriorityNode(slug="a", title="A", parent="b"),
            "b": PriorityNode(slug="b", title="B", parent="a"),
        }
    )
    assert looped.with_parents("a") == ["a", "b"]
    assert looped.with_children("a") == ["a", "b"]


def test_a_member_that_is_not_public_has_no_node_and_no_edge() -> None:
    hidden = Stack("s", "S", (Group((Credential("unpublished:7", published=False),)),))
    graph = Graph(stacks={"s": StackNode(slug="s", title="S", rule=hidden)})
    assert list(graph.nodes) == ["stack:s"]
    assert graph.edges == ()


def test_a_draft_takes_the_place_of_its_pathway() -> None:
    draft = PathwayNode(slug="way", title="Way", stages=(stage("way", 1, "later"),))
    seen = GRAPH.with_pathway(draft)
    assert seen.pathways["way"].stacks == ["later"]
    assert GRAPH.pathways["way"].stacks == ["outer"]
    assert "stage:way/1" in seen.nodes


def test_stacks_around_are_found_at_any_distance_and_once() -> None:
    around = stack("around", OUTER, INNER)
    graph = Graph(stacks={one.slug: one for one in (INNER, OUTER, around, APART)})
    assert graph.with_holders(["inner"]) == {"inner", "outer", "around"}
    assert graph.with_holders(["apart"]) == {"apart"}
