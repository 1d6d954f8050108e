"""What another option in place of a chosen one would change."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from pathways.graph import Graph
from pathways.planner.answer import Option, Plan, Swap
from pathways.planner.making import SECONDS, make_plan


def swaps(graph: Graph, plan: Plan, choice: str, chosen: str, seconds: float = SECONDS) -> list[Swap]:
    """What each other option of a choice would change, in place of one that was chosen (by their ids).

    Nothing for a choice or an option that is not in the plan.
    """
    options = next((one.options for one in plan.choices if one.id == choice), ())
    if not any(one.id == chosen and one.chosen and not one.held for one in options):
        return []
    return [swap(graph, plan, one, chosen, seconds) for one in options if not one.chosen and not one.held]


def swap(graph: Graph, plan: Plan, option: Option, chosen: str, seconds: float) -> Swap:
    """One option in place of what was chosen."""
    asked = plan.question
    wanted, unwanted = asked.wanted - {chosen} | {option.id}, asked.unwanted - {option.id} | {chosen}
    other = make_plan(graph, replace(asked, wanted=wanted, unwanted=unwanted), seconds)
    if other.objective is None or plan.objective is None:
        return Swap(option=option, plan=other)
    return Swap(
        option=option,
        plan=other,
        objective=other.objective - plan.objective,
        count=other.totals.count - plan.totals.count,
        hours=more(hours_of(plan), hours_of(other)),
        cost=more(cost_of(plan), cost_of(other)),
    )


Stated = tuple[Decimal, frozenset[str]]
"""The sum of what is stated, and the names of the steps that do not state it."""


def more(before: Stated, after: Stated) -> Decimal | None:
    """How much more is stated; None where it is not the same steps that do not state it."""
    return after[0] - before[0] if after[1] == before[1] else None


def hours_of(plan: Plan) -> Stated:
    """The hours of a plan, at the midpoint of each step's."""
    spans = {step.name: step.node.rule.hours if step.node else None for step in plan.steps}
    stated = sum(((span.low + span.high) / 2 for span in spans.values() if span), Decimal(0))
    return stated, frozenset(name for name, span in spans.items() if span is None)


def cost_of(plan: Plan) -> Stated:
    """The cost of a plan."""
    stated = sum((payment.usd for payment in plan.totals.payments), Decimal(0))
    return stated, frozenset(step.name for step in plan.steps if not step.states_cost)
