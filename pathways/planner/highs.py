"""HiGHS, which solves whole-number programs to the very best."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import highspy
import numpy as np

from pathways.planner.program import Program

OPTIONS: dict[str, bool | int | float | str] = {
    "output_flag": False,
    "threads": 1,
    "parallel": "off",
    "mip_rel_gap": 0.0,
    "mip_abs_gap": 0.0,
    "mip_feasibility_tolerance": 1e-9,
    "primal_feasibility_tolerance": 1e-9,
    "dual_feasibility_tolerance": 1e-9,
    "presolve": "off",  # HiGHS 1.15 now and then makes a program smaller and loses its best solution
    "mip_heuristic_run_feasibility_jump": False,  # takes longer than the rest on programs this small
}
SURELY = 0.5
"""Sums of whole numbers that differ do so by one: what rounding can change is far below half of that."""


class OutOfTime(Exception):
    """The time is over before the best is proven; `values` are the best found, none where nothing was."""

    def __init__(self, values: Sequence[float], bound: float) -> None:
        super().__init__(values, bound)
        self.values, self.bound = values, bound


class Infeasible(Exception):
    """Nothing keeps to all rows."""


class Solver:
    """One program in HiGHS. Its clock runs on from solve to solve, so that the time is for all of them."""

    def __init__(self, program: Program, seconds: float) -> None:
        self.highs = highspy.Highs()
        for name, value in OPTIONS.items():
            self.highs.setOptionValue(name, value)
        self.highs.setOptionValue("time_limit", seconds)
        self.highs.passModel(lp_of(program))
        self.columns = np.arange(len(program.most), dtype=np.int32)
        self.whole = np.array(program.whole, dtype=np.uint8)

    def least(self, weights: Mapping[int, int]) -> list[int]:
        """A solution with the least sum of these whole weights by column."""
        costs = np.zeros(len(self.columns))
        costs[list(weights)] = list(weights.values())
        self.highs.changeColsCost(len(costs), self.columns, costs)
        self.highs.run()
        status, solution = self.highs.getModelStatus(), self.highs.getSolution()
        if status == highspy.HighsModelStatus.kInfeasible:
            raise Infeasible
        if status != highspy.HighsModelStatus.kOptimal:
            found = solution.col_value if solution.value_valid else ()
            raise OutOfTime(found, self.highs.getInfo().mip_dual_bound)
        return [round(value) for value in solution.col_value]

    def keep(self, weights: Mapping[int, int], most: int) -> None:
        """From now on the sum of these whole weights is at most this."""
        columns = np.array(list(weights), dtype=np.int32)
        factors = np.array(list(weights.values()), dtype=float)
        self.highs.addRow(-highspy.kHighsInf, most + SURELY, len(columns), columns, factors)

    def fix(self, column: int, value: int) -> None:
        """From now on a column has this value."""
        self.highs.changeColBounds(column, value, value)

    def fix_hopeless(self, most: int) -> list[int]:
        """Fix the columns of which any other value would bring the sum last asked for above this.

        Solved without whole numbers, its least sum and reduced costs bound every whole solution with that
        other value. Returns the columns that are fixed.
        """
        self.highs.changeColsIntegrality(len(self.whole), self.columns, np.zeros_like(self.whole))
        self.highs.run()
        solution, status = self.highs.getSolution(), self.highs.getModelStatus()
        room = most + SURELY - self.highs.getInfo().objective_function_value
        self.highs.changeColsIntegrality(len(self.whole), self.columns, self.whole)
        if status != highspy.HighsModelStatus.kOptimal or not solution.dual_valid:
            return []
        hopeless = (np.abs(solution.col_dual) > room) & (self.whole == 1)
        found = [int(column) for column in np.flatnonzero(hopeless)]
        for column in found:
            self.fix(column, round(solution.col_value[column]))
        return found


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
