"""What finishing a stack takes: its own rule with all that it builds on. Plain data in, plain data out."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from graphlib import TopologicalSorter

from catalog.rules import Credential, Group, Stack
from pathways.walks import knots


def with_prerequisites(rules: Mapping[str, Stack], before: Mapping[str, Collection[str]]) -> dict[str, Stack]:
    """Each of these rules, by slug, with those of the stacks (slugs) that come before it and its members.

    Stacks that ask for one another in a loop are taken as what nobody can finish.
    """
    arcs = {
        slug: {*before.get(slug, ()), *(one.slug for one in stacks_in(rule))} & rules.keys()
        for slug, rule in rules.items()
    }
    looped = knots(arcs)
    found = Prerequisites(rules, before, looped)
    order = {slug: onward - looped.get(slug, frozenset()) for slug, onward in arcs.items()}
    for slug in TopologicalSorter(order).static_order():
        found.add(slug)
    return found.whole


@dataclass
class Prerequisites:
    """Rules put together, innermost first; `chains` has all parts of each, which must all be finished."""

    rules: Mapping[str, Stack]
    before: Mapping[str, Collection[str]]
    looped: Mapping[str, Collection[str]]
    chains: dict[str, dict[str, Stack]] = field(default_factory=dict)
    whole: dict[str, Stack] = field(default_factory=dict)

    def add(self, slug: str) -> None:
        """Put one stack together, after all that it leads to."""
        rule = self.rules[slug]
        chain = {slug: self.inner(rule)}
        for one in self.before.get(slug, ()):
            chain |= {one: Stack(one)} if self.is_looped(slug, one) else self.chains.get(one, {})
        self.chains[slug] = chain
        parts = tuple(chain.values())
        self.whole[slug] = parts[0] if len(parts) == 1 else Stack(slug, rule.title, (Group(parts),))

    def inner(self, rule: Stack) -> Stack:
        """A rule whose members are put together."""
        if not stacks_in(rule):
            return rule
        groups = (
            replace(group, members=tuple(self.member(rule.slug, one) for one in group.members))
            for group in rule.groups
        )
        return replace(rule, groups=tuple(groups))

    def member(self, slug: str, member: Credential | Stack) -> Credential | Stack:
        """A member, put together where it is a stack on record."""
        if isinstance(member, Credential):
            return member
        return (
            Stack(member.slug) if self.is_looped(slug, member.slug) else self.whole.get(member.slug, member)
        )

    def is_looped(self, slug: str, other: str) -> bool:
        """Whether a stack asks for another that asks for it in turn."""
        return other in self.looped.get(slug, ())


def stacks_in(rule: Stack) -> list[Stack]:
    """The stacks among a rule's members."""
    return [one for one in rule.members if isinstance(one, Stack)]
