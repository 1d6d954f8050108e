"""A record's status in one jurisdiction on any day, from decisions. Plain data in, plain data out.

Definitions of the words stand in `docs/reference/rules.md`. A decision counts from its first day; on any day
the one that began last counts, and of several that began on one day the one decided, then recorded, last.
What was decided after a day says nothing about it, unless it holds on that day.
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
    """What a board's decisions make of a record on a day, in one word.

    An approval without conditions that ends soon is `ENDING_SOON`; whether one with conditions does is told
    by `DayStatus`. As a value of a facet `APPROVED` is every approval in force.
    """

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
        return self in (Status.APPROVED, *NARROWER)


NARROWER = (Status.CONDITIONAL, Status.ENDING_SOON)
"""Values of the facet that narrow `APPROVED`; both may hold of one approval."""

LABELS = {
    Status.APPROVED: "Approved",
    Status.CONDITIONAL: "Conditional",
    Status.ENDING_SOON: "Ending soon",
    Status.ENDED: "Ended",
    Status.NOT_APPROVED: "Not approved",
    Status.NO_DECISION: "No decision on record",
}


@dataclass(frozen=True, slots=True)
class DayStatus:
    """How a record stands with a board on a day.

    `ends_on` is the last day of the decision that counts: its own, or the day before a no that the board had
    decided by that day; no renewal moves it. None: no end was decided, or no approval counts. `ends_soon`
    says that an approval is in force that ends within `SOON` days, with the renewals decided by that day.
    """

    status: Status
    ends_soon: bool = False
    ends_on: date | None = None

    @property
    def in_force(self) -> bool:
        """Whether the board's yes holds."""
        return self.status.in_force

    @property
    def signs(self) -> tuple[Status, ...]:
        """The words that hold of it, as they are shown: a conditional approval that ends soon has two."""
        if self.ends_soon and self.status is not Status.ENDING_SOON:
            return (self.status, Status.ENDING_SOON)
        return (self.status,)

    @property
    def label(self) -> str:
        """Its words in one text."""
        first, *others = (one.label for one in self.signs)
        return ", ".join([first, *map(str.lower, others)])

    @property
    def values(self) -> tuple[Status, ...]:
        """The values of the facet that it is found under."""
        narrower = tuple(one for one in self.signs if one in NARROWER)
        return (Status.APPROVED, *narrower) if self.in_force else (self.status,)


UNDECIDED = DayStatus(Status.NO_DECISION)
"""What holds where nothing is on record."""


@dataclass(frozen=True, slots=True)
class Ruling:
    """A decision that nothing supersedes.

    `gives` is the status it gives from its first to its last day, both included; a no has no last day.
    `number` says in which order decisions were recorded; `withdraws` tells a withdrawal from any other no.
    """

    gives: Status
    starts: date
    ends: date | None = None
    decided: date = date.min
    number: int = 0
    withdraws: bool = False

    @property
    def place(self) -> tuple[date, date, int]:
        """Where it stands among others: the last counts."""
        return (self.starts, self.decided, self.number)

    def holds(self, on: date) -> bool:
        """Whether a day lies within its first and its last."""
        return self.starts <= on and (self.ends is None or on <= self.ends)


@dataclass(frozen=True, slots=True)
class Span:
    """How a record stands from a day until a day, both included; `ends` None: from then on."""

    stands: DayStatus
    starts: date
    ends: date | None


@dataclass(frozen=True, slots=True)
class End:
    """The last day of an approval, and the no that cut it short; None where it ran out by itself."""

    day: date
    approval: Ruling
    by: Ruling | None


class Change(StrEnum):
    """What a decision made of a record, as those before it had left it."""

    APPROVED = "approved"
    APPROVED_AGAIN = "approved-again"
    RENEWED = "renewed"
    CONDITIONS_ADDED = "conditions-added"
    CONDITIONS_LIFTED = "conditions-lifted"
    WITHDRAWN = "withdrawn"
    DECLINED = "declined"
    CORRECTED = "corrected"

    @property
    def label(self) -> str:
        """Its words."""
        return CHANGES[self]


CHANGES = {
    Change.APPROVED: "Approved",
    Change.APPROVED_AGAIN: "Approved again",
    Change.RENEWED: "Renewed",
    Change.CONDITIONS_ADDED: "Changed to an approval with conditions",
    Change.CONDITIONS_LIFTED: "Approved without conditions",
    Change.WITHDRAWN: "Approval withdrawn",
    Change.DECLINED: "Declined",
    Change.CORRECTED: "Corrected",
}


def known(rulings: Iterable[Ruling], on: date) -> list[Ruling]:
    """What was decided by a day, and what was decided after it and holds on it."""
    return [one for one in rulings if one.decided <= on or one.holds(on)]


def last_begun(rulings: Iterable[Ruling], on: date) -> Ruling | None:
    """The last of these to begin by a day."""
    begun = [one for one in rulings if one.starts <= on]
    return max(begun, key=lambda one: one.place) if begun else None


