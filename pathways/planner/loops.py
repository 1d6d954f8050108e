"""Stacks that may ask for one another in a loop."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from graphlib import CycleError, TopologicalSorter


def rings(arcs: Mapping[str, Collection[str]]) -> dict[str, frozenset[str]]:
    """For everything that leads back to itself, all that lies on its loops; by what leads where."""
    try:
        TopologicalSorter(arcs).prepare()
    except CycleError:
        within = {one: reached(arcs, one) for one in arcs}
        looped = (one for one in arcs if one in within[one])
        return {one: frozenset(other for other in within[one] if one in within[other]) for one in looped}
    return {}


def reached(arcs: Mapping[str, Collection[str]], start: str) -> set[str]:
    """All that one thing leads to, itself only where it lies on a loop."""
    found: set[str] = set()
    pending = list(arcs[start])
    while pending:
        one = pending.pop()
        if one not in found:
            found.add(one)
            pending += arcs[one]
    return found
