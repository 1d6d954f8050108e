"""What leads where at any distance, and what leads back to itself: plain data in, plain data out.

No walk calls itself, so that no way is too long for it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from graphlib import CycleError, TopologicalSorter
from typing import TypeVar

Key = TypeVar("Key")
Value = TypeVar("Value")

Arcs = Mapping[str, Collection[str]]
"""What leads where, by one step."""


def gathered(pairs: Iterable[tuple[Key, Value]]) -> dict[Key, list[Value]]:
    """Values with the same key together, in their order."""
    found: dict[Key, list[Value]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return found


def reached(starts: Iterable[str], onward: Callable[[str], Iterable[str]]) -> set[str]:
    """All that these lead to; they themselves only where something leads back to them."""
    found: set[str] = set()
    pending = list(starts)
    while pending:
        new = set(onward(pending.pop())) - found
        found |= new
        pending += new
    return found


def knots(arcs: Arcs) -> dict[str, frozenset[str]]:
    """For everything that leads back to itself, all that lies on its loops."""
    try:
        TopologicalSorter(arcs).prepare()
    except CycleError:
        return knotted(arcs)
    return {}


def knotted(arcs: Arcs) -> dict[str, frozenset[str]]:
    """The same where there is a loop."""
    back = gathered((there, here) for here, onward in arcs.items() for there in onward)
    found: dict[str, frozenset[str]] = {}
    for one in arcs:
        if one not in found:
            onward = reached([one], lambda here: arcs.get(here, ()))
            knot = frozenset(onward & reached([one], lambda here: back.get(here, ())))
            found |= dict.fromkeys(knot, knot)
    return found


def rings(arcs: Arcs) -> list[list[str]]:
    """The shortest way back to each one that lies on a loop, that one first; each ring counts once."""
    found: dict[frozenset[str], list[str]] = {}
    for start in sorted(knots(arcs)):
        ring = way_back(start, arcs)
        found.setdefault(frozenset(ring), ring)
    return list(found.values())


def way_back(start: str, arcs: Arcs) -> list[str]:
    """The shortest way from something on a loop back to itself, that one first."""
    came_from = {start: ""}
    pending = [start]
    for here in pending:
        for there in arcs.get(here, ()):
            if there == start:
                return walked(here, came_from)
            if there not in came_from:
                came_from[there] = here
                pending.append(there)
    return []


def walked(end: str, came_from: Mapping[str, str]) -> list[str]:
    """The way to something, from the first on."""
    way = [end]
    while came_from[way[-1]]:
        way.append(came_from[way[-1]])
    return way[::-1]
