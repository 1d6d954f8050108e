"""The totals of a plan in words."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from home.numbers import NOT_STATED, between, money_text, noun_for, number_text
from pathways.planner import PlanTotals
from pathways.walks import gathered


@dataclass(frozen=True)
class GroupSum:
    """So many prices, in US dollars in all, that hold for the same group."""

    usd: Decimal
    number: int

    def condition(self, group: str) -> str:
        """That they hold only for this group."""
        if self.number == 1:
            return f"One of these prices, {money_text(self.usd)}, holds only for {group}."
        return f"{self.number} of these prices, {money_text(self.usd)} in all, hold only for {group}."


@dataclass(frozen=True)
class Sums:
    """The totals of a plan in words."""

    totals: PlanTotals
    stacks: int

    @property
    def count(self) -> str:
        """How many are to be earned."""
        least = "At least " if self.totals.at_least else ""
        return f"{least}{self.totals.count}, in {self.stacks} {noun_for(self.stacks, 'stack')}"

    @property
    def to_earn(self) -> str:
        """How many are to be earned, inside a sentence."""
        least = "at least " if self.totals.at_least else ""
        return f"{least}{self.totals.count} to earn, in {self.stacks} {noun_for(self.stacks, 'stack')}"

    @property
    def shared_count(self) -> str:
        """How many are to be earned, in the title of a preview."""
        least = "at least " if self.totals.at_least else ""
        return f"{least}{self.totals.count} {noun_for(self.totals.count, 'micro-credential')}"

    @property
    def hours(self) -> str:
        """The hours, and for how many of the steps they hold."""
        low, high = self.totals.hours_min, self.totals.hours_max
        if low is None or high is None:
            return NOT_STATED
        text = f"{between(number_text(low), number_text(high))} {noun_for(high, 'hour')}"
        return f"{text}{self.share(self.totals.hours_not_stated)}"

    @property
    def cost(self) -> str:
        """The cost, for whom and for how many of the steps it holds."""
        if self.totals.cost_usd is None:
            return NOT_STATED
        if self.is_only_for_some:
            return "; ".join(f"{money_text(one.usd)} for {group}" for group, one in self.by_group.items())
        return f"{money_text(self.totals.cost_usd)}{self.share(self.totals.cost_not_stated)}"

    @cached_property
    def by_group(self) -> dict[str, GroupSum]:
        """The prices by whom they hold for, those for everyone under ""."""
        paid = gathered((one.holds_for, one.usd) for one in self.totals.payments)
        return {
            group: GroupSum(sum(prices, Decimal(0)), len(prices)) for group, prices in sorted(paid.items())
        }

    @property
    def is_only_for_some(self) -> bool:
        """Whether none of its prices holds for everyone."""
        return bool(self.by_group) and "" not in self.by_group

    def share(self, missing: int) -> str:
        """For how many of the steps a sum holds, where some do not state the fact."""
        return f" for {self.totals.count - missing} of them" if missing else ""

    @property
    def hours_gap(self) -> str:
        """For how many the hours are not stated."""
        return self.gap(self.totals.hours_not_stated)

    @property
    def cost_gap(self) -> str:
        """For how many the cost is not stated, and which of the prices hold only for some."""
        return " ".join(filter(None, [*self.conditions, self.gap(self.totals.cost_not_stated)]))

    def gap(self, missing: int) -> str:
        """For how many a fact is not stated, where it is stated for others."""
        return f"Not stated for the other {missing}." if 0 < missing < self.totals.count else ""

    @property
    def conditions(self) -> list[str]:
        """The prices that hold only for some, where the sum does not tell it itself."""
        if self.is_only_for_some:
            return ["For everyone else: not stated."]
        return [one.condition(group) for group, one in self.by_group.items() if group]
