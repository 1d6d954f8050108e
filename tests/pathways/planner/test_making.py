"""Plans on the whole demonstration catalog."""

from __future__ import annotations

from dataclasses import replace

import pytest

from catalog.rules import Credential, Stack
from pathways import queries
from pathways.graph import Graph, Kind, StackLink
from pathways.planner import Goal, Minimize, Plan, PlanStatus, Question, StepKind, make_plan
from tests.pathways.brute_force import BruteForce
from tests.pathways.planned import builds_on, earn, graph_of, stack, to_stack, used


@pytest.fixture
def graph(demo_catalog: None) -> Graph:
    return queries.load()


def planned(graph: Graph, plan: Plan) -> bool:
    """Whether there is a plan and its steps lead to the goal."""
    unnamed = frozenset(step.slug for step in plan.steps if step.kind is StepKind.UNNAMED)
    earned = frozenset(step.name for step in plan.steps if step.kind is StepKind.MICRO_CREDENTIAL)
    return plan.status is PlanStatus.OPTIMAL and BruteForce(graph, plan.question).reaches(earned, unnamed)


def refused(plan: Plan) -> bool:
    """Whether there is no plan and the reason is told."""
    return plan.status is PlanStatus.IMPOSSIBLE and plan.reason.endswith(".") and not plan.steps


@pytest.mark.parametrize("minimize", Minimize)
def test_every_goal_of_the_demonstration_is_planned_or_refused(graph: Graph, minimize: Minimize) -> None:
    kinds = (
        (Kind.ROLE, graph.roles),
        (Kind.PRIORITY, graph.priorities),
        (Kind.PATHWAY, graph.pathways),
        (Kind.STACK, graph.stacks),
    )
    goals = [Goal(kind, slug) for kind, found in kinds for slug in found]
    plans = {goal.id: make_plan(graph, Question(goal=goal, minimize=minimize)) for goal in goals}
    neither = [key for key, plan in plans.items() if not (planned(graph, plan) or refused(plan))]
    assert neither == []
    led_to = {f"priority:{slug}" for slug in graph.priorities} | {
        f"pathway:{slug}" for slug in graph.pathways
    }
    assert all(plans[key].status is PlanStatus.OPTIMAL for key in led_to)


def test_plan_of_the_demonstration_has_nothing_to_spare(graph: Graph) -> None:
    for slug in graph.pathways:
        plan = make_plan(graph, Question(goal=Goal(Kind.PATHWAY, slug)))
        assert [step.name for step in plan.steps if planned(graph, without(plan, step.name))] == []


def without(plan: Plan, name: str) -> Plan:
    """A plan without one of its steps."""
    return replace(plan, steps=tuple(step for step in plan.steps if step.name != name))


LONG, DEEP = 2_000, 300


def chain(*, loop: bool = False) -> tuple[list[Stack], list[StackLink]]:
    """Stacks that build on one another, one after the other."""
    stacks = [stack(f"s{number:04}", earn(f"c{number:04}")) for number in range(LONG)]
    pairs = list(zip(stacks[1:], stacks, strict=False))
    if loop:
        pairs.append((stacks[0], stacks[-1]))
    return stacks, [builds_on(after.slug, before.slug) for after, before in pairs]


def nest(first: Credential) -> Stack:
    """A stack in a stack, and so on."""
    inner = stack("s0000", first)
    for number in range(1, DEEP):
        inner = stack(f"s{number:04}", inner, earn(f"c{number:04}"))
    return inner


def test_a_long_chain_of_stacks_is_planned_from_its_first() -> None:
    stacks, links = chain()
    plan = make_plan(graph_of(*stacks, links=links), Question(goal=to_stack(stacks[-1].slug)))
    assert used(plan) == [one.slug for one in stacks]
    assert plan.objective == len(plan.steps) == LONG


def test_the_far_end_of_a_long_chain_is_in_the_way() -> None:
    stacks, links = chain()
    graph = graph_of(*stacks, links=links)
    question = Question(goal=to_stack(stacks[-1].slug), left_out={"c0000": "Its hours are not stated."})
    assert make_plan(graph, question).reason.endswith("“C0000” is left out because its hours are not stated.")


def test_a_long_loop_is_told_as_a_loop() -> None:
    stacks, links = chain(loop=True)
    plan = make_plan(graph_of(*stacks, links=links), Question(goal=to_stack("s0000")))
    assert plan.status is PlanStatus.IMPOSSIBLE
    assert plan.reason.endswith("is a loop, which nobody can finish.")


def test_deep_nesting_is_planned() -> None:
    outer = nest(earn("c0000"))
    plan = make_plan(graph_of(outer), Question(goal=to_stack(outer.slug), minimize=Minimize.COST))
    assert len(plan.steps) == len(plan.stacks) == DEEP


def test_what_is_gone_deep_inside_is_in_the_way() -> None:
    outer = nest(earn("c0000", offered=False))
    plan = make_plan(graph_of(outer), Question(goal=to_stack(outer.slug)))
    assert "“C0000” is no longer offered when this plan begins" in plan.reason
