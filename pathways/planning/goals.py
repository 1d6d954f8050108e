"""Goals to choose among: found by their words, apart from what no plan leads to, which says why."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from home.alphabet import title_key
from home.folding import folded, holds, words_looked_up
from home.nearest import words_near
from home.plain_text import shortened
from pathways.codes import aligned_to
from pathways.graph import Graph, Kind, Node, RoleNode, StackNode
from pathways.planner import Goal, Question, held_with, why_no_plan
from pathways.planning.answering import days_over
from pathways.planning.asking import GOALS, Asked

MOST_GOALS = 10
"""Goals of one kind that a page shows."""
LABELS = {
    Kind.ROLE: "Roles",
    Kind.PRIORITY: "State priorities",
    Kind.PATHWAY: "Pathways",
    Kind.STACK: "Stacks",
}
SINGLE = {
    Kind.ROLE: "Role",
    Kind.PRIORITY: "State priority",
    Kind.PATHWAY: "Pathway",
    Kind.STACK: "Stack",
}
NO_AIM = "This is not a role to prepare for with micro-credentials."


@dataclass(frozen=True)
class GoalGroup:
    """Goals of one kind, from A to Z; `hidden` is how many more there are."""

    label: str
    nodes: tuple[Node, ...]
    hidden: int = 0


@dataclass(frozen=True)
class NoWay:
    """Something on record that no plan leads to, and why."""

    node: Node
    reason: str

    @property
    def kind(self) -> str:
        """What it is."""
        return SINGLE[self.node.kind]


@dataclass(frozen=True)
class GoalSearch:
    """What the words of `find_goal` find, and what to choose among without words."""

    asked: Asked
    graph: Graph

    @property
    def chosen(self) -> Node | None:
        """The goal of the address."""
        return self.graph.nodes[self.asked.goal.id] if self.asked.goal else None

    @property
    def chosen_kind(self) -> str:
        """What it is."""
        return SINGLE[self.chosen.kind] if self.chosen else ""

    @cached_property
    def words(self) -> list[str]:
        """What is looked up."""
        return words_looked_up(self.asked.find_goal)

    @cached_property
    def matches(self) -> list[Node]:
        """What proves the competency of a code, then everything that holds every word, kind by kind.

        Of each kind first what begins as it was typed, then A to Z.
        """
        found = [node for node in self.everything if self.is_looked_up(node)]
        return sorted(
            found,
            key=lambda node: (node.id not in self.coded, GOALS.index(node.kind), not self.begins(node)),
        )

    @cached_property
    def coded(self) -> frozenset[str]:
        """The ids of the stacks with a member that proves a competency whose code is looked up."""
        proving = aligned_to(self.graph, self.asked.find_goal) if self.words else frozenset()
        stacks = self.graph.stacks.values() if proving else ()
        return frozenset(one.id for one in stacks if not proving.isdisjoint(one.rule.credentials()))

    def begins(self, node: Node) -> bool:
        """Whether a title begins with the words in the order they were typed."""
        return folded(node.title).startswith(" ".join(self.words))

    @cached_property
    def no_ways(self) -> list[NoWay]:
        """What was found and no plan leads to."""
        found = ((node, self.why_not(node)) for node in self.matches)
        return [NoWay(node, reason) for node, reason in found if reason]

    @cached_property
    def ways(self) -> list[Node]:
        """What was found and can be planned for; the goal of the address stands apart."""
        closed = {one.node.id for one in self.no_ways}
        chosen = self.asked.goal.id if self.asked.goal else ""
        return [node for node in self.matches if node.id not in closed and node.id != chosen]

    @property
    def groups(self) -> list[GoalGroup]:
        """The same by kind."""
        return grouped(self.ways)

    @property
    def offered(self) -> list[GoalGroup]:
        """Other roles and priorities that a plan leads to, for whom does not know what to look for."""
        kinds = (Kind.ROLE, Kind.PRIORITY)
        others = (node for node in self.everything if node.kind in kinds and node != self.chosen)
        return grouped(node for node in others if not self.why_not(node))

    @property
    def only(self) -> str:
        """The id of what is found where there is but one, and no goal yet."""
        return self.ways[0].id if len(self.ways) == 1 and not self.chosen else ""

    @property
    def shown_no_ways(self) -> list[NoWay]:
        """As many as a page shows."""
        return self.no_ways[:MOST_GOALS]

    @property
    def found(self) -> str:
        """What the words have found, in a sentence; nothing where none were given."""
        if not self.asked.find_goal:
            return ""
        if not self.matches:
            return f"Nothing found for “{shortened(self.asked.find_goal)}” in titles."
        if not self.ways:
            known = any(one.id == self.asked.goal.id for one in self.matches) if self.asked.goal else False
            return (
                "It is your goal already." if known else "No plan leads to what was found; it says why below."
            )
        if self.only:
            return "1 found, and marked. Press “Make the plan”."
        return f"{len(self.ways)} found. Choose one, then press “Make the plan”."

    @property
    def found_nothing(self) -> bool:
        """Whether words were looked up in vain."""
        return bool(self.asked.find_goal) and not self.matches

    @property
    def near_words(self) -> tuple[str, ...]:
        """The words nearest to those looked up in vain."""
        return words_near(self.words, (node.title for node in self.everything)) if self.found_nothing else ()

    @property
    def everything(self) -> list[Node]:
        """All that has the shape of a goal, kind by kind and from A to Z."""
        kinds = {kind: place for place, kind in enumerate(GOALS)}
        nodes = (node for node in self.graph.nodes.values() if node.kind in kinds)
        return sorted(nodes, key=lambda node: (kinds[node.kind], title_key(node.title), node.slug))

    def is_looked_up(self, node: Node) -> bool:
        """Whether something holds every word looked up, in its title, its issuer or the name of its kind."""
        issuer = node.issuer.name if isinstance(node, StackNode) else ""
        named = bool(self.words) and holds(self.words, node.title, issuer, SINGLE[node.kind])
        return named or node.id in self.coded

    def why_not(self, node: Node) -> str:
        """Why no plan leads there with what is held; empty where one does."""
        if isinstance(node, RoleNode) and not node.is_goal:
            return NO_AIM
        members, finished = held_with(self.graph, self.asked.held_stacks)
        question = Question(
            goal=Goal(node.kind, node.slug),
            held=members.union(self.asked.held),
            finished=finished,
            over=self.over,
        )
        return why_no_plan(self.graph, question)

    @cached_property
    def over(self) -> dict[str, str]:
        """The last days of what is no longer offered."""
        return days_over(self.graph)


def grouped(nodes: Iterable[Node]) -> list[GoalGroup]:
    """Goals by kind, as many of each as a page shows."""
    found: dict[Kind, list[Node]] = {}
    for node in nodes:
        found.setdefault(node.kind, []).append(node)
    return [
        GoalGroup(LABELS[kind], tuple(rows[:MOST_GOALS]), max(len(rows) - MOST_GOALS, 0))
        for kind, rows in found.items()
    ]
