"""A stack's rule and totals in the words of a list: plain data in, text out."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from catalog import wording
from catalog.rules import Stack
from catalog.totals import StackTotals, totals
from catalog.wording import CostLine
from home.numbers import NOT_STATED


@dataclass(frozen=True)
class StackSummary:
    """A stack told by its rule; totals and texts are made when somebody asks for them."""

    rule: Stack
    is_selection: bool

    @cached_property
    def totals(self) -> StackTotals | None:
        """Totals, or None for a selection and for what nobody can finish."""
        return None if self.is_selection else totals(self.rule)

    @property
    def short(self) -> str:
        """The rule in a list."""
        return wording.short_list(self.rule) if self.is_selection else wording.short_rule(self.rule)

    @property
    def count(self) -> str:
        """How many are to be earned, of how many on offer."""
        return wording.count_text(self.totals, self.rule) if self.totals else NOT_STATED

    @property
    def hours(self) -> str:
        """The hours in all."""
        return wording.range_text(self.totals.hours, "hours") if self.totals else NOT_STATED

    @property
    def costs(self) -> list[CostLine]:
        """The cost in all, a line for each group a price holds for."""
        return wording.cost_lines(self.totals) if self.totals else [CostLine(NOT_STATED)]
