"""The rows of a road's table: sorted, and as plain texts for a spreadsheet."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from catalog.totals import Total
from catalog.wording import CostLine
from home.alphabet import title_key
from home.numbers import NOT_STATED
from pathways.drawing.road import Road, RoadGoal, RoadStack, RoadStage
from pathways.graph import Kind

UNKNOWN = Decimal("Infinity")
"""Sorts what is not stated behind everything else."""

DECIDED = ("Holds from", "Holds until", "Decided on", "Citation", "Last day in force", "What came later")
"""What the decision says that gives a stack its status, and what came after the day."""

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
    *DECIDED,
)
LEADS_TO = {Kind.PRIORITY: "Leads to a priority", Kind.ROLE: "Leads to a role"}


@dataclass(frozen=True)
class Row:
    """A stack in a stage. One without a stage follows the last; a stage without stacks has a row, too."""

    stack: RoadStack | None
    stage: RoadStage | None


def stated(total: Total | None) -> Decimal:
    """The low end of a total, for sorting."""
    return total.low if total and total.stated else UNKNOWN


def fewest_hours(stack: RoadStack) -> Decimal:
    """The hours at the least."""
    return stated(stack.summary.totals.hours if stack.summary.totals else None)


def lowest_cost(stack: RoadStack) -> Decimal:
    """The cost for everyone at the least."""
    return stated(stack.summary.totals.cost if stack.summary.totals else None)


SORTS: Mapping[str, Callable[[RoadStack], Any]] = {
    "stage": lambda stack: 0,
    "stack": lambda stack: title_key(stack.title),
    "issuer": lambda stack: title_key(stack.issuer.name),
    "hours": fewest_hours,
    "cost": lowest_cost,
}
"""What a table can be sorted by; rows that are equal in it stay in the order of the road."""


def rows_of(road: Road, sort: str = "stage") -> list[Row]:
    """Every stack of every stage, then what follows, sorted; stages without stacks come last."""
    stages = {stage.number: stage for stage in road.stages}
    rows = [Row(stack, stages.get(stack.stage)) for stack in sorted(road.stacks, key=SORTS[sort])]
    return [*rows, *(Row(None, stage) for stage in road.stages if not stage.stacks)]


def costs_text(costs: list[CostLine]) -> str:
    """What a stack costs in one text."""
    return "; ".join(f"{cost.label}: {cost.text}" for cost in costs)


def order_text(stack: RoadStack) -> str:
    """What comes before and after a stack, and where else it stands, in one text."""
    said = [sentence.text for sentence in stack.sentences]
    return " ".join([*said, *filter(None, [stack.twice])])


def plain_rows(
    road: Road,
    statuses: Mapping[int, str],
    board: str,
    absolute: Callable[[str], str],
    decided: Mapping[int, Mapping[str, str]] = MappingProxyType({}),
) -> Iterator[tuple[str, ...]]:
    """The road as rows of texts, columns' names first.

    By the key of a stack, `statuses` are words and `decided` cells of the columns `DECIDED`.
    """
    yield COLUMNS
    for row in rows_of(road):
        key = row.stack.key if row.stack and row.stage else None
        status = statuses.get(key, "") if key else ""
        stands = {"Status": status, "Board": board if status else "", **(decided.get(key, {}) if key else {})}
        yield in_columns(stage_cells(row.stage) | stack_cells(row.stack, absolute) | stands)
    for goal in road.goals:
        yield in_columns(goal_cells(goal, absolute))


def in_columns(cells: Mapping[str, str]) -> tuple[str, ...]:
    """One row; empty where a column does not apply."""
    return tuple(cells.get(column, "") for column in COLUMNS)


def stage_cells(stage: RoadStage | None) -> dict[str, str]:
    """What stands before a stack."""
    if stage is None:
        return {"Part": "And then"}
    return {
        "Part": "Stage",
        "Stage": str(stage.number),
        "Level": stage.level,
        "Stage title": stage.title,
        "Stage asks for": stage.pick,
    }


def stack_cells(stack: RoadStack | None, absolute: Callable[[str], str]) -> dict[str, str]:
    """A stack from its title to its place in the order."""
    if stack is None:
        return {}
    return {
        "Title": stack.title,
        "Address": absolute(stack.url),
        "Issuer": stack.issuer.name,
        "Asks for": stack.summary.short,
        "Hours": stack.summary.hours,
        "Cost": costs_text(stack.summary.costs),
        "Order": order_text(stack),
    }


def goal_cells(goal: RoadGoal, absolute: Callable[[str], str]) -> dict[str, str]:
    """What the road leads to; only a role is paid."""
    pay = {"Pay": goal.pay or NOT_STATED} if goal.is_role else {}
    return {"Part": LEADS_TO[goal.kind], "Title": goal.title, "Address": absolute(goal.url)} | pay
