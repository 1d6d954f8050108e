"""What is said about typed days and times."""

from __future__ import annotations

from calendar import month_name, monthrange
from collections.abc import Callable
from datetime import date, datetime, time

from home.date_fields.reading import Trouble, UnreadError
from home.days import CHECK_THE_YEAR, day_text, weekday_text
from home.plain_text import shortened

HOW_DAY = "Write it like 11/05/2026, 2026-11-05 or Nov 5, 2026."
HOW_MOMENT = "Write it like 11/05/2026 2:30 PM or 2026-11-05 14:30."
FOUR_DIGITS = "Write it with four digits."
SHOWN = 40
"""Signs of what was typed that are repeated."""


def read_back(value: date) -> str:
    """A day in words, such as “Thursday, November 5, 2026”; of a moment, its time too."""
    if not isinstance(value, datetime):
        return weekday_text(value)
    start = ", as the day begins" if value.time() == time() else ""
    return f"{weekday_text(value.date())}, {clock_text(value.time())}{start}"


def clock_text(clock: time) -> str:
    """A time of day, such as “2:30 PM”."""
    return f"{clock.hour % 12 or 12}:{clock:%M} {'AM' if clock.hour < 12 else 'PM'}"


def why_unread(error: UnreadError, text: str, *, with_time: bool) -> str:
    """What is wrong with a typed text, and how to write it."""
    how = HOW_MOMENT if with_time else HOW_DAY
    if error.trouble is Trouble.NOT_A_DAY:
        return f"“{shortened(text.strip(), SHOWN)}” is not read as a day. {how}"
    return f"{SAID[error.trouble](error)} {how if error.trouble in EXPLAINED else ''}".strip()


def which_year(error: UnreadError) -> str:
    """The question about a year of two digits."""
    return f"Which year: {either(error.years)}? {FOUR_DIGITS}"


def either(years: tuple[int, ...]) -> str:
    """Years that may be meant."""
    return " or ".join(str(year) for year in years)


def no_such_day(error: UnreadError) -> str:
    """That a month has no such day, and how many it has."""
    name, (_, days) = month_name[error.month], monthrange(error.years[-1], error.month)
    return f"There is no {name} {error.day_of_month} in {either(error.years)}. That month has {days} days."


def no_such_month(error: UnreadError) -> str:
    """Where the month stands; the day and month turned round where that makes a day."""
    place = "after the year comes the month" if error.year_first else "the month comes first"
    said = f"There is no month {error.month}; {place}."
    return f"{said} Is {month_name[error.day_of_month]} {error.month} meant?" if turned(error) else said


def turned(error: UnreadError) -> bool:
    """Whether the numbers make a day when the day comes first."""
    return 1 <= error.day_of_month <= 12 < error.month <= 31


def other_weekday(error: UnreadError) -> str:
    """That a day is of another weekday than was typed."""
    if error.day is None:
        raise ValueError("A day has a weekday.")
    return f"{day_text(error.day)} is a {error.day:%A}, not a {error.given}. Check the day."


def clock_changes(error: UnreadError) -> str:
    """That a time is not there, or there twice, on the day on which clocks change."""
    if error.day is None:
        raise ValueError("A time has a day.")
    return f"Clocks change at that time on {day_text(error.day)}. Choose another time."


SAID: dict[Trouble, Callable[[UnreadError], str]] = {
    Trouble.NOT_A_TIME: lambda _: "There is no such time of day.",
    Trouble.DAY_ONLY: lambda _: "Only a day is asked for here, without a time.",
    Trouble.NO_YEAR: lambda _: "Say which year, with four digits.",
    Trouble.SHORT_YEAR: which_year,
    Trouble.YEAR_DIGITS: lambda _: "Write the year with four digits.",
    Trouble.YEAR_RANGE: lambda _: CHECK_THE_YEAR,
    Trouble.NO_SUCH_MONTH: no_such_month,
    Trouble.NO_SUCH_DAY: no_such_day,
    Trouble.OTHER_WEEKDAY: other_weekday,
    Trouble.CLOCK_CHANGES: clock_changes,
}
EXPLAINED = {
    Trouble.NOT_A_TIME,
    Trouble.DAY_ONLY,
    Trouble.NO_YEAR,
    Trouble.YEAR_DIGITS,
    Trouble.NO_SUCH_MONTH,
}
"""Troubles after which it is said how to write a day."""
