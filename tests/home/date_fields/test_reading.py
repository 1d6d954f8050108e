"""Typed days and times: read in the notations people use, never guessed."""

from __future__ import annotations

import calendar
from contextlib import suppress
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as some

from home.date_fields import Trouble, UnreadError, read_date, read_moment
from home.days import weekday_text
from home.years import EARLIEST, LATEST

NOVEMBER_5 = date(2026, 11, 5)


@pytest.mark.parametrize(
    "text",
    [
        "11/05/2026",
        "11/5/2026",
        "11-5-2026",
        "11-05-2026",
        " 11 / 05 / 2026 ",
        "2026-11-05",
        "2026-11-5",
        "2026/11/05",
        "2026.11.05",
        "Nov 5, 2026",
        "nov. 5 2026",
        "NOV 5,2026",
        "November 5, 2026",
        "November 5th, 2026",
        "5 November 2026",
        "5-Nov-2026",
        "5th of November 2026",
        "2026 Nov 5",
        "Thursday, November 5, 2026",
        "Thu 11/05/2026",
        "2026\u201311\u201305",
        "11\u204405\u20442026",
        "11/05/2026\u200b",
        "Nov\u00a05,\u00a02026",
        "\uff11\uff11/05/2026",
    ],
)
def test_read_date_reads_what_people_write(text: str) -> None:
    assert read_date(text) == NOVEMBER_5


def test_read_date_takes_the_month_first() -> None:
    assert read_date("5/7/2026") == date(2026, 5, 7)


def trouble(text: str) -> Trouble:
    """Why a text is not read as a day."""
    with pytest.raises(UnreadError) as raised:
        read_date(text)
    return raised.value.trouble


@pytest.mark.parametrize("text", ["11-5-26", "11/05/26", "5/7/26", "Nov 5, 26", "Nov 5 '26", "5-Nov-26"])
def test_read_date_asks_about_a_year_of_two_digits(text: str) -> None:
    with pytest.raises(UnreadError) as raised:
        read_date(text)
    assert (raised.value.trouble, raised.value.years) == (Trouble.SHORT_YEAR, (1926, 2026))


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("2/29/00", (2000,)),
        ("2/29/28", (1928, 2028)),
        ("26-11-05", (1926, 2026)),
        ("Feb 29, '04", (1904, 2004)),
    ],
)
def test_read_date_asks_only_about_years_that_have_the_day(text: str, years: tuple[int, ...]) -> None:
    with pytest.raises(UnreadError) as raised:
        read_date(text)
    assert (raised.value.trouble, raised.value.years) == (Trouble.SHORT_YEAR, years)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("today", Trouble.NOT_A_DAY),
        ("5", Trouble.NOT_A_DAY),
        ("11.05.2026", Trouble.NOT_A_DAY),
        ("11/05-2026", Trouble.NOT_A_DAY),
        ("11052026", Trouble.NOT_A_DAY),
        ("\u0662\u0660\u0662\u0666-11-05", Trouble.NOT_A_DAY),
        ("Nov 2026", Trouble.NOT_A_DAY),
        ("Novemberish 5, 2026", Trouble.NOT_A_DAY),
        ("11/5", Trouble.NO_YEAR),
        ("Nov 5", Trouble.NO_YEAR),
        ("11/05/202", Trouble.YEAR_DIGITS),
        ("11/05/20266", Trouble.YEAR_DIGITS),
        ("11/05/0206", Trouble.YEAR_RANGE),
        ("2101-01-01", Trouble.YEAR_RANGE),
        ("13/05/2026", Trouble.NO_SUCH_MONTH),
        ("13/13/2026", Trouble.NO_SUCH_MONTH),
        ("31/12/26", Trouble.NO_SUCH_MONTH),
        ("2026-13-05", Trouble.NO_SUCH_MONTH),
        ("0/5/2026", Trouble.NO_SUCH_MONTH),
        ("2/30/2026", Trouble.NO_SUCH_DAY),
        ("Feb 29, 2023", Trouble.NO_SUCH_DAY),
        ("2/30/26", Trouble.NO_SUCH_DAY),
        ("2026-11-00", Trouble.NO_SUCH_DAY),
        ("Friday, November 5, 2026", Trouble.OTHER_WEEKDAY),
        ("11/05/2026 2:30 PM", Trouble.DAY_ONLY),
        ("2026-11-05T00:00:00", Trouble.DAY_ONLY),
    ],
)
def test_read_date_says_why_it_reads_nothing(text: str, why: Trouble) -> None:
    assert trouble(text) == why


@pytest.mark.parametrize("text", ["1" * 100_000, "/" * 100_000, "jan " * 50_000, "\x00", "😀", "-", ""])
def test_read_date_survives_any_text(text: str) -> None:
    assert trouble(text) == Trouble.NOT_A_DAY


@given(some.text(max_size=30))
def test_read_date_never_fails_otherwise(text: str) -> None:
    with suppress(UnreadError):
        assert EARLIEST <= read_date(text) <= LATEST


@given(some.dates(EARLIEST, LATEST))
def test_every_day_is_read_in_every_notation(day: date) -> None:
    written = [
        day.isoformat(),
        f"{day.month}/{day.day}/{day.year}",
        f"{day.month:02}-{day.day:02}-{day.year}",
        f"{calendar.month_abbr[day.month]} {day.day}, {day.year}",
        weekday_text(day),
    ]
    assert {read_date(text) for text in written} == {day}


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("11/05/2026 2:30 PM", time(14, 30)),
        ("11/05/2026 2:30pm", time(14, 30)),
        ("Nov 5, 2026 at 2:30 p.m.", time(14, 30)),
        ("Nov 5, 2026, 2 PM", time(14, 0)),
        ("2026-11-05 14:30", time(14, 30)),
        ("2026-11-05T14:30:00", time(14, 30)),
        ("11-5-2026 12 AM", time(0, 0)),
        ("11/05/2026 12:00 PM", time(12, 0)),
        ("Thursday, November 5, 2026, 9:05 AM", time(9, 5)),
        ("11/05/2026", time(0, 0)),
    ],
)
def test_read_moment_reads_the_time_too(text: str, clock: time) -> None:
    moment = read_moment(text)
    assert (moment.date(), moment.time()) == (NOVEMBER_5, clock)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("11/05/2026 25:00", Trouble.NOT_A_TIME),
        ("11/05/2026 14:30 PM", Trouble.NOT_A_TIME),
        ("11/05/2026 0:30 AM", Trouble.NOT_A_TIME),
        ("2026-11-05 14:60", Trouble.NOT_A_TIME),
        ("11/05/2026 noon", Trouble.NOT_A_DAY),
        ("11/05/2026 2", Trouble.NOT_A_DAY),
        ("2:30 PM", Trouble.NOT_A_DAY),
        ("11/5/26 2:30 PM", Trouble.SHORT_YEAR),
        ("2/30/2026 2:30 PM", Trouble.NO_SUCH_DAY),
    ],
)
def test_read_moment_says_why_it_reads_nothing(text: str, why: Trouble) -> None:
    with pytest.raises(UnreadError) as raised:
        read_moment(text)
    assert raised.value.trouble == why
