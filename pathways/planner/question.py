"""What somebody asks of the planner: plain data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from pathways.graph import Kind


class Minimize(StrEnum):
    """What a plan has least of."""

    COUNT = "count"
    HOURS = "hours"
    COST = "cost"


@dataclass(frozen=True, slots=True)
class Goal:
    """A role, priority, pathway or stack on record. A pathway or stack must be one of the graph's."""

    kind: Kind
    slug: str

    @property
    def id(self) -> str:
        """Its name in the graph."""
        return f"{self.kind}:{self.slug}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A goal, what is held (slugs of micro-credentials) and what a plan may not or must use.

    `counted` has those of them that are not held themselves: something that is held counts for them.
    `finished` has the slugs of stacks that are held as a whole, whichever of their members are.
    `left_out` and `stacks_left_out` say why a limit leaves out a micro-credential or stack, by slug;
    `unnamed_left_out` says why it leaves out what is not on record, empty where it may be planned.
    `over` has the last days of what is no longer offered, in words, by slug.
    `for_others` has the slugs of pathways for other grades: they are gone only where no other leads there.
    `wanted` and `unwanted` are ids of pathways, stacks and micro-credentials that must, or may not, be used
    toward the goal; what is held is never unwanted.
    """

    goal: Goal
    held: frozenset[str] = frozenset()
    counted: frozenset[str] = frozenset()
    finished: frozenset[str] = frozenset()
    minimize: Minimize = Minimize.COUNT
    left_out: Mapping[str, str] = field(default_factory=dict)
    stacks_left_out: Mapping[str, str] = field(default_factory=dict)
    unnamed_left_out: str = ""
    over: Mapping[str, str] = field(default_factory=dict)
    for_others: frozenset[str] = frozenset()
    wanted: frozenset[str] = frozenset()
    unwanted: frozenset[str] = frozenset()
