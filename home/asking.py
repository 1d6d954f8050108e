"""What was left out of a visitor's question, so that the page can say so. Plain data."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from django.http import QueryDict

from home.plain_text import shortened

MOST_NAMES = 10
"""Parameters that nobody reads which are named."""
MOST_VALUES = 3
"""Values of one parameter, left out for one reason, which are repeated."""


@dataclass(frozen=True, slots=True)
class Ignored:
    """A part of the question that was left out, and why."""

    field: str
    value: str
    reason: str


@dataclass(frozen=True, slots=True)
class Unread(Ignored):
    """A parameter that nobody reads."""


@dataclass(frozen=True, slots=True)
class Told:
    """What was left out for one reason, as a page tells it: of many, the first and how many more."""

    names: tuple[str, ...]
    values: tuple[str, ...]
    more: int
    reason: str


def told(ignored: Iterable[Ignored]) -> list[Told]:
    """Each parameter with each reason once; those that nobody reads share one, and stand together."""
    together: dict[tuple[str, str], list[Ignored]] = {}
    for one in ignored:
        field = "" if isinstance(one, Unread) else one.field
        together.setdefault((field, one.reason), []).append(one)
    return [told_together(parts) for parts in together.values()]


def told_together(parts: list[Ignored]) -> Told:
    """These, which have one reason, as a page tells them."""
    names = list(dict.fromkeys(one.field for one in parts))
    if len(names) > 1:
        return Told(tuple(names[:MOST_NAMES]), (), max(len(names) - MOST_NAMES, 0), parts[0].reason)
    values = [one.value for one in parts if one.value]
    return Told((names[0],), tuple(values[:MOST_VALUES]), max(len(values) - MOST_VALUES, 0), parts[0].reason)


def unknown_parameters(
    params: QueryDict, known: Collection[str], reason: str = "There is no such parameter."
) -> Iterator[Ignored]:
    """The parameters of an address that nobody reads, each in short."""
    for name in params:
        if name not in known:
            yield Unread(shortened(name), shortened(str(params[name])), reason)
