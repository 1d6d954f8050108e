"""What was left out of a visitor's question, so that the page can say so. Plain data."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from django.http import QueryDict

from home.plain_text import shortened


@dataclass(frozen=True, slots=True)
class Ignored:
    """A part of the question that was left out, and why."""

    field: str
    value: str
    reason: str


def unknown_parameters(
    params: QueryDict, known: Collection[str], reason: str = "There is no such parameter."
) -> Iterator[Ignored]:
    """The parameters of an address that nobody reads, each in short."""
    for name in params:
        if name not in known:
            yield Ignored(shortened(name), shortened(str(params[name])), reason)
