"""Swaps: the exact plan with another option in place of a chosen one."""

from __future__ import annotations

from decimal import Decimal

from pathways.planner import Minimize, Question, make_plan, swaps
from tests.pathways.planned import (
    COACH,
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

A, B, C = earn("a"), earn("b"), earn("c")
CHOICE = graph_of(
    stack("x", earn("a", 1), earn("b", 2), earn("c", 9), any_of=2),
    stack("y", earn("d", 30)),
    stack("empty"),
    pathways=[pathway("p", stage("p", 1, "x", "y", "empty"))],
)


def test_swap_of_a_stack_in_a_stage_is_the_exact_plan_with_the_other() -> None:
    plan = make_plan(CHOICE, Question(goal=to_pathway("p"), minimize=Minimize.HOURS))
    assert (names(plan), plan.objective) == (["a", "b"], Decimal(3))
    other, impossible = swaps(CHOICE, plan, "stage:p/1", "stack:x")
    assert (other.option.slug, names(other.plan)) == ("y", ["d"])
    assert (other.objective, other.count, other.hours, other.cost) == (
        Decimal(27),
        -1,
        Decimal(27),
        Decimal(-20),
    )
    assert impossible.reason == "“Empty” names no members on record."


def test_swap_of_a_micro_credential_in_a_group_is_the_exact_plan_with_the_other() -> None:
    plan = make_plan(CHOICE, Question(goal=to_stack("x"), minimize=Minimize.HOURS))
    (other,) = swaps(CHOICE, plan, "group:x/1", "micro-credential:b")
    assert (other.option.id, names(other.plan), other.objective) == (
        "micro-credential:c",
        ["a", "c"],
        Decimal(7),
    )
    assert other.plan.question.wanted == {"micro-credential:c"}
    assert other.plan.question.unwanted == {"micro-credential:b"}


def test_swap_of_a_pathway_is_the_exact_plan_on_the_other() -> None:
    ways = [pathway("p", stage("p", 1, "x")), pathway("q", stage("q", 1, "y"))]
    graph = graph_of(stack("x", A), stack("y", B, C), pathways=ways)
    plan = make_plan(graph, Question(goal=COACH))
    (other,) = swaps(graph, plan, "goal:role/coach", "pathway:p")
    assert (other.plan.pathway, other.objective) == ("q", Decimal(1))


def test_swap_of_what_was_not_chosen_is_none() -> None:
    plan = make_plan(CHOICE, Question(goal=to_stack("x")))
    assert swaps(CHOICE, plan, "group:x/1", "micro-credential:c") == []
    assert swaps(CHOICE, plan, "stage:p/1", "stack:x") == []


def test_swap_says_nothing_of_hours_that_nobody_states() -> None:
    graph = graph_of(stack("x", A, earn("b", None, None), any_of=1))
    plan = make_plan(graph, Question(goal=to_stack("x")))
    (other,) = swaps(graph, plan, "group:x/1", "micro-credential:a")
    assert (other.count, other.hours, other.cost) == (0, None, None)


def test_wanted_stack_is_used_toward_the_goal() -> None:
    asked = Question(goal=to_pathway("p"), wanted=frozenset(["stack:y"]))
    assert used(make_plan(CHOICE, asked)) == ["y"]
