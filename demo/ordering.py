"""Puts what others rest on first, and finds loops. Plain data in, plain data out."""

from collections.abc import Callable, Hashable, Iterable
from graphlib import CycleError, TopologicalSorter
from typing import TypeVar

T = TypeVar("T")
K = TypeVar("K", bound=Hashable)


def loop(before: dict[K, set[K]]) -> list[K]:
    """The names along a loop, the first one again at the end; empty where there is none."""
    try:
        TopologicalSorter(before).prepare()
    except CycleError as error:
        found: list[K] = error.args[1]
        return found
    return []


def in_order(rows: Iterable[T], name: Callable[[T], K], needs: Callable[[T], Iterable[K]]) -> list[T]:
    """The rows in their own order, but each after the rows it needs; there must be no loop."""
    known = {name(row): row for row in rows}
    found: dict[K, T] = {}

    def take(key: K) -> None:
        if key in found or key not in known:
            return
        for other in needs(known[key]):
            take(other)
        found[key] = known[key]

    for key in known:
        take(key)
    return list(found.values())
