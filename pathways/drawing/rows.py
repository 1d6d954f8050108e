"""The rows of a road's table: sorted, and as plain texts for a spreadsheet."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from catalog.totals import Total
from catalog.wording import CostLine
from pathways.drawing.road import Road, RoadGoal, RoadStack, RoadStage
from pathways.graph import Kind

UNKNOWN = Decimal("Infinity")
"""Sorts what is not stated behind everything else."""

COLUMNS = (
    "Part",
    "Stage",
    "Level",
    "Stage title",
    "Stage asks for",
    "Title",
    "Address",
    "Issuer",
    "Asks for",
    "Hours",
    "Cost",
    "Order",
    "Pay",
    "Status",
    "Board",
)
LEADS_TO = {Kind.PRIORITY: "Leads to a priority", Kind.ROLE: "Leads to a role"}


@dataclass(frozen=True)
class Row:
    """A stack in a stage; without one it follows the last stage."""

    stack: RoadStack
    stage: RoadStage | None


def stated(total: Total | None) -> Decimal:
    """The low end of a total, for sorting."""
    return total.low if total and total.stated else UNKNOWN


def by_hours(row: Row) -> tuple[Any, ...]:
    """The fewest hours."""
    totals = row.stack.summary.totals
    return (stated(totals.hours if totals else None),)


def by_cost(row: Row) -> tuple[Any, ...]:
    """The lowest cost for everyone."""
    totals = row.stack.summary.totals
    return (stated(totals.cost if totals else None),)


SORTS: Mapping[str, Callable[[Row], tuple[Any, ...]]] = {
    "stage": lambda row: (),
    "stack": lambda row: (row.stack.title.casefold(),),
    "issuer": lambda row: (row.stack.issuer.name.casefold(),),
    "hours": by_hours,
    "cost": by_cost,
}
"""What a table can be sorted by; rows that are equal in it stay in the order of the road."""


def rows_of(road: Road, sort: str = "stage") -> list[Row]:
    """Every stack of every stage, then what follows, sorted."""
    stages = {stage.number: stage for stage in road.stages}
    return sorted((Row(stack, stages.get(stack.stage)) for stack in road.stacks), key=SORTS[sort])


def costs_text(costs: list[CostLine]) -> str:
    """What a stack costs in one text."""
    return "; ".join(f"{cost.label}: {cost.text}" for cost in costs)


def order_text(stack: RoadStack) -> str:
    """What comes before and after a stack, and where else it stands, in one text."""
    said = [link.sentence for link in stack.links]
    return " ".join([*said, *filter(None, [stack.twice])])


def plain_rows(
    road: Road, statuses: Mapping[int, str], board: str, absolute: Callable[[str], str]
) -> Iterator[tuple[str, ...]]:
    """The road as rows of texts, columns' names first; `statuses` are words by the key of a stack."""
    yield COLUMNS
    for row in rows_of(road):
        status = statuses.get(row.stack.key, "") if row.stage else ""
        yield (
            *stage_cells(row.stage),
            *stack_cells(row.stack, absolute),
            "",
            status,
            board if status else "",
        )
    for goal in road.goals:
        yield goal_cells(goal, absolute)


def stage_cells(stage: RoadStage | None) -> tuple[str, ...]:
    """What stands before a stack."""
    if stage is None:
        return ("And then", "", "", "", "")
    return ("Stage", str(stage.number), stage.level, stage.title, stage.pick)


def stack_cells(stack: RoadStack, absolute: Callable[[str], str]) -> tuple[str, ...]:
    """A stack from its title to its place in the order."""
    summary = stack.summary
    return (
        stack.title,
        absolute(stack.url),
        stack.issuer.name,
        summary.short,
        summary.hours,
        costs_text(summary.costs),
        order_text(stack),
    )


def goal_cells(goal: RoadGoal, absolute: Callable[[str], str]) -> tuple[str, ...]:
    """What the road leads to."""
    pay = goal.pay or ("not stated" if goal.is_role else "")
    return (
        LEADS_TO[goal.kind],
        "",
        "",
        "",
        "",
        goal.title,
        absolute(goal.url),
        "",
        "",
        "",
        "",
        "",
        pay,
        "",
        "",
    )
