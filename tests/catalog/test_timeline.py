"""Status by day against brute force: a calendar painted decision by decision."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.timeline import Ruling, Span, Status, last_approved_day, plain_status, spans, status_on

FIRST = date(2025, 1, 1)
LENGTH = 260
"""Days of the calendar, long enough to hold an approval's last 90 days and what follows."""


def day(number: int) -> date:
    """A day of the calendar."""
    return FIRST + timedelta(days=number)


@st.composite
def rulings(draw: st.DrawFn) -> list[Ruling]:
    """Up to five decisions on days of the calendar, as recorded one after another."""
    found = []
    for number in range(draw(st.integers(0, 5))):
        start = draw(st.integers(0, LENGTH))
        gives = draw(st.sampled_from([Status.APPROVED, Status.CONDITIONAL, Status.NOT_APPROVED]))
        length = draw(st.none() | st.integers(0, 150))
        open_ended = length is None or gives is Status.NOT_APPROVED
        ends = None if open_ended else day(start + (length or 0))
        found.append(Ruling(gives, day(start), ends, day(draw(st.integers(0, LENGTH))), number))
    return found


def painted(given: list[Ruling]) -> list[Status]:
    """A status a day, far enough beyond the calendar: each decision paints over earlier ones."""
    calendar = [Status.NO_DECISION] * (LENGTH * 2)
    order = sorted(given, key=lambda one: one.number)
    order.sort(key=lambda one: one.decided)
    order.sort(key=lambda one: one.starts)
    for one in order:
        for place in range((one.starts - FIRST).days, len(calendar)):
            over = one.ends is not None and day(place) > one.ends
            calendar[place] = Status.ENDED if over else one.gives
    return calendar


def expected(calendar: list[Status], place: int) -> Status:
    """The status by the words of the rules."""
    following = calendar[place + 1 : place + 92]
    if calendar[place] is Status.APPROVED and any(one is not Status.APPROVED for one in following):
        return Status.ENDING_SOON
    return calendar[place]


@given(rulings(), st.integers(0, LENGTH))
def test_status_on_equals_what_the_decisions_say(given: list[Ruling], place: int) -> None:
    assert status_on(given, day(place)) is expected(painted(given), place)


@given(rulings())
def test_spans_tell_the_status_of_every_day_once(given: list[Ruling]) -> None:
    found, calendar = spans(given), painted(given)
    for place in range(LENGTH):
        holding = [
            one for one in found if one.starts <= day(place) and (one.ends is None or day(place) <= one.ends)
        ]
        told = [one.status for one in holding] or [Status.NO_DECISION]
        assert told == [expected(calendar, place)]


@given(rulings(), st.randoms())
def test_status_on_does_not_depend_on_the_order_of_rows(given: list[Ruling], random: object) -> None:
    shuffled = list(reversed(given))
    assert [status_on(given, day(place)) for place in range(0, LENGTH, 7)] == [
        status_on(shuffled, day(place)) for place in range(0, LENGTH, 7)
    ]


def test_status_on_holds_on_both_ends() -> None:
    one = [Ruling(Status.CONDITIONAL, day(10), day(20))]
    told = [status_on(one, day(place)) for place in (9, 10, 20, 21)]
    assert told == [Status.NO_DECISION, Status.CONDITIONAL, Status.CONDITIONAL, Status.ENDED]


def test_status_on_is_ending_soon_from_90_days_before_the_last_day() -> None:
    one = [Ruling(Status.APPROVED, day(0), day(200))]
    told = [status_on(one, day(place)) for place in (109, 110, 200)]
    assert told == [Status.APPROVED, Status.ENDING_SOON, Status.ENDING_SOON]


def test_status_on_an_approval_renewed_without_a_gap_does_not_end_soon() -> None:
    renewed = [Ruling(Status.APPROVED, day(0), day(50)), Ruling(Status.APPROVED, day(51), None, number=1)]
    assert status_on(renewed, day(40)) is Status.APPROVED
    gap = [renewed[0], Ruling(Status.APPROVED, day(52), None, number=1)]
    assert status_on(gap, day(40)) is Status.ENDING_SOON


def test_status_on_a_withdrawal_on_the_first_day_wins_by_being_recorded_later() -> None:
    both = [Ruling(Status.APPROVED, day(5), number=1), Ruling(Status.NOT_APPROVED, day(5), number=2)]
    assert status_on(both, day(5)) is Status.NOT_APPROVED


def test_last_approved_day_is_not_known_of_an_open_approval() -> None:
    assert last_approved_day([Ruling(Status.APPROVED, day(0))], day(3)) is None


@pytest.mark.parametrize("edge", [date.min, date.max])
def test_spans_survive_the_ends_of_the_calendar(edge: date) -> None:
    one = [Ruling(Status.APPROVED, date.min, date.max)]
    assert plain_status(one, edge) is Status.APPROVED
    assert spans([Ruling(Status.APPROVED, edge, edge)])[0].starts == edge


def test_spans_of_nothing_are_none() -> None:
    assert spans([]) == []


def test_spans_of_an_open_approval_are_one() -> None:
    assert spans([Ruling(Status.APPROVED, day(3))]) == [Span(Status.APPROVED, day(3), None)]
