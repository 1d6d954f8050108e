"""Totals of hours, cost and number over all ways to finish a stack: plain data in, plain data out.

*Low* is the least sum of stated minima over all ways; *high* the greatest sum of stated maxima
over the ways with nothing to spare. Parts of a rule that share no micro-credential are summed
up on their own; parts that share some are counted way by way, up to `MOST_WAYS`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from heapq import nlargest, nsmallest

from catalog.rules import Credential, Group, Span, Stack, can_finish, finished, without_retired

MOST_WAYS = 2_000
"""Above this many ways of one part the totals are bounds, marked by `Total.exact`."""

ZERO = Decimal(0)
ONE = Span(Decimal(1), Decimal(1))
NOTHING = Span(ZERO, ZERO)

Measure = Callable[[Credential], Span | None]


@dataclass(frozen=True, slots=True)
class Share:
    """How many of the steps to choose from state a fact, and the least and most that one of them states.

    What one price covers is one step.
    """

    stating: int = 0
    steps: int = 0
    each: Span = NOTHING

    @property
    def missing(self) -> int:
        """How many do not state it."""
        return self.steps - self.stating


@dataclass(frozen=True, slots=True)
class Total:
    """A sum over the ways to finish.

    `not_stated` is the greatest number of steps in one way that do not state the fact; `stated` tells
    whether any step states it, and `share` how many of all do. When `exact` is false, `low` and `high` are
    bounds of the true range.
    """

    low: Decimal = ZERO
    high: Decimal = ZERO
    not_stated: int = 0
    stated: bool = False
    exact: bool = True
    share: Share = Share()

    @property
    def at_least(self) -> bool:
        """Whether the true sum may be higher than `low` and `high` say."""
        return self.not_stated > 0

    def __add__(self, other: Total) -> Total:
        return Total(
            self.low + other.low,
            self.high + other.high,
            self.not_stated + other.not_stated,
            self.stated or other.stated,
            self.exact and other.exact,
        )


@dataclass(frozen=True, slots=True)
class StackTotals:
    """What a stack asks for in all. `cost` holds for everyone, `cost_for` for members of the groups named."""

    count: Total
    hours: Total
    cost: Total
    cost_for: tuple[tuple[str, Total], ...] = ()


class TooManyWays(Exception):
    """A part has more than `MOST_WAYS` ways to finish."""


def totals(stack: Stack) -> StackTotals | None:
    """The totals of a stack, or None when nobody can finish it with what is on record.

    What is no longer offered is in no way that can do without it.
    """
    if not can_finish(stack):
        return None
    stack = without_retired(stack)
    priced = [item.price for item in stack.credentials().values() if item.price]
    groups = sorted({price.holds_for for price in priced} - {""})
    known: KnownWays = {}

    def total(measure: Measure, *, with_prices: bool = False) -> Total:
        return Summing(measure, with_prices, known).total(stack)

    return StackTotals(
        count=total(lambda _: ONE),
        hours=total(lambda credential: credential.hours),
        cost=total(paid_by(""), with_prices=True),
        cost_for=tuple((group, total(paid_by(group), with_prices=True)) for group in groups),
    )


def least_left(stack: Stack, held: Container[str]) -> int | None:
    """The fewest steps left for somebody who holds these slugs.

    None where that is not known: nobody can finish it, one of its members is no longer offered, or there are
    too many ways.
    """
    if not can_finish(stack) or not all(one.offered for one in stack.credentials().values()):
        return None
    found = Summing(lambda one: NOTHING if one.slug in held else ONE, False, {}).total(stack)
    return int(found.low) if found.exact else None


def paid_by(group: str) -> Measure:
    """What a member of `group` pays; the empty group is everyone."""

    def measure(credential: Credential) -> Span | None:
        price = credential.price
        if price is None or price.holds_for not in ("", group):
            return None
        return Span(price.usd, price.usd)

    return measure


Part = Credential | Group | Stack
KnownWays = dict[tuple[Part, ...], list[frozenset[str]] | None]
"""The ways to finish parts that must be finished together; None where there are too many of them."""


def components(parts: Iterable[Part]) -> list[list[Part]]:
    """Parts that share a micro-credential, directly or through others, stand together; doubles stand once."""
    found: list[tuple[frozenset[str], list[Part]]] = []
    for part in parts:
        steps, together = part.steps(), [part]
        apart = []
        for other_steps, others in found:
            if other_steps & steps:
                steps, together = steps | other_steps, [*others, *together]
            else:
                apart.append((other_steps, others))
        found = [*apart, (steps, together)]
    return [list(dict.fromkeys(together)) for _, together in found]


@dataclass(frozen=True, slots=True)
class Summing:
    """Sums one fact over the ways to finish a stack that somebody can finish.

    With prices, a stack's own price takes the place of its members'. Ways that were `known` from summing
    another fact are not looked for again.
    """

    measure: Measure
    with_prices: bool
    known: KnownWays

    def total(self, stack: Stack) -> Total:
        """The sum over all ways to finish a stack."""
        found = sum((self.component(parts) for parts in components(self.parts(stack))), Total())
        return replace(found, share=self.share(stack))

    def share(self, stack: Stack) -> Share:
        """How many of all its steps state the fact."""
        each = {step.slug: self.measure(step) for step in self.steps(stack)}
        stated = [span for span in each.values() if span]
        if not stated:
            return Share(steps=len(each))
        return Share(
            len(stated), len(each), Span(min(one.low for one in stated), max(one.high for one in stated))
        )

    def steps(self, stack: Stack) -> Iterator[Credential]:
        """Every step of a stack at any depth; a stack that is paid whole is one step."""
        pending, seen = [stack], {id(stack)}
        while pending:
            one = pending.pop()
            if self.is_paid_whole(one):
                yield Credential(price_name(one), price=one.price)
                continue
            yield from map(Credential, one.unnamed_names())
            yield from (member for member in one.members if isinstance(member, Credential))
            inside = [
                member for member in one.members if isinstance(member, Stack) and id(member) not in seen
            ]
            seen |= {id(member) for member in inside}
            pending += inside

    def is_paid_whole(self, part: Part) -> bool:
        """Whether one price covers the whole part."""
        return self.with_prices and isinstance(part, Stack) and part.price is not None

    def parts(self, member: Credential | Stack) -> Iterator[Part]:
        """What must all be finished: micro-credentials, choices, and stacks with a price of their own."""
        if isinstance(member, Credential) or self.is_paid_whole(member):
            yield member
            return
        yield from (Credential(name) for name in member.unnamed_names())
        for group in member.groups:
            if group.is_choice:
                yield group
            else:
                for inside in group.members:
                    yield from self.parts(inside)

    def component(self, parts: list[Part]) -> Total:
        """Sum over parts that share micro-credentials only with one another."""
        mentions = Counter(step for part in parts for step in self.mentions(part))
        if max(mentions.values()) == 1:
            return self.apart(parts)
        found = self.ways(parts)
        return self.bounds(parts, mentions) if found is None else self.way_by_way(parts, found)

    def ways(self, parts: list[Part]) -> list[frozenset[str]] | None:
        """Every way to finish these parts with nothing to spare; None where there are too many."""
        key = tuple(parts)
        if key not in self.known:
            try:
                self.known[key] = ways(parts)
            except TooManyWays:
                self.known[key] = None
        return self.known[key]

    def mentions(self, part: Part) -> Iterator[str]:
        """Every step of the part, each time it is mentioned; what one price covers counts as one mention."""
        if isinstance(part, Credential) or self.is_paid_whole(part):
            yield from part.steps()
            if isinstance(part, Stack):
                yield price_name(part)
            return
        if isinstance(part, Stack):
            yield from part.unnamed_names()
        for member in part.members:
            yield from self.mentions(member)

    def apart(self, parts: Iterable[Part]) -> Total:
        """Sum over parts that share nothing."""
        return sum((self.part(part) for part in parts), Total())

    def part(self, part: Part) -> Total:
        """Sum over a part that mentions every step once."""
        if isinstance(part, Credential):
            return self.step(part)
        if isinstance(part, Group):
            return self.choice(part)
        if self.is_paid_whole(part):
            return self.step(Credential(price_name(part), price=part.price))
        return self.apart(self.parts(part))

    def step(self, credential: Credential) -> Total:
        """One step on its own."""
        span = self.measure(credential)
        return Total(not_stated=1) if span is None else Total(span.low, span.high, stated=True)

    def choice(self, group: Group) -> Total:
        """The cheapest and the dearest choice among members that can be finished."""
        each = [self.part(member) for member in group.members if can_finish(member)]
        return Total(
            sum(nsmallest(group.needed, (one.low for one in each)), ZERO),
            sum(nlargest(group.needed, (one.high for one in each)), ZERO),
            sum(nlargest(group.needed, (one.not_stated for one in each))),
            any(one.stated for one in each),
        )

    def way_by_way(self, parts: list[Part], found: Iterable[frozenset[str]]) -> Total:
        """Sum over parts that share steps, by trying every way."""
        sums = [self.way(way, parts) for way in found]
        return Total(
            min(one.low for one in sums),
            max(one.high for one in sums),
            max(one.not_stated for one in sums),
            any(one.stated for one in sums),
        )

    def way(self, way: frozenset[str], parts: list[Part]) -> Total:
        """Sum over one way; a stack with a price that the way finishes is paid once."""
        bought = [stack for stack in self.priced(parts) if finished(stack, way)]
        inside = {one for stack in bought for one in stack.nested()}
        paid = [stack for stack in bought if stack not in inside]
        covered = frozenset[str]().union(*(stack.steps() for stack in paid))
        known = {name: item for part in parts for name, item in credentials_of(part).items()}
        steps = [known.get(name, Credential(name)) for name in way - covered]
        return sum(
            map(self.step, [*steps, *(Credential(one.slug, price=one.price) for one in paid)]), Total()
        )

    def priced(self, parts: Iterable[Part]) -> list[Stack]:
        """Stacks in these parts that have a price of their own, each once."""
        if not self.with_prices:
            return []
        inside = [stack for part in parts for stack in stacks_of(part)]
        return list(dict.fromkeys(stack for stack in inside if stack.price is not None))

    def bounds(self, parts: list[Part], mentions: Counter[str]) -> Total:
        """Bounds where there are too many ways: each mention pays its share, or pays in full.

        What the price of a whole stack may pay for costs nothing at the least.
        """
        priced = self.priced(parts)
        covered = frozenset[str]().union(*(stack.steps() for stack in priced))
        covered |= {price_name(inside) for stack in priced for inside in stack.nested()}

        def share(credential: Credential) -> Span | None:
            name, span = credential.slug, self.measure(credential)
            return span and Span(ZERO if name in covered else span.low / mentions[name], span.high)

        high = self.apart(parts)
        low = Summing(share, self.with_prices, {}).apart(parts)
        return Total(low.low, high.high, high.not_stated, high.stated, exact=False)


def price_name(stack: Stack) -> str:
    """The name of the price of a whole stack among steps; no slug holds a colon."""
    return f"{stack.slug}:price"


def credentials_of(part: Part) -> dict[str, Credential]:
    """The micro-credentials of a part, by slug."""
    if isinstance(part, Credential):
        return {part.slug: part}
    return {name: item for member in part.members for name, item in credentials_of(member).items()}


def stacks_of(part: Part) -> Iterator[Stack]:
    """The stacks of a part at any depth, itself included."""
    if isinstance(part, Credential):
        return
    if isinstance(part, Stack):
        yield part
    for member in part.members:
        yield from stacks_of(member)


def ways(parts: Iterable[Part]) -> list[frozenset[str]]:
    """Every way to finish all parts with nothing to spare; `TooManyWays` above the limit."""
    found = [frozenset[str]()]
    for part in parts:
        found = sparing(one | other for one in found for other in ways_of(part))
    return found


def ways_of(part: Part) -> list[frozenset[str]]:
    """Every way to finish one part with nothing to spare."""
    if isinstance(part, Credential):
        return [part.steps()]
    if isinstance(part, Group):
        return ways_of_choice(part)
    if part.is_empty:
        return []
    return ways([*map(Credential, part.unnamed_names()), *part.groups])


def ways_of_choice(group: Group) -> list[frozenset[str]]:
    """Every way to finish enough members, adding one member after the other."""
    by_count: list[list[frozenset[str]]] = [[frozenset()], *([] for _ in range(group.needed))]
    for member in group.members:
        inside = ways_of(member)
        for count in range(group.needed, 0, -1):
            more = (one | other for one in by_count[count - 1] for other in inside)
            by_count[count] = sparing([*by_count[count], *more])
    return by_count[group.needed]


def sparing(candidates: Iterable[frozenset[str]]) -> list[frozenset[str]]:
    """The candidates that contain no other one; `TooManyWays` above the limit."""
    distinct = set[frozenset[str]]()
    for candidate in candidates:
        distinct.add(candidate)
        if len(distinct) > MOST_WAYS:
            raise TooManyWays
    kept: list[frozenset[str]] = []
    for candidate in sorted(distinct, key=len):
        if not any(smaller <= candidate for smaller in kept):
            kept.append(candidate)
    return kept
