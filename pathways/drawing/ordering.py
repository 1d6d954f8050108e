"""The order of the stacks in each column of a map: links cross and bend as little as possible.

What a link costs: 1,000 for every other it crosses, 20 where one of both runs too far to be drawn, 70 through
the box of a gate, 1 for each track of its height and for each that a gate leaves the middle to let it by, 50
where it skips a card of its own stage, far more where it would run upward; .01 for each place that a stack is
moved from the editors' order. Orders are tried column by column from left to right, the best few are kept,
and the winner is improved by moving one stack at a time as long as that helps. The same shape always gives
the same order.
"""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from heapq import nsmallest
from itertools import chain, combinations, islice, permutations, product
from math import perm
from operator import itemgetter

from pathways.drawing.gates import best_gate, passing
from pathways.drawing.shape import Arrow, Order, Place, Shape

CROSSING, FAR_CROSSING, GATE, HEIGHT, SKIP, UPWARD, MOVED = 1e3, 20.0, 70.0, 1.0, 50.0, 1e5, 0.01
BEAM = 24
MOST_ORDERS = 24
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
        heights = {**self.heights, **heights_of(shape, len(self.order), slugs)}
        new, price = self.priced(shape, slugs, heights)
        return State((*self.order, slugs), heights, self.lines + new, self.cost + price)

    def priced(
        self, shape: Shape, slugs: tuple[str, ...], heights: Mapping[Place, float]
    ) -> tuple[tuple[Segment, ...], float]:
        """The links that one more column in this order brings, and what it costs."""
        column = len(self.order)
        arrows = shape.arriving.get(column, ())
        new = tuple(segment(arrow, heights) for arrow in arrows if not arrow.is_inside)
        pairs = chain(combinations(new, 2), product(new, self.lines))
        price = (
            sum(tangle(one, other) for one, other in pairs)
            + HEIGHT * sum(abs(end[1] - start[1]) for start, end in new)
            + gate_price(shape, column - 1, new)
            + sum(inside(arrow, heights) for arrow in arrows if arrow.is_inside)
            + MOVED * moved(shape.columns[column], slugs)
        )
        return new, price


def heights_of(shape: Shape, column: int, slugs: tuple[str, ...]) -> dict[Place, float]:
    """The middle of every stack of one column in this order."""
    first = shape.center(column, 0)
    return {(column, slug): first + 2 * place for place, slug in enumerate(slugs)}


@lru_cache(maxsize=1024)
def arranged(shape: Shape) -> Order:
    """The best order found for every column; while links cross it is looked for from other starts, too."""
    starts: tuple[Callable[[], Order], ...] = (
        lambda: swept(shape),
        lambda: swept(mirrored(shape))[::-1],
        lambda: shape.columns,
    )
    best: State | None = None
    for start in starts:
        found = improved(shape, in_order(shape, start()))
        best = found if best is None else min(best, found, key=lambda state: state.cost)
        if best.cost < CROSSING:
            break
    return best.order if best else ()


def swept(shape: Shape) -> Order:
    """A good order, column by column from left to right."""
    states = [State()]
    for column in range(len(shape.columns)):
        found = (
            (price_of(shape, state, slugs), state, slugs)
            for state in states
            for slugs in orders(shape, column, state)
        )
        best = nsmallest(BEAM, found, key=itemgetter(0))
        states = [state.grown(shape, slugs) for _, state, slugs in best]
    return states[0].order


def mirrored(shape: Shape) -> Shape:
    """The same with its last column first."""
    last = len(shape.columns) - 1

    def across(place: Place) -> Place:
        return last - place[0], place[1]

    arrows = tuple(
        replace(arrow, before=across(arrow.before), after=across(arrow.after)) for arrow in shape.arrows
    )
    return replace(shape, columns=shape.columns[::-1], arrows=arrows, has_followers=False)


def price_of(shape: Shape, state: State, slugs: tuple[str, ...]) -> float:
    """What a state costs with one more column in this order."""
    here = heights_of(shape, len(state.order), slugs)
    return state.cost + state.priced(shape, slugs, ChainMap(here, state.heights))[1]


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
    """The editors' order, each stack beside what leads to it, and these with one stack moved."""
    slugs = shape.columns[column]
    wanted: dict[str, float] = {}
    for place, slug in enumerate(slugs):
        leading = [
            before.heights[arrow.before]
            for arrow in shape.arriving.get(column, ())
            if arrow.after == (column, slug) and arrow.before in before.heights
        ]
        wanted[slug] = sum(leading) / len(leading) if leading else shape.center(column, place)
    for start in (slugs, tuple(sorted(slugs, key=lambda slug: wanted[slug]))):
        yield start
        yield from displaced(start)


def displaced(slugs: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Every order in which one stack has moved to another place."""
    for one, other in permutations(range(len(slugs)), 2):
        if other != one - 1:  # two neighbors change places only once
            rest = slugs[:one] + slugs[one + 1 :]
            yield (*rest[:other], slugs[one], *rest[other:])


def segment(arrow: Arrow, heights: Mapping[Place, float]) -> Segment:
    """A straight line between the middles of two cards, from left to right."""
    left, right = sorted([arrow.before, arrow.after])
    return (left[0], heights[left]), (right[0], heights[right])


def gate_price(shape: Shape, column: int, lines: Iterable[Segment]) -> float:
    """What the gate right of a column costs at its best place."""
    links = [(start[1], end[1]) for start, end in filter(is_near, lines) if start[0] == column]
    if not links:
        return 0.0
    gate = best_gate(shape.gates(column), shape.rows, links)
    return GATE * passing(links, gate) + HEIGHT * abs(gate - shape.rows)


def inside(arrow: Arrow, heights: Mapping[Place, float]) -> float:
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


def tangle(one: Segment, other: Segment) -> float:
    """What it costs that two lines cross."""
    if not cross(one, other):
        return 0.0
    return CROSSING if is_near(one) and is_near(other) else FAR_CROSSING


def is_near(line: Segment) -> bool:
    """Whether a line runs to the next column; others are told in words, and only help to place their ends."""
    return line[1][0] - line[0][0] == 1


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
    """The state after moving one stack at a time, as long as that costs less."""
    tries = MOST_PAIRS // (1 + len(shape.arrows) ** 2)
    for _ in range(MOST_SWEEPS):
        others = (in_order(shape, order) for order in islice(changed(shape, best.order), tries))
        found = min(others, key=lambda state: state.cost, default=best)
        if found.cost >= best.cost:
            break
        best = found
    return best


def changed(shape: Shape, order: Order) -> Iterator[Order]:
    """Every order in which one stack of a column with links has moved."""
    for column, slugs in enumerate(order):
        if any((column, slug) in shape.linked for slug in slugs):
            for other in displaced(slugs):
                yield (*order[:column], other, *order[column + 1 :])
