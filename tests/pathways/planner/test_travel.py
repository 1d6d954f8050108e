"""The order of a plan's steps and stacks."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from catalog.rules import Group, Stack
from pathways.graph import Graph, PathwayNode, Relation, StackLink
from pathways.planner import Plan, Question, make_plan
from tests.pathways.planned import (
    better_before,
    builds_on,
    earn,
    graph_of,
    names,
    pathway,
    stack,
    stage,
    to_pathway,
    to_stack,
    used,
)
from tests.pathways.small_catalogs import CatalogMaker

A, B, C, D = earn("a"), earn("b"), earn("c"), earn("d")
FOUR = (stack("w", A), stack("x", B), stack("y", C), stack("z", D))


def order(ways: PathwayNode, *links: StackLink) -> list[str]:
    """The order of a plan for this pathway through four stacks."""
    graph = graph_of(*FOUR, pathways=[ways], links=links)
    return names(make_plan(graph, Question(goal=to_pathway(ways.slug))))


def all_of(*stacks: str) -> PathwayNode:
    """A pathway with one stage of all these stacks."""
    return pathway("p", stage("p", 1, *stacks, minimum=len(stacks)))


def test_stages_come_in_their_order() -> None:
    assert order(pathway("p", stage("p", 1, "z"), stage("p", 2, "w"))) == ["d", "a"]


def test_stacks_of_a_stage_come_in_the_editors_order() -> None:
    assert order(all_of("y", "w", "x")) == ["c", "a", "b"]


def test_what_a_stack_builds_on_comes_before_it() -> None:
    assert order(all_of("w", "x"), builds_on("w", "y"), builds_on("y", "x")) == ["b", "c", "a"]


def test_what_a_stack_builds_on_comes_before_what_is_recommended() -> None:
    assert order(all_of("w", "x", "y"), better_before("x", "w"), builds_on("w", "y")) == ["c", "b", "a"]


def test_what_is_recommended_comes_before_in_the_same_stage() -> None:
    assert order(all_of("w", "x"), better_before("x", "w")) == ["b", "a"]


def test_what_is_recommended_waits_for_its_stage() -> None:
    two = pathway("p", stage("p", 1, "w"), stage("p", 2, "x"))
    assert order(two, better_before("x", "w")) == ["a", "b"]


def test_what_is_recommended_before_what_it_builds_on_comes_after() -> None:
    assert order(all_of("w", "x"), better_before("x", "w"), builds_on("x", "w")) == ["a", "b"]


def test_loop_of_recommendations_keeps_the_editors_order() -> None:
    assert order(all_of("w", "x"), better_before("x", "w"), better_before("w", "x")) == ["b", "a"]


def test_steps_of_a_stack_come_in_its_own_order_and_unnamed_ones_last() -> None:
    inner = stack("inner", D, B)
    rule = Stack("outer", "Outer", (Group((C, inner)), Group((A,))), unnamed=1)
    plan = make_plan(graph_of(rule), Question(goal=to_stack("outer")))
    assert names(plan) == ["c", "d", "b", "a", "outer:unnamed"]
    assert used(plan) == ["inner", "outer"]


def test_step_stands_where_it_is_first_needed() -> None:
    ways = [pathway("p", stage("p", 1, "one"), stage("p", 2, "two"))]
    graph = graph_of(stack("one", B), stack("two", A, B), pathways=ways)
    plan = make_plan(graph, Question(goal=to_pathway("p")))
    assert names(plan) == ["b", "a"]
    assert [one.slug for one in plan.steps[0].for_] == ["one", "two"]


@settings(max_examples=200)
@given(st.integers(0, 2**32 - 1))
def test_nothing_stands_before_what_it_builds_on(seed: int) -> None:
    maker = CatalogMaker(seed)
    graph = maker.graph()
    plan = make_plan(graph, maker.question(graph))
    assert len(set(names(plan))) == len(plan.steps)
    assert all(step.for_ for step in plan.steps)
    for link in graph.links:
        if link.relation is Relation.BUILDS_ON and link.after in used(plan):
            assert used(plan).index(link.before) < used(plan).index(link.after)
            assert_in_order(plan, link)


def test_a_member_that_needs_the_stack_around_its_own_waits_for_that() -> None:
    inner = stack("inner", C)
    outer = Stack("outer", "Outer", (Group((A,)), Group((inner, A), 1)))
    around = stack("around", B)
    ways = pathway("p", stage("p", 1, "around"), stage("p", 2, "inner"))
    links = [builds_on("around", "outer"), builds_on("inner", "around")]
    graph = graph_of(outer, around, pathways=[ways], links=links)
    plan = make_plan(graph, Question(goal=to_pathway("p")))
    assert used(plan) == ["outer", "around", "inner"]
    assert names(plan) == ["a", "b", "c"]


def assert_in_order(plan: Plan, link: StackLink) -> None:
    """All that the first stack asks for stands before what only the second one asks for."""
    asking = [{one.slug for one in step.for_} for step in plan.steps]
    first = [place for place, slugs in enumerate(asking) if link.before in slugs]
    then = [place for place, slugs in enumerate(asking) if slugs == {link.after}]
    assert max(first, default=-1) < min(then, default=len(asking))


@settings(max_examples=200)
@given(st.integers(0, 2**32 - 1))
def test_travel_does_not_depend_on_chance(seed: int) -> None:
    plans = [planned(seed) for _ in range(2)]
    assert plans[0] == plans[1]


def planned(seed: int) -> Plan:
    """The plan of one random question, from a graph made anew."""
    maker = CatalogMaker(seed)
    graph: Graph = maker.graph()
    return make_plan(graph, maker.question(graph))
