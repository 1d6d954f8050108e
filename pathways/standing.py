"""How the stacks of a road stand with the site's board."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest

from catalog.standing import site_jurisdiction, stack_statuses
from catalog.templatetags.decision_tags import Marks
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
    keys = {stack.key for road in roads for stage in road.stages for stack in stage.stacks}
    return Marks(board.name if board else "", stack_statuses(board, keys, on))
