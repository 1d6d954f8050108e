"""Status by day against brute force: a calendar painted with what was known by a day."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalog.timeline import (
    UNDECIDED,
    Change,
    DayStatus,
    Ruling,
    Span,
    Status,
    counting,
    day_status,
    end_on,
    holds_until,
    later,
    spans,
    status_on,
)

FIRST = date(2025, 1, 1)
LENGTH = 260
"""Days of the calendar, long enough to hold an approval's last 90 days and what follows."""

YES = (Status.APPROVED, Status.CONDITIONAL)


def day(number: int) -> date:
    """A day of the calendar."""
    return FIRST + timedelta(days=number)


@st.composite
def rulings(draw: st.DrawFn) -> list[Ruling]:
    """Up to five decisions on days of the calendar, as recorded one after another; decided at any time."""
    found = []
    for number in range(draw(st.integers(0, 5))):
        start = draw(st.integers(0, LENGTH))
        gives = draw(st.sampled_from([Status.APPROVED, Status.CONDITIONAL, Status.NOT_APPROVED]))
        length = draw(st.none() | st.integers(0, 150))
        open_ended = length is None or gives is Status.NOT_APPROVED
        ends = None if open_ended else day(start + (length or 0))
        decided = start + draw(st.integers(-40, 40))
        found.append(Ruling(gives, day(start), ends, day(decided), number))
    return found


def told_on(given: list[Ruling], place: int) -> list[Ruling]:
    """What may say something of a day: decided by then, or holding on it whenever it was decided."""
    on = day(place)
    return [
        one
        for one in given
        if one.decided <= on or (one.starts <= on and (one.ends is None or one.ends >= on))
    ]


def painted(given: list[Ruling]) -> list[tuple[Status, int]]:
    """A word and the decision behind it for each day: each decision paints over earlier ones."""
    calendar = [(Status.NO_DECISION, -1)] * (LENGTH * 2 + 200)
    order = sorted(given, key=lambda one: one.number)
    order.sort(key=lambda one: one.decided)
    order.sort(key=lambda one: one.starts)
    for one in order:
        for place in range((one.starts - FIRST).days, len(calendar)):
            over = one.ends is not None and day(place) > one.ends
            calendar[place] = (Status.ENDED if over else one.gives, one.number)
    return calendar


def expected(given: list[Ruling], place: int) -> tuple[str, bool, int | None]:
    """The word of a day, whether it ends soon, and the place of the last day in force, walked day by day."""
    calendar = painted(told_on(given, place))
    word = calendar[place][0]
    if word not in YES:
        return (word.value, False, None)
    last = next((at - 1 for at in range(place + 1, len(calendar)) if calendar[at][0] not in YES), None)
    soon = last is not None and last - place <= 90
    return ("ending-soon" if soon and word is Status.APPROVED else word.value, soon, last)


def own_last_day(given: list[Ruling], place: int, number: int) -> date | None:
    """The last day of an approval by its own row, or the day before the no that was told next."""
    told = told_on(given, place)
    one = next(one for one in told if one.number == number)
    following = [one.number for one in sorted(told, key=lambda one: (one.starts, one.decided, one.number))]
    rest = following[following.index(number) + 1 :]
    after = next((other for other in told if rest and other.number == rest[0]), None)
    days = [one.ends] if one.ends else []
    if after and after.gives is Status.NOT_APPROVED:
        days.append(after.starts - timedelta(days=1))
    return min(days, default=None)


@given(rulings(), st.integers(0, LENGTH))
def test_day_status_equals_what_the_decisions_say(given: list[Ruling], place: int) -> None:
    word, soon, last = expected(given, place)
    told = day_status(given, day(place))
    assert (told.status.value, told.ends_soon) == (word, soon)
    assert holds_until(given, day(place)) == (None if last is None else day(last))
    number = painted(told_on(given, place))[place][1]
    no_approval = word in ("no-decision", "not-approved")
    assert told.ends_on == (None if no_approval else own_last_day(given, place, number))


@given(rulings(), st.integers(0, LENGTH))
def test_counting_names_the_decision_that_was_painted_last(given: list[Ruling], place: int) -> None:
    found = counting(given, day(place))
    assert (found.number if found else -1) == painted(told_on(given, place))[place][1]


@given(rulings(), st.integers(0, LENGTH))
def test_what_was_decided_after_a_day_and_does_not_hold_on_it_changes_nothing(
    given: list[Ruling], place: int
) -> None:
    assert day_status(told_on(given, place), day(place)) == day_status(given, day(place))


