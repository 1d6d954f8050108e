"""What each step counts for choosing: the stated fact, or the median of what the catalog states."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from fractions import Fraction
from statistics import median

from catalog.rules import Credential
from pathways.graph import Graph
from pathways.planner.question import Minimize

ONE = Fraction(1)
"""What counts for everything where the catalog states nothing at all."""


@dataclass(frozen=True, slots=True)
class Weights:
    """What a micro-credential counts, None where it does not state it, and what then counts.

    `with_prices` tells whether the price of a whole stack takes the place of what is inside.
    """

    stated: Callable[[Credential], Fraction | None]
    not_stated: Fraction = ONE
    with_prices: bool = False

    def of(self, credential: Credential) -> Fraction:
        """What one micro-credential counts."""
        stated = self.stated(credential)
        return self.not_stated if stated is None else stated


def weights_of(graph: Graph, minimize: Minimize) -> Weights:
    """The weights that a plan has least of."""
    if minimize is Minimize.COUNT:
        return Weights(lambda _: ONE)
    rules = [node.rule for node in graph.credentials.values()]
    if minimize is Minimize.HOURS:
        return Weights(hours, middle(hours(rule) for rule in rules if rule.hours))
    return Weights(cost, middle(cost(rule) for rule in rules if rule.price and rule.price.usd), True)


def hours(credential: Credential) -> Fraction | None:
    """The midpoint of stated hours."""
    span = credential.hours
    return None if span is None else Fraction((span.low + span.high) / 2)


def cost(credential: Credential) -> Fraction | None:
    """US dollars, also where they hold only for some."""
    return None if credential.price is None else Fraction(credential.price.usd)


def middle(stated: Iterable[Fraction | None]) -> Fraction:
    """The median: of an even number the mean of the middle two, of none one."""
    values = [value for value in stated if value is not None]
    return Fraction(median(values)) if values else ONE
