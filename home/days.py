"""Days: in words, as typed, and within sense."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.dateparse import parse_date

from home.plain_text import shortened
from home.years import EARLIEST, LATEST

WRITTEN = re.compile(r"\d{4}-\d{1,2}-\d{1,2}", re.ASCII)

SHOWN = 40
"""Signs of a text that is no day which are repeated."""


CHECK_THE_YEAR = f"Check the year: days from {EARLIEST.year} to {LATEST.year} are kept."


def site_day(moment: datetime) -> date:
    """What day a moment is by the site's own clock, whatever clock an editor goes by."""
    return timezone.localdate(moment, timezone=timezone.get_default_timezone())


def site_today() -> date:
    """What day it is by the site's own clock."""
    return site_day(timezone.now())


def day_text(day: date) -> str:
    """A day in words, such as “March 1, 2025”."""
    return f"{day:%B} {day.day}, {day.year}"


def weekday_text(day: date) -> str:
    """A day in words with its weekday, such as “Saturday, March 1, 2025”."""
    return f"{day:%A}, {day_text(day)}"


def span_of_days(first: date, last: date | None) -> str:
    """From the first day to the last, both included, in words; without a last day no end is known."""
    return f"from {day_text(first)} {f'to {day_text(last)}' if last else 'on'}"


def sensible_day(day: date) -> None:
    """Refuse a day outside of what anybody can mean, such as a mistyped year."""
    if not EARLIEST <= day <= LATEST:
        raise ValidationError(CHECK_THE_YEAR, code="day")


@dataclass(frozen=True, slots=True)
class AskedDay:
    """The day a visitor asks about; None is today. `ignored` is what was given and is no day."""

    on: date | None = None
    ignored: str = ""

    @property
    def text(self) -> str:
        """The day in words; empty for today."""
        return day_text(self.on) if self.on else ""

    @property
    def reason(self) -> str:
        """Why something given was left out."""
        return reason_of_no_day(self.ignored) if self.ignored else ""


def reason_of_no_day(given: str) -> str:
    """Why what was given is no day: it is not in the calendar, or not written as a day."""
    if WRITTEN.fullmatch(given.strip()):
        return f"There is no such day from {EARLIEST.year} to {LATEST.year}."
    return "A day is written like 2025-03-01."


def read_day(given: str | None) -> AskedDay:
    """The day that an address asks for, written as ISO 8601; whatever else is given means today."""
    text = (given or "").strip()
    if not text:
        return AskedDay()
    try:
        day = parse_date(text)
    except ValueError:
        day = None
    if day is None or not EARLIEST <= day <= LATEST:
        return AskedDay(ignored=shortened(text, SHOWN) or "No text")
    return AskedDay(day)
