"""What something that is held counts for in a plan, and which editions may: in words, with who says so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from catalog.models import Equivalence, Jurisdiction
from catalog.rules import Credential
from catalog.wording import held_edition_sentence, listing
from home.days import span_of_days
from pathways.editions import editions_by_slug, related
from pathways.equivalents import ANY_BOARD, Equivalent, in_force, taken_as_held
from pathways.graph import CredentialNode, Graph
from pathways.planner import held_with
from pathways.planner.question import Question
from pathways.planner.scope import scope_of
from pathways.planning.asking import Asked

Taken = dict[str, list[Equivalent]]
"""What is not held but taken to be, by its slug, with all that say so."""


def taken_in(graph: Graph, held: Iterable[str], on: date, board: Jurisdiction | None) -> Taken:
    """What these count for on a day, where this board decides."""
    key = board.pk if board else ANY_BOARD
    return taken_as_held(in_force(graph.equivalents, on, key), frozenset(held))


def held_in(graph: Graph, asked: Asked) -> frozenset[str]:
    """What is held by itself, and what surely is with a whole stack."""
    members, _ = held_with(graph, asked.held_stacks)
    return members.union(asked.held)


def asked_in(graph: Graph, question: Question) -> frozenset[str]:
    """The slugs of the micro-credentials that any stack names which could matter to the goal."""
    parts = scope_of(graph, question).parts.values()
    members = (member for part in parts for member in part.node.rule.members)
    return frozenset(one.slug for one in members if isinstance(one, Credential))


@dataclass(frozen=True)
class Counted:
    """Something that is held and what it counts for, with the statement that says so."""

    held: CredentialNode
    asked: CredentialNode
    said: Equivalence

    @property
    def says(self) -> str:
        """Who says so."""
        return self.said.told

    @property
    def days(self) -> str:
        """From when, and until when."""
        return span_of_days(self.said.effective_from, self.said.effective_until)

    @property
    def text(self) -> str:
        """The whole of it in a sentence."""
        return f"“{self.held.title}” counts for “{self.asked.title}”: says {self.says}, {self.days}."


@dataclass(frozen=True)
class Undecided:
    """An edition that is held of something that is asked for; nobody says that it counts."""

    held: CredentialNode
    asked: CredentialNode
    text: str


@dataclass(frozen=True)
class Counting:
    """What of that which is held counts for something else that the goal could ask for, or may.

    `used` tells whether the plan counts it.
    """

    graph: Graph
    held: frozenset[str]
    asked: frozenset[str]
    taken: Taken
    used: bool = True

    @property
    def said(self) -> list[Equivalent]:
        """The statements about what the goal could ask for."""
        return [one for slug in sorted(self.taken.keys() & self.asked) for one in self.taken[slug]]

    @cached_property
    def counted(self) -> list[Counted]:
        """What counts for what, with who says so; one query, or none where nothing does."""
        keys = {one.key: one for one in self.said}
        if not keys:
            return []
        rows = Equivalence.objects.of(keys).with_names().in_bulk()
        nodes = self.graph.credentials
        return [Counted(nodes[one.held], nodes[one.counts_for], rows[key]) for key, one in keys.items()]

    @cached_property
    def undecided(self) -> list[Undecided]:
        """The editions that are held of what is asked for and neither held nor counted for by them."""
        return [
            undecided_of(self.graph, held, asked)
            for held, asked in self.pairs()
            if held not in (one.held for one in self.taken.get(asked, ()))
        ]

    def pairs(self) -> Iterator[tuple[str, str]]:
        """What is held with each other edition of it that is asked for and not held."""
        editions = editions_by_slug(self.graph)
        for held in sorted(self.held & editions.keys()):
            yield from ((held, one) for one in editions[held] if one in self.asked and one not in self.held)

    @property
    def made_up(self) -> bool:
        """Whether any statement is made up for the demonstration."""
        return any(one.said.demonstration for one in self.counted)

    @property
    def by_held(self) -> dict[str, str]:
        """What is told of something held beside where it is used, by its slug."""
        found: dict[str, list[str]] = {}
        for one in self.counted:
            found.setdefault(one.held.slug, []).append(self.use_text(one))
        for other in self.undecided:
            found.setdefault(other.held.slug, []).append(
                f"{other.text} The other one: “{other.asked.title}”."
            )
        return {slug: " ".join(dict.fromkeys(texts)) for slug, texts in found.items()}

    def use_text(self, one: Counted) -> str:
        """What one statement does in this plan."""
        if self.used:
            return f"Counts for “{one.asked.title}”: says {one.says}."
        return f"{one.says} says that it counts for “{one.asked.title}”; this plan does without."

    @property
    def by_asked(self) -> dict[str, list[str]]:
        """What is told beside something to earn of which another edition is held, by its slug."""
        found: dict[str, list[str]] = {}
        for other in self.undecided:
            found.setdefault(other.asked.slug, []).append(other.text)
        if not self.used:
            for one in self.counted:
                text = f"You hold “{one.held.title}”; {one.says} says that it counts for this one."
                found.setdefault(one.asked.slug, []).append(text)
        return found

    @property
    def titles(self) -> str:
        """The titles of what is taken as held."""
        return listing([f"“{title}”" for title in dict.fromkeys(one.asked.title for one in self.counted)])


def undecided_of(graph: Graph, held: str, asked: str) -> Undecided:
    """An edition that is held of something asked for, in words."""
    mine, other = graph.credentials[held], graph.credentials[asked]
    relation = related(graph, held, asked)
    if relation is None:
        raise ValueError("These are no editions of one another.")
    text = held_edition_sentence(relation, mine.title, mine.version, other.issuer.name)
    return Undecided(mine, other, text)
