"""The questions that make a plan, with what was answered and what can be chosen."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from catalog.enums import Grade
from catalog.models import Jurisdiction
from home.alphabet import title_key
from home.numbers import digits
from home.plain_text import shortened
from pathways.graph import Graph, Issuer
from pathways.planner import Minimize
from pathways.planning.asking import Asked
from pathways.planning.goals import GoalSearch
from pathways.planning.holding import MOST_FOUND, HeldNode, HeldOption, HeldSearch


@dataclass(frozen=True)
class PlanForm:
    """The questions; `boards` may approve, and the site shows the decisions of `deciding`."""

    asked: Asked
    graph: Graph
    boards: tuple[Jurisdiction, ...]
    deciding: Jurisdiction | None = None

    @cached_property
    def aims(self) -> GoalSearch:
        """What one can plan for."""
        return GoalSearch(self.asked, self.graph)

    @cached_property
    def holding(self) -> HeldSearch:
        """What is held, and what may be marked as held."""
        return HeldSearch(self.asked, self.graph)

    @property
    def matches(self) -> list[HeldNode]:
        """What the words looked up find that is not held yet."""
        return self.holding.matches

    @property
    def looked_up_in_vain(self) -> str:
        """The words of a look-up, for a goal or for what is held, that found nothing; empty without any."""
        if self.aims.found_nothing:
            return self.asked.find_goal
        return self.asked.find if self.holding.found_nothing else ""

    @property
    def found(self) -> str:
        """What the words looked up have found, in a sentence; nothing where none were given."""
        if not self.asked.find:
            return ""
        if not self.matches:
            return (
                "All that has these words is marked as held."
                if self.holding.held_matches
                else f"Nothing found for “{shortened(self.asked.find)}” in titles and issuers."
            )
        return f"{len(self.matches)} found. Mark what you hold, then press “Make the plan”."

    @property
    def held(self) -> list[HeldOption]:
        """What is held already, as it can be marked."""
        return [HeldOption(node) for node in self.holding.held]

    @property
    def week(self) -> str:
        """Hours a week, as they were given."""
        return given(self.asked.week)

    @property
    def hours_max(self) -> str:
        """The most hours of one micro-credential, as they were given."""
        return given(self.asked.hours_max)

    @property
    def shown_matches(self) -> list[HeldOption]:
        """As many of them as a page shows."""
        return [HeldOption(node) for node in self.matches[:MOST_FOUND]]

    @property
    def hidden_matches(self) -> int:
        """How many more there are."""
        return max(len(self.matches) - MOST_FOUND, 0)

    @property
    def grades(self) -> list[tuple[str, str]]:
        """The grades to choose among."""
        return list(Grade.choices)

    @property
    def minimizes(self) -> list[tuple[str, str]]:
        """What a plan can have least of."""
        return [
            (Minimize.COUNT.value, "The fewest to earn"),
            (Minimize.HOURS.value, "The fewest hours"),
            (Minimize.COST.value, "The least cost"),
        ]

    @property
    def issuers(self) -> list[Issuer]:
        """Those whose work may be left out, from A to Z."""
        found = {node.issuer for node in self.graph.credentials.values()}
        return sorted(found, key=lambda issuer: title_key(issuer.name))


def given(number: Decimal | None) -> str:
    """A number as it was given; empty where none was."""
    return "" if number is None else digits(number)
