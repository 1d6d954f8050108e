"""From a question to a plan."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from pathways.graph import Graph
from pathways.planner.answer import Plan, PlanStatus
from pathways.planner.choosing import everything, worth
from pathways.planner.leaving import left_out_of
from pathways.planner.model import model_of
from pathways.planner.obstacles import why_not
from pathways.planner.question import Question
from pathways.planner.scope import Scope, scope_of
from pathways.planner.solving import solve
from pathways.planner.telling import Teller
from pathways.planner.weights import weights_of

SECONDS = 5.0
"""How long a plan may take before it says how far from the least it may be."""


def make_plan(graph: Graph, question: Question, seconds: float = SECONDS) -> Plan:
    """The plan with the least of what is asked, or what is in the way.

    A pathway or stack that is the goal, and whatever is a role or priority, must be in the graph.
    """
    scope = scope_of(graph, question)
    left_out = left_out_of(scope)
    if not scope.open_ways:
        return Plan(question=question, status=PlanStatus.IMPOSSIBLE, left_out=left_out, reason=why_not(scope))
    return replace(solved(scope, seconds), left_out=left_out)


def has_plan(graph: Graph, question: Question) -> bool:
    """Whether anybody can reach the goal; no plan is made."""
    return bool(scope_of(graph, question).open_ways)


def why_no_plan(graph: Graph, question: Question) -> str:
    """What is in the way of a goal, as a sentence; empty where there is a plan. None is made."""
    scope = scope_of(graph, question)
    return "" if scope.open_ways else why_not(scope)


def solved(scope: Scope, seconds: float) -> Plan:
    """The plan of a scope that has an open way."""
    weights = weights_of(scope.graph, scope.question.minimize)
    solution = solve((model_of(scope, weights, ways) for ways in scope.rounds), seconds)
    chosen = solution.chosen or everything(scope)
    objective = worth(scope, weights, chosen)
    bound = objective if solution.bound is None else min(solution.bound, objective)
    teller = Teller(scope, chosen)
    return Plan(
        question=scope.question,
        status=PlanStatus.OPTIMAL if bound == objective else PlanStatus.FEASIBLE,
        objective=decimal_of(objective),
        gap=decimal_of((objective - bound) / objective) if bound < objective else Decimal(0),
        steps=tuple(teller.steps()),
        stacks=tuple(teller.stacks()),
        pathway=teller.pathway,
        choices=tuple(teller.choices()),
        totals=teller.totals(),
    )


def decimal_of(value: Fraction) -> Decimal:
    """The same number, as far as decimals go."""
    return Decimal(value.numerator) / Decimal(value.denominator)
