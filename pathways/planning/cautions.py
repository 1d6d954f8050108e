"""What to know of a plan before one begins: warnings, what to ask whom, and what was left out."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from pathways.graph import Node
from pathways.planner import LeftOut, PlanStatus, StepKind
from pathways.planning.answering import Answer
from pathways.planning.endings import Ending
from pathways.planning.loosening import with_refused
from pathways.planning.marks import GradeCheck
from pathways.planning.notices import Notice, notices
from pathways.planning.statuses import DatedStatus
from pathways.planning.telling import Row, Stop
from pathways.walks import gathered


@dataclass(frozen=True)
class Refused:
    """Something that was left out for its status, and why."""

    node: Node
    reason: str
    status: DatedStatus


@dataclass(frozen=True)
class IssuerCheck:
    """What to ask one issuer about grades: titles of steps, each with the number of its stop."""

    check: GradeCheck
    steps: tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class Cautions:
    """The cautions of a plan with these stops."""

    found: Answer
    stops: list[Stop]

    @cached_property
    def notices(self) -> list[Notice]:
        """What comes before everything else."""
        return list(notices(self.found))

    @property
    def parts_left_out(self) -> tuple[LeftOut, ...]:
        """All that was left out of the plan."""
        return self.found.plan.left_out if self.found.plan else ()

    @property
    def left_out(self) -> tuple[tuple[Node, str], ...]:
        """What a limit left out, with the reason; what the board refused apart."""
        rows = (one for one in self.parts_left_out if not self.is_refused(one))
        return tuple((self.found.graph.nodes[one.id], one.reason) for one in rows)

    @cached_property
    def refused(self) -> list[Refused]:
        """What was left out as the site's board declined, withdrew or let it end."""
        rows = filter(self.is_refused, self.parts_left_out)
        nodes, statuses = self.found.graph.nodes, self.found.statuses
        return [Refused(nodes[one.id], one.reason, statuses.of(one.id)) for one in rows]

    def is_refused(self, one: LeftOut) -> bool:
        """Whether something was left out for its status."""
        named = one.kind is not StepKind.UNNAMED and not self.found.asked.any_status
        return named and self.found.statuses.of(one.id).is_refused

    @cached_property
    def instead(self) -> Answer | None:
        """Where there is no plan, the one with what the board refused, if there is one."""
        return with_refused(self.found)

    @property
    def with_refused(self) -> str:
        """The address of the plan with what the board refused, if there is one and it differs."""
        if self.instead:
            return self.instead.asked.link()
        return self.found.asked.link(any_status="1") if self.refused and self.is_planned else ""

    @property
    def is_planned(self) -> bool:
        """Whether there is a plan to follow."""
        return self.found.plan is not None and self.found.plan.status is not PlanStatus.IMPOSSIBLE

    @property
    def without_refused(self) -> str:
        """The address of the plan without it, where it was asked for."""
        asked = self.found.asked
        return asked.link(without=("any_status",)) if asked.any_status else ""

    @cached_property
    def grade_checks(self) -> list[IssuerCheck]:
        """What to ask whom about grades, one row an issuer."""
        rows = [(row, stop.number) for stop in self.stops for row in stop.rows]
        found = gathered((row.mark.check.issuer, (row, number)) for row, number in rows if row.mark.check)
        grades, sums = self.found.asked.grades, {}
        for issuer, listed in found.items():
            sums[issuer] = GradeCheck(issuer, grades, sum(row.step.count for row, _ in listed))
        return [
            IssuerCheck(sums[issuer], tuple((named(row), number) for row, number in listed))
            for issuer, listed in found.items()
        ]

    @property
    def closings(self) -> list[tuple[Row, int]]:
        """The steps that are offered until a day on record, each with the number of its stop."""
        return [(row, stop.number) for stop in self.stops for row in stop.rows if row.mark.closing]

    @property
    def endings(self) -> list[Ending]:
        """The warnings of approvals that end too early."""
        marks = [mark for stop in self.stops for mark in (stop.mark, *(row.mark for row in stop.rows))]
        return [mark.ending for mark in marks if mark.ending]

    @property
    def assumed_days(self) -> str:
        """What these take for granted; empty where every day is known."""
        days = self.found.marks.days
        return days.assumed if days and any(not one.known for one in self.endings) else ""


def named(row: Row) -> str:
    """A step, by its stack where it is not on record."""
    return row.title if row.step.node else f"{row.step.title}: {row.title}"
