"""The questions that make a plan, with what was answered and what can be chosen."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from catalog.enums import Grade
from catalog.models import Jurisdiction
from home.directory import title_key
from home.folding import holds, words_looked_up
from home.nearest import words_near
from home.numbers import digits
from home.plain_text import shortened
from pathways.codes import aligned_to
from pathways.graph import CredentialNode, Graph, Issuer, Kind, Node
from pathways.planner import Minimize
from pathways.planning.asking import Asked

MOST_FOUND = 20
NO_WAY = "Roles that no pathway leads to yet"


@dataclass(frozen=True)
class GoalGroup:
    """Goals of one kind to choose among."""

    label: str
    nodes: tuple[Node, ...]


@dataclass(frozen=True)
class PlanForm:
    """The questions; `boards` may approve."""

    asked: Asked
    graph: Graph
    boards: tuple[Jurisdiction, ...]

    @cached_property
    def matches(self) -> list[CredentialNode]:
        """The micro-credentials looked up and not held yet; those that prove a code typed come first."""
        held = set(self.asked.held)
        found = [node for node in self.by_title if node.slug not in held and self.is_looked_up(node)]
        return sorted(found, key=lambda node: node.slug not in self.coded)

    @property
    def held_matches(self) -> list[CredentialNode]:
        """Those that are looked up, and are held already."""
        return [node for node in self.held if self.is_looked_up(node)]

    @cached_property
    def words(self) -> list[str]:
        """What is looked up, folded."""
        return words_looked_up(self.asked.find)

    @cached_property
    def coded(self) -> frozenset[str]:
        """The slugs of what proves a competency whose code is looked up."""
        return aligned_to(self.graph, self.asked.find) if self.words else frozenset()

    def is_looked_up(self, node: CredentialNode) -> bool:
        """Whether a micro-credential holds every word looked up, or proves the competency of that code."""
        if not self.words:
            return False
        return node.slug in self.coded or holds(self.words, node.title, node.issuer.name)

    @property
    def found_nothing(self) -> bool:
        """Whether words were looked up in vain."""
        return bool(self.asked.find) and not self.matches and not self.held_matches

    @property
    def near_words(self) -> tuple[str, ...]:
        """The words nearest to those looked up in vain."""
        texts = (text for node in self.graph.credentials.values() for text in (node.title, node.issuer.name))
        return words_near(self.words, texts) if self.found_nothing else ()

    @property
    def found(self) -> str:
        """What the words looked up have found, in a sentence; nothing where none were given."""
        if not self.asked.find:
            return ""
        if not self.matches:
            return (
                "All that has these words is marked as held."
                if self.held_matches
                else f"Nothing found for “{shortened(self.asked.find)}” in titles and issuers."
            )
        return f"{len(self.matches)} found. Mark what you hold, then press “Make the plan”."

    @property
    def held(self) -> list[CredentialNode]:
        """What is held already."""
        return [self.graph.credentials[slug] for slug in self.asked.held]

    @property
    def week(self) -> str:
        """Hours a week, as they were given."""
        return given(self.asked.week)

    @property
    def hours_max(self) -> str:
        """The most hours of one micro-credential, as they were given."""
        return given(self.asked.hours_max)

    @property
    def shown_matches(self) -> list[CredentialNode]:
        """As many of them as a page shows."""
        return self.matches[:MOST_FOUND]

    @property
    def hidden_matches(self) -> int:
        """How many more there are."""
        return max(len(self.matches) - MOST_FOUND, 0)

    @property
    def by_title(self) -> list[CredentialNode]:
        """Every micro-credential from A to Z."""
        return sorted(self.graph.credentials.values(), key=lambda node: title_key(node.title))

    @property
    def goals(self) -> list[GoalGroup]:
        """What one can plan for. Lists of interest are none."""
        roles = by_name(role for role in self.graph.roles.values() if role.is_goal)
        led_to = {role.slug for role in roles if self.graph.pathways_to(Kind.ROLE, role.slug)}
        groups = [
            GoalGroup("Roles", tuple(role for role in roles if role.slug in led_to)),
            GoalGroup("State priorities", by_name(self.graph.priorities.values())),
            GoalGroup("Pathways", by_name(self.graph.pathways.values())),
            GoalGroup(
                "Stacks", by_name(stack for stack in self.graph.stacks.values() if stack.can_be_planned)
            ),
            GoalGroup(NO_WAY, tuple(role for role in roles if role.slug not in led_to)),
        ]
        listed = {node.id for group in groups for node in group.nodes}
        if self.asked.goal and self.asked.goal.id not in listed:
            groups.insert(0, GoalGroup("Your goal", (self.graph.nodes[self.asked.goal.id],)))
        return [group for group in groups if group.nodes]

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


def by_name(nodes: Iterable[Node]) -> tuple[Node, ...]:
    """From A to Z."""
    return tuple(sorted(nodes, key=lambda node: title_key(node.title)))


def given(number: Decimal | None) -> str:
    """A number as it was given; empty where none was."""
    return "" if number is None else digits(number)
