"""Swaps: the exact plan with another option in place of a chosen one."""

from __future__ import annotations

from decimal import Decimal

from pathways.graph import StackLink
from pathways.planner import Difference, Minimize, Question, make_plan, swaps
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
        Difference(Decimal(27)),
        Difference(Decimal(-20)),
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


def test_swap_says_nothing_of_hours_that_nothing_it_changes_states() -> None:
    graph = graph_of(stack("x", earn("a", None), earn("b", None, None), any_of=1))
    plan = make_plan(graph, Question(goal=to_stack("x")))
    (other,) = swaps(graph, plan, "group:x/1", "micro-credential:a")
    assert (other.count, other.hours) == (0, None)


def test_swap_tells_whom_the_prices_that_change_hold_for() -> None:
    graph = graph_of(stack("x", A, earn("b", 10, 0, holds_for="members"), any_of=1))
    plan = make_plan(graph, Question(goal=to_stack("x")))
    (other,) = swaps(graph, plan, "group:x/1", "micro-credential:a")
    assert other.cost == Difference(Decimal(-20), groups=("members",))


STAGE = [pathway("p", stage("p", 1, "x", "y"), stage("p", 2, "z"))]


def reason(links: list[StackLink], question: Question, unnamed: int = 0) -> str:
    """Why “y” cannot stand in place of “x”."""
    stacks = stack("x", A), stack("y", B, unnamed=unnamed), stack("z", C)
    graph = graph_of(*stacks, pathways=STAGE, links=links)
    (other,) = swaps(graph, make_plan(graph, question), "stage:p/1", "stack:x")
    return other.reason


def test_swap_that_leaves_out_what_is_needed_later_says_so() -> None:
    asked = Question(goal=to_pathway("p"))
    assert reason([builds_on("z", "x")], asked) == (
        "Stage 2, Go on, asks for 1 stack, and none can be finished: “Z” builds on “X”, and this swap "
        "leaves out “X”."
    )


def test_swap_for_what_cannot_be_finished_says_what_is_in_the_way_of_that() -> None:
    asked = Question(goal=to_pathway("p"), unnamed_left_out="It is not on record.")
    assert reason([], asked, unnamed=2) == (
        "“Y” asks for steps that are not on record, and your limits leave those out."
    )


def test_swap_says_how_much_more_is_stated_and_not_stated() -> None:
    graph = graph_of(stack("x", A, earn("b", None, None), any_of=1))
    plan = make_plan(graph, Question(goal=to_stack("x")))
    (other,) = swaps(graph, plan, "group:x/1", "micro-credential:a")
    hours, cost = Difference(Decimal(-10), 1, whole=False), Difference(Decimal(-20), 1, whole=False)
    assert (other.count, other.hours, other.cost) == (0, hours, cost)


def test_wanted_stack_is_used_toward_the_goal() -> None:
    asked = Question(goal=to_pathway("p"), wanted=frozenset(["stack:y"]))
    assert used(make_plan(CHOICE, asked)) == ["y"]


def test_a_member_that_is_not_published_can_be_swapped_without_a_title() -> None:
    graph = graph_of(stack("x", hidden(7), earn("gone", offered=False), earn("a"), any_of=1))
    plan = make_plan(graph, Question(goal=to_stack("x"), unwanted=frozenset(["micro-credential:a"])))
    found = swaps(graph, plan, "group:x/1", "micro-credential:unpublished:7")
    assert [(one.option.slug, bool(one.reason)) for one in found] == [("gone", True), ("a", False)]
