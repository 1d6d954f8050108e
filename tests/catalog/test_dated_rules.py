"""Stacks on a day, held against what each member says of that day by itself."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from catalog.dated_rules import all_on_day, last_day_to_start, on_day
from catalog.offering import Offering
from catalog.rules import Credential, Group, Stack, still_earnable

FIRST = date(2027, 1, 1)
CALENDAR = [FIRST + timedelta(days=number) for number in range(12)]

offerings = st.builds(
    Offering, st.none() | st.sampled_from(CALENDAR[:8]), st.none(), st.just(False)
) | st.just(Offering(retired=True))


@st.composite
def stacks(draw: st.DrawFn, depth: int = 1) -> Stack:
    """A stack of one or two groups; a member may be a stack."""
    groups = []
    for number in range(draw(st.integers(1, 2))):
        members: list[Credential | Stack] = [
            Credential(f"{depth}-{number}-{place}", offered=not offering.retired, offering=offering)
            for place, offering in enumerate(draw(st.lists(offerings, min_size=1, max_size=3)))
        ]
        if depth and draw(st.booleans()):
            members.append(draw(stacks(depth=depth - 1)))
        groups.append(Group(tuple(members), draw(st.none() | st.integers(1, len(members)))))
    return Stack(f"stack-{depth}", groups=tuple(groups))


def can_begin(stack: Stack, on: date) -> bool:
    """Whether somebody who holds nothing can begin it, counted member by member."""

    def able(one: Credential | Stack) -> bool:
        if isinstance(one, Stack):
            return can_begin(one, on)
        start = one.offering.last_day_to_start
        return not one.offering.retired and (start is None or on <= start)

    return all(sum(map(able, group.members)) >= group.needed for group in stack.groups)


@given(stacks(), st.sampled_from(CALENDAR))
def test_a_stack_can_be_begun_when_enough_members_can(stack: Stack, on: date) -> None:
    assert still_earnable(on_day(stack, on)) == can_begin(stack, on)


@given(stacks())
def test_last_day_to_start_is_the_last_day_on_which_it_can_be_begun(stack: Stack) -> None:
    able = [day for day in CALENDAR if can_begin(stack, day)]
    last = able[-1] if able and able[-1] != CALENDAR[-1] else None
    assert last_day_to_start(stack, FIRST) == last


@given(stacks(), st.sampled_from(CALENDAR))
def test_the_day_is_asked_of_the_stated_days_whatever_was_asked_before(stack: Stack, on: date) -> None:
    assert on_day(on_day(stack, CALENDAR[-1]), on) == on_day(stack, on)


def test_what_nothing_changes_stays_the_very_same() -> None:
    stack = Stack(
        "one", groups=(Group((Credential("a"), Stack("two", groups=(Group((Credential("b"),)),)))),)
    )
    assert all_on_day({"one": stack}, FIRST)["one"] is stack
