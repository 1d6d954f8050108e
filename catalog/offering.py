"""Until when a record is offered, on any day, from the days an editor states. Plain data in, plain data out.

Definitions of the words stand in `docs/reference/rules.md`: until its *last day to start* a record is
offered, until its *last day to finish* whoever has begun can finish it. Both days are included.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

DAY = timedelta(days=1)


class Offer(StrEnum):
    """What may be done with a record on a day by somebody who does not hold it."""

    OPEN = "open"
    CLOSING = "closing"
    FINISHING = "finishing"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Offering:
    """The days of one record; None is not stated.

    `retired` says that it is no longer offered and that since when is not stated.
    """

    last_day_to_start: date | None = None
    last_day_to_finish: date | None = None
    retired: bool = False

    @property
    def start_by(self) -> date | None:
        """The last day on which starting makes sense: nobody starts what can no longer be finished."""
        return self.last_day_to_start or self.last_day_to_finish

    def can_be_started(self, on: date) -> bool:
        """Whether it is offered on a day."""
        return not self.retired and (self.start_by is None or on <= self.start_by)

    def can_be_finished(self, on: date) -> bool | None:
        """Whether somebody who has begun can finish it on a day; None where that is not stated."""
        if self.last_day_to_finish is not None:
            return on <= self.last_day_to_finish
        return True if self.can_be_started(on) else None

    def state(self, on: date) -> Offer:
        """What may be done with it on a day."""
        if self.can_be_started(on):
            return Offer.OPEN if self.start_by is None else Offer.CLOSING
        return Offer.FINISHING if self.can_be_finished(on) else Offer.CLOSED

    def turns(self) -> Iterator[date]:
        """The days on which its state may be another than the day before."""
        for day in (self.start_by, self.last_day_to_finish):
            if day is not None and day < date.max:
                yield day + DAY


OPEN = Offering()
"""What is offered without an end on record."""
