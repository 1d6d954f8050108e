"""Which approvals end before what they are for is planned to be done: plain data in, plain data out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property

from home.days import day_text
from home.numbers import noun_for, number_text
from pathways.graph import Graph
from pathways.planner import Minimize, Plan, Use
from pathways.planner.weights import weights_of
from pathways.planning.schedule import MOST_DAYS, Slot, day_after, schedule
from pathways.walks import gathered

PACE = Decimal(3)
"""Hours a week that are taken where nobody gave any, to tell which approvals end too early."""


def typical_hours(graph: Graph) -> Decimal:
    """The median of the hours that the catalog states."""
    median = weights_of(graph, Minimize.HOURS).not_stated
    return Decimal(median.numerator) / Decimal(median.denominator)


@dataclass(frozen=True)
class Ending:
    """An approval that ends too early: before the planned end of what it is for or, where that is not known
    (`known` is false), before that of the whole plan. `what` is a step or a stack.
    """

    holds_until: date
    planned: date
    known: bool
    what: str = "step"

    @property
    def text(self) -> str:
        """It in a sentence."""
        start = f"Its approval ends {day_text(self.holds_until)}, before"
        if self.known:
            return f"{start} the planned end of this {self.what}, {day_text(self.planned)}."
        return f"{start} the end of this plan as far as it can be known, {day_text(self.planned)}."


@dataclass(frozen=True, slots=True)
class Finish:
    """The last day of something, `known` or, where that cannot be told, of the whole plan."""

    day: date
    known: bool = True


@dataclass(frozen=True)
class PlannedDays:
    """When the steps of a plan are done, by their names, as far as that is known, and when all of it is.

    `week` is hours a week, None where nobody gave any; `typical` the hours of a step that states none.
    """

    slots: tuple[Slot, ...]
    start: date
    last: date
    typical: Decimal
    week: Decimal | None

    @cached_property
    def known(self) -> Mapping[str, date]:
        """The last day of each step whose days are known: hours a week are given, and its own are stated."""
        slots = self.slots if self.week is not None else ()
        return {slot.step.name: slot.last for slot in slots if not slot.assumed}

    @property
    def assumed(self) -> str:
        """What is taken for granted where days are not known, in a sentence."""
        gaps = f"{number_text(self.typical)} {noun_for(self.typical, 'hour')} for a step that states none"
        if not self.slots:
            return "At so few hours a week this plan takes more than 50 years."
        if self.week is not None:
            return f"This takes {gaps}, the median of what the catalog states."
        return f"You gave no hours a week, so this takes {self.pace}, and {gaps}."

    @property
    def pace(self) -> str:
        """What is taken where nobody gave any hours a week."""
        return f"{number_text(PACE)} hours a week from {day_text(self.start)}"

    def too_late(self, step: str) -> str:
        """That a step would come too late at what is taken where nobody gave hours a week; else empty."""
        if self.week is not None:
            return ""
        late = next((slot.too_late for slot in self.slots if slot.step.name == step), "")
        return f"At {self.pace} that is too late. {late}" if late else ""

    def finish(self, step: str) -> Finish:
        """When a step is done."""
        day = self.known.get(step)
        return Finish(self.last, known=False) if day is None else Finish(day)


def planned_days(plan: Plan, week: Decimal | None, start: date, typical: Decimal) -> PlannedDays:
    """The days of a plan; where no hours a week are given, as if they were `PACE`."""
    slots = tuple(schedule(plan.steps, PACE if week is None else week, start, typical))
    late = day_after(start, MOST_DAYS) if plan.steps else start
    return PlannedDays(slots, start, slots[-1].last if slots else late, typical, week)


def finishes(plan: Plan, days: PlannedDays) -> dict[str, Finish]:
    """When each stack of a plan is done for which something is left to earn, by its slug.

    That takes its own steps, and those of the stacks that lie in it or that it builds on.
    """
    own = gathered((one.slug, days.finish(step.name)) for step in plan.steps for one in step.for_)
    uses = ((used.use, used.by.slug, other.slug) for other in plan.stacks for used in other.used_as)
    before = gathered((slug, other) for use, slug, other in uses if use in (Use.MEMBER, Use.PREREQUISITE))
    found: dict[str, Finish] = {}
    for stack in plan.stacks:
        inside = (found.get(slug) for slug in before.get(stack.slug, ()))
        parts = [*own.get(stack.slug, ()), *filter(None, inside)]
        if parts:
            found[stack.slug] = Finish(max(one.day for one in parts), all(one.known for one in parts))
    return found


def ending(holds_until: date | None, finish: Finish | None, what: str) -> Ending | None:
    """The warning for an approval; None where it lasts, or nothing is left to do."""
    if holds_until is None or finish is None or holds_until >= finish.day:
        return None
    return Ending(holds_until, finish.day, finish.known, what)
