"""The best choice of a program, and of equally good ones the first in order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from fractions import Fraction
from itertools import takewhile
from math import floor, isfinite
from time import monotonic

from pathways.planner.choosing import Chosen
from pathways.planner.highs import Infeasible, OutOfTime, Solver
from pathways.planner.model import Model

TOGETHER = 20
"""How many columns are settled at a time: their powers of two must stay far from what rounding can change."""


class Settling:
    """Narrows a program down to one solution, aim after aim: no later aim spoils an earlier one."""

    def __init__(self, model: Model, seconds: float) -> None:
        self.model = model
        self.solver = Solver(model.program, seconds)
        self.values: list[int] = []
        self.fixed: set[int] = set()

    def least(self, weights: Mapping[int, int]) -> None:
        """Have the least sum of these."""
        self.values = self.solver.least(weights)
        most = self.sum_of(weights)
        self.solver.keep(weights, most)
        self.fixed.update(self.solver.fix_hopeless(most))

    def sum_of(self, weights: Mapping[int, int]) -> int:
        """The sum of these for what is chosen now."""
        return sum(weight * self.values[column] for column, weight in weights.items())

    def prefer(self, counts: Mapping[int, int]) -> None:
        """Of all solutions whose sum of these is as now, have the one that chooses the earliest columns."""
        waiting = [column for column in counts if column not in self.fixed]
        left = self.sum_of({column: counts[column] for column in waiting})
        while left and waiting:
            settled = list(takewhile(self.values.__getitem__, waiting))
            settled = settled or self.choose_among(waiting[:TOGETHER])
            for column in settled:
                self.solver.fix(column, self.values[column])
                left -= counts[column] * self.values[column]
            waiting = waiting[len(settled) :]
            self.fixed.update(settled)

    def choose_among(self, columns: list[int]) -> list[int]:
        """Have the earliest of a few columns."""
        places = enumerate(reversed(columns))
        self.values = self.solver.least({column: -(2**place) for place, column in places})
        return columns

    def settle(self) -> None:
        """Have the fewest steps, the first in slug order, then the fewest stacks, the first of these."""
        model = self.model
        stacks = sorted(model.stacks, key=lambda column: model.stacks[column])
        ways = sorted(model.ways, key=lambda column: model.ways[column].id)
        self.least(model.counts)
        self.prefer(model.counts)
        self.least(dict.fromkeys(stacks, 1))
        self.prefer(dict.fromkeys(stacks, 1))
        self.prefer(dict.fromkeys(ways, 1))

    @property
    def chosen(self) -> Chosen:
        """What is chosen now."""
        return self.model.chosen(self.values)

    @property
    def worth(self) -> Fraction:
        """The true sum of the weights."""
        return self.sum_of(self.model.weights) / self.model.scale

    @property
    def rank(self) -> tuple[int, list[str], int, list[str], str]:
        """What is settled of the choice, for comparing it with equally good ones of other programs."""
        chosen = self.chosen
        names = self.model.step_names(self.values)
        stacks = sorted(chosen.stacks)
        return self.sum_of(self.model.counts), names, len(stacks), stacks, chosen.way.id


@dataclass(frozen=True, slots=True)
class Solution:
    """What is chosen, None where time ran out before anything was found.

    `bound` is None for a proven best; otherwise what the least sum of the weights cannot go below.
    """

    chosen: Chosen | None
    bound: Fraction | None = None


class Search:
    """Looks for the best choice, program by program."""

    def __init__(self, seconds: float) -> None:
        self.ends = monotonic() + seconds
        self.best: list[Settling] = []
        self.bounds: list[Fraction] = []

    def look(self, model: Model) -> None:
        """Take the best choice of one more program, unless a better one is known."""
        settling = Settling(model, max(self.ends - monotonic(), 0.0))
        if self.best:
            settling.solver.keep(model.weights, floor(self.best[0].worth * model.scale))
        try:
            settling.least(model.weights)
        except Infeasible:
            return
        except OutOfTime as found:
            bound = max(found.bound, 0.0) if isfinite(found.bound) else 0.0
            self.bounds.append(Fraction(bound) / model.scale)
            settling.values = [round(value) for value in found.values]
        if settling.values:
            ties = [one for one in self.best if one.worth == settling.worth]
            self.best = [*ties, settling]

    def solution(self) -> Solution:
        """The best of all; of equally good ones the first, as far as the time reaches to settle that."""
        if self.bounds:
            chosen = self.best[0].chosen if self.best else None
            worths = [one.worth for one in self.best]
            return Solution(chosen, min([*worths, *self.bounds]))
        with suppress(OutOfTime):
            for one in self.best:
                one.settle()
        return Solution(min(self.best, key=lambda one: one.rank).chosen)


def solve(models: Iterable[Model], seconds: float) -> Solution:
    """The best choice of all these programs together."""
    search = Search(seconds)
    for model in models:
        search.look(model)
    return search.solution()
