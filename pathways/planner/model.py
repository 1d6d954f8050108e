"""The scope of a goal as a whole-number program: which ways, stacks and micro-credentials a plan uses."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property
from math import gcd, lcm

from catalog.rules import Credential
from pathways.graph import Kind
from pathways.planner.bundles import Bundle, asks_left, bundles_of
from pathways.planner.choosing import Chosen
from pathways.planner.prices import Covers, covers_of
from pathways.planner.program import Program
from pathways.planner.scope import Ask, Scope, Way
from pathways.planner.weights import Weights
from pathways.walks import gathered, knots


def unnamed_name(stack: str) -> str:
    """The name of a stack's steps that are not on record; no slug holds a colon."""
    return f"{stack}:unnamed"


@dataclass
class Brought:
    """What comes with a column: micro-credentials by slug, and the names of all steps with their number."""

    credentials: list[str] = field(default_factory=list)
    steps: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True)
class Model:
    """The program with what its columns mean. `weights` are whole: the true ones times `scale`."""

    program: Program
    ways: Mapping[int, Way]
    stacks: Mapping[int, str]
    brought: Mapping[int, Brought]
    weights: Mapping[int, int]
    scale: Fraction

    @cached_property
    def counts(self) -> dict[int, int]:
        """How many steps come with each column that brings some, the first in slug order first."""
        named = sorted((min(one.steps), column) for column, one in self.brought.items() if one.steps)
        return {column: self.brought[column].steps.total() for _, column in named}

    def step_names(self, values: Sequence[int]) -> list[str]:
        """The names of the steps of a solution, in slug order."""
        return sorted(name for column, one in self.brought.items() if values[column] for name in one.steps)

    def chosen(self, values: Sequence[int]) -> Chosen:
        """What a solution of the program chooses."""
        taken = {column for column, value in enumerate(values) if value}
        brought = (self.brought[column].credentials for column in taken & self.brought.keys())
        return Chosen(
            next(way for column, way in self.ways.items() if column in taken),
            frozenset(slug for column, slug in self.stacks.items() if column in taken),
            frozenset(slug for slugs in brought for slug in slugs),
        )


def model_of(scope: Scope, weights: Weights, ways: Sequence[Way]) -> Model:
    """The program that chooses from these open ways."""
    return Modeler(scope, weights, ways).model()