def counting(rulings: Iterable[Ruling], on: date) -> Ruling | None:
    """The decision that counts on a day, or None before the first."""
    return last_begun(known(rulings, on), on)


def in_force(rulings: Iterable[Ruling], on: date) -> bool:
    """Whether the last of these to begin is a yes that holds on a day."""
    ruling = last_begun(rulings, on)
    return ruling is not None and ruling.gives.in_force and ruling.holds(on)


def holds_until(rulings: Iterable[Ruling], on: date) -> date | None:
    """The last day until which approvals follow each other from a day on without a gap, as decided by then.

    None where none is in force on the day, and where no end was decided.
    """
    listed = known(rulings, on)
    if not in_force(listed, on):
        return None
    ahead = (day for day in sorted({*changes(listed)}) if day > on and not in_force(listed, day))
    end = next(ahead, None)
    return end - DAY if end else None


def end_on(rulings: Iterable[Ruling], on: date) -> End | None:
    """The end of the approval in force on a day or, where none is, of the last before it.

    Its own last day, or the day before a no, as it was decided by that day: a renewal has an end of its own.
    None where no end was decided, and where there was no approval.
    """
    listed = known(rulings, on)
    if in_force(listed, on):
        last = on
    else:
        turns = sorted({*changes(listed)}, reverse=True)
        held = (day - DAY for day in turns if date.min < day <= on and in_force(listed, day - DAY))
        last = next(held, date.min)
    approval = last_begun(listed, last)
    return end_of(listed, approval) if approval else None


def end_of(rulings: Iterable[Ruling], approval: Ruling) -> End | None:
    """The end of one of these approvals; None where none was decided."""
    after = min(
        (one for one in rulings if one.place > approval.place), key=lambda one: one.place, default=None
    )
    cut = after.starts - DAY if after and not after.gives.in_force else None
    if cut is not None and (approval.ends is None or cut < approval.ends):
        return End(cut, approval, after)
    return End(approval.ends, approval, None) if approval.ends else None


def day_status(rulings: Iterable[Ruling], on: date) -> DayStatus:
    """How a record stands on a day."""
    listed = known(rulings, on)
    ruling = last_begun(listed, on)
    if ruling is None:
        return UNDECIDED
    if not ruling.holds(on):
        return DayStatus(Status.ENDED, ends_on=ruling.ends)
    if not ruling.gives.in_force:
        return DayStatus(ruling.gives)
    end, until = end_of(listed, ruling), holds_until(listed, on)
    soon = until is not None and (until - on).days <= SOON
    status = Status.ENDING_SOON if soon and ruling.gives is Status.APPROVED else ruling.gives
    return DayStatus(status, soon, end.day if end else None)


def status_on(rulings: Iterable[Ruling], on: date) -> Status:
    """The status on a day, in one word."""
    return day_status(rulings, on).status


def later(rulings: Iterable[Ruling], on: date) -> list[tuple[Change, Ruling]]:
    """What says nothing about a day: it begins after it, or was decided after it and is over by it."""
    listed = sorted(rulings, key=lambda one: one.place)
    told = (one for one in listed if one.starts > on or (one.decided > on and not one.holds(on)))
    return [(change_by(listed, one), one) for one in told]


def change_by(rulings: Iterable[Ruling], one: Ruling) -> Change:
    """What one of these decisions made of the record."""
    if not one.gives.in_force:
        return Change.WITHDRAWN if one.withdraws else Change.DECLINED
    before = [other for other in rulings if other.place < one.place]
    last = max(before, key=lambda other: other.place, default=None)
    if last is None or not last.gives.in_force or (last.ends and one.starts - last.ends > DAY):
        again = any(other.gives.in_force for other in before)
        return Change.APPROVED_AGAIN if again else Change.APPROVED
    if last.gives is one.gives:
        return Change.RENEWED
    lifted = one.gives is Status.APPROVED
    return Change.CONDITIONS_LIFTED if lifted else Change.CONDITIONS_ADDED


def changes(rulings: Iterable[Ruling]) -> Iterator[date]:
    """The days on which what counts may be another than the day before."""
    for one in rulings:
        yield one.starts
        if one.ends is not None and one.ends < date.max:
            yield one.ends + DAY


def spans(rulings: Iterable[Ruling]) -> list[Span]:
    """How a record stands from the first decision on; days of no decision are left out."""
    listed = list(rulings)
    turns = set(changes(listed))
    soon = {turn - (SOON + 1) * DAY for turn in turns if turn.toordinal() > SOON + 1}
    first = min((one.starts for one in listed), default=date.max)
    days = sorted(day for day in turns | soon | {one.decided for one in listed} if day >= first)
    found: list[tuple[DayStatus, date]] = []
    for day in days:
        stands = day_status(listed, day)
        if not found or found[-1][0] != stands:
            found.append((stands, day))
    ends = (start - DAY for _, start in found[1:])
    pairs = zip_longest(found, ends)
    return [Span(stands, start, end) for (stands, start), end in pairs if stands != UNDECIDED]
