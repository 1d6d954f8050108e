"""Totals against brute force: every subset of steps tried, by a definition of its own."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import chain, combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalog import totals as module
from catalog.rules import Credential, Group, Price, Span, Stack, can_finish, finished
from catalog.totals import Share, Total, totals
from catalog.wording import range_text

CONDITION = "NEA members"

spans = st.tuples(st.integers(0, 9), st.integers(0, 9)).map(
    lambda pair: Span(Decimal(min(pair)), Decimal(max(pair)))
)
prices = st.builds(Price, st.integers(0, 9).map(Decimal), st.sampled_from(["", "", CONDITION]))


@st.composite
def stacks(draw: st.DrawFn) -> Stack:
    """A small stack over at most six micro-credentials, shared, nested and with unnamed steps."""
    pool = [
        Credential(f"mc-{number}", hours=draw(st.none() | spans), price=draw(st.none() | prices))
        for number in range(draw(st.integers(1, 6)))
    ]
    inner = draw(st.lists(small_stack(pool, "inner"), max_size=1))
    return draw(small_stack([*pool, *inner], "outer"))


@st.composite
def small_stack(draw: st.DrawFn, pool: Sequence[Credential | Stack], slug: str) -> Stack:
    """A stack of up to three groups of the pool's members."""
    groups = []
    for _ in range(draw(st.integers(0, 3))):
        members = draw(
            st.lists(st.sampled_from(pool), min_size=1, max_size=5, unique_by=lambda one: one.slug)
        )
        minimum = draw(st.none() | st.integers(1, len(members)))
        groups.append(Group(tuple(members), minimum))
    price = draw(st.none() | st.integers(0, 30).map(lambda usd: Price(Decimal(usd))))
    return Stack(slug, groups=tuple(groups), unnamed=draw(st.integers(0, 2)), price=price)


def steps_of(member: Credential | Stack) -> set[str]:
    """Names of everything that can be earned in a member."""
    if isinstance(member, Credential):
        return {member.slug}
    inside = (steps_of(one) for group in member.groups for one in group.members)
    return set(chain({f"{member.slug}:unnamed:{place}" for place in range(member.unnamed)}, *inside))


def done(member: Credential | Stack, held: frozenset[str]) -> bool:
    """The rule as `docs/reference/rules.md` words it."""
    if isinstance(member, Credential):
        return member.slug in held
    if not member.unnamed and not any(group.members for group in member.groups):
        return False
    if not all(f"{member.slug}:unnamed:{place}" in held for place in range(member.unnamed)):
        return False
    for group in member.groups:
        wanted = group.minimum if group.minimum is not None else len(group.members)
        if len([one for one in group.members if done(one, held)]) < wanted:
            return False
    return True


def finishing_sets(stack: Stack) -> list[frozenset[str]]:
    """Every set of steps that finishes the stack."""
    steps = sorted(steps_of(stack))
    subsets = chain.from_iterable(combinations(steps, size) for size in range(len(steps) + 1))
    return [held for held in map(frozenset, subsets) if done(stack, held)]


def with_nothing_to_spare(sets: list[frozenset[str]]) -> list[frozenset[str]]:
    """Those that no longer finish when any one step is taken away."""
    whole = set(sets)
    return [held for held in sets if not any(held - {step} in whole for step in held)]


@given(stacks(), st.data())
def test_finished_equals_the_rule_as_worded(stack: Stack, data: st.DataObject) -> None:
    held = data.draw(st.frozensets(st.sampled_from(sorted(steps_of(stack)) or ["none"])))
    assert finished(stack, held) == done(stack, held)


@given(stacks())
def test_can_finish_exactly_when_some_set_finishes(stack: Stack) -> None:
    assert can_finish(stack) == bool(finishing_sets(stack))
    assert (totals(stack) is None) == (not finishing_sets(stack))


@given(stacks())
def test_count_equals_brute_force(stack: Stack) -> None:
    found = totals(stack)
    sets = finishing_sets(stack)
    if found is None:
        assert not sets
        return
    assert found.count.low == min(map(len, sets))
    assert found.count.high == max(map(len, with_nothing_to_spare(sets)))
    assert found.count.exact


@given(stacks())
def test_hours_equal_brute_force(stack: Stack) -> None:
    found = totals(stack)
    if found is None:
        return
    facts = {slug: one.hours for slug, one in stack.credentials().items()}
    sets = finishing_sets(stack)
    ways = with_nothing_to_spare(sets)
    assert found.hours.low == min(sum(span.low for step in way if (span := facts.get(step))) for way in sets)
    assert found.hours.high == max(
        sum(span.high for step in way if (span := facts.get(step))) for way in ways
    )
    assert found.hours.not_stated == max(sum(facts.get(step) is None for step in way) for way in ways)


@given(stacks())
def test_share_counts_each_step_once(stack: Stack) -> None:
    found = totals(stack)
    if found is None:
        return
    facts = {slug: one.hours for slug, one in stack.credentials().items()}
    stated = [span for span in facts.values() if span]
    share = found.hours.share
    assert (share.stating, share.steps) == (len(stated), len(steps_of(stack)))
    if stated:
        assert share.each == Span(min(one.low for one in stated), max(one.high for one in stated))


