"""Totals of a plan: sums of what is stated, and how much is not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from catalog.rules import Price
from pathways.graph import Node, StackNode
from pathways.planner.answer import Payment, PlanTotals, Step, StepKind


def totals_of(steps: Sequence[Step], paid: Iterable[StackNode]) -> PlanTotals:
    """The totals of these steps, where the prices of these whole stacks are paid."""
    spans = [(step, step.node.rule.hours if step.node else None) for step in steps]
    stated = [span for _, span in spans if span]
    payments = [*payments_of(steps), *(payment(node, node.rule.price) for node in paid if node.rule.price)]
    return PlanTotals(
        count=sum(step.count for step in steps),
        at_least=any(step.kind is StepKind.UNNAMED for step in steps),
        hours_min=None if steps and not stated else sum((span.low for span in stated), Decimal(0)),
        hours_max=None if steps and not stated else sum((span.high for span in stated), Decimal(0)),
        hours_not_stated=sum(step.count for step, span in spans if span is None),
        cost_usd=None if steps and not payments else sum((one.usd for one in payments), Decimal(0)),
        cost_not_stated=sum(step.count for step in steps if not step.states_cost),
        payments=tuple(payments),
    )


def payments_of(steps: Iterable[Step]) -> Iterator[Payment]:
    """The stated prices of micro-credentials that no whole stack pays for."""
    for step in steps:
        if step.node and step.price and not step.covered:
            yield payment(step.node, step.price)


def payment(node: Node, price: Price) -> Payment:
    """What is paid for one thing."""
    return Payment(node.kind, node.slug, node.title, price.usd, price.holds_for)
