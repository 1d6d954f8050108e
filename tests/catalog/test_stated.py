"""The least over the ways whose every step states a fact, against brute force and by example."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from catalog.rules import Credential, Group, Price, Span, Stack
from catalog.stated import holders, least_cost, least_hours
from tests.catalog.test_totals import done, stacks


def one(slug: str, hours: int | None = None, usd: int | None = None, holds_for: str = "") -> Credential:
    return Credential(
        slug,
        hours=None if hours is None else Span(Decimal(0), Decimal(hours)),
        price=None if usd is None else Price(Decimal(usd), holds_for),
    )


def all_of(*members: Credential | Stack, unnamed: int = 0, price: Price | None = None) -> Stack:
    return Stack("all", groups=(Group(members),), unnamed=unnamed, price=price)


def any_of(*members: Credential | Stack, minimum: int = 1) -> Stack:
    return Stack("any", groups=(Group(members, minimum),))


def brute_force(stack: Stack) -> Decimal | None:
    hours = {
        slug: item.hours.high for slug, item in stack.credentials().items() if item.hours and item.offered
    }
    sets = (some for size in range(len(hours) + 1) for some in combinations(hours, size))
    sums = [sum(map(hours.__getitem__, some), Decimal(0)) for some in sets if done(stack, frozenset(some))]
    return min(sums, default=None)


@given(stacks())
def test_hours_are_those_of_the_shortest_way_that_states_them(stack: Stack) -> None:
    assert least_hours(stack) == brute_force(stack)


@given(stacks(), st.data())
def test_what_is_no_longer_offered_is_in_no_way(stack: Stack, data: st.DataObject) -> None:
    gone = data.draw(st.sets(st.sampled_from([f"mc-{number}" for number in range(6)])))

    def without(member: Credential | Stack) -> Credential | Stack:
        if isinstance(member, Credential):
            return replace(member, offered=member.slug not in gone)
        groups = (
            replace(group, members=tuple(without(inside) for inside in group.members))
            for group in member.groups
        )
        return replace(member, groups=tuple(groups))

    changed = without(stack)
    assert isinstance(changed, Stack)
    assert least_hours(changed) == brute_force(changed)


def test_a_choice_is_known_by_the_members_that_state_the_fact() -> None:
    assert least_hours(any_of(one("a"), one("b", hours=9), one("c", hours=4))) == 4
    assert least_hours(any_of(one("a"), one("b", hours=9), minimum=2)) is None


def test_a_step_that_is_not_on_record_states_nothing() -> None:
    assert least_hours(all_of(one("a", hours=2), unnamed=1)) is None
    assert least_hours(Stack("empty")) is None


def test_a_price_holds_for_whom_it_names() -> None:
    stack = any_of(one("a", usd=40), one("b", usd=0, holds_for="Members"))
    assert [least_cost(stack), least_cost(stack, "Members")] == [40, 0]
    assert holders(stack) == ["Members"]


def test_a_stack_with_a_price_states_it_for_all_that_is_inside() -> None:
    inside = replace(all_of(one("a"), unnamed=3, price=Price(Decimal(90))), slug="inside")
    assert least_cost(all_of(one("b", usd=10), inside)) == 100
    assert least_hours(all_of(one("b", hours=1), inside)) is None


def test_a_price_of_a_stack_for_some_is_none_for_everyone() -> None:
    inside = all_of(one("a", usd=5), price=Price(Decimal(0), "Members"))
    assert [least_cost(inside), least_cost(inside, "Members")] == [None, 0]
    assert holders(inside) == ["Members"]