@given(stacks())
def test_no_number_reads_as_a_ceiling_that_is_none(stack: Stack) -> None:
    found = totals(stack)
    if found is None:
        return
    for total, text in (
        (found.hours, range_text(found.hours, "hours")),
        (found.cost, range_text(found.cost)),
    ):
        assert "up to" not in text
        assert "at least 0" not in text
        assert ("not stated" in text) == (total.not_stated > 0 or not total.stated)


def priced_stacks(member: Credential | Stack) -> list[Stack]:
    """Stacks with a price of their own, outermost first."""
    if isinstance(member, Credential):
        return []
    inside = [one for group in member.groups for part in group.members for one in priced_stacks(part)]
    return [member, *inside] if member.price else inside


def paid(stack: Stack, way: frozenset[str], group: str) -> tuple[Decimal, int]:
    """What a member of `group` pays for a way, and how many steps in it state no price for them."""
    bought = {one.slug: one for one in priced_stacks(stack) if done(one, way)}
    if stack.slug in bought:
        bought = {stack.slug: stack}
    covered = set(chain(*(steps_of(one) for one in bought.values())))
    facts = {slug: one.price for slug, one in stack.credentials().items()}
    amounts = [one.price.usd for one in bought.values() if one.price]
    missing = 0
    for step in way - covered:
        price = facts.get(step)
        if price is not None and price.holds_for in ("", group):
            amounts.append(price.usd)
        else:
            missing += 1
    return sum(amounts, Decimal(0)), missing


@given(stacks(), st.sampled_from(["", CONDITION]))
def test_cost_equals_brute_force(stack: Stack, group: str) -> None:
    found = totals(stack)
    if found is None or (group and group not in dict(found.cost_for)):
        return
    cost = found.cost if not group else dict(found.cost_for)[group]
    ways = [paid(stack, way, group) for way in with_nothing_to_spare(finishing_sets(stack))]
    assert cost.low == min(amount for amount, _ in ways)
    assert cost.high == max(amount for amount, _ in ways)
    assert cost.not_stated == max(missing for _, missing in ways)


def test_conditional_price_is_never_free_for_everyone() -> None:
    free = Price(Decimal(0), CONDITION)
    stack = Stack("s", groups=(Group((Credential("a", price=free), Credential("b", price=free))),))
    found = totals(stack)
    assert found is not None
    assert not found.cost.stated
    assert found.cost.not_stated == 2
    assert found.cost_for == ((CONDITION, Total(stated=True, share=Share(2, 2))),)


def test_shared_micro_credential_is_earned_once() -> None:
    shared = Credential("a", hours=Span(Decimal(5), Decimal(15)))
    stack = Stack("s", groups=(Group((shared, Credential("b")), 1), Group((shared,))))
    found = totals(stack)
    assert found is not None
    assert found.count.high == 1
    assert found.hours.high == 15


def test_a_stack_of_two_hundred_members_is_quick_and_exact() -> None:
    members = tuple(Credential(f"mc-{n}", hours=Span(Decimal(n), Decimal(n))) for n in range(200))
    found = totals(Stack("s", groups=(Group(members, 100),)))
    assert found is not None
    assert found.hours.exact
    assert found.hours.low == sum(range(100))
    assert found.hours.high == sum(range(100, 200))


def test_too_many_ways_gives_bounds_that_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    members = tuple(Credential(f"mc-{n}", hours=Span(Decimal(n), Decimal(2 * n))) for n in range(6))
    stack = Stack("s", groups=(Group(members, 3), Group(members[2:], 2)))
    exact = totals(stack)
    monkeypatch.setattr(module, "MOST_WAYS", 2)
    bounds = totals(stack)
    assert exact is not None
    assert bounds is not None
    assert exact.hours.exact
    assert not bounds.hours.exact
    assert bounds.hours.low <= exact.hours.low
    assert bounds.hours.high >= exact.hours.high


@settings(max_examples=400)
@given(stacks())
def test_bounds_hold_for_any_stack(stack: Stack) -> None:
    exact = totals(stack)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "MOST_WAYS", 1)
        bounds = totals(stack)
    assert (exact is None) == (bounds is None)
    if exact and bounds:
        for true, told in (
            (exact.count, bounds.count),
            (exact.hours, bounds.hours),
            (exact.cost, bounds.cost),
        ):
            assert told.low <= true.low
            assert told.high >= true.high


def stated(name: str, hours: int, *, offered: bool = True) -> Credential:
    """A micro-credential of so many hours."""
    return Credential(name, name, Span(Decimal(hours), Decimal(hours)), offered=offered)


def test_totals_do_without_what_is_no_longer_offered() -> None:
    members = (stated("a", 5), stated("b", 7), stated("x", 1, offered=False))
    found = totals(Stack("s", groups=(Group(members, 2),)))
    assert found
    assert [found.count.low, found.hours.low, found.hours.high] == [2, 12, 12]


def test_totals_keep_what_nothing_can_replace() -> None:
    members = (stated("a", 5), stated("x", 1, offered=False), stated("y", 3, offered=False))
    found = totals(Stack("s", groups=(Group(members, 2),)))
    assert found
    assert [found.count.low, found.hours.low, found.hours.high] == [2, 6, 8]


def test_what_is_not_published_is_asked_for_and_not_stated() -> None:
    hidden = Credential("unpublished:1", published=False)
    found = totals(Stack("s", groups=(Group((stated("a", 5), hidden)),)))
    assert found
    assert [found.count.low, found.hours.low, found.hours.not_stated] == [2, 5, 1]
