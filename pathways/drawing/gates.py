"""Where gates stand so that links run beside them, and where what the road leads to stands. All in tracks."""

from __future__ import annotations

from collections.abc import Iterable

Climb = tuple[float, float]
"""The heights between which a link runs from a column to the next."""

HALF = 0.55
"""Half of the height of a gate's box, with a little air."""
LEFT, RIGHT = 0.08, 0.03
"""How much of its height a link climbs before and behind a gate's box: it leaves further from it."""


def allowed(middle: int, *sizes: int) -> range:
    """Where a gate may stand so that the road stays on the lobes beside it, which hold so many stacks."""
    reach = max(min(sizes), 1) - 1
    return range(middle - reach, middle + reach + 1)


def goal_start(rows: int, span: int, followers: int, size: int) -> int:
    """The first track of the goal, of `span` tracks: the middle, where nothing follows.

    What follows stands right below. Then it is the highest place that is level with the last lobe, of `size`
    stacks, or the nearest to it.
    """
    if not followers:
        return rows - span // 2
    if not span:
        return 0
    most = 2 * (rows - followers) - span
    return max(0, min(allowed(rows, size).start - span // 2, most))


def level_gate(rows: int, size: int, level: int) -> range:
    """The one place of a gate before the goal: level with it, or as near as the last lobe allows."""
    places = allowed(rows, size)
    found = max(places.start, min(level, places.stop - 1))
    return range(found, found + 1)


def passes(link: Climb, gate: float) -> bool:
    """Whether a link runs through the box of a gate."""
    start, end = link
    upper, lower = sorted([start + LEFT * (end - start), end - RIGHT * (end - start)])
    return upper - HALF < gate < lower + HALF


def passing(links: Iterable[Climb], gate: float) -> int:
    """How many links run through the box of a gate."""
    return sum(passes(link, gate) for link in links)


def best_gate(places: range, middle: int, links: Iterable[Climb]) -> int:
    """The place of a gate with the fewest links through it, then the nearest to the middle."""
    found = list(links)
    if not found:
        return min(places, key=lambda place: abs(place - middle))
    return min(places, key=lambda place: (passing(found, place), abs(place - middle)))
