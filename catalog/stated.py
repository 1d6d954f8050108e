"""The least that is known to be enough: over the ways to finish whose every step states a fact.

Totals tell what any way may take. This tells what somebody can surely keep to who chooses well:
plain data in, plain data out.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from catalog.rules import Credential, Span, Stack, can_finish, everything_in, innermost_first, still_earnable
from catalog.totals import Measure, Summing, paid_by


def least_hours(stack: Stack) -> Decimal | None:
    """The most hours of the shortest way whose every step states them; None where there is no such way."""
    return least(stack, most_hours)


def least_cost(stack: Stack, group: str = "") -> Decimal | None:
    """What the cheapest way costs a member of the group whose every step states a price for them."""
    return least(stack, paid_by(group), with_prices=True)


def most_hours(credential: Credential) -> Span | None:
    """The most hours it states."""
    return credential.hours and Span(credential.hours.high, credential.hours.high)


def least(stack: Stack, measure: Measure, *, with_prices: bool = False) -> Decimal | None:
    """The least sum over the ways that state the fact in full; no less than it where there are too many."""
    left = with_stated(stack, measure, with_prices)
    if left is None:
        return None
    found = Summing(measure, with_prices, {}).total(left)
    return found.low if found.exact else found.high


def holders(stack: Stack) -> list[str]:
    """The groups for whom alone a price in it holds."""
    prices = (one.price for one in everything_in([stack]))
    return sorted({price.holds_for for price in prices if price} - {""})


def with_stated(stack: Stack, measure: Measure, with_prices: bool) -> Stack | None:
    """What is left of a stack without what does not state the fact; None where too little is.

    With prices, a stack that has its own states the fact by itself, whatever is inside.
    """
    left: dict[int, Stack] = {}
    for one in innermost_first(stack):
        kept = bought(one, measure) if with_prices and one.price else trimmed(one, left, measure)
        if kept:
            left[id(one)] = kept
    return left.get(id(stack))


def bought(stack: Stack, measure: Measure) -> Stack | None:
    """A stack with its own price, where that holds and somebody can still earn it."""
    paid = measure(Credential(stack.slug, price=stack.price))
    return stack if paid and can_finish(stack) and still_earnable(stack) else None


def trimmed(stack: Stack, left: Mapping[int, Stack], measure: Measure) -> Stack | None:
    """A stack with those members that can still be earned and state the fact; `left` has stacks by `id`."""
    if stack.unnamed or stack.is_empty:
        return None
    groups = []
    for group in stack.groups:
        kept = [
            left.get(id(one)) if isinstance(one, Stack) else stating(one, measure) for one in group.members
        ]
        members = tuple(one for one in kept if one)
        if len(members) < group.needed:
            return None
        groups.append(replace(group, members=members, minimum=group.needed))
    return replace(stack, groups=tuple(groups))


def stating(credential: Credential, measure: Measure) -> Credential | None:
    """A micro-credential that can still be earned and states the fact."""
    return credential if credential.offered and measure(credential) else None
