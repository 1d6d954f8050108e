"""The flat road with its piles, for drawing.

Each stack of a pathway is a small pile, the road runs under all of them, and a post stands
between two stages. Sizes follow `docs/explanation/design.md`; units are pixels of the drawing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from catalog.piles import Bar, Pile
from pathways.drawing.road import Road, RoadStack, RoadStage

GROUND = 46.0
ROAD_HEIGHT = 12.0
TIP = 12.0
BELOW = 2.0
ABOVE = 1.0
PITCH = 4.0
TALLEST = 40.0
PILE_WIDTH = 21.0
PILE_STEP = 27.0
POST_STEP = 9.0
EDGE = 6.0
BOX_HEIGHT = 15.0
SHIFT_SCALE = 0.36
MARK_GAP = 4.0
MARK_HEIGHT = 8.0
MOST_DRAWN = 20
HERO_PILES = 3
HERO_TALLEST = 8


@dataclass(frozen=True, slots=True)
class PlacedPile:
    """A pile at its place on the road. `bars` tops count down from the drawing's upper edge.

    Without bars the stack's members are not stated: an open box stands there.
    """

    slug: str
    left: float
    bars: tuple[Bar, ...]
    marked: bool

    @property
    def top(self) -> float:
        """Upper edge of the pile or box."""
        return self.bars[0].top if self.bars else GROUND - BOX_HEIGHT - BELOW

    @property
    def summit(self) -> float:
        """Upper edge of all that is drawn of it: of the pointer, if it has one."""
        return self.top - MARK_GAP - MARK_HEIGHT if self.marked else self.top


@dataclass(frozen=True, slots=True)
class Skyline:
    """The whole drawing: `width` by `height` from `top` down, posts by their x, the road as an SVG path."""

    width: float
    top: float
    height: float
    piles: tuple[PlacedPile, ...]
    posts: tuple[float, ...]
    road: str


def skyline(road: Road, marked: str = "") -> Skyline:
    """Draw a road; the pile of the stack `marked` has the color of the way and a pointer above it."""
    piles: list[PlacedPile] = []
    posts: list[float] = []
    left = EDGE
    for stage in road.stages:
        if piles:
            posts.append(left + 1.0)
            left += POST_STEP
        piles += placed(stage, left, marked)
        left += PILE_STEP * len(stage.stacks)
    end = max(left, EDGE + PILE_STEP) + EDGE / 2
    top = min([GROUND, *(pile.summit for pile in piles)]) - ABOVE
    height = GROUND + ROAD_HEIGHT + BELOW - top
    return Skyline(end + TIP, top, height, tuple(piles), tuple(posts), road_path(end))


def placed(stage: RoadStage, left: float, marked: str) -> Iterator[PlacedPile]:
    """The piles of one stage, from `left` on."""
    for place, stack in enumerate(stage.stacks):
        is_marked = bool(marked) and stack.slug == marked
        pile = stack.pile.all_marked() if is_marked else stack.pile
        yield PlacedPile(stack.slug, left + place * PILE_STEP, standing(pile), is_marked)


def standing(pile: Pile) -> tuple[Bar, ...]:
    """The plates of a pile that stands on the road."""
    few = pile.thinned(MOST_DRAWN)
    pitch = few.pitch_within(PITCH, TALLEST)
    top = GROUND - 1.0 - pitch * len(few.plates)
    return tuple(
        Bar(bar.state, top + bar.top, bar.thickness, bar.shift * SHIFT_SCALE)
        for bar in few.bars(PITCH, TALLEST)
    )


def road_path(end: float) -> str:
    """The outline of a road that runs from the left edge to a tip right of `end`."""
    middle, bottom = GROUND + ROAD_HEIGHT / 2, GROUND + ROAD_HEIGHT
    return f"M0 {GROUND:g}H{end:g}L{end + TIP - 1:g} {middle:g}L{end:g} {bottom:g}H0Z"


def heroes(road: Road) -> list[RoadStack]:
    """Up to three stacks for a large figure, one a stage: the tallest that is nothing but its plates."""
    tallest = []
    for stage in road.stages:
        plain = [
            stack
            for stack in stage.stacks
            if stack.pile.is_plain and 1 < len(stack.pile.plates) <= MOST_DRAWN
        ]
        if plain:
            tallest.append(max(plain, key=hero_rank))
    return tallest[:HERO_PILES]


def hero_rank(stack: RoadStack) -> int:
    """The taller the better, up to what looks well in the large figure."""
    size = len(stack.pile.plates)
    return size if size <= HERO_TALLEST else -size
