"""A record's status in one jurisdiction on any day, from decisions. Plain data in, plain data out.

Definitions of the words stand in `docs/reference/rules.md`. A decision counts from its first day; on any day
the one that began last counts, and of several that began on one day the one decided, then recorded, last.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import zip_longest

SOON = 90
"""Days before its end from which an approval is called ending soon, the last day included."""

DAY = timedelta(days=1)


class Status(StrEnum):
    """What a board's decisions make of a record on a day."""

    APPROVED = "approved"
    CONDITIONAL = "conditional"
    ENDING_SOON = "ending-soon"
    ENDED = "ended"
    NOT_APPROVED = "not-approved"
    NO_DECISION = "no-decision"

    @property
    def label(self) -> str:
        """Its words."""
        return LABELS[self]

    @property
    def in_force(self) -> bool:
        """Whether the board's yes holds."""
        return self is Status.CONDITIONAL or self.is_approved

    @property
    def is_approved(self) -> bool:
        """Whether the board's yes holds without conditions."""
        return self in (Status.APPROVED, Status.ENDING_SOON)


LABELS = {
    Status.APPROVED: "Approved",
    Status.CONDITIONAL: "Conditional",
    Status.ENDING_SOON: "Ending soon",
    Status.ENDED: "Ended",
    Status.NOT_APPROVED: "Not approved",
    Status.NO_DECISION: "No decision on record",
}


@dataclass(frozen=True, slots=True)
class Ruling:
    """A decision that nothing supersedes.

    `gives` is the status it gives from its first to its last day, both included; a no has no last day.
    `number` says in which order decisions were recorded.
    """

    gives: Status
    starts: date
    ends: date | None = None
    decided: date = date.min
    number: int = 0

    @property
    def place(self) -> tuple[date, date, int]:
        """Where it stands among others: the last counts."""
        return (self.starts, self.decided, self.number)


@dataclass(frozen=True, slots=True)
class Span:
    """A status from a day until a day, both included; `ends` None: from then on."""

    status: Status
    starts: date
    ends: date | None


def counting(rulings: Iterable[Ruling], on: date) -> Ruling | None:
    """The decision that counts on a day, or None before the first."""
    begun = [one for one in rulings if one.starts <= on]
    return max(begun, key=lambda one: one.place) if begun else None


def plain_status(rulings: Iterable[Ruling], on: date) -> Status:
    """The status on a day, whatever comes after it."""
    ruling = counting(rulings, on)
    if ruling is None:
        return Status.NO_DECISION
    return Status.ENDED if ruling.ends is not None and ruling.ends < on else ruling.gives


def status_on(rulings: Iterable[Ruling], on: date) -> Status:
    """The status on a day. An approval that another follows without a gap does not end."""
    listed = list(rulings)
    status = plain_status(listed, on)
    if status is not Status.APPROVED:
        return status
    last = last_approved_day(listed, on)
    return Status.ENDING_SOON if last is not None and (last - on).days <= SOON else status


def last_approved_day(rulings: list[Ruling], on: date) -> date | None:
    """The last day of the approval that holds on this day, or None where no end is known."""
    later = sorted(day for day in changes(rulings) if day > on)
    return next((day - DAY for day in later if plain_status(rulings, day) is not Status.APPROVED), None)


def changes(rulings: Iterable[Ruling]) -> Iterator[date]:
    """The days on which what counts may be another than the day before."""
    for one in rulings:
        yield one.starts
        if one.ends is not None and one.ends < date.max:
            yield one.ends + DAY


def spans(rulings: Iterable[Ruling]) -> list[Span]:
    """Every status from the first decision on, without gaps, each as long as it lasts."""
    listed = list(rulings)
    turns = set(changes(listed))
    soon = {turn - (SOON + 1) * DAY for turn in turns if turn.toordinal() > SOON + 1}
    first = min((one.starts for one in listed), default=date.max)
    days = sorted(day for day in turns | soon if day >= first)
    found: list[tuple[Status, date]] = []
    for day in days:
        status = status_on(listed, day)
        if not found or found[-1][0] is not status:
            found.append((status, day))
    ends = (start - DAY for _, start in found[1:])
    return [Span(status, start, end) for (status, start), end in zip_longest(found, ends)]
