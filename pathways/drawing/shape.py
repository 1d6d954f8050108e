"""The plain shape of a road: which stacks stand in which column, and which links run between them.

A place is a column and a slug, as two stages may name the same stack. Followers stand in the last column.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from pathways.drawing.gates import allowed, goal_start, level_gate
from pathways.drawing.road import AFTER, Road, RoadStack

Place = tuple[int, str]
Order = tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Arrow:
    """A link from one place to another."""

    before: Place
    after: Place
    required: bool = True

    @property
    def is_forward(self) -> bool:
        """Whether it runs to a later column."""
        return self.before[0] < self.after[0]

    @property
    def is_inside(self) -> bool:
        """Whether both ends stand in one column."""
        return self.before[0] == self.after[0]


@dataclass(frozen=True)
class Shape:
    """Columns of slugs in the editors' order, with their arrows.

    `goal_tracks` is how much of the last column, from the top down, what the road leads to takes above its
    followers; `has_followers` tells whether that column holds any.
    """

    columns: Order
    arrows: tuple[Arrow, ...] = ()
    goal_tracks: int = 0
    has_followers: bool = False

    @cached_property
    def rows(self) -> int:
        """How many stacks fit below each other; a stack takes two tracks."""
        stages = self.columns[:-1] if self.has_followers else self.columns
        below = (self.goal_tracks + 1) // 2
        last = below + len(self.columns[-1]) if self.has_followers else below
        return max([2, last, *map(len, stages)])

    @property
    def tracks(self) -> int:
        """Half rows."""
        return 2 * self.rows

    @cached_property
    def goal_start(self) -> int:
        """The first track of what the road leads to, with stacks that follow or without."""
        followers = len(self.columns[-1]) if self.has_followers else 0
        last = self.columns[-2] if self.has_followers and len(self.columns) > 1 else ()
        return goal_start(self.rows, self.goal_tracks, followers, len(last))

    def start(self, column: int) -> int:
        """The first track of a column: stages are centered, followers stand below the goal."""
        if self.has_followers and column == len(self.columns) - 1:
            return self.goal_start + self.goal_tracks
        return self.rows - len(self.columns[column])

    def center(self, column: int, place: int) -> int:
        """The middle of the stack at this place of a column, in tracks."""
        return self.start(column) + 2 * place + 1

    def gates(self, column: int) -> range:
        """Where the gate right of a column may stand: the one before followers is level with the goal."""
        size = len(self.columns[column])
        if self.has_followers and column == len(self.columns) - 2:
            level = self.goal_start + self.goal_tracks // 2
            return level_gate(self.rows, size, level) if self.goal_tracks else allowed(self.rows, size)
        return allowed(self.rows, size, len(self.columns[column + 1]))

    @cached_property
    def arriving(self) -> dict[int, list[Arrow]]:
        """The arrows whose further end stands in each column."""
        found: dict[int, list[Arrow]] = {}
        for arrow in self.arrows:
            found.setdefault(max(arrow.before[0], arrow.after[0]), []).append(arrow)
        return found

    @cached_property
    def linked(self) -> frozenset[Place]:
        """The places at an end of an arrow."""
        return frozenset(end for arrow in self.arrows for end in (arrow.before, arrow.after))


def shape_of(road: Road, goal_tracks: int) -> Shape:
    """The shape of a road. A link between stacks that stand twice joins the places nearest to each other."""
    columns = [tuple(stack.slug for stack in stage.stacks) for stage in road.stages]
    if road.followers:
        columns.append(tuple(stack.slug for stack in road.followers))
    numbers = {stage.number: place for place, stage in enumerate(road.stages)}
    numbers[AFTER] = len(road.stages)
    found = (arrow for stack in road.stacks for arrow in arrows_into(stack, numbers))
    return Shape(tuple(columns), tuple(dict.fromkeys(found)), goal_tracks, bool(road.followers))


def arrows_into(stack: RoadStack, columns: dict[int, int]) -> list[Arrow]:
    """What comes before a stack on the road."""
    here = (columns[stack.stage], stack.slug)
    return [
        Arrow((columns[link.stage], link.slug), here, link.required)
        for link in stack.before
        if link.stage is not None
    ]
