"""What somebody holds: micro-credentials and whole stacks, looked up by their words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from home.folding import folded, holds, words_looked_up
from pathways.graph import CredentialNode, Graph, StackNode
from pathways.planning.asking import Asked

MOST_FOUND = 20
"""Matches that a page shows."""

HeldNode = CredentialNode | StackNode
Held = TypeVar("Held", CredentialNode, StackNode)


@dataclass(frozen=True)
class HeldOption:
    """Something to mark as held."""

    node: HeldNode

    @property
    def value(self) -> str:
        """A slug alone for a micro-credential; kind and slug for a stack, as some slugs serve both."""
        return self.node.id if isinstance(self.node, StackNode) else self.node.slug

    @property
    def told(self) -> str:
        """Who awards it and, of a stack, what finishes it."""
        issuer = self.node.issuer.name
        if isinstance(self.node, StackNode):
            return f"Finished stack ({self.node.summary.short}), {issuer}"
        return issuer


@dataclass(frozen=True)
class HeldSearch:
    """What is held by the address, and what the words of `find` find besides."""

    asked: Asked
    graph: Graph

    @property
    def held(self) -> list[HeldNode]:
        """What is held already."""
        credentials = [self.graph.credentials[slug] for slug in self.asked.held]
        return [*credentials, *(self.graph.stacks[slug] for slug in self.asked.held_stacks)]

    @cached_property
    def matches(self) -> list[HeldNode]:
        """What holds every word looked up and is not held yet; stacks, of which there are few, first."""
        if not self.words:
            return []
        held = {node.id for node in self.held}
        stacks = (node for node in self.graph.stacks.values() if not node.is_selection)
        nodes: list[HeldNode] = [*by_title(stacks), *by_title(self.graph.credentials.values())]
        return [node for node in nodes if node.id not in held and self.is_looked_up(node)]

    @property
    def held_matches(self) -> list[HeldNode]:
        """What holds every word looked up and is held already."""
        return [node for node in self.held if self.is_looked_up(node)]

    @cached_property
    def words(self) -> list[str]:
        """What is looked up."""
        return words_looked_up(self.asked.find)

    def is_looked_up(self, node: HeldNode) -> bool:
        """Whether something holds every word looked up."""
        return bool(self.words) and holds(self.words, node.title, node.issuer.name)


def by_title(nodes: Iterable[Held]) -> list[Held]:
    """From A to Z."""
    return sorted(nodes, key=lambda node: (folded(node.title), node.slug))
