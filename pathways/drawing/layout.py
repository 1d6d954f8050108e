"""Draws the map of a road. Nothing is measured.

Units: a column is 100 wide, a track (half a row) 10 high. `docs/explanation/design.md` tells the rules.
A road of many stages is drawn as several lines below each other, like a text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from math import ceil

from catalog.wording import listing
from home.numbers import noun_for
from pathways.drawing.gates import allowed, best_gate, goal_start, level_gate, passing
from pathways.drawing.lines import (
    COLUMN,
    TRACK,
    End,
    Lobe,
    Neck,
    across,
    down,
    road_path,
)
from pathways.drawing.map import MOST_COLUMNS, Card, Column, Gate, Goal, Line, Map, Path, Word
from pathways.drawing.ordering import arranged
from pathways.drawing.road import AFTER, Road, RoadGoal, RoadLink, RoadStack, RoadStage
from pathways.drawing.shape import Arrow, Order, Place, Shape, shape_of

GUTTER, NARROW_GUTTER = 36.0, 32.0
GOAL_MARGIN = 3.0
LONE_GOAL = 92.0
MANY_GOALS = 4


def layout(road: Road) -> Map:
    """Draw a road."""
    shape = shape_of(road, goal_tracks(road))
    plan = Plan(road, shape, arranged(shape))
    return Map(road, tuple(plan.lines()))


def goal_tracks(road: Road) -> int:
    """How many tracks the box at the end takes; without followers it has the middle for itself."""
    if not road.goals:
        return 0
    return 2 if road.followers and len(road.goals) <= MANY_GOALS else 4


@dataclass(frozen=True)
class Plan:
    """A road with the order of its stacks, from which its lines are drawn."""

    road: Road
    shape: Shape
    order: Order

    @cached_property
    def has_end(self) -> bool:
        """Whether the road leads to anything on record."""
        return bool(self.road.goals or self.road.followers)

    @cached_property
    def breaks(self) -> list[range]:
        """The stages of each line; what the road leads to takes the last place of the last one."""
        count = len(self.road.stages)
        total = count + self.has_end
        lines = max(ceil(total / MOST_COLUMNS), 1)
        ends = [min(ceil(total * (line + 1) / lines), count) for line in range(lines)]
        starts = [0, *ends[:-1]]
        return [range(start, end) for start, end in zip(starts, ends, strict=True) if start < end]

    @cached_property
    def columns(self) -> dict[int, int]:
        """The column of each stage by its number; what follows stands behind the last one."""
        found = {stage.number: place for place, stage in enumerate(self.road.stages)}
        return {**found, AFTER: len(self.road.stages)}

    @cached_property
    def stacks(self) -> dict[Place, RoadStack]:
        """Every stack by its place."""
        return {(self.columns[stack.stage], stack.slug): stack for stack in self.road.stacks}

    @cached_property
    def line_of(self) -> dict[int, int]:
        """The line that each column stands in."""
        found = {column: line for line, columns in enumerate(self.breaks) for column in columns}
        return {**found, len(self.road.stages): len(self.breaks) - 1}

    @cached_property
    def drawn(self) -> frozenset[Arrow]:
        """The links that are drawn: to the next column of the same line, or to the next card below."""
        places = {
            (column, slug): place
            for column, slugs in enumerate(self.order)
            for place, slug in enumerate(slugs)
        }

        def is_drawn(arrow: Arrow) -> bool:
            (left, _), (right, _) = arrow.before, arrow.after
            if arrow.is_inside:
                return places[arrow.after] - places[arrow.before] == 1
            return right - left == 1 and self.line_of[left] == self.line_of[right]

        return frozenset(filter(is_drawn, self.shape.arrows))

    @cached_property
    def undrawn(self) -> dict[Place, set[int]]:
        """The stacks that links lead away from which no line draws, and the columns where these end."""
        drawn = {(arrow.before, arrow.after) for arrow in self.drawn}
        found: dict[Place, set[int]] = {}
        for place, stack in self.stacks.items():
            for ends in (self.ends(place, link) for link in stack.before):
                if ends and ends not in drawn:
                    found.setdefault(ends[0], set()).add(place[0])
        return found

    @cached_property
    def letters(self) -> dict[Place, str]:
        """The letters of these, in the order of reading."""
        reading = ((column, slug) for column, slugs in enumerate(self.order) for slug in slugs)
        away = [place for place in reading if place in self.undrawn]
        return {place: letter(number) for number, place in enumerate(away)}

    def goes_on(self, place: Place) -> str:
        """Where the links of a stack end that no line draws, in words; empty for none."""
        last = len(self.road.stages)
        columns = sorted(self.undrawn.get(place, ()))
        numbers = [str(self.road.stages[column].number) for column in columns if column < last]
        noun = noun_for(len(numbers), "stage")
        parts = [f"{noun} {listing(numbers)}"] if numbers else []
        return listing([*parts, *(["what follows"] if last in columns else [])])

    def ends(self, place: Place, link: RoadLink) -> tuple[Place, Place] | None:
        """From where to where a link runs that is told at this place; None where it leaves the road."""
        if link.stage is None:
            return None
        other = (self.columns[link.stage], link.slug)
        return (place, other) if link.onward else (other, place)

    def lines(self) -> Iterator[Line]:
        """Every line, from the first to the last; none for a road without stages."""
        for number, columns in enumerate(self.breaks):
            yield LinePlan(self, columns, is_last=number == len(self.breaks) - 1).line()

    def card(self, place: Place, middle: int) -> Card:
        """A stack's card, whose middle is so many tracks down."""
        stack = self.stacks[place]
        into = [arrow for arrow in self.drawn if arrow.after == place]
        return Card(
            stack,
            middle,
            tuple(self.word(place, link) for link in stack.links),
            entered=any(arrow.is_forward for arrow in into),
            fallen_on=any(arrow.is_inside for arrow in into),
            letter=self.letters.get(place, ""),
            goes_on=self.goes_on(place),
        )

    def word(self, place: Place, link: RoadLink) -> Word:
        """A link as one of its cards tells it."""
        ends = self.ends(place, link)
        if ends is None:
            return Word(link, drawn=False, letter="")
        other = self.stacks[ends[1] if link.onward else ends[0]]
        drawn = any((arrow.before, arrow.after) == ends for arrow in self.drawn)
        lettered = not (drawn or link.onward)
        here = replace(link, url=f"#{other.anchor}")
        return Word(here, drawn, self.letters.get(ends[0], "") if lettered else "")