@given(rulings(), st.integers(0, LENGTH))
def test_later_is_all_that_does_not_count_and_has_not_ended(given: list[Ruling], place: int) -> None:
    on = day(place)
    apart = {one.number for one in given if one.starts > on or one not in told_on(given, place)}
    assert {one.number for _, one in later(given, on)} == apart


@given(rulings(), st.integers(0, LENGTH))
def test_end_on_is_the_last_day_in_force_and_by_whom(given: list[Ruling], place: int) -> None:
    calendar = painted(told_on(given, place))
    held = [at for at in range(place + 1) if calendar[at][0] in YES]
    found = end_on(given, day(place))
    if not held:
        assert found is None
        return
    number = calendar[held[-1]][1]
    last = own_last_day(given, place, number)
    assert (found.day if found else None) == last
    if found:
        assert found.approval.number == number
        cut = found.day != found.approval.ends
        assert (found.by.starts if found.by else None) == (found.day + timedelta(days=1) if cut else None)


@settings(max_examples=20)
@given(rulings())
def test_spans_tell_every_day_once(given: list[Ruling]) -> None:
    found = spans(given)
    for place in range(LENGTH):
        holding = [
            one for one in found if one.starts <= day(place) and (one.ends is None or day(place) <= one.ends)
        ]
        told = [(one.stands.status.value, one.stands.ends_soon) for one in holding]
        assert (told or [("no-decision", False)]) == [expected(given, place)[:2]]
        assert [one.stands for one in holding if one.stands != day_status(given, day(place))] == []


@given(rulings(), st.randoms())
def test_day_status_does_not_depend_on_the_order_of_rows(given: list[Ruling], random: Random) -> None:
    shuffled = list(given)
    random.shuffle(shuffled)
    assert [day_status(given, day(place)) for place in range(0, LENGTH, 7)] == [
        day_status(shuffled, day(place)) for place in range(0, LENGTH, 7)
    ]


def test_status_on_holds_on_both_ends() -> None:
    one = [Ruling(Status.CONDITIONAL, day(10), day(20))]
    told = [status_on(one, day(place)) for place in (9, 10, 20, 21)]
    assert told == [Status.NO_DECISION, Status.CONDITIONAL, Status.CONDITIONAL, Status.ENDED]


def test_status_on_is_ending_soon_from_90_days_before_the_last_day() -> None:
    one = [Ruling(Status.APPROVED, day(0), day(200))]
    told = [status_on(one, day(place)) for place in (109, 110, 200)]
    assert told == [Status.APPROVED, Status.ENDING_SOON, Status.ENDING_SOON]


def test_conditional_approval_that_ends_soon_is_both() -> None:
    one = [Ruling(Status.CONDITIONAL, day(0), day(200))]
    before, after = (day_status(one, day(place)) for place in (109, 110))
    assert (before.label, after.label) == ("Conditional", "Conditional, ending soon")
    assert after.signs == (Status.CONDITIONAL, Status.ENDING_SOON)
    assert after.values == (Status.APPROVED, Status.CONDITIONAL, Status.ENDING_SOON)
    assert after == DayStatus(Status.CONDITIONAL, True, day(200))


@pytest.mark.parametrize(
    ("status", "values"),
    [
        (Status.APPROVED, ["approved"]),
        (Status.ENDING_SOON, ["approved", "ending-soon"]),
        (Status.CONDITIONAL, ["approved", "conditional"]),
        (Status.ENDED, ["ended"]),
        (Status.NOT_APPROVED, ["not-approved"]),
        (Status.NO_DECISION, ["no-decision"]),
    ],
)
def test_every_approval_in_force_is_found_as_approved(status: Status, values: list[str]) -> None:
    assert [one.value for one in DayStatus(status).values] == values
    assert DayStatus(status).in_force == ("approved" in values)


def renewed(decided: int, starts: int = 51) -> list[Ruling]:
    """An approval to day 50, and a renewal from a day on that was decided on a day."""
    return [
        Ruling(Status.APPROVED, day(0), day(50), day(-9), 1),
        Ruling(Status.APPROVED, day(starts), day(400), day(decided), 2),
    ]


def test_renewal_keeps_an_approval_from_ending_and_its_last_day_as_it_is() -> None:
    assert day_status(renewed(40), day(39)) == DayStatus(Status.ENDING_SOON, True, day(50))
    assert day_status(renewed(40), day(40)) == DayStatus(Status.APPROVED, False, day(50))
    assert holds_until(renewed(40), day(40)) == day(400)
    assert day_status(renewed(40), day(51)) == DayStatus(Status.APPROVED, False, day(400))
    assert status_on(renewed(40, starts=52), day(40)) is Status.ENDING_SOON


