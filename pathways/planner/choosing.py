"""What a plan chooses, and how much that is."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from catalog.rules import Credential
from pathways.planner.prices import Covers, covers_of
from pathways.planner.scope import Scope, Way
from pathways.planner.weights import Weights


@dataclass(frozen=True, slots=True)
class Chosen:
    """A way, the slugs of the stacks that are used and of the micro-credentials still to earn."""

    way: Way
    stacks: frozenset[str]
    earned: frozenset[str]


def everything(scope: Scope) -> Chosen:
    """All that the first open way can use: more than is needed, but it leads there."""
    way = scope.open_ways[0]
    parts = scope.usable([way])
    earned = {slug for part in parts.values() for slug in open_members(scope, part.node.slug)}
    return Chosen(way, frozenset(parts), frozenset(earned))


def open_members(scope: Scope, slug: str) -> list[str]:
    """The slugs of a stack's own micro-credentials that can still be earned."""
    members = scope.parts[slug].node.rule.members
    named = (
        member.slug for member in members if isinstance(member, Credential) and scope.is_within_reach(member)
    )
    return [slug for slug in named if slug not in scope.question.held]


def worth(scope: Scope, weights: Weights, chosen: Chosen) -> Fraction:
    """The sum that a plan has least of."""
    covers = covers_of(scope, chosen.stacks) if weights.with_prices else Covers()
    single = (slug for slug in chosen.earned if covers.of_credential(slug).isdisjoint(chosen.stacks))
    unnamed = (
        scope.parts[slug].node.rule.unnamed
        for slug in chosen.stacks
        if covers.of_stack(slug).isdisjoint(chosen.stacks)
    )
    prices = (Fraction(covers.prices[slug].usd) for slug in covers.paid(chosen.stacks))
    return sum(
        [*(weights.of(scope.rule_of(slug)) for slug in single), sum(unnamed) * weights.not_stated, *prices],
        Fraction(0),
    )
