"""A plan in words: what stands at each stop, the totals, what a swap changes."""

from __future__ import annotations

from decimal import Decimal

import pytest

from pathways.graph import Graph
from pathways.planner import Difference, Goal, Option, Plan, Question, make_plan
from pathways.planner import Swap as Change
from pathways.planning.sums import Sums
from pathways.planning.telling import Stop, stops, swap_text
from tests.pathways.planned import COACH, READING, builds_on, earn, graph_of, pathway, stack, stage, to_stack


def told(graph: Graph, goal: Goal, *held: str) -> list[Stop]:
    """The stops of the least plan."""
    return stops(made(graph, goal, *held), graph)


def made(graph: Graph, goal: Goal, *held: str) -> Plan:
    """The least plan."""
    return make_plan(graph, Question(goal=goal, held=frozenset(held)))


def reasons(stop: Stop) -> list[str]:
    """Why it is there."""
    return [why.text for why in stop.why]


def sums(graph: Graph, goal: Goal, *held: str) -> Sums:
    """The totals of the least plan."""
    plan = made(graph, goal, *held)
    return Sums(plan.totals, len(plan.stacks))


TWICE = graph_of(
    stack("first", earn("a"), earn("b")),
    stack("second", earn("b"), earn("c", None, None), unnamed=2),
    pathways=[pathway("way", stage("way", 1, "first"), stage("way", 2, "second"))],
)


def test_a_step_stands_at_the_first_stack_that_asks_for_it() -> None:
    first, second = told(TWICE, COACH)
    assert [row.title for row in first.rows] == ["A", "B"]
    assert [row.title for row in second.rows] == ["C", "Two more, not on record here; the issuer lists them"]
    assert [[stack.slug for stack in row.others] for row in first.rows] == [[], ["second"]]


def test_facts_of_a_step_say_what_is_not_stated() -> None:
    first, second = told(TWICE, COACH)
    assert first.rows[0].facts == "10 hours, $20"
    assert [row.facts for row in second.rows] == ["hours not stated, cost not stated"] * 2


def test_a_price_says_for_whom_it_holds() -> None:
    graph = graph_of(stack("one", earn("a", 2, 0, holds_for="members")))
    (stop,) = told(graph, to_stack("one"))
    assert stop.rows[0].facts == "2 hours, $0 for members"
    found = sums(graph, to_stack("one"))
    assert (found.cost, found.cost_gap) == ("$0 for members", "For everyone else: not stated.")


def test_sum_tells_which_of_its_prices_hold_only_for_some() -> None:
    some = (earn("a", 2, 0, holds_for="members"), earn("b", 2, 5, holds_for="members"))
    found = sums(graph_of(stack("one", *some, earn("c", 2, 40), earn("d", 2, None))), to_stack("one"))
    assert (found.cost, found.cost_gap) == (
        "$45 for 3 of them",
        "2 of these prices, $5 in all, hold only for members. Not stated for the other 1.",
    )
    each = (earn("a", 2, 0, holds_for="members"), earn("b", 2, 5, holds_for="coaches"))
    assert sums(graph_of(stack("one", *each)), to_stack("one")).cost == "$5 for coaches; $0 for members"


def test_a_stack_with_a_price_pays_for_its_steps() -> None:
    (stop,) = told(graph_of(stack("one", earn("a", 2, None), usd=50)), to_stack("one"))
    assert stop.rows[0].facts == "2 hours, in the price of the stack"


@pytest.mark.parametrize(
    ("held", "words"),
    [
        ((), "Two to earn."),
        (("a",), "One more to earn. You hold 1 of the 2 micro-credentials it names."),
        (("a", "b"), "You have finished it. You hold 2 of the 2 micro-credentials it names."),
    ],
)
def test_a_stop_says_how_much_is_left(held: tuple[str, ...], words: str) -> None:
    assert told(TWICE, COACH, *held)[0].told == words


def test_a_stop_whose_steps_stand_earlier_says_so() -> None:
    graph = graph_of(
        stack("big", earn("a"), earn("b")),
        stack("small", earn("a")),
        links=[builds_on("small", "big")],
    )
    big, small = told(graph, to_stack("small"))
    assert (big.node.slug, small.told) == ("big", "Everything it asks for stands in earlier steps.")


