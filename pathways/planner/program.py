"""A whole-number program as plain data: columns between bounds, and rows of their multiples."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Row:
    """The sum of columns, each times its factor, is at least this."""

    at_least: int
    factors: Mapping[int, int]


@dataclass
class Program:
    """Columns, counted from 0, go from 0 to `most`; `whole` tells which take only whole numbers."""

    most: list[int] = field(default_factory=list)
    whole: list[bool] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)

    def column(self, most: int = 1, *, whole: bool = True) -> int:
        """A new column."""
        self.most.append(most)
        self.whole.append(whole)
        return len(self.most) - 1

    def row(self, at_least: int, factors: Mapping[int, int]) -> None:
        """A new row."""
        self.rows.append(Row(at_least, factors))

    def needs(self, column: int, other: int) -> None:
        """Where the first column is chosen, the other is too."""
        self.row(0, {other: 1, column: -1})