def test_withdrawal_ahead_counts_for_the_end_from_the_day_it_was_decided() -> None:
    both = [
        Ruling(Status.CONDITIONAL, day(0), day(200), day(0), 1),
        Ruling(Status.NOT_APPROVED, day(60), None, day(30), 2, withdraws=True),
    ]
    assert day_status(both, day(29)) == DayStatus(Status.CONDITIONAL, False, day(200))
    assert day_status(both, day(30)) == DayStatus(Status.CONDITIONAL, True, day(59))
    end = end_on(both, day(70))
    assert end
    assert (end.day, end.approval.number, end.by and end.by.number) == (day(59), 1, 2)


def test_retroactive_approval_counts_on_the_days_it_covers_only() -> None:
    one = [Ruling(Status.APPROVED, day(0), day(50), day(100), 1)]
    told = [status_on(one, day(place)).value for place in (0, 50, 51, 99, 100)]
    assert told == ["ending-soon", "ending-soon", "no-decision", "no-decision", "ended"]
    assert later(one, day(60)) == [(Change.APPROVED, one[0])]


def test_withdrawal_on_the_first_day_wins_by_being_recorded_later() -> None:
    both = [Ruling(Status.APPROVED, day(5), number=1), Ruling(Status.NOT_APPROVED, day(5), number=2)]
    assert status_on(both, day(5)) is Status.NOT_APPROVED


@pytest.mark.parametrize(
    ("before", "after", "change"),
    [
        ([], Ruling(Status.APPROVED, day(9)), Change.APPROVED),
        ([Ruling(Status.NOT_APPROVED, day(0))], Ruling(Status.CONDITIONAL, day(9)), Change.APPROVED),
        ([Ruling(Status.APPROVED, day(0), day(8))], Ruling(Status.APPROVED, day(9)), Change.RENEWED),
        ([Ruling(Status.APPROVED, day(0), day(7))], Ruling(Status.APPROVED, day(9)), Change.APPROVED_AGAIN),
        ([Ruling(Status.CONDITIONAL, day(0), day(8))], Ruling(Status.CONDITIONAL, day(9)), Change.RENEWED),
        (
            [Ruling(Status.APPROVED, day(0), day(8))],
            Ruling(Status.CONDITIONAL, day(9)),
            Change.CONDITIONS_ADDED,
        ),
        (
            [Ruling(Status.CONDITIONAL, day(0), day(8))],
            Ruling(Status.APPROVED, day(9)),
            Change.CONDITIONS_LIFTED,
        ),
        (
            [Ruling(Status.APPROVED, day(0)), Ruling(Status.NOT_APPROVED, day(4), withdraws=True)],
            Ruling(Status.APPROVED, day(9)),
            Change.APPROVED_AGAIN,
        ),
        (
            [Ruling(Status.APPROVED, day(0))],
            Ruling(Status.NOT_APPROVED, day(9), withdraws=True),
            Change.WITHDRAWN,
        ),
        ([Ruling(Status.APPROVED, day(0))], Ruling(Status.NOT_APPROVED, day(9)), Change.DECLINED),
    ],
)
def test_later_says_what_a_decision_made_of_the_record(
    before: list[Ruling], after: Ruling, change: Change
) -> None:
    assert later([*before, after], day(8)) == [(change, after)]


@pytest.mark.parametrize("edge", [date.min, date.max])
def test_the_ends_of_the_calendar_are_survived(edge: date) -> None:
    one = [Ruling(Status.APPROVED, date.min, date.max)]
    assert day_status(one, edge) == DayStatus(Status.APPROVED, ends_on=date.max)
    assert spans([Ruling(Status.APPROVED, edge, edge)])[0].starts == edge
    both = [*one, Ruling(Status.NOT_APPROVED, edge, number=1)]
    assert status_on(both, edge) is Status.NOT_APPROVED
    assert end_on(both, date.max) == (
        None if edge is date.min else end_on(both, date.max - timedelta(days=1))
    )


def test_nothing_has_no_spans_and_no_end() -> None:
    assert spans([]) == []
    assert end_on([], FIRST) is None
    assert day_status([], FIRST) == UNDECIDED


def test_spans_of_an_open_approval_are_one() -> None:
    open_ended = [Ruling(Status.APPROVED, day(3))]
    assert spans(open_ended) == [Span(DayStatus(Status.APPROVED), day(3), None)]
