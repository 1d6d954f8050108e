"""Every plan of a small catalog, tried one by one: the rules as worded, by definitions of their own.

It shares no code with the planner. `all_plans` goes through every set of micro-credentials that can be earned
and every set of stacks that these finish; `reaches` tells whether a set of steps leads to the goal.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import chain, combinations
from statistics import median

from catalog.rules import Credential, Stack
from pathways.graph import Graph, Kind, Relation
from pathways.planner.question import Minimize, Question

Names = frozenset[str]


@dataclass(frozen=True)
class Tried:
    """One plan: its way (an id), what it earns and which stacks it uses."""

    way: str
    earned: Names
    used: Names


def subsets(items: Iterable[str]) -> Iterator[Names]:
    listed = sorted(items)
    sizes = range(len(listed) + 1)
    return map(frozenset, chain.from_iterable(combinations(listed, size) for size in sizes))


class BruteForce:
    """All plans for one question; `counted` is what other micro-credentials that are held count for."""

    def __init__(self, graph: Graph, question: Question, counted: Names = frozenset()) -> None:
        self.graph, self.question = graph, question
        self.held = question.held | counted
        self.rules = {slug: node.rule for slug, node in graph.stacks.items()}
        everything = (
            member
            for rule in self.rules.values()
            for group in rule.groups
            for member in group.members
            if isinstance(member, Credential)
        )
        self.facts = {one.slug: one for one in everything}
        self.earnable = [slug for slug, one in self.facts.items() if self.may_earn(one)]

    def may_earn(self, one: Credential) -> bool:
        question = self.question
        if one.slug in self.held or f"micro-credential:{one.slug}" in question.unwanted:
            return False
        if not one.published:
            return not question.unnamed_left_out
        return one.offered and one.slug not in question.left_out

    def is_whole(self, slug: str) -> bool:
        """Whether somebody said that a stack is finished."""
        return slug in self.question.finished

    def unnamed(self, slug: str) -> int:
        return 0 if self.is_whole(slug) else self.rules[slug].unnamed

    def may_use(self, slug: str) -> bool:
        if self.is_whole(slug):
            return f"stack:{slug}" not in self.question.unwanted
        rule = self.rules[slug]
        something = rule.unnamed > 0 or any(group.members for group in rule.groups)
        if self.graph.stacks[slug].is_selection or not something:
            return False
        return f"stack:{slug}" not in self.question.unwanted

    def within_limits(self, slug: str) -> bool:
        if self.is_whole(slug):
            return True
        if self.rules[slug].unnamed and self.question.unnamed_left_out:
            return False
        return slug not in self.question.stacks_left_out or self.all_held(slug)

    def all_held(self, slug: str) -> bool:
        if self.is_whole(slug):
            return self.may_use(slug)
        if not self.may_use(slug) or self.rules[slug].unnamed:
            return False
        return all(
            sum(
                one.slug in self.held if isinstance(one, Credential) else self.all_held(one.slug)
                for one in group.members
            )
            >= (len(group.members) if group.minimum is None else group.minimum)
            for group in self.rules[slug].groups
        )

    def builds_on(self, slug: str) -> list[str]:
        links = self.graph.links
        return [one.before for one in links if one.after == slug and one.relation is Relation.BUILDS_ON]

    def finished(self, among: Iterable[str], has: Names) -> Names:
        """The stacks among these that somebody with these steps finishes, one after the other."""
        done: set[str] = set()
        candidates = [slug for slug in among if self.may_use(slug) and self.within_limits(slug)]
        while True:
            more = [slug for slug in candidates if slug not in done and self.next_is(slug, done, has)]
            if not more:
                return frozenset(done)
            done.update(more)

    def next_is(self, slug: str, done: set[str], has: Names) -> bool:
        if any(before not in done for before in self.builds_on(slug)):
            return False
        for group in () if self.is_whole(slug) else self.rules[slug].groups:
            wanted = len(group.members) if group.minimum is None else group.minimum
            got = [one for one in group.members if one.slug in (has if isinstance(one, Credential) else done)]
            if len(got) < wanted:
                return False
        return True

    def ways(self) -> list[str]:
        goal, graph = self.question.goal, self.graph
        if goal.kind in (Kind.STACK, Kind.PATHWAY):
            return [goal.id]
        if goal.kind is Kind.ROLE:
            return [f"pathway:{slug}" for slug, one in graph.pathways.items() if goal.slug in one.roles]
        family = {slug for slug in graph.priorities if self.lies_in(slug, goal.slug)}
        found = [f"pathway:{slug}" for slug, one in graph.pathways.items() if one.priority in family]
        return found or [f"stack:{slug}" for slug in self.rules if self.addresses(slug, family)]

    def lies_in(self, priority: str, wider: str) -> bool:
        if priority == wider:
            return True
        parent = self.graph.priorities[priority].parent
        return bool(parent) and self.lies_in(parent, wider)

    def addresses(self, slug: str, family: set[str]) -> bool:
        return any(
            self.addresses(one.slug, family)
            if isinstance(one, Stack)
            else bool(family & set(self.graph.addressing.get(one.slug, ())))
            for group in self.rules[slug].groups
            for one in group.members
        )

    def demands(self, way: str) -> list[tuple[int, list[str]]]:
        kind, slug = way.split(":")
        if kind == "stack":
            return [(1, [slug])]
        return [(stage.minimum, list(stage.stacks)) for stage in self.graph.pathways[slug].stages]

    def leads(self, way: str, done: Names) -> bool:
        demands = self.demands(way)
        met = all(len(done.intersection(stacks)) >= minimum for minimum, stacks in demands)
        return bool(demands) and met and way not in self.question.unwanted

    def asked_for(self, way: str, used: Names) -> Names:
        """What of the used stacks is used for something, from the way on."""
        found: set[str] = set()
        pending = [slug for _, stacks in self.demands(way) for slug in stacks]
        while pending:
            slug = pending.pop()
            if slug in used and slug not in found:
                found.add(slug)
                members = [] if self.is_whole(slug) else self.rules[slug].members
                inside = [one.slug for one in members if isinstance(one, Stack)]
                pending += [*inside, *self.builds_on(slug)]
        return frozenset(found)

    def has_wanted(self, way: str, earned: Names, used: Names) -> bool:
        members = {
            one.slug
            for slug in used
            if not self.is_whole(slug)
            for one in self.rules[slug].members
            if isinstance(one, Credential)
        }
        has = (earned | self.held) & members
        known = {way, *(f"stack:{slug}" for slug in used), *(f"micro-credential:{slug}" for slug in has)}
        return known >= self.question.wanted

    def all_plans(self) -> Iterator[Tried]:
        for earned in subsets(self.earnable):
            has = earned | self.held
            for used in subsets(self.finished(self.rules, has)):
                if self.finished(used, has) == used:
                    plans = (Tried(way, earned, used) for way in self.ways())
                    yield from filter(self.is_plan, plans)

    def is_plan(self, tried: Tried) -> bool:
        """Whether it leads to the goal, uses nothing for nothing, and has all that is wanted."""
        if not self.leads(tried.way, tried.used) or self.asked_for(tried.way, tried.used) != tried.used:
            return False
        return self.has_wanted(tried.way, tried.earned, tried.used)

    def names(self, plan: Tried) -> list[str]:
        unnamed = (f"{slug}:unnamed" for slug in plan.used if self.unnamed(slug))
        return sorted([*plan.earned, *unnamed])

    def count(self, plan: Tried) -> int:
        return len(plan.earned) + sum(self.unnamed(slug) for slug in plan.used)

    def hours(self, plan: Tried) -> Decimal:
        stated = [one.rule.hours for one in self.graph.credentials.values()]
        middle = median_or_one([(span.low + span.high) / 2 for span in stated if span])
        spans = [self.facts[slug].hours for slug in plan.earned]
        known = sum(((span.low + span.high) / 2 for span in spans if span), Decimal(0))
        return known + middle * (self.count(plan) - len([span for span in spans if span]))

    def cost(self, plan: Tried) -> Decimal:
        stated = [one.rule.price for one in self.graph.credentials.values()]
        middle = median_or_one([price.usd for price in stated if price and price.usd > 0])
        whole = [slug for slug in plan.used if self.rules[slug].price and not self.all_held(slug)]
        total = Decimal(0)
        for slug in whole:
            price = self.rules[slug].price
            if price and not any(self.lies_inside(f"stack:{slug}", other) for other in whole):
                total += price.usd
        for slug in plan.earned:
            if not any(self.lies_inside(f"micro-credential:{slug}", other) for other in whole):
                one = self.facts[slug].price
                total += middle if one is None else one.usd
        for slug in plan.used:
            inside = any(other == slug or self.lies_inside(f"stack:{slug}", other) for other in whole)
            total += 0 if inside else middle * self.unnamed(slug)
        return total

    def lies_inside(self, member: str, stack: str) -> bool:
        return any(
            member == f"stack:{one.slug}" or self.lies_inside(member, one.slug)
            if isinstance(one, Stack)
            else member == f"micro-credential:{one.slug}"
            for one in self.rules[stack].members
        )

    def objective(self, plan: Tried, minimize: Minimize) -> Decimal:
        if minimize is Minimize.COUNT:
            return Decimal(self.count(plan))
        return self.hours(plan) if minimize is Minimize.HOURS else self.cost(plan)

    def rank(self, plan: Tried, minimize: Minimize) -> tuple[object, ...]:
        """What comes first: a way for the right grades, the sum, the number of steps, slug order, fewer
        stacks, their order, the way.
        """
        used = sorted(plan.used)
        names = self.names(plan)
        work = (self.objective(plan, minimize), self.count(plan), names, len(used), used, plan.way)
        return self.is_for_others(plan.way), *work

    def is_for_others(self, way: str) -> bool:
        """Whether a way is a pathway for other grades than those asked for."""
        return way in {f"pathway:{slug}" for slug in self.question.for_others}

    def reaches(self, earned: Names, unnamed: Names) -> bool:
        """Whether somebody who earns these and the unnamed steps of these stacks is at the goal."""
        able = {slug for slug in self.rules if not self.unnamed(slug) or slug in unnamed}
        done = self.finished(able, earned | self.held)
        return earned <= set(self.earnable) and any(self.leads(way, done) for way in self.ways())


def median_or_one(values: list[Decimal]) -> Decimal:
    return median(values) if values else Decimal(1)