@dataclass(frozen=True)
class LinePlan:
    """Some of a plan's stages, to be drawn in one line."""

    plan: Plan
    numbers: range
    is_last: bool

    @property
    def stages(self) -> tuple[RoadStage, ...]:
        """Its stages."""
        return self.plan.road.stages[self.numbers.start : self.numbers.stop]

    @property
    def goals(self) -> tuple[RoadGoal, ...]:
        """What the road leads to, if it ends here."""
        return self.plan.road.goals if self.is_last else ()

    @property
    def followers(self) -> tuple[str, ...]:
        """The slugs of what follows, in order, if the road ends here."""
        return self.plan.order[-1] if self.is_last and self.plan.road.followers else ()

    @cached_property
    def goal_span(self) -> int:
        """How many tracks the box at the end takes."""
        if not self.goals:
            return 0
        sizes = [stage.size for stage in self.stages]
        return 6 if not self.followers and max(sizes) >= 3 else self.plan.shape.goal_tracks

    @cached_property
    def rows(self) -> int:
        """How many stacks fit below each other."""
        below = ceil(self.goal_span / 2) + len(self.followers)
        return max([2, below, *(stage.size for stage in self.stages)])

    @property
    def gutter(self) -> float:
        """The width between two columns."""
        columns = len(self.stages) + bool(self.goals or self.followers)
        return NARROW_GUTTER if columns >= MOST_COLUMNS else GUTTER

    @property
    def goal_start(self) -> int:
        """The first track of the box at the end; what follows stands below it."""
        last = self.stages[-1].size if self.stages else 0
        return goal_start(self.rows, self.goal_span, len(self.followers), last)

    def left(self, column: int) -> float:
        """The left edge of a column of this line, from 0."""
        return column * (COLUMN + self.gutter)

    def start(self, stage: RoadStage) -> int:
        """The first track of a stage; one without stacks takes a row, too."""
        return self.rows - max(stage.size, 1)

    @cached_property
    def middles(self) -> dict[Place, int]:
        """The middle of every card, in tracks."""
        after = len(self.plan.road.stages)
        starts = {self.numbers.start + place: self.start(stage) for place, stage in enumerate(self.stages)}
        starts |= {after: self.goal_start + self.goal_span} if self.followers else {}
        return {
            (column, slug): start + 2 * at + 1
            for column, start in starts.items()
            for at, slug in enumerate(self.plan.order[column])
        }

    def gate_places(self, place: int) -> range:
        """Where the gate behind a stage may stand, in tracks: the last one is level with the goal."""
        here, *after = self.stages[place : place + 2]
        if self.goals and not after:
            return level_gate(self.rows, here.size, self.goal_start + self.goal_span // 2)
        return allowed(self.rows, here.size, *(stage.size for stage in after))

    def gate(self, place: int) -> Gate:
        """The gate behind a stage, where the fewest links run through it."""
        column = self.numbers.start + place
        links = [
            (self.middles[arrow.before], self.middles[arrow.after])
            for arrow in self.plan.drawn
            if arrow.is_forward and arrow.before[0] == column
        ]
        middle = best_gate(self.gate_places(place), self.rows, links)
        return Gate(2 * place + 2, middle + 1, is_crossed=passing(links, middle) > 0)

    @cached_property
    def gates(self) -> list[Gate]:
        """The gate behind every stage."""
        return [self.gate(place) for place in range(len(self.stages))]

    def column(self, place: int) -> Column:
        """One stage with its cards."""
        stage, number = self.stages[place], self.numbers.start + place
        return Column(stage, 2 * place + 1, self.start(stage) + 2, self.cards(number), self.gates[place])

    def cards(self, column: int) -> tuple[Card, ...]:
        """The cards of a column, from top to bottom."""
        slugs = self.plan.order[column]
        return tuple(self.plan.card((column, slug), self.middles[column, slug]) for slug in slugs)

    def line(self) -> Line:
        """The line with everything in its place."""
        columns = tuple(self.column(place) for place in range(len(self.stages)))
        followers = self.cards(len(self.plan.road.stages)) if self.followers else ()
        end = 2 * len(columns) + 1
        goal = Goal(self.goals, end, self.goal_start + 2, self.goal_span) if self.goals else None
        last = LONE_GOAL if goal and not followers else COLUMN
        width = self.left(len(columns)) + (last if goal or followers else 0)
        cards = {card.stack.anchor: card for one in columns for card in one.cards}
        cards |= {card.stack.anchor: card for card in followers}
        links = tuple(self.paths(cards))
        below = self.goal_start + self.goal_span + 2
        return Line(self.rows, width, self.road(last), links, columns, goal, followers, below)

    def road(self, last: float) -> str:
        """The outline of the road in this line, whose last column is so wide."""
        lobes, necks = [], []
        for place, stage in enumerate(self.stages):
            start, size = self.start(stage), 2 * max(stage.size, 1)
            lobes.append(Lobe(self.left(place), start * TRACK, (start + size) * TRACK))
            necks.append(Neck(self.gates[place].middle * TRACK, self.gutter))
        end = self.left(len(self.stages))
        if self.goals:
            necks[-1] = Neck(necks[-1].middle, self.gutter + GOAL_MARGIN)
            level = (self.goal_start + self.goal_span / 2) * TRACK
            box = End(end + last * 0.6, level)
        else:
            box = End(end)
        return road_path(lobes, necks, box, continued=self.numbers.start > 0)

    def paths(self, cards: dict[str, Card]) -> Iterator[Path]:
        """The links drawn in this line, in the order they were written."""
        for arrow in self.plan.shape.arrows:
            before, after = (self.plan.stacks[end].anchor for end in (arrow.before, arrow.after))
            if arrow in self.plan.drawn and before in cards and after in cards:
                path = self.path(arrow, cards[before].middle * TRACK, cards[after].middle * TRACK)
                yield Path(path, arrow.required, before, after)

    def path(self, arrow: Arrow, start: float, end: float) -> str:
        """One link as an SVG path."""
        left = self.left(arrow.before[0] - self.numbers.start)
        if arrow.is_inside:
            return down(left, start, end)
        return across(left, start, left + COLUMN + self.gutter, end)


def letter(number: int) -> str:
    """Letters from A to Z, then A2, B2 and so on."""
    turn, place = divmod(number, 26)
    return f"{chr(ord('A') + place)}{turn + 1 if turn else ''}"
