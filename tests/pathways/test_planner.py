"""Plans against brute force on random catalogs, and every sentence of the rules by an example."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from catalog.rules import Group, Price, Span, Stack
from pathways.graph import Graph, Kind
from pathways.planner import Minimize, Plan, PlanStatus, Question, StepKind, Use, make_plan
from tests.pathways.brute_force import BruteForce, Tried
from tests.pathways.planned import (
    COACH,
    LITERACY,
    READING,
    better_before,
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
from tests.pathways.small_catalogs import CatalogMaker

seeds = st.integers(0, 2**32 - 1)
CATALOGS = 500

A, B, C, D = earn("a"), earn("b"), earn("c"), earn("d")


def compare(graph: Graph, question: Question) -> None:
    """The plan for each of count, hours and cost is the first of all that brute force finds."""
    force = BruteForce(graph, question)
    tried = list(force.all_plans())
    for minimize in Minimize:
        plan = make_plan(graph, replace(question, minimize=minimize))
        if tried:
            best = min(tried, key=lambda one: force.rank(one, minimize))
            assert told(plan) == expected(force, best, minimize)
            assert_reaches(force, plan)
        else:
            assert plan.status is PlanStatus.IMPOSSIBLE
            assert plan.reason.endswith(".")


def told(plan: Plan) -> tuple[object, ...]:
    """What is compared of a plan."""
    names_found = sorted(step.name for step in plan.steps)
    return plan.status, plan.objective, plan.totals.count, names_found, sorted(used(plan)), plan.pathway


def expected(force: BruteForce, best: Tried, minimize: Minimize) -> tuple[object, ...]:
    """The same of what brute force found."""
    kind, slug = best.way.split(":")
    way = slug if kind == "pathway" else ""
    objective = force.objective(best, minimize)
    return PlanStatus.OPTIMAL, objective, force.count(best), force.names(best), sorted(best.used), way


def assert_reaches(force: BruteForce, plan: Plan) -> None:
    """Whoever earns the steps of a plan is at the goal."""
    unnamed = frozenset(step.slug for step in plan.steps if step.name.endswith(":unnamed"))
    earned = frozenset(step.name for step in plan.steps if not step.name.endswith(":unnamed"))
    assert force.reaches(earned, unnamed)


@settings(max_examples=CATALOGS, suppress_health_check=[HealthCheck.too_slow])
@given(seeds)
def test_plan_equals_brute_force(seed: int) -> None:
    maker = CatalogMaker(seed)
    graph = maker.graph()
    compare(graph, maker.question(graph))


@settings(max_examples=CATALOGS // 2, suppress_health_check=[HealthCheck.too_slow])
@given(seeds)
def test_plan_with_swaps_equals_brute_force(seed: int) -> None:
    maker = CatalogMaker(seed)
    graph = maker.graph()
    compare(graph, maker.swapped(graph))


def test_random_catalogs_try_what_matters() -> None:
    makers = [CatalogMaker(seed) for seed in range(100)]
    asked = [(graph, maker.question(graph)) for maker in makers for graph in [maker.graph()]]
    tried = [len(list(BruteForce(*one).all_plans())) for one in asked]
    assert sum(number > 1 for number in tried) >= 30
    assert sum(number == 0 for number in tried) >= 10


def test_micro_credential_in_two_stacks_is_earned_once() -> None:
    graph = graph_of(
        stack("x", A, B), stack("y", B, C), pathways=[pathway("p", stage("p", 1, "x"), stage("p", 2, "y"))]
    )
    plan = make_plan(graph, Question(goal=to_pathway("p")))
    assert names(plan) == ["a", "b", "c"]
    assert plan.totals.count == 3
    assert [one.slug for one in plan.counted_twice] == ["b"]
    assert [one.slug for one in plan.counted_twice[0].for_] == ["x", "y"]


def test_stack_inside_a_stack_is_finished_with_it() -> None:
    inner = stack("inner", A, B, any_of=1)
    plan = make_plan(graph_of(stack("outer", inner, C)), Question(goal=to_stack("outer")))
    assert names(plan) == ["a", "c"]
    assert used(plan) == ["inner", "outer"]
    assert [(one.use, one.by.slug) for one in plan.stacks[0].used_as] == [(Use.MEMBER, "outer")]


def test_what_a_stack_builds_on_is_finished_too() -> None:
    graph = graph_of(
        stack("x", A), stack("y", B), stack("z", C), links=[builds_on("x", "y"), builds_on("y", "z")]
    )
    plan = make_plan(graph, Question(goal=to_stack("x")))
    assert names(plan) == ["c", "b", "a"]
    assert [(one.use, one.by.slug) for one in plan.stacks[0].used_as] == [(Use.PREREQUISITE, "y")]


def test_stack_that_is_held_still_asks_for_what_it_builds_on() -> None:
    graph = graph_of(stack("x", A), stack("y", B), links=[builds_on("x", "y")])
    plan = make_plan(graph, Question(goal=to_stack("x"), held=frozenset("a")))
    assert names(plan) == ["b"]
    assert [(one.slug, one.finished) for one in plan.stacks] == [("y", False), ("x", True)]


def test_recommended_before_asks_for_nothing() -> None:
    graph = graph_of(stack("x", A), stack("y", B), links=[better_before("y", "x")])
    assert names(make_plan(graph, Question(goal=to_stack("x")))) == ["a"]


def test_stack_used_twice_says_so() -> None:
    graph = graph_of(
        stack("x", A),
        stack("y", B),
        pathways=[pathway("p", stage("p", 1, "x"), stage("p", 2, "y"))],
        links=[builds_on("y", "x")],
    )
    plan = make_plan(graph, Question(goal=to_pathway("p")))
    uses = [(one.use, one.by.slug) for one in plan.used_twice[0].used_as]
    assert uses == [(Use.STAGE, "p/1"), (Use.PREREQUISITE, "y")]


def test_held_micro_credentials_cost_nothing() -> None:
    plan = make_plan(graph_of(stack("x", A, B)), Question(goal=to_stack("x"), held=frozenset("ab")))
    assert (plan.status, plan.objective, len(plan.steps)) == (PlanStatus.OPTIMAL, Decimal(0), 0)
    assert (plan.totals.count, plan.totals.hours_min, plan.totals.cost_usd) == (0, Decimal(0), Decimal(0))
    assert plan.stacks[0].finished


def test_retired_micro_credential_counts_where_it_is_held() -> None:
    graph = graph_of(stack("x", earn("old", offered=False), A))
    assert names(make_plan(graph, Question(goal=to_stack("x"), held=frozenset(["old"])))) == ["a"]
    assert make_plan(graph, Question(goal=to_stack("x"))).status is PlanStatus.IMPOSSIBLE


def test_role_is_reached_by_any_one_pathway() -> None:
    graph = graph_of(
        stack("x", A, B),
        stack("y", C),
        pathways=[pathway("long", stage("long", 1, "x")), pathway("short", stage("short", 1, "y"))],
    )
    plan = make_plan(graph, Question(goal=COACH))
    assert (plan.pathway, names(plan)) == ("short", ["c"])


def test_priority_is_reached_by_a_pathway_to_a_child() -> None:
    graph = graph_of(stack("x", A), pathways=[pathway("p", stage("p", 1, "x"))])
    assert make_plan(graph, Question(goal=LITERACY)).pathway == "p"


def test_priority_without_a_pathway_is_reached_by_a_stack_that_addresses_it() -> None:
    graph = graph_of(stack("x", A, B), stack("y", A, C, D), stack("z", D), addressing=["a"])
    plan = make_plan(graph, Question(goal=READING))
    assert (plan.pathway, used(plan)) == ("", ["x"])
    assert [(one.use, one.by.kind) for one in plan.stacks[0].used_as] == [(Use.GOAL, Kind.PRIORITY)]


def test_priority_with_a_pathway_is_reached_by_no_single_stack() -> None:
    graph = graph_of(stack("x", A), stack("y"), pathways=[pathway("p", stage("p", 1, "y"))], addressing=["a"])
    assert make_plan(graph, Question(goal=READING)).status is PlanStatus.IMPOSSIBLE


def test_pathway_asks_for_the_minimum_of_each_stage() -> None:
    graph = graph_of(
        stack("x", A),
        stack("y", B),
        stack("z", C, D),
        pathways=[pathway("p", stage("p", 1, "z", "y", "x", minimum=2))],
    )
    plan = make_plan(graph, Question(goal=to_pathway("p")))
    assert names(plan) == ["b", "a"]
    chosen = [(one.slug, one.chosen) for one in plan.choices[0].options]
    assert (plan.choices[0].id, chosen) == ("stage:p/1", [("z", False), ("y", True), ("x", True)])


def test_unnamed_steps_count_by_their_number() -> None:
    graph = graph_of(stack("x", A, unnamed=3))
    plan = make_plan(graph, Question(goal=to_stack("x")))
    step = plan.steps[-1]
    assert (step.name, step.kind, step.slug, step.count) == ("x:unnamed", StepKind.UNNAMED, "x", 3)
    assert (plan.totals.count, plan.totals.at_least, plan.totals.hours_not_stated) == (4, True, 3)
    assert plan.totals.hours_min == 10


def test_member_that_is_not_published_is_an_unnamed_step() -> None:
    graph = graph_of(
        stack("x", A, hidden(7)),
        stack("y", hidden(7)),
        pathways=[pathway("p", stage("p", 1, "x"), stage("p", 2, "y"))],
    )
    plan = make_plan(graph, Question(goal=to_pathway("p")))
    step = plan.steps[-1]
    assert (step.kind, step.slug, step.title, step.node) == (StepKind.UNNAMED, "x", "X", None)
    assert (plan.totals.count, plan.totals.at_least) == (2, True)


def test_hours_are_the_midpoint_and_gaps_the_median() -> None:
    half = replace(earn("half"), hours=Span(Decimal(1), Decimal(2)))
    graph = graph_of(stack("x", half, earn("gap", hours=None)), others=[earn("six", 6), earn("nine", 9)])
    plan = make_plan(graph, Question(goal=to_stack("x"), minimize=Minimize.HOURS))
    assert plan.objective == Decimal("1.5") + 6
    assert (plan.totals.hours_min, plan.totals.hours_max) == (Decimal(1), Decimal(2))
    assert plan.totals.hours_not_stated == 1


def test_median_of_an_even_number_is_the_mean_of_the_middle_two() -> None:
    graph = graph_of(stack("x", earn("gap", hours=None)), others=[earn("three", 3), earn("six", 6)])
    plan = make_plan(graph, Question(goal=to_stack("x"), minimize=Minimize.HOURS))
    assert plan.objective == Decimal("4.5")
    assert plan.totals.hours_min is None


@pytest.mark.parametrize("minimize", [Minimize.HOURS, Minimize.COST])
def test_what_nobody_states_counts_one(minimize: Minimize) -> None:
    graph = graph_of(stack("x", earn("gap", None, None), unnamed=2))
    assert make_plan(graph, Question(goal=to_stack("x"), minimize=minimize)).objective == 3


def test_median_cost_leaves_out_what_is_free() -> None:
    free = [earn(f"free-{number}", usd=0) for number in range(5)]
    graph = graph_of(stack("x", earn("gap", usd=None)), others=[*free, earn("dear", usd=75)])
    assert make_plan(graph, Question(goal=to_stack("x"), minimize=Minimize.COST)).objective == 75


def test_price_of_a_stack_counts_once_in_place_of_what_is_inside() -> None:
    inner = stack("inner", B, unnamed=2, usd=500)
    graph = graph_of(stack("outer", A, inner, usd=50))
    plan = make_plan(graph, Question(goal=to_stack("outer"), minimize=Minimize.COST))
    assert plan.objective == 50
    assert [(one.slug, one.usd) for one in plan.totals.payments] == [("outer", Decimal(50))]
    assert all(step.covered for step in plan.steps)
    assert plan.totals.cost_not_stated == 0


def test_priced_stack_always_pays_while_something_is_left_to_earn() -> None:
    graph = graph_of(stack("x", earn("a", usd=0), earn("b", usd=0), usd=90))
    asked = Question(goal=to_stack("x"), minimize=Minimize.COST)
    assert make_plan(graph, replace(asked, held=frozenset("a"))).objective == 90
    assert make_plan(graph, replace(asked, held=frozenset("ab"))).objective == 0


def test_micro_credential_outside_a_priced_stack_pays_its_own() -> None:
    graph = graph_of(
        stack("x", A, usd=5), stack("y", B), pathways=[pathway("p", stage("p", 1, "x"), stage("p", 2, "y"))]
    )
    plan = make_plan(graph, Question(goal=to_pathway("p"), minimize=Minimize.COST))
    assert (plan.objective, plan.totals.cost_usd) == (Decimal(25), Decimal(25))


def test_price_that_holds_for_some_counts_and_names_them() -> None:
    graph = graph_of(stack("x", earn("a", usd=0, holds_for="NEA members"), B))
    plan = make_plan(graph, Question(goal=to_stack("x"), minimize=Minimize.COST))
    assert plan.objective == 20
    assert [(one.slug, one.holds_for) for one in plan.totals.conditions] == [("a", "NEA members")]


def test_ties_have_fewer_steps() -> None:
    graph = graph_of(
        stack("many", earn("a", 5), earn("b", 5)),
        stack("one", earn("z", 10)),
        pathways=[pathway("p", stage("p", 1, "many", "one"))],
    )
    assert names(make_plan(graph, Question(goal=to_pathway("p"), minimize=Minimize.HOURS))) == ["z"]


def test_ties_then_follow_slug_order() -> None:
    graph = graph_of(stack("x", D, C, B, A, any_of=2))
    assert sorted(names(make_plan(graph, Question(goal=to_stack("x"))))) == ["a", "b"]


def test_ties_of_steps_have_the_fewest_stacks_and_then_slug_order() -> None:
    graph = graph_of(
        stack("z", A),
        stack("y", A),
        stack("w", A, stack("v", A)),
        pathways=[pathway("p", stage("p", 1, "w", "z", "y"))],
    )
    assert used(make_plan(graph, Question(goal=to_pathway("p")))) == ["y"]


def test_ties_of_stacks_have_the_first_pathway() -> None:
    ways = [pathway(slug, stage(slug, 1, "x")) for slug in ("q", "p")]
    assert make_plan(graph_of(stack("x", A), pathways=ways), Question(goal=COACH)).pathway == "p"


def test_limits_leave_out_what_could_have_mattered() -> None:
    graph = graph_of(stack("x", B, A, C, any_of=1), stack("apart", D))
    reasons = dict.fromkeys("abd", "Its hours are not stated.")
    plan = make_plan(graph, Question(goal=to_stack("x"), left_out=reasons, held=frozenset("b")))
    assert [(one.slug, one.title, one.reason) for one in plan.left_out] == [
        ("a", "A", "Its hours are not stated.")
    ]
    assert plan.steps == ()


def test_limits_leave_out_unnamed_steps() -> None:
    graph = graph_of(
        stack("x", unnamed=1), stack("y", A, B), pathways=[pathway("p", stage("p", 1, "x", "y"))]
    )
    asked = Question(goal=to_pathway("p"), unnamed_left_out="It is not on record.")
    plan = make_plan(graph, asked)
    assert used(plan) == ["y"]
    assert [(one.kind, one.slug) for one in plan.left_out] == [(StepKind.UNNAMED, "x")]


def test_limit_to_what_is_free_leaves_out_stacks_with_a_price() -> None:
    graph = graph_of(
        stack("x", earn("a", usd=0), usd=90),
        stack("y", B, C),
        pathways=[pathway("p", stage("p", 1, "x", "y"))],
    )
    asked = Question(goal=to_pathway("p"), stacks_left_out={"x": "It is not free: $90."})
    assert used(make_plan(graph, asked)) == ["y"]
    assert used(make_plan(graph, replace(asked, held=frozenset("a")))) == ["x"]


def test_a_stack_may_be_finished_before_one_that_holds_it_needs_it() -> None:
    inner = stack("inner", A)
    graph = graph_of(stack("outer", inner, B, any_of=1), links=[builds_on("inner", "outer")])
    plan = make_plan(graph, Question(goal=to_stack("inner")))
    assert names(plan) == ["b", "a"]
    assert used(plan) == ["outer", "inner"]


def test_time_limit_gives_a_plan_with_its_gap() -> None:
    members = [earn(slug) for slug in "abcdefgh"]
    graph = graph_of(
        *(stack(f"s{number}", *members[number : number + 3], any_of=2) for number in range(6)),
        pathways=[pathway("p", stage("p", 1, *(f"s{number}" for number in range(6)), minimum=4))],
    )
    plan = make_plan(graph, Question(goal=to_pathway("p")), seconds=0.0)
    assert plan.status is PlanStatus.FEASIBLE
    assert plan.gap > 0
    assert BruteForce(graph, plan.question).reaches(frozenset(names(plan)), frozenset())


def test_group_of_a_stack_says_what_is_held_and_chosen() -> None:
    rule = Stack("x", "X", (Group((A, B, C), 2, "Pick two"),), price=Price(Decimal(5)))
    plan = make_plan(graph_of(rule), Question(goal=to_stack("x"), held=frozenset("c")))
    (choice,) = plan.choices
    assert (choice.id, choice.title, choice.minimum, choice.is_choice) == ("group:x/1", "Pick two", 2, True)
    told = [(one.id, one.chosen, one.held) for one in choice.options]
    assert told == [
        ("micro-credential:a", True, False),
        ("micro-credential:b", False, False),
        ("micro-credential:c", True, True),
    ]
