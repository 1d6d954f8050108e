"""Whether a statement is in force, held against a calendar painted from its two days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.in_force import Days, Force, told_apart

FIRST = date(2024, 12, 1)
CALENDAR = [FIRST + timedelta(days=number) for number in range(50)]
INSIDE = CALENDAR[5:-5]

days = st.none() | st.sampled_from(INSIDE)


@dataclass(frozen=True)
class Row:
    """A statement."""

    days: Days


@given(days, days)
def test_counts_on_exactly_the_days_from_its_first_to_its_last(first: date | None, last: date | None) -> None:
    if first and last and last < first:
        first, last = last, first
    start = CALENDAR.index(first) if first else 0
    stop = CALENDAR.index(last) + 1 if last else len(CALENDAR)
    holding = CALENDAR[start:stop]
    assert [day for day in CALENDAR if Days(first, last).force(day).counts] == holding


@given(days, days, st.sampled_from(CALENDAR), st.sampled_from(CALENDAR))
def test_each_row_stands_in_one_of_two_lists(
    first: date | None, last: date | None, on: date, today: date
) -> None:
    row = Row(Days(first, last))
    counting, apart = told_apart([row], on, today)
    assert counting + apart == [row]
    known = first is not None or on == today
    over = last is not None and on > last
    begun = first is None or first <= on
    assert bool(counting) == (known and begun and not over)


@pytest.mark.parametrize(
    ("first", "last", "force"),
    [
        (date(2020, 1, 1), date(2022, 6, 30), Force.ENDED),
        (date(2025, 1, 1), None, Force.IN_FORCE),
        (date(2028, 1, 1), None, Force.NOT_BEGUN),
        (None, None, Force.UNDATED),
        (None, date(2022, 6, 30), Force.ENDED),
        (None, date(2030, 6, 30), Force.UNDATED),
        (date(2026, 11, 30), date(2026, 11, 30), Force.IN_FORCE),
    ],
)
def test_statement_stands_by_its_days(first: date | None, last: date | None, force: Force) -> None:
    assert Days(first, last).force(date(2026, 11, 30)) is force
