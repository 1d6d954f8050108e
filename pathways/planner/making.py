"""From a question to a plan, and to what a swap in it would change."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from pathways.graph import Graph
from pathways.planner.answer import Option, Plan, Status, Swap
from pathways.planner.choosing import everything, worth
from pathways.planner.leaving import left_out_of
from pathways.planner.model import model_of
from pathways.planner.obstacles import why_not
from pathways.planner.prices import Covers, covers_of
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
        return Plan(question=question, status=Status.IMPOSSIBLE, left_out=left_out, reason=why_not(scope))
    return replace(solved(scope, seconds), left_out=left_out)


def solved(scope: Scope, seconds: float) -> Plan:
    """The plan of a scope that has an open way."""
    weights = weights_of(scope.graph, scope.question.minimize)
    covers = covers_of(scope, scope.usable(scope.open_ways)) if weights.with_prices else Covers()
    model = model_of(scope, weights, covers)
    solution = solve(model, seconds)
    chosen = solution.chosen or everything(scope)
    objective = worth(scope, weights, covers, chosen)
    bound = objective if solution.bound is None else Fraction(solution.bound) / model.scale
    teller = Teller(scope, chosen)
    return Plan(
        question=scope.question,
        status=Status.OPTIMAL if solution.bound is None else Status.FEASIBLE,
        objective=decimal_of(objective),
        gap=decimal_of((objective - bound) / objective) if objective > bound else Decimal(0),
        steps=tuple(teller.steps()),
        stacks=tuple(teller.stacks()),
        pathway=teller.pathway,
        choices=tuple(teller.choices()),
        totals=teller.totals(),
    )


def decimal_of(value: Fraction) -> Decimal:
    """The same number, as far as decimals go."""
    return Decimal(value.numerator) / Decimal(value.denominator)


def swaps(graph: Graph, plan: Plan, choice: str, chosen: str, seconds: float = SECONDS) -> list[Swap]:
    """What each other option of a choice would change, in place of one that was chosen (by their ids).

    Nothing for a choice or an option that is not in the plan.
    """
    options = next((one.options for one in plan.choices if one.id == choice), ())
    if not any(one.id == chosen and one.chosen and not one.held for one in options):
        return []
    return [swap(graph, plan, one, chosen, seconds) for one in options if not one.chosen]


def swap(graph: Graph, plan: Plan, option: Option, chosen: str, seconds: float) -> Swap:
    """One option in place of what was chosen."""
    asked = plan.question
    wanted, unwanted = asked.wanted - {chosen} | {option.id}, asked.unwanted - {option.id} | {chosen}
    other = make_plan(graph, replace(asked, wanted=wanted, unwanted=unwanted), seconds)
    if other.objective is None or plan.objective is None:
        return Swap(option=option, plan=other)
    mine, theirs = plan.totals, other.totals
    return Swap(
        option=option,
        plan=other,
        objective=other.objective - plan.objective,
        count=theirs.count - mine.count,
        hours=difference(theirs.hours_max, mine.hours_max),
        cost=difference(theirs.cost_usd, mine.cost_usd),
    )


def difference(after: Decimal | None, before: Decimal | None) -> Decimal | None:
    """How much more, None where either is not stated."""
    return None if after is None or before is None else after - before
