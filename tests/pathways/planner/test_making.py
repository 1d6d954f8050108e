"""Plans on the whole demonstration catalog."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pathways import queries
from pathways.graph import Graph, Kind
from pathways.planner import Goal, Minimize, Plan, Question, Status, StepKind, make_plan
from tests.pathways.brute_force import BruteForce


@pytest.fixture
def graph(demo_catalog: None) -> Graph:
    return queries.load()


def planned(graph: Graph, plan: Plan) -> bool:
    """Whether there is a plan and its steps lead to the goal."""
    unnamed = frozenset(step.slug for step in plan.steps if step.kind is StepKind.UNNAMED)
    earned = frozenset(step.name for step in plan.steps if step.kind is StepKind.MICRO_CREDENTIAL)
    return plan.status is Status.OPTIMAL and BruteForce(graph, plan.question).reaches(earned, unnamed)


def refused(plan: Plan) -> bool:
    """Whether there is no plan and the reason is told."""
    return plan.status is Status.IMPOSSIBLE and plan.reason.endswith(".") and not plan.steps


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
    assert all(plans[key].status is Status.OPTIMAL for key in led_to)


def test_plan_of_the_demonstration_has_nothing_to_spare(graph: Graph) -> None:
    for slug in graph.pathways:
        plan = make_plan(graph, Question(goal=Goal(Kind.PATHWAY, slug)))
        assert [step.name for step in plan.steps if planned(graph, without(plan, step.name))] == []


def without(plan: Plan, name: str) -> Plan:
    """A plan without one of its steps."""
    return replace(plan, steps=tuple(step for step in plan.steps if step.name != name))
