"""How the stacks of a road stand with the site's board: signs for pages, cells for files."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest

from catalog.boards import BoardStatus
from catalog.models import Decision
from catalog.standing import site_jurisdiction, stack_statuses, stacks_with
from catalog.templatetags.decision_tags import Marks
from home.addresses import absolute
from pathways.drawing.road import Road


@dataclass(frozen=True)
class ShownRoads:
    """The roads of one page with the statuses of their stacks; `made_up` says that some of it is."""

    roads: Sequence[Road]
    marks: Marks
    made_up: bool

    @property
    def is_single(self) -> bool:
        """Whether there is one road alone."""
        return len(self.roads) == 1


def shown_roads(roads: Sequence[Road], request: HttpRequest | None, on: date | None) -> ShownRoads:
    """Roads as a page shows them on a day."""
    marks = marks_of(roads, request, on)
    board = site_jurisdiction(request) if request else None
    decided = bool(board and board.demonstration and marks.found)
    return ShownRoads(roads, marks, decided or any(road.has_examples for road in roads))


def marks_of(roads: Iterable[Road], request: HttpRequest | None, on: date | None) -> Marks:
    """The statuses of the stacks of all stages on a day; what follows the last stage has none."""
    board = site_jurisdiction(request) if request else None
    return Marks(board.name if board else "", stack_statuses(board, staged(roads), on))


def staged(roads: Iterable[Road]) -> set[int]:
    """The keys of the stacks of all stages."""
    return {stack.key for road in roads for stage in road.stages for stack in stage.stacks}


def decided_about(roads: Iterable[Road], request: HttpRequest, on: date | None) -> dict[int, BoardStatus]:
    """What the site's board decided about the stacks of all stages, by the keys of their pages; one query."""
    return stacks_with(site_jurisdiction(request), staged(roads), on)


def decided_cells(board: BoardStatus) -> dict[str, str]:
    """What a file says of the decision that counts on the day, and of what came later."""
    last = board.last_day
    cells = {"Last day in force": last.day.isoformat() if last else "", "What came later": later_text(board)}
    one = board.decision
    if one is None:
        return cells
    until = one.effective_until.isoformat() if one.effective_until else ""
    days = {"Holds from": one.effective_from.isoformat(), "Holds until": until}
    return cells | days | {"Decided on": one.decided_on.isoformat(), "Citation": cited(one)}


def later_text(board: BoardStatus) -> str:
    """What came after the day in one text, each with its citation."""
    return " ".join(
        f"{one.sentence}, decided on {one.decision.decided_on.isoformat()}: {cited(one.decision)}."
        for one in board.later
    )


def cited(one: Decision) -> str:
    """Where a decision can be read, in one text."""
    return f"{one.citation_title} ({absolute(one.read_at)})"