class Modeler:
    """Writes the rows of one program."""

    def __init__(self, scope: Scope, weights: Weights, ways: Sequence[Way]) -> None:
        self.scope, self.weights, self.open_ways = scope, weights, ways
        self.program = Program()
        self.parts = scope.usable(ways)
        self.covers = covers_of(scope, self.parts) if weights.with_prices else Covers()
        self.asks = asks_left(self.parts)
        self.ways = {way.id: self.program.column() for way in ways}
        self.stacks = {slug: self.program.column() for slug in self.parts}
        self.credentials: dict[str, int] = {}
        self.brought = {column: Brought() for column in self.stacks.values()}
        self.charges: dict[tuple[int, frozenset[str]], Fraction] = {}
        self.after = {
            slug: [one for one in part.leads_to if one in self.parts] for slug, part in self.parts.items()
        }
        self.asking = gathered((one, slug) for slug, after in self.after.items() for one in after)
        self.knots = knots(self.after)
        self.finished_at: dict[str, int] = {}
        self.used_at: dict[str, int] = {}

    def model(self) -> Model:
        """The whole of it."""
        for bundle in bundles_of(self.scope, self.asks, self.weights, self.covers):
            self.bring(bundle)
        for slug in self.parts:
            self.bring_rest(slug)
            self.finish(slug)
            self.support(slug)
        self.go_one_way()
        self.use_wanted()
        weights = self.weighed()
        scale = scale_of(weights.values())
        return Model(
            self.program,
            {self.ways[way.id]: way for way in self.open_ways},
            {column: slug for slug, column in self.stacks.items()},
            self.brought,
            {column: int(weight * scale) for column, weight in weights.items()},
            scale,
        )

    def bring(self, bundle: Bundle) -> None:
        """A column for micro-credentials that come together; the stacks that ask for all of them bring it."""
        column = self.stacks[bundle.stack] if bundle.stack else self.program.column()
        for stack in () if bundle.stack else bundle.stacks:
            self.program.needs(self.stacks[stack], column)
        brought = self.brought.setdefault(column, Brought())
        for slug in bundle.credentials:
            self.credentials[slug] = column
            brought.credentials.append(slug)
            brought.steps[slug] += 1
            self.charge(column, self.weights.of(self.scope.rule_of(slug)), bundle.covers)

    def bring_rest(self, slug: str) -> None:
        """What a stack asks for that is not on record, and its own price."""
        column, unnamed = self.stacks[slug], self.parts[slug].node.rule.unnamed
        if unnamed:
            self.brought[column].steps[unnamed_name(slug)] = unnamed
            self.charge(column, unnamed * self.weights.not_stated, self.covers.of_stack(slug))
        if price := self.covers.prices.get(slug):
            self.charge(column, Fraction(price.usd), self.covers.around(slug))

    def charge(self, column: int, weight: Fraction, covers: frozenset[str]) -> None:
        """Count a weight with a column, unless one of these stacks pays for it."""
        if column not in map(self.stacks.get, covers):
            self.charges[column, covers] = self.charges.get((column, covers), Fraction(0)) + weight

    def weighed(self) -> dict[int, Fraction]:
        """The weight of each column; what other stacks may pay for has a column of its own."""
        found: dict[int, Fraction] = {}
        for (column, covers), weight in self.charges.items():
            paid = self.paid_unless(column, covers) if covers else column
            found[paid] = found.get(paid, Fraction(0)) + weight
        return {column: weight for column, weight in found.items() if weight}

    def paid_unless(self, column: int, covers: Iterable[str]) -> int:
        """A column that is chosen when the other is and none of these stacks is used."""
        paid = self.program.column(whole=False)
        self.program.row(0, {paid: 1, column: -1, **{self.stacks[slug]: 1 for slug in covers}})
        return paid

    def go_one_way(self) -> None:
        """Exactly one way is gone, and all its demands are met."""
        columns = self.ways.values()
        self.program.row(1, dict.fromkeys(columns, 1))
        self.program.row(-1, dict.fromkeys(columns, -1))
        for way in self.open_ways:
            for demand in way.demands:
                stacks = (self.stacks[slug] for slug in demand.stacks if slug in self.stacks)
                self.program.row(0, {**dict.fromkeys(stacks, 1), self.ways[way.id]: -demand.minimum})

    def finish(self, slug: str) -> None:
        """A stack that is used is finished: by what it builds on, and by enough members of each group."""
        column = self.stacks[slug]
        for before in self.parts[slug].before:
            self.program.needs(column, self.stacks[before])
            if self.is_looped(slug, before):
                self.rise(
                    self.level(self.finished_at, before), self.level(self.finished_at, slug), column, slug
                )
        for ask in self.asks[slug]:
            self.meet(slug, ask)

    def meet(self, slug: str, ask: Ask) -> None:
        """Enough members of a group are finished where its stack is used."""
        column = self.stacks[slug]
        members = Counter(self.finished_for(slug, one) for one in ask.stacks)
        if ask.is_all:
            for member in members:
                self.program.needs(column, member)
            return
        members.update(self.credentials[one] for one in ask.credentials if one in self.credentials)
        self.program.row(0, {**members, column: -ask.needed})

    def finished_for(self, slug: str, member: str) -> int:
        """A column that is chosen only where a member is finished before the stack it lies in."""
        if not self.is_looped(slug, member):
            return self.stacks[member]
        counted = self.program.column()
        self.program.needs(counted, self.stacks[member])
        self.rise(self.level(self.finished_at, member), self.level(self.finished_at, slug), counted, slug)
        return counted

    def support(self, slug: str) -> None:
        """A stack is used only where a way, a stack it lies in or one that builds on it asks for it."""
        asking = [self.ways[way.id] for way in self.open_ways if slug in way.stacks]
        asking += [self.used_for(other, slug) for other in self.asking.get(slug, ())]
        self.program.row(0, {**dict.fromkeys(asking, 1), self.stacks[slug]: -1})

    def used_for(self, slug: str, other: str) -> int:
        """A column that is chosen only where a stack is used before the other one that it asks for."""
        if not self.is_looped(slug, other):
            return self.stacks[slug]
        counted = self.program.column()
        self.program.needs(counted, self.stacks[slug])
        self.rise(self.level(self.used_at, slug), self.level(self.used_at, other), counted, slug)
        return counted

    def is_looped(self, slug: str, other: str) -> bool:
        """Whether a stack that asks for another may be asked for by it in turn."""
        return other in self.knots.get(slug, ())

    def level(self, levels: dict[str, int], slug: str) -> int:
        """The column that tells where in its loops a stack comes."""
        if slug not in levels:
            levels[slug] = self.program.column(len(self.knots[slug]) - 1, whole=False)
        return levels[slug]

    def rise(self, lower: int, higher: int, column: int, slug: str) -> None:
        """One level stands above the other where the column is chosen; `slug` lies on the loop."""
        size = len(self.knots[slug])
        self.program.row(1 - size, {higher: 1, lower: -1, column: -size})

    def use_wanted(self) -> None:
        """What is wanted is used: a way, a stack, or a micro-credential as a member of a used stack."""
        for one in sorted(self.scope.question.wanted):
            kind, _, slug = one.partition(":")
            if kind == Kind.MICRO_CREDENTIAL:
                self.program.row(1, dict.fromkeys(self.holding(slug), 1))
                if slug in self.credentials:
                    self.program.row(1, {self.credentials[slug]: 1})
            else:
                self.program.row(1, {self.stacks[slug] if kind == Kind.STACK else self.ways[one]: 1})

    def holding(self, slug: str) -> list[int]:
        """The columns of the stacks that name a micro-credential as a member."""
        found = (
            stack
            for stack, part in self.parts.items()
            if any(isinstance(one, Credential) and one.slug == slug for one in part.node.rule.members)
        )
        return [self.stacks[stack] for stack in found]


def scale_of(weights: Collection[Fraction]) -> Fraction:
    """What makes these whole numbers, as small as can be."""
    down = lcm(*(weight.denominator for weight in weights))
    up = gcd(*(int(weight * down) for weight in weights))
    return Fraction(down, up or 1)
