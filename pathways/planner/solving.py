"""HiGHS finds the best solution of a program, and of equally good ones the first in order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import takewhile

import highspy
import numpy as np

from pathways.planner.choosing import Chosen
from pathways.planner.model import Model
from pathways.planner.program import Program

TOGETHER = 20
"""How many columns are settled at a time: their powers of two must stay far from what rounding can change."""

OPTIONS: dict[str, bool | int | float | str] = {
    "output_flag": False,
    "threads": 1,
    "parallel": "off",
    "mip_rel_gap": 0.0,
    "mip_abs_gap": 0.0,
    "mip_feasibility_tolerance": 1e-9,
    "primal_feasibility_tolerance": 1e-9,
    "dual_feasibility_tolerance": 1e-9,
}


class OutOfTime(Exception):
    """The time is over before the best solution was proven; `values` and `bound` are the best known."""

    def __init__(self, values: Sequence[float], bound: float) -> None:
        super().__init__(values, bound)
        self.values, self.bound = values, bound


class Solver:
    """One program in HiGHS. Its clock runs on from solve to solve, so that the time is for all of them."""

    def __init__(self, program: Program, seconds: float) -> None:
        self.highs = highspy.Highs()
        for name, value in OPTIONS.items():
            self.highs.setOptionValue(name, value)
        self.highs.setOptionValue("time_limit", seconds)
        self.highs.passModel(lp_of(program))
        self.size = len(program.most)

    def least(self, weights: Mapping[int, int]) -> list[int]:
        """A solution with the least sum of these weights by column."""
        costs = np.zeros(self.size)
        costs[list(weights)] = list(weights.values())
        self.highs.changeColsCost(self.size, np.arange(self.size, dtype=np.int32), costs)
        self.highs.run()
        solution = self.highs.getSolution()
        if self.highs.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            values = solution.col_value if solution.value_valid else ()
            raise OutOfTime(values, self.highs.getInfo().mip_dual_bound)
        return [round(value) for value in solution.col_value]

    def keep(self, weights: Mapping[int, int], most: int) -> None:
        """From now on the sum of these whole weights is at most this."""
        columns = np.array(list(weights), dtype=np.int32)
        factors = np.array(list(weights.values()), dtype=float)
        self.highs.addRow(-highspy.kHighsInf, most + 0.5, len(columns), columns, factors)

    def fix(self, column: int, value: int) -> None:
        """From now on a column has this value."""
        self.highs.changeColBounds(column, value, value)


def lp_of(program: Program) -> highspy.HighsLp:
    """The program as HiGHS takes it, row by row."""
    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_ = len(program.most), len(program.rows)
    lp.col_cost_ = np.zeros(lp.num_col_)
    lp.col_lower_ = np.zeros(lp.num_col_)
    lp.col_upper_ = np.array(program.most, dtype=float)
    lp.row_lower_ = np.array([row.at_least for row in program.rows], dtype=float)
    lp.row_upper_ = np.full(lp.num_row_, highspy.kHighsInf)
    lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    lp.a_matrix_.start_ = np.cumsum([0, *(len(row.factors) for row in program.rows)])
    lp.a_matrix_.index_ = [column for row in program.rows for column in row.factors]
    lp.a_matrix_.value_ = [factor for row in program.rows for factor in row.factors.values()]
    kinds = (highspy.HighsVarType.kContinuous, highspy.HighsVarType.kInteger)
    lp.integrality_ = [kinds[whole] for whole in program.whole]
    return lp


class Settling:
    """Narrows a program down to one solution, aim after aim: no later aim spoils an earlier one."""

    def __init__(self, model: Model, seconds: float) -> None:
        self.model = model
        self.solver = Solver(model.program, seconds)
        self.values: list[int] = []

    def least(self, weights: Mapping[int, int]) -> None:
        """Have the least sum of these."""
        self.values = self.solver.least(weights)
        self.solver.keep(weights, sum(weight * self.values[column] for column, weight in weights.items()))

    def prefer(self, counts: Mapping[int, int]) -> None:
        """Of all solutions whose sum of these is as now, have the one that chooses the earliest columns."""
        left = sum(count * self.values[column] for column, count in counts.items())
        waiting = list(counts)
        while left:
            settled = list(takewhile(self.values.__getitem__, waiting)) or self.choose_among(
                waiting[:TOGETHER]
            )
            for column in settled:
                self.solver.fix(column, self.values[column])
                left -= counts[column] * self.values[column]
            waiting = waiting[len(settled) :]

    def choose_among(self, columns: list[int]) -> list[int]:
        """Have the earliest of a few columns."""
        self.values = self.solver.least(
            {column: -(2**place) for place, column in enumerate(reversed(columns))}
        )
        return columns

    def settle(self) -> None:
        """The best, then the fewest steps, the first in slug order, the fewest stacks, the first of these."""
        model = self.model
        stacks = sorted(model.stacks, key=lambda column: model.stacks[column])
        ways = sorted(model.ways, key=lambda column: model.ways[column].id)
        self.least(model.counts)
        self.prefer(model.counts)
        self.least(dict.fromkeys(stacks, 1))
        self.prefer(dict.fromkeys(stacks, 1))
        self.prefer(dict.fromkeys(ways, 1))


@dataclass(frozen=True, slots=True)
class Solution:
    """What is chosen, None where time ran out before anything was found; `bound` is None for a proven best.

    Otherwise `bound` is what the least sum of the program's weights cannot go below.
    """

    chosen: Chosen | None
    bound: float | None = None


def solve(model: Model, seconds: float) -> Solution:
    """The best choice; among equals one of the best where the time does not reach to settle which."""
    settling = Settling(model, seconds)
    try:
        settling.least(model.weights)
    except OutOfTime as found:
        return Solution(model.chosen(found.values) if found.values else None, max(found.bound, 0.0))
    with suppress(OutOfTime):
        settling.settle()
    return Solution(model.chosen(settling.values))