def test_a_stop_says_why_it_is_there() -> None:
    graph = graph_of(
        stack("inner", earn("a")),
        stack("before", earn("b")),
        stack("outer", stack("inner", earn("a"))),
        links=[builds_on("outer", "before")],
        pathways=[pathway("way", stage("way", 1, "outer", "before", minimum=1), stage("way", 2, "outer"))],
    )
    found = {stop.node.slug: reasons(stop) for stop in told(graph, to_stack("outer"))}
    assert found["outer"] == ["It is your goal."]
    assert found["before"] == ["“Outer” builds on it, so finish this first."]
    assert found["inner"] == ["“Outer” holds it."]


def test_a_stop_that_several_build_on_says_so_once() -> None:
    graph = graph_of(
        stack("before", earn("a")),
        stack("x", earn("b")),
        stack("y", earn("c")),
        links=[builds_on("x", "before"), builds_on("y", "before")],
        pathways=[pathway("way", stage("way", 1, "x", "y", minimum=2))],
    )
    assert reasons(told(graph, COACH)[0]) == ["“X” and “Y” build on it, so finish this first."]


def test_a_stop_of_a_stage_says_what_the_stage_asks_for() -> None:
    graph = graph_of(
        stack("x", earn("a")),
        stack("y", earn("b"), earn("c")),
        pathways=[pathway("way", stage("way", 1, "x", "y"))],
    )
    (stop,) = told(graph, COACH)
    assert reasons(stop) == ["Stage 1, Begin, asks for any 1 of 2."]
    assert [why.merit for why in stop.why] == ["The one not chosen asks for more."]
    assert [why.gate for why in stop.why] == [(True, False)]
    assert [choice.id for choice in stop.choices] == ["stage:way/1"]


def test_a_stack_that_addresses_a_priority_says_so() -> None:
    (stop,) = told(graph_of(stack("x", earn("a")), addressing=["a"]), READING)
    assert reasons(stop) == ["It addresses Reading."]


def test_totals_say_at_least_where_steps_are_not_on_record() -> None:
    found = sums(TWICE, COACH)
    assert found.count == "At least 5, in 2 stacks"
    assert found.to_earn == "at least 5 to earn, in 2 stacks"
    assert (found.hours, found.hours_gap) == ("20 hours for 2 of them", "Not stated for the other 3.")
    assert (found.cost, found.cost_gap) == ("$40 for 2 of them", "Not stated for the other 3.")


def test_totals_without_any_fact_are_not_stated() -> None:
    found = sums(graph_of(stack("x", earn("a", None, None))), to_stack("x"))
    assert (found.count, found.to_earn) == ("1, in 1 stack", "1 to earn, in 1 stack")
    assert (found.hours, found.cost, found.hours_gap, found.cost_gap) == ("not stated", "not stated", "", "")


OPTION = Option(kind=to_stack("y").kind, slug="y", title="Y", chosen=False, held=False)


@pytest.mark.parametrize(
    ("count", "hours", "cost", "words"),
    [
        (2, 6, -20, "two more to earn, +6 hours, −$20"),
        (-1, -1, 5, "one fewer to earn, −1 hour, +$5"),
        (0, 0, 0, "as many to earn, the same hours, the same cost"),
    ],
)
def test_a_swap_says_what_it_changes(count: int, hours: int, cost: int, words: str) -> None:
    assert changed(count, Difference(Decimal(hours)), Difference(Decimal(cost))) == words


def changed(count: int, hours: Difference | None, cost: Difference | None) -> str:
    """A swap in words."""
    return swap_text(Change(option=OPTION, plan=made(TWICE, COACH), count=count, hours=hours, cost=cost))


def test_a_swap_says_what_it_changes_as_far_as_stated() -> None:
    hours, cost = Difference(Decimal(-6), 2, whole=False), Difference(Decimal(0), -1, whole=False)
    assert changed(1, hours, cost) == (
        "one more to earn, −6 hours as far as stated (not stated for two more), "
        "the same cost as far as stated (not stated for one fewer)"
    )
    assert changed(0, None, Difference(Decimal(5), 0, whole=False, groups=("members",))) == (
        "as many to earn, change in hours not stated, "
        "+$5 as far as stated (with prices only for members; not stated for as many others)"
    )


def test_a_swap_that_cannot_be_says_why() -> None:
    plan = made(graph_of(stack("empty")), to_stack("empty"))
    assert swap_text(Change(option=OPTION, plan=plan)) == plan.reason != ""
