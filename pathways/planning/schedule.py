"""When each step of a plan can be done at so many hours a week: plain data in, plain data out.

The days are an offer, not a promise: a step takes the most hours its source states, and one that states
none leaves room for the median of what the catalog states.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import groupby
from math import ceil

from catalog.day_wording import too_late
from pathways.planner import Step

DAYS_A_WEEK = 7
MOST_DAYS = 50 * 365
"""A plan that would take longer has no days."""

FALL, SPRING = 8, 1
SUMMER = 6
"""The months in which the terms of a school year begin."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A step from its first to its last day, both included. `assumed` tells that its hours are not stated."""

    step: Step
    first: date
    last: date
    hours: Decimal
    assumed: bool

    @property
    def too_late(self) -> str:
        """That it lies after a last day of its step, in a sentence; empty where it does not."""
        node = self.step.node
        return too_late(node.rule.offering, self.first, self.last) if node else ""

    @property
    def title(self) -> str:
        """What it is called; unnamed steps by their stack, with how many they are."""
        return self.step.title if self.step.node else f"{self.step.title} ({self.step.count} not on record)"


@dataclass(frozen=True, slots=True)
class Term:
    """The steps that begin in a term of a school year."""

    title: str
    slots: tuple[Slot, ...]


def schedule(steps: Iterable[Step], week: Decimal, start: date, typical: Decimal) -> list[Slot]:
    """One step after the other from `start`, `week` hours each week; none where that takes too long."""
    slots: list[Slot] = []
    done = Decimal(0)
    for step in steps:
        hours, assumed = hours_of(step, typical)
        first = int(done * DAYS_A_WEEK / week)
        done += hours
        last = max(ceil(done * DAYS_A_WEEK / week) - 1, first)
        if last > MOST_DAYS:
            return []
        slots.append(Slot(step, day_after(start, first), day_after(start, last), hours, assumed))
    return slots


def day_after(start: date, days: int) -> date:
    """The day so many days after the first; the calendar's last day where it ends before."""
    return date.fromordinal(min(start.toordinal() + days, date.max.toordinal()))


def hours_of(step: Step, typical: Decimal) -> tuple[Decimal, bool]:
    """The most hours of a step, and whether they are only assumed."""
    span = step.node.rule.hours if step.node else None
    return (typical * step.count, True) if span is None else (span.high, False)


def terms(slots: Iterable[Slot]) -> list[Term]:
    """The steps under the terms in which they begin."""
    return [Term(title, tuple(inside)) for title, inside in groupby(slots, lambda slot: term_of(slot.first))]


def term_of(day: date) -> str:
    """The term of a day: fall from August, spring from January, summer from June."""
    if day.month >= FALL:
        return f"Fall {day.year}"
    return f"{'Summer' if day.month >= SUMMER else 'Spring'} {day.year}"
