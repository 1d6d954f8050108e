"""Until when a record is offered, held against a calendar painted day by day from the rows."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.offering import OPEN, Offer, Offering

FIRST = date(2027, 1, 1)
DAY = timedelta(days=1)
CALENDAR = [FIRST + DAY * number for number in range(60)]

days = st.none() | st.sampled_from(CALENDAR)


def painted(start: date | None, finish: date | None, retired: bool) -> dict[date, tuple[bool, bool | None]]:
    """Whether it can be started, and finished, on each day of the calendar."""
    found: dict[date, tuple[bool, bool | None]] = {}
    closed, over = retired, False
    for day in CALENDAR:
        able = not closed and not over
        found[day] = (able, (not over) if finish else (True if able else None))
        closed = closed or day == start
        over = over or day == finish
    return found


@given(days, days, st.booleans())
def test_every_day_is_as_painted(start: date | None, finish: date | None, retired: bool) -> None:
    if start and finish and finish < start:
        start, finish = finish, start
    if retired:
        start = None
    offering = Offering(start, finish, retired)
    for day, told in painted(start, finish, retired).items():
        assert (offering.can_be_started(day), offering.can_be_finished(day)) == told


@given(days, days, st.booleans())
def test_state_turns_only_on_the_days_named(start: date | None, finish: date | None, retired: bool) -> None:
    offering = Offering(start, finish, retired)
    turns = set(offering.turns())
    for before, day in pairwise(CALENDAR):
        if offering.state(before) is not offering.state(day):
            assert day in turns


@pytest.mark.parametrize(
    ("day", "state"),
    [
        (date(2026, 12, 1), Offer.CLOSING),
        (date(2027, 6, 30), Offer.CLOSING),
        (date(2027, 7, 1), Offer.FINISHING),
        (date(2027, 12, 31), Offer.FINISHING),
        (date(2028, 1, 1), Offer.CLOSED),
    ],
)
def test_both_days_belong_to_it(day: date, state: Offer) -> None:
    assert Offering(date(2027, 6, 30), date(2027, 12, 31)).state(day) is state


def test_without_days_it_is_open() -> None:
    assert OPEN.state(FIRST) is Offer.OPEN


def test_what_can_no_longer_be_finished_is_not_started() -> None:
    assert not Offering(last_day_to_finish=FIRST).can_be_started(FIRST + DAY)


def test_retired_without_a_day_is_closed_on_every_day() -> None:
    assert {Offering(retired=True).state(day) for day in (date.min, FIRST, date.max)} == {Offer.CLOSED}


def test_last_day_of_the_calendar_has_no_day_after() -> None:
    assert list(Offering(date.max).turns()) == []
