"""What can be swapped in a plan: for each choice the other options, worked out only when it is opened."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from django.utils.text import slugify

from pathways.graph import Graph
from pathways.planner import Choice, Option, Plan, Swap, swaps
from pathways.planning.asking import Asked
from pathways.planning.telling import Stop, swap_text

APART = "|"
"""Stands between a choice and what is chosen in it, in the parameter `open`."""


@dataclass(frozen=True)
class Other:
    """Another option of a choice, with the address of the plan that uses it."""

    swap: Swap
    address: str

    @property
    def can_be_done(self) -> bool:
        """Whether there is a plan with it."""
        return not self.swap.reason

    @property
    def text(self) -> str:
        """What it would change."""
        return swap_text(self.swap)


@dataclass(frozen=True)
class Swapping:
    """Something chosen that can be swapped. `others` are worked out when somebody looks at them."""

    choice: Choice
    chosen: Option
    asked: Asked
    graph: Graph
    plan: Plan

    @property
    def name(self) -> str:
        """What the parameter `open` says to open it."""
        return f"{self.choice.id}{APART}{self.chosen.id}"

    @property
    def anchor(self) -> str:
        """Its place on the page."""
        return f"swap-{slugify(self.name.translate(str.maketrans(':/|', '---')))}"

    @property
    def address(self) -> str:
        """The address that opens it."""
        return self.asked.link(open=self.name)

    @property
    def count(self) -> int:
        """How many other options there are."""
        return sum(not option.chosen and not option.held for option in self.choice.options)

    @property
    def is_open(self) -> bool:
        """Whether its other options are shown."""
        return self.asked.open == self.name

    @cached_property
    def others(self) -> list[Other]:
        """The other options, each with what it would change; exact plans, so only for what is open."""
        if not self.is_open:
            return []
        found = swaps(self.graph, self.plan, self.choice.id, self.chosen.id)
        return [Other(swap, self.address_of(swap.option)) for swap in found]

    def address_of(self, option: Option) -> str:
        """The address of the plan with another option in place of the chosen one."""
        drop = [("use", self.chosen.id), ("without", option.id)]
        return self.asked.with_pairs(drop, [("without", self.chosen.id), ("use", option.id)])


def swappings(asked: Asked, graph: Graph, plan: Plan | None, stop: Stop) -> list[Swapping]:
    """What can be swapped at a stop."""
    if plan is None:
        return []
    found = [
        Swapping(choice, option, asked, graph, plan)
        for choice in stop.choices
        for option in choice.options
        if is_chosen_at(stop, choice, option)
    ]
    return [one for one in found if one.count]


def is_chosen_at(stop: Stop, choice: Choice, option: Option) -> bool:
    """Whether an option is what the plan chose and still has to do at this stop."""
    inside = choice.id.startswith("group:") or option.slug == stop.node.slug
    return option.chosen and not option.held and inside
