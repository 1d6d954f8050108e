"""What another option in place of a chosen one would change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal

from catalog.wording import sentence_case
from pathways.graph import Graph
from pathways.planner.answer import Difference, Option, Plan, Swap
from pathways.planner.making import SECONDS, make_plan
from pathways.planner.scope import quoted, without_text


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
        return Swap(option=option, plan=replace(other, reason=of_swap(other.reason, graph, chosen)))
    return Swap(
        option=option,
        plan=other,
        objective=other.objective - plan.objective,
        count=other.totals.count - plan.totals.count,
        hours=difference(hours_of(plan), hours_of(other)),
        cost=difference(cost_of(plan), cost_of(other)),
    )


def of_swap(reason: str, graph: Graph, chosen: str) -> str:
    """A reason as one reads it who has not asked yet to do without what was chosen, if that is on record."""
    if chosen not in graph.nodes:
        return reason
    title = graph.nodes[chosen].title
    asked, left = without_text(title), f"this swap leaves out {quoted(title)}"
    return reason.replace(asked, left).replace(sentence_case(asked), sentence_case(left))


@dataclass(frozen=True, slots=True)
class Stated:
    """What a plan states of a fact, by name, and how many steps each thing that does not stands for.

    `groups` tell of a price that holds only for some.
    """

    amounts: Mapping[str, Decimal]
    gaps: Mapping[str, int]
    groups: Mapping[str, str] = field(default_factory=dict)


def difference(before: Stated, after: Stated) -> Difference | None:
    """How much more is stated; None where nothing that differs states it."""
    changed = before.amounts.items() ^ after.amounts.items()
    whole = before.gaps == after.gaps
    if not changed and not whole:
        return None
    groups = {**before.groups, **after.groups}
    return Difference(
        stated=sum(after.amounts.values(), Decimal(0)) - sum(before.amounts.values(), Decimal(0)),
        gaps=sum(after.gaps.values()) - sum(before.gaps.values()),
        whole=whole,
        groups=tuple(sorted({groups[name] for name, _ in changed if name in groups})),
    )


def hours_of(plan: Plan) -> Stated:
    """The hours of a plan, at the midpoint of each step's."""
    spans = {step.name: step.node.rule.hours if step.node else None for step in plan.steps}
    return Stated(
        amounts={name: (span.low + span.high) / 2 for name, span in spans.items() if span},
        gaps={step.name: step.count for step in plan.steps if spans[step.name] is None},
    )


def cost_of(plan: Plan) -> Stated:
    """The cost of a plan."""
    payments = {f"{payment.kind}:{payment.slug}": payment for payment in plan.totals.payments}
    return Stated(
        amounts={name: payment.usd for name, payment in payments.items()},
        gaps={step.name: step.count for step in plan.steps if not step.states_cost},
        groups={name: payment.holds_for for name, payment in payments.items() if payment.holds_for},
    )
