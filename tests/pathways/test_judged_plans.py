"""Plans under a board's decisions and for grades, against brute force over the rows."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pathways.graph import Kind
from pathways.planner import Minimize, Plan, PlanStatus, swaps
from tests.pathways.judged import Judged, JudgedForce, JudgedMaker, refused_in
from tests.pathways.test_planner import expected, told

seeds = st.integers(0, 2**32 - 1)
slow = settings(max_examples=300, suppress_health_check=[HealthCheck.too_slow])


def compare(judged: Judged) -> None:
    """The plan for each of count, hours and cost is the first of all that brute force finds."""
    force = JudgedForce(judged)
    tried = list(force.all_plans())
    for minimize in Minimize:
        plan = judged.plan(minimize)
        if tried:
            best = min(tried, key=lambda one: force.rank(one, minimize))
            assert told(plan) == expected(force, best, minimize)
        else:
            assert plan.status is PlanStatus.IMPOSSIBLE
            assert plan.reason.endswith(".")


@slow
@given(seeds)
def test_plan_under_decisions_and_for_grades_equals_brute_force(seed: int) -> None:
    compare(JudgedMaker(seed).judged())


@slow
@given(seeds)
def test_any_status_brings_the_plan_of_a_site_without_decisions(seed: int) -> None:
    judged = JudgedMaker(seed).judged()
    with_all = replace(judged, any_status=True).plan(Minimize.COUNT)
    assert told(with_all) == told(replace(judged, rows={}, any_status=False).plan(Minimize.COUNT))


@slow
@given(seeds)
def test_nothing_refused_is_in_a_plan_or_swapped_into_one(seed: int) -> None:
    judged = replace(JudgedMaker(seed).judged(), any_status=False)
    plan = judged.plan(Minimize.COUNT)
    assert refused_in(judged, plan) == []
    for choice in plan.choices:
        for option in (one for one in choice.options if one.chosen and not one.held):
            for swap in swaps(judged.graph, plan, choice.id, option.id):
                assert refused_in(judged, swap.plan) == []


@slow
@given(seeds)
def test_what_is_left_out_is_refused_or_for_other_grades_and_not_held(seed: int) -> None:
    judged = replace(JudgedMaker(seed).judged(), any_status=False)
    plan = judged.plan(Minimize.COUNT)
    held = {f"micro-credential:{slug}" for slug in judged.question.held}
    for one in plan.left_out:
        assert one.id not in held
        assert judged.is_refused(one.id) or is_for_others(judged, one.id)
    assert left_out_of_goal(judged) <= {one.id for one in plan.left_out}


def is_for_others(judged: Judged, node: str) -> bool:
    """Whether a micro-credential names grades, and none of those asked for."""
    kind, _, slug = node.partition(":")
    named = judged.graph.credentials[slug].grades if kind == Kind.MICRO_CREDENTIAL else ()
    return bool(judged.grades and named) and not set(named) & set(judged.grades)


def left_out_of_goal(judged: Judged) -> set[str]:
    """The refused members, on offer and not held, of a goal that is a stack anybody could finish."""
    goal, graph = judged.question.goal, judged.graph
    if goal.kind is not Kind.STACK or not graph.stacks[goal.slug].can_be_planned:
        return set()
    members = graph.stacks[goal.slug].rule.members
    slugs = {one.slug for one in members if one.slug in graph.credentials}
    offered = {slug for slug in slugs if graph.credentials[slug].rule.offered} - judged.question.held
    return {f"micro-credential:{slug}" for slug in offered if judged.is_refused(f"micro-credential:{slug}")}


def test_random_questions_try_what_matters() -> None:
    listed = [JudgedMaker(seed).judged() for seed in range(400)]
    plans = [(one, one.plan(Minimize.COUNT)) for one in listed]
    assert sum(differs(one, plan) for one, plan in plans) >= 20
    assert sum(plan.pathway in plan.question.for_others for _, plan in plans if plan.pathway) >= 5
    assert sum(one.any_status for one in listed) >= 15


def differs(judged: Judged, plan: Plan) -> bool:
    """Whether the board's decisions make it another plan."""
    return told(plan) != told(replace(judged, rows={}).plan(Minimize.COUNT))
