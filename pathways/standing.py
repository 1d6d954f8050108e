"""How the stacks of a road stand with the site's board."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.http import HttpRequest

from catalog.standing import site_jurisdiction, stack_statuses
from catalog.templatetags.decision_tags import Marks
from pathways.drawing.road import Road


def marks_of(roads: Iterable[Road], request: HttpRequest | None, on: date | None) -> Marks:
    """The statuses of the stacks of all stages on a day; what follows the last stage has none."""
    board = site_jurisdiction(request) if request else None
    keys = {stack.key for road in roads for stage in road.stages for stack in stage.stacks}
    return Marks(board.name if board else "", stack_statuses(board, keys, on))
