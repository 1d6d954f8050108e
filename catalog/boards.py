"""How one record stands with one board on a day, and what came after it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from catalog import decision_wording as wording
from catalog.models import Decision, Jurisdiction
from catalog.timeline import Change, DayStatus, Ruling, Status, counting, day_status, end_on, later
from home.days import day_text


@dataclass(frozen=True)
class Later:
    """A decision that came after a day and says nothing about it; `corrects` is what it stands in place of.

    `day` is the first day it holds or, of a correction, the day it was recorded.
    """

    change: Change
    day: date
    decision: Decision
    corrects: Decision | None = None

    @property
    def days(self) -> str:
        """The days it holds, in words."""
        return wording.days(self.decision.ruling)

    @property
    def corrected_days(self) -> str:
        """The days that were recorded by mistake, in words."""
        return wording.days(self.corrects.ruling) if self.corrects else ""

    @property
    def sentence(self) -> str:
        """It in one sentence."""
        return wording.later(self.change, self.decision.ruling, self.day)


@dataclass(frozen=True)
class LastDay:
    """The last day of an approval, and the decision that took it back, None where it ran out by itself."""

    day: date
    approval: Decision
    by: Decision | None


@dataclass(frozen=True)
class BoardStatus:
    """How one record stands with one board on a day, and everything that board decided about it.

    `history` has what was corrected, too; the latest comes first. `asked` tells whether somebody asked for
    the day.
    """

    jurisdiction: Jurisdiction
    on: date
    asked: bool
    history: tuple[Decision, ...]

    @cached_property
    def current(self) -> dict[int, Decision]:
        """The decisions that no correction supersedes, by their keys."""
        return {one.pk: one for one in self.history if not one.is_superseded}

    @cached_property
    def rulings(self) -> list[Ruling]:
        """They as the rules see them."""
        return [one.ruling for one in self.current.values()]

    @cached_property
    def stands(self) -> DayStatus:
        """How it stands on the day."""
        return day_status(self.rulings, self.on)

    @property
    def status(self) -> Status:
        """The status on the day, in one word."""
        return self.stands.status

    @cached_property
    def decision(self) -> Decision | None:
        """The decision that counts on the day."""
        ruling = counting(self.rulings, self.on)
        return self.current[ruling.number] if ruling else None

    @property
    def approval(self) -> Decision | None:
        """The approval in force on the day."""
        return self.decision if self.stands.in_force else None

    @cached_property
    def last_day(self) -> LastDay | None:
        """The last day of the approval in force, else of the last before; as it was decided by the day."""
        end = end_on(self.rulings, self.on)
        if end is None:
            return None
        return LastDay(
            end.day, self.current[end.approval.number], self.current[end.by.number] if end.by else None
        )

    @property
    def ended(self) -> LastDay | None:
        """The last day of the approval that the decision that counts took back, if it is one that did."""
        last = self.last_day
        return last if last and last.by and last.by == self.decision else None

    @cached_property
    def later(self) -> list[Later]:
        """What came after the day: corrections of what is told about it, then decisions."""
        found = later(self.rulings, self.on)
        return [
            *self.corrections,
            *(Later(change, one.starts, self.current[one.number]) for change, one in found),
        ]

    @property
    def corrections(self) -> Iterator[Later]:
        """Corrections recorded after the day of what was on record about it, the earliest first."""
        wrong = [one for one in self.history if one.is_superseded]
        for one in sorted(wrong, key=lambda one: one.correction.recorded_at):
            right, day = one.correction, self.jurisdiction.day_of(one.correction.recorded_at)
            if day > self.on and (one.ruling.holds(self.on) or right.ruling.holds(self.on)):
                yield Later(Change.CORRECTED, day, right, one)

    @property
    def later_heading(self) -> str:
        """What stands over what came after the day."""
        return "What came later" if self.on < self.jurisdiction.today() else "What lies ahead"

    @property
    def sentence(self) -> str:
        """What was in force on the day, or why nothing was."""
        ruling = counting(self.rulings, self.on)
        if ruling is None:
            return wording.nothing(self.rulings)
        return wording.answer(ruling, end_on(self.rulings, self.on), self.on)

    @property
    def signs(self) -> list[tuple[Status, str]]:
        """The words of its status, the first said of the day where one was asked for."""
        first, *others = self.stands.signs
        said = f"On {day_text(self.on)}: {first.label}" if self.asked else first.label
        return [(first, said), *((one, one.label) for one in others)]
