"""Whether a dated statement is in force on a day. Plain data in, plain data out.

Both days belong to it. One without a first day is *undated*: it counts until its last day is over, and since
when it does is not stated.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Protocol, TypeVar

DAY = timedelta(days=1)


class Force(StrEnum):
    """How a statement stands on a day."""

    IN_FORCE = "in-force"
    UNDATED = "undated"
    NOT_BEGUN = "not-begun"
    ENDED = "ended"

    @property
    def counts(self) -> bool:
        """Whether what it says holds on the day, as far as is known."""
        return self in (Force.IN_FORCE, Force.UNDATED)

    @property
    def label(self) -> str:
        """Its words."""
        return LABELS[self]


LABELS = {
    Force.IN_FORCE: "In force",
    Force.UNDATED: "First day not stated",
    Force.NOT_BEGUN: "Not begun",
    Force.ENDED: "Ended",
}


@dataclass(frozen=True, slots=True)
class Days:
    """From when until when a statement holds; None is not stated."""

    first: date | None = None
    last: date | None = None

    def force(self, on: date) -> Force:
        """How it stands on a day."""
        if self.last is not None and self.last < on:
            return Force.ENDED
        if self.first is None:
            return Force.UNDATED
        return Force.IN_FORCE if self.first <= on else Force.NOT_BEGUN

    def turns(self) -> Iterator[date]:
        """The days on which it stands otherwise than the day before."""
        if self.first is not None:
            yield self.first
        if self.last is not None and self.last < date.max:
            yield self.last + DAY


class Dated(Protocol):
    """A statement with its days."""

    @property
    def days(self) -> Days:
        """From when until when it holds."""


Statement = TypeVar("Statement", bound=Dated)


def counts_on(days: Days, on: date, today: date) -> bool:
    """Whether a statement counts on a day. What is undated counts today; of another day nobody can tell."""
    force = days.force(on)
    return force is Force.IN_FORCE or (force is Force.UNDATED and on == today)


def told_apart(rows: Iterable[Statement], on: date, today: date) -> tuple[list[Statement], list[Statement]]:
    """Those of these statements that count on a day, and apart from them the others."""
    counting: list[Statement] = []
    apart: list[Statement] = []
    for row in rows:
        (counting if counts_on(row.days, on, today) else apart).append(row)
    return counting, apart
