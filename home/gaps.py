"""What a record lacks or has wrong: declared once, then counted, listed, filtered and shown.

A gap is a condition on the database's rows, so that a list marks every row in the query that reads it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from django.db.models import BooleanField, ExpressionWrapper, Q, QuerySet

Rows = TypeVar("Rows", bound=QuerySet[Any])


@dataclass(frozen=True)
class Gap:
    """One thing to look after. An urgent one is wrong; the others are only not stated.

    What lies in several other rows is asked for with `Exists`: a join would list the record once for each.
    """

    name: str
    label: str
    condition: Q | Callable[[], Q]
    urgent: bool = False

    @property
    def asked(self) -> Q:
        """The condition as it is now: one that depends on the day is made when it is asked for."""
        return self.condition if isinstance(self.condition, Q) else self.condition()

    @property
    def mark(self) -> str:
        """The name of the mark on a row."""
        return f"gap_{self.name}"


def marked(rows: Rows, gaps: Sequence[Gap]) -> Rows:
    """The rows, each marked with the gaps it has."""
    marks = {gap.mark: ExpressionWrapper(gap.asked, output_field=BooleanField()) for gap in gaps}
    return rows.annotate(**marks)


def with_gaps(rows: Rows, gaps: Sequence[Gap]) -> Rows:
    """The rows with at least one of these gaps."""
    return rows.filter(any_of(gaps))


def any_of(gaps: Sequence[Gap]) -> Q:
    """The condition of having at least one of these gaps."""
    anyone = Q(pk__in=[])
    for gap in gaps:
        anyone |= gap.asked
    return anyone


def gaps_named(gaps: Sequence[Gap], name: str) -> list[Gap]:
    """The gap of this name; “urgent” stands for all that are urgent, “stated” for all others."""
    if name in ("urgent", "stated"):
        return [gap for gap in gaps if gap.urgent == (name == "urgent")]
    return [gap for gap in gaps if gap.name == name]


def gaps_of(row: Any, gaps: Sequence[Gap]) -> list[Gap]:
    """The gaps that a marked row has, urgent ones first."""
    return sorted((gap for gap in gaps if getattr(row, gap.mark, False)), key=lambda gap: not gap.urgent)
