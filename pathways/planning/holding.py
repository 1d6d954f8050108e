"""What somebody holds: micro-credentials and whole stacks, looked up by their words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from home.alphabet import title_key
from home.folding import holds, words_looked_up
from home.nearest import words_near
from pathways.codes import aligned_to
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
        """What is looked up and not held yet: first what proves the competency of a code, then stacks."""
        if not self.words:
            return []
        held = {node.id for node in self.held}
        stacks = (node for node in self.graph.stacks.values() if not node.is_selection)
        nodes: list[HeldNode] = [*by_title(stacks), *by_title(self.graph.credentials.values())]
        found = (node for node in nodes if node.id not in held and self.is_looked_up(node))
        return sorted(found, key=lambda node: node.id not in self.coded)

    @property
    def held_matches(self) -> list[HeldNode]:
        """What is looked up and held already."""
        return [node for node in self.held if self.is_looked_up(node)]

    @cached_property
    def words(self) -> list[str]:
        """What is looked up."""
        return words_looked_up(self.asked.find)

    @cached_property
    def coded(self) -> frozenset[str]:
        """The ids of the micro-credentials that prove a competency whose code is looked up."""
        slugs = aligned_to(self.graph, self.asked.find) if self.words else frozenset()
        return frozenset(self.graph.credentials[slug].id for slug in slugs)

    def is_looked_up(self, node: HeldNode) -> bool:
        """Whether something holds every word looked up, or proves the competency of that code."""
        if not self.words:
            return False
        return node.id in self.coded or holds(self.words, node.title, node.issuer.name)

    @property
    def found_nothing(self) -> bool:
        """Whether words were looked up in vain."""
        return bool(self.asked.find) and not self.matches and not self.held_matches

    @property
    def near_words(self) -> tuple[str, ...]:
        """The words nearest to those looked up in vain."""
        nodes: tuple[HeldNode, ...] = (*self.graph.credentials.values(), *self.graph.stacks.values())
        texts = (text for node in nodes for text in (node.title, node.issuer.name))
        return words_near(self.words, texts) if self.found_nothing else ()


def by_title(nodes: Iterable[Held]) -> list[Held]:
    """From A to Z."""
    return sorted(nodes, key=lambda node: (title_key(node.title), node.slug))
