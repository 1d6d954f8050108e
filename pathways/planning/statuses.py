"""How what a plan can use stands with the site's board on a day: one query for all of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from catalog import timeline
from catalog.enums import Outcome
from catalog.models import Decision, Jurisdiction
from catalog.timeline import DayStatus, Status, counting, day_status, holds_until
from home.days import day_text
from pathways.graph import Graph, Kind

REFUSED = (Status.NOT_APPROVED, Status.ENDED)
"""What the board declined, withdrew or let end: left out of plans unless it is asked for."""


@dataclass(frozen=True)
class DatedStatus:
    """How one record stands on a day, and the decision that counts, if any.

    `holds_until` is the last day until which it stays approved, renewals without a gap included.
    """

    stands: DayStatus = timeline.UNDECIDED
    decision: Decision | None = None
    holds_until: date | None = None

    @property
    def status(self) -> Status:
        """The status in one word."""
        return self.stands.status

    @property
    def label(self) -> str:
        """The status in words; a conditional approval that ends soon is both."""
        return self.stands.label

    @property
    def is_refused(self) -> bool:
        """Whether the board declined it, withdrew its approval or let it end."""
        return self.status in REFUSED

    @property
    def ends_on(self) -> date | None:
        """The last day of the decision that counts; None where no end was decided."""
        return self.stands.ends_on

    @property
    def days(self) -> str:
        """Its last day, and until when other decisions keep it approved; empty where no end is known."""
        own, until = self.ends_on, self.holds_until
        if own is None:
            return ""
        if self.decision and self.decision.effective_until != own:
            return f"withdrawn after {day_text(own)}"
        if not self.status.in_force or until == own:
            return f"last day {day_text(own)}"
        renewed = f"until {day_text(until)}" if until else "with no end on record"
        return f"last day {day_text(own)}; renewed {renewed}"

    @property
    def text(self) -> str:
        """The status with its days, for files."""
        return f"{self.label}, {self.days}" if self.days else self.label

    @property
    def refusal(self) -> str:
        """What the board did, in a sentence."""
        if self.decision is None:
            return ""
        board, first = self.decision.jurisdiction.name, day_text(self.decision.effective_from)
        if self.ends_on and self.status is Status.ENDED:
            return f"Its approval by {board} ended on {day_text(self.ends_on)}."
        if self.decision.outcome == Outcome.WITHDRAW:
            return f"Its approval by {board} was withdrawn with effect from {first}."
        return f"It was declined by {board} with effect from {first}."


UNDECIDED = DatedStatus()


@dataclass(frozen=True)
class Statuses:
    """How everything stands with the site's board on a day, by the ids of nodes; nothing without a board."""

    board: Jurisdiction | None = None
    on: date | None = None
    found: Mapping[str, DatedStatus] = field(default_factory=dict)

    def of(self, node: str) -> DatedStatus:
        """How one thing stands; “no decision on record” for all that the board did not decide about."""
        return self.found.get(node, UNDECIDED)

    @property
    def day(self) -> str:
        """The day in words."""
        return day_text(self.on) if self.on else ""

    def refusals(self, kind: Kind) -> dict[str, str]:
        """What is refused of a kind, with what the board did, by slug."""
        listed = ((node.partition(":"), one.refusal) for node, one in self.found.items() if one.is_refused)
        return {slug: reason for (name, _, slug), reason in listed if name == kind}

    def are_made_up(self, nodes: Iterable[str]) -> bool:
        """Whether a decision about any of these is made up for the demonstration."""
        return bool(self.board and self.board.demonstration and any(node in self.found for node in nodes))


def statuses_of(graph: Graph, board: Jurisdiction | None, on: date | None) -> Statuses:
    """How all that a plan can use stands with a board on a day, or its today; one query, or none."""
    if board is None:
        return Statuses()
    day = on or board.today()
    names = {node.key: node.id for nodes in (graph.credentials, graph.stacks) for node in nodes.values()}
    about: dict[str, list[Decision]] = defaultdict(list)
    for row in Decision.objects.current().by(board).select_related("jurisdiction", "citation_file"):
        if name := names.get(row.credential_id or row.stack_id or 0):
            about[name].append(row)
    return Statuses(board, day, {name: dated(rows, day) for name, rows in about.items()})


def dated(rows: Collection[Decision], on: date) -> DatedStatus:
    """What these decisions of one board about one record make of it on a day."""
    rulings = [row.ruling for row in rows]
    ruling = counting(rulings, on)
    decision = next((row for row in rows if ruling and row.pk == ruling.number), None)
    return DatedStatus(day_status(rulings, on), decision, holds_until(rulings, on))
