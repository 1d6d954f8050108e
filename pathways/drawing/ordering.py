"""The order of the stacks in each column of a map: links cross and bend as little as possible.

What a link costs: 100 for every other it crosses, 70 through the box of a gate, 1 for each track of its
height, 50 where it skips a card of its own stage, far more where it would run upward; .01 for each place
that a stack is moved from the editors' order. Orders are tried column by column from left to right, the
best few are kept, and the winner is improved by exchanging two stacks as long as that helps. The same shape
always gives the same order.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import combinations, islice, permutations, product
from math import perm

from pathways.drawing.shape import Arrow, Order, Place, Shape

CROSSING, GATE, HEIGHT, SKIP, UPWARD, MOVED = 100.0, 70.0, 1.0, 50.0, 1000.0, 0.01
GATE_HALF = 0.55
BESIDE = 0.1
"""How much of its height a link climbs right beside its cards, left and right of the gate's box."""
BEAM = 24
MOST_ORDERS = 120
"""A column with more orders than this is tried in a few promising ones."""
MOST_SWEEPS = 8
MOST_PAIRS = 200_000
"""How many pairs of links one sweep compares at the most; only a road of hundreds of stacks has more."""

Point = tuple[int, float]
Segment = tuple[Point, Point]


@dataclass(frozen=True)
class State:
    """The first columns in some order: the middle of every stack in tracks, the links, what they cost."""

    order: Order = ()
    heights: dict[Place, float] = field(default_factory=dict)
    lines: tuple[Segment, ...] = ()
    cost: float = 0.0

    def grown(self, shape: Shape, slugs: tuple[str, ...]) -> State:
        """The same with one more column in this order."""
        column = len(self.order)
        here = {(column, slug): shape.center(column, place) for place, slug in enumerate(slugs)}
        heights = {**self.heights, **here}
        arrows = shape.arriving.get(column, ())
        new = tuple(segment(arrow, heights) for arrow in arrows if not arrow.is_inside)
        crossed = crossings(new) + sum(cross(one, other) for one, other in product(new, self.lines))
        price = (
            CROSSING * crossed
            + sum(bend(shape, one) for one in new)
            + sum(inside(arrow, heights) for arrow in arrows if arrow.is_inside)
            + MOVED * moved(shape.columns[column], slugs)
        )
        return State((*self.order, slugs), heights, self.lines + new, self.cost + price)


@lru_cache(maxsize=1024)
def arranged(shape: Shape) -> Order:
    """The best order found for every column."""
    states = [State()]
    for column in range(len(shape.columns)):
        grown = [state.grown(shape, slugs) for state in states for slugs in orders(shape, column, state)]
        states = sorted(grown, key=lambda state: state.cost)[:BEAM]
    return improved(shape, states[0]).order


def in_order(shape: Shape, order: Order) -> State:
    """All columns in this order."""
    state = State()
    for slugs in order:
        state = state.grown(shape, slugs)
    return state


def orders(shape: Shape, column: int, before: State) -> Iterable[tuple[str, ...]]:
    """Orders of one column worth trying; stacks without links keep the editors' order around the others."""
    slugs = shape.columns[column]
    linked = [slug for slug in slugs if (column, slug) in shape.linked]
    if perm(len(slugs), len(linked)) > MOST_ORDERS:
        return few_orders(shape, column, before)
    others = [slug for slug in slugs if slug not in linked]
    places = permutations(range(len(slugs)), len(linked))
    return [woven(dict(zip(chosen, linked, strict=True)), others) for chosen in places]


def woven(fixed: dict[int, str], others: list[str]) -> tuple[str, ...]:
    """The others in their order, around those whose places are fixed."""
    rest = iter(others)
    return tuple(fixed[place] if place in fixed else next(rest) for place in range(len(fixed) + len(others)))


def few_orders(shape: Shape, column: int, before: State) -> Iterator[tuple[str, ...]]:
    """The editors' order, and each stack beside what leads to it."""
    slugs = shape.columns[column]
    wanted: dict[str, float] = {}
    for place, slug in enumerate(slugs):
        leading = [
            before.heights[arrow.before]
            for arrow in shape.arriving.get(column, ())
            if arrow.after == (column, slug) and arrow.before in before.heights
        ]
        wanted[slug] = sum(leading) / len(leading) if leading else shape.center(column, place)
    return iter((slugs, tuple(sorted(slugs, key=lambda slug: wanted[slug]))))


def segment(arrow: Arrow, heights: dict[Place, float]) -> Segment:
    """A straight line between the middles of two cards, from left to right."""
    left, right = sorted([arrow.before, arrow.after])
    return (left[0], heights[left]), (right[0], heights[right])


def bend(shape: Shape, line: Segment) -> float:
    """How far a link climbs, and whether it would run through the gate right of its first column."""
    (left, start), (right, end) = line
    gate = shape.gate(left)
    upper, lower = sorted([start + BESIDE * (end - start), end - BESIDE * (end - start)])
    through = right - left == 1 and upper - GATE_HALF < gate < lower + GATE_HALF
    return (GATE if through else 0.0) + HEIGHT * abs(end - start)


def inside(arrow: Arrow, heights: dict[Place, float]) -> float:
    """What a link inside a column costs: it should run down, to the next card."""
    fall = heights[arrow.after] - heights[arrow.before]
    if fall < 0:
        return UPWARD - fall
    return HEIGHT * fall + (SKIP if fall > 2 else 0.0)


def moved(editors: tuple[str, ...], slugs: tuple[str, ...]) -> int:
    """How many places the stacks of a column are from the editors' order."""
    places = {slug: place for place, slug in enumerate(editors)}
    return sum(abs(places[slug] - place) for place, slug in enumerate(slugs))


def crossings(lines: Iterable[Segment]) -> int:
    """How many pairs of straight lines cross; lines that only meet at an end do not."""
    return sum(cross(one, other) for one, other in combinations(lines, 2))


def cross(one: Segment, other: Segment) -> bool:
    """Whether two lines cross between their ends."""
    if one[0] in other or one[1] in other:
        return False
    return side(one, other[0]) * side(one, other[1]) < 0 and side(other, one[0]) * side(other, one[1]) < 0


def side(line: Segment, point: Point) -> float:
    """On which side of a line a point lies: negative, zero on it, positive."""
    (x0, y0), (x1, y1) = line
    return (x1 - x0) * (point[1] - y0) - (y1 - y0) * (point[0] - x0)


def improved(shape: Shape, best: State) -> State:
    """The state after exchanging two stacks of a column, one of them linked, as long as that costs less."""
    tries = MOST_PAIRS // (1 + len(shape.arrows) ** 2)
    for _ in range(MOST_SWEEPS):
        others = (in_order(shape, order) for order in islice(exchanged(shape, best.order), tries))
        found = min(others, key=lambda state: state.cost, default=best)
        if found.cost >= best.cost:
            break
        best = found
    return best


def exchanged(shape: Shape, order: Order) -> Iterator[Order]:
    """Every order in which a linked stack has changed places with another of its column."""
    for column, slugs in enumerate(order):
        for one, other in combinations(range(len(slugs)), 2):
            if {(column, slugs[one]), (column, slugs[other])} & shape.linked:
                swapped = list(slugs)
                swapped[one], swapped[other] = swapped[other], swapped[one]
                yield (*order[:column], tuple(swapped), *order[column + 1 :])
