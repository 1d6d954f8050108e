"""A stack that is held as a whole: what it finishes, and what it says nothing about."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import HealthCheck, given, settings

from catalog.rules import Group, Stack, surely_held
from pathways.graph import Kind
from pathways.planner import Goal, PlanStatus, Question, held_with, make_plan
from tests.pathways.planned import (
    COACH,
    builds_on,
    earn,
    graph_of,
    hidden,
    names,
    pathway,
    stack,
    stage,
    to_stack,
    used,
)
from tests.pathways.small_catalogs import CatalogMaker
from tests.pathways.test_planner import compare, seeds

MAPS = stack("maps", earn("a"), earn("b"))
CHOICE = stack("choice", earn("a"), earn("b"), earn("c"), any_of=2)


def asked(goal: Goal, *finished: str) -> Question:
    """What is held as a whole, without the members that it implies."""
    return Question(goal=goal, finished=frozenset(finished))


def test_members_that_nobody_can_lack_are_held() -> None:
    inner = stack("inner", earn("c"))
    outer = Stack("outer", "Outer", (Group((earn("a"), inner)), Group((earn("b"), earn("d")), 1)))
    assert [set(found) for found in surely_held(outer)] == [{"a", "c"}, {"outer", "inner"}]


def test_list_of_interest_inside_is_not_finished() -> None:
    graph = graph_of(Stack("outer", "Outer", (Group((MAPS,)),)), selections=["maps"])
    assert [set(found) for found in held_with(graph, ["outer"])] == [{"a", "b"}, {"outer"}]


def test_stack_with_a_choice_is_finished_and_its_members_stay_open() -> None:
    graph = graph_of(CHOICE, stack("other", earn("a"), earn("z")))
    assert [set(found) for found in held_with(graph, ["choice"])] == [set(), {"choice"}]
    plan = make_plan(graph, asked(to_stack("choice"), "choice"))
    assert (plan.status, names(plan), plan.stacks[0].finished) == (PlanStatus.OPTIMAL, [], True)
    assert names(make_plan(graph, asked(to_stack("other"), "choice"))) == ["a", "z"]


def test_steps_that_are_not_on_record_are_done_with_the_stack() -> None:
    graph = graph_of(stack("gaps", earn("a"), hidden(1), unnamed=3, usd=500))
    plan = make_plan(graph, asked(to_stack("gaps"), "gaps"))
    assert (names(plan), plan.totals.count, plan.totals.payments) == ([], 0, ())


def test_stack_without_members_on_record_can_be_held() -> None:
    graph = graph_of(stack("empty"))
    assert make_plan(graph, asked(to_stack("empty"))).status is PlanStatus.IMPOSSIBLE
    assert make_plan(graph, asked(to_stack("empty"), "empty")).status is PlanStatus.OPTIMAL


def test_what_a_stack_builds_on_is_still_asked_for() -> None:
    graph = graph_of(stack("first", earn("x")), MAPS, links=[builds_on("maps", "first")])
    assert names(make_plan(graph, asked(to_stack("maps"), "maps"))) == ["x"]
    assert names(make_plan(graph, asked(to_stack("maps"), "maps", "first"))) == []


def test_a_stage_takes_the_stack_that_is_held() -> None:
    graph = graph_of(
        MAPS, stack("short", earn("s")), pathways=[pathway("way", stage("way", 1, "maps", "short"))]
    )
    assert used(make_plan(graph, asked(COACH, "maps"))) == ["maps"]
    assert used(make_plan(graph, asked(COACH))) == ["short"]


@settings(max_examples=300, suppress_health_check=[HealthCheck.too_slow])
@given(seeds)
def test_plan_with_finished_stacks_equals_brute_force(seed: int) -> None:
    maker = CatalogMaker(seed)
    graph = maker.graph()
    compare(graph, maker.finished(graph))


@given(seeds)
def test_holding_a_stack_never_makes_more_work(seed: int) -> None:
    maker = CatalogMaker(seed)
    graph = maker.graph()
    question = maker.finished(graph)
    before = make_plan(graph, replace(question, held=frozenset(), finished=frozenset()))
    after = make_plan(graph, question)
    if before.objective is not None:
        assert after.objective is not None
        assert after.objective <= before.objective


def test_stack_without_a_choice_is_held_as_all_its_members_are() -> None:
    graph = graph_of(MAPS, stack("wide", earn("a"), earn("c")))
    whole = Question(goal=to_stack("wide"), held=held_with(graph, ["maps"])[0], finished=frozenset(["maps"]))
    assert names(make_plan(graph, whole)) == ["c"]
    assert names(make_plan(graph, replace(whole, finished=frozenset()))) == ["c"]


def test_goal_that_is_a_held_stack_is_reached() -> None:
    plan = make_plan(graph_of(MAPS), asked(Goal(Kind.STACK, "maps"), "maps"))
    assert plan.objective == 0
    assert used(plan) == ["maps"]
