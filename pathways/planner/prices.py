"""Prices of whole stacks: each counts once where its stack is used, in place of everything inside."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from catalog.rules import Price
from pathways.planner.scope import Scope

NOTHING: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Covers:
    """The slugs of the priced stacks that each micro-credential and each stack lies in, at any depth.

    A stack with a price lies in itself. One whose steps are all held has nothing left to pay for.
    """

    credentials: dict[str, frozenset[str]] = field(default_factory=dict)
    stacks: dict[str, frozenset[str]] = field(default_factory=dict)
    prices: dict[str, Price] = field(default_factory=dict)

    def of_credential(self, slug: str) -> frozenset[str]:
        """The stacks whose price pays for a micro-credential."""
        return self.credentials.get(slug, NOTHING)

    def of_stack(self, slug: str) -> frozenset[str]:
        """The stacks whose price pays for the steps of a stack that are not on record."""
        return self.stacks.get(slug, NOTHING)

    def around(self, slug: str) -> frozenset[str]:
        """The other stacks whose price pays for the whole of a stack."""
        return self.of_stack(slug) - {slug}

    def paid(self, used: Collection[str]) -> list[str]:
        """The slugs of the stacks whose own price counts when these are used."""
        return [slug for slug in self.prices if slug in used and self.around(slug).isdisjoint(used)]


def covers_of(scope: Scope, slugs: Iterable[str]) -> Covers:
    """What the prices of these stacks cover."""
    held = scope.wholly_held
    rules = {slug: scope.parts[slug].node.rule for slug in slugs}
    prices = {slug: rule.price for slug, rule in rules.items() if rule.price and slug not in held}
    credentials: dict[str, frozenset[str]] = {}
    stacks: dict[str, frozenset[str]] = {}
    for slug in prices:
        inside = {slug, *(nested.slug for nested in rules[slug].nested())}
        add(credentials, rules[slug].credentials(), slug)
        add(stacks, inside, slug)
    return Covers(credentials, stacks, prices)


def add(covered: dict[str, frozenset[str]], inside: Iterable[str], by: str) -> None:
    """Note that all of these lie in one more stack."""
    for slug in inside:
        covered[slug] = covered.get(slug, NOTHING) | {by}
