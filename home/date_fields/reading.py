"""What a typed day or time means, or why it means none. Plain Python; sentences stand in `wording`.

Read are the notations of this country (`11/05/2026`, `5/7/2026`, `11-5-2026`: the month first), of ISO 8601
(`2026-11-05`) and in words (`Nov 5, 2026`, `5 November 2026`, with its weekday if that is right). A year of
two digits is asked about. Nothing else is guessed at.
"""

from __future__ import annotations

import re
from calendar import day_name, month_abbr, month_name, monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum, auto
from unicodedata import category, normalize

from home.years import EARLIEST, LATEST

MONTHS = {
    name.casefold(): number
    for names in (month_name, month_abbr)
    for number, name in enumerate(names)
    if number
} | {"sept": 9}
WEEKDAYS = {text.casefold(): number for number, name in enumerate(day_name) for text in (name, name[:3])} | {
    "tues": 1,
    "wednes": 2,
    "thur": 3,
    "thurs": 3,
}

STROKES = str.maketrans(
    {
        "\N{MINUS SIGN}": "-",
        "\N{FRACTION SLASH}": "/",
        "\N{DIVISION SLASH}": "/",
        "\N{LEFT SINGLE QUOTATION MARK}": "'",
        "\N{RIGHT SINGLE QUOTATION MARK}": "'",
    }
)
"""What is put for a hyphen, a slash and an apostrophe; dashes are told by their kind."""

LONGEST = 200
"""Signs of the longest text that is looked at."""


class Trouble(StrEnum):
    """Why a text is not read."""

    NOT_A_DAY = auto()
    NOT_A_TIME = auto()
    DAY_ONLY = auto()
    NO_YEAR = auto()
    SHORT_YEAR = auto()
    YEAR_DIGITS = auto()
    YEAR_RANGE = auto()
    NO_SUCH_MONTH = auto()
    NO_SUCH_DAY = auto()
    OTHER_WEEKDAY = auto()
    CLOCK_CHANGES = auto()


@dataclass(eq=False)
class UnreadError(ValueError):
    """A text that is not read, with what is known of it.

    `years` are what its year may stand for; `day` is the day whose weekday was `given` otherwise.
    """

    trouble: Trouble
    month: int = 0
    day_of_month: int = 0
    years: tuple[int, ...] = ()
    day: date | None = None
    given: str = ""
    year_first: bool = False


NAMED = r"(?P<month>[a-z]+)\.?"
NUMBER = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
YEAR = r"'?(?P<year>\d+)"
GAP = r"[\s,.-]*"
NUMERIC = re.compile(r"(\d+)\s*([-/.])\s*(\d+)\s*\2\s*(\d+)", re.ASCII)
UNFINISHED = re.compile(r"(\d{1,2})\s*[-/]\s*(\d{1,2})", re.ASCII)
WITH_WEEKDAY = re.compile(r"(?P<weekday>[a-z]+)\.?\s*,?\s*(?P<rest>[a-z\d].*)", re.ASCII)
IN_WORDS = tuple(
    re.compile(pattern, re.ASCII)
    for pattern in (
        rf"{NAMED}{GAP}{NUMBER}(?:[\s,.-]+|(?='))\s*{YEAR}",
        rf"{NUMBER}{GAP}(?:of\s+)?{NAMED}{GAP}{YEAR}",
        rf"(?P<year>\d{{4}}){GAP}{NAMED}{GAP}{NUMBER}",
    )
)
WITHOUT_YEAR = (
    re.compile(rf"{NAMED}{GAP}{NUMBER},?", re.ASCII),
    re.compile(rf"{NUMBER}{GAP}(?:of\s+)?{NAMED}", re.ASCII),
)
WITH_TIME = re.compile(
    r"(?P<day>.*?\d)(?:\s*,?\s*(?:at\s+)|\s*,\s*|\s+|t)"
    r"(?P<hour>\d{1,2})(?::(?P<minute>\d{2})(?::(?P<second>\d{2})(?:\.0+)?)?)?\s*(?P<half>[ap]\.?\s?(?:m\.?)?)?",
    re.ASCII,
)


def read_date(text: str) -> date:
    """The day that a text names; raises `UnreadError`."""
    folded = fold(text)
    day, clock = split(folded)
    if clock is None:
        return day_in(folded)
    day_in(day)
    raise UnreadError(Trouble.DAY_ONLY)


def read_moment(text: str) -> datetime:
    """The day and time that a text names, at midnight where it names a day only; raises `UnreadError`."""
    day, clock = split(fold(text))
    return datetime.combine(day_in(day), clock() if clock else time())


def fold(text: str) -> str:
    """A text in small letters, with one kind of hyphen, slash, apostrophe and space, without hidden signs."""
    if len(text) > LONGEST:
        raise UnreadError(Trouble.NOT_A_DAY)
    kinds = ((sign, category(sign)) for sign in normalize("NFKC", text).translate(STROKES))
    plain = "".join("-" if kind == "Pd" else sign for sign, kind in kinds if kind != "Cf")
    return " ".join(plain.casefold().split())


def split(text: str) -> tuple[str, Callable[[], time] | None]:
    """The part of a folded text that names a day, and the reading of its time, if it has one."""
    found = WITH_TIME.fullmatch(text)
    if found is None or not (found["minute"] or found["half"]):
        return text, None
    hour, minute, second = (int(found[name] or 0) for name in ("hour", "minute", "second"))
    half = (found["half"] or "")[:1]
    return found["day"], lambda: clock_at(hour, minute, second, half)


def clock_at(hour: int, minute: int, second: int, half: str) -> time:
    """The time of day by a clock of 24 hours, or of twice 12 where `half` is “a” or “p”."""
    if half and not 1 <= hour <= 12:
        raise UnreadError(Trouble.NOT_A_TIME)
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    try:
        return time(hour, minute, second)
    except ValueError:
        raise UnreadError(Trouble.NOT_A_TIME) from None


def day_in(text: str) -> date:
    """The day in a folded text without a time."""
    if numbers := NUMERIC.fullmatch(text):
        return day_in_numbers(numbers[1], numbers[3], numbers[4], numbers[2])
    if UNFINISHED.fullmatch(text):
        raise UnreadError(Trouble.NO_YEAR)
    weekday, rest = without_weekday(text)
    day = day_in_words(rest)
    if weekday is not None and day.weekday() != weekday:
        raise UnreadError(Trouble.OTHER_WEEKDAY, day=day, given=day_name[weekday])
    return day


def without_weekday(text: str) -> tuple[int | None, str]:
    """The weekday that a text begins with, if it does, and the rest."""
    found = WITH_WEEKDAY.fullmatch(text)
    weekday = WEEKDAYS.get(found["weekday"]) if found else None
    return (None, text) if found is None or weekday is None else (weekday, found["rest"])


def day_in_words(text: str) -> date:
    """The day in a text that names its month."""
    if NUMERIC.fullmatch(text):
        return day_in(text)
    for pattern in IN_WORDS:
        if (found := pattern.fullmatch(text)) and (month := MONTHS.get(found["month"])):
            return day_of(found["year"], month, int(found["day"]))
    for pattern in WITHOUT_YEAR:
        if (found := pattern.fullmatch(text)) and found["month"] in MONTHS:
            raise UnreadError(Trouble.NO_YEAR)
    raise UnreadError(Trouble.NOT_A_DAY)


def day_in_numbers(first: str, second: str, third: str, stroke: str) -> date:
    """The day in three numbers: the year first where it has four digits, else the month first.

    With hyphens a first number that is no month may be a short year, as in `26-11-05`.
    """
    if len(first) == 4 and len(second) <= 2 and len(third) <= 2:
        return day_of(first, int(second), int(third), year_first=True)
    if stroke == "." or len(first) > 2 or len(second) > 2:
        raise UnreadError(Trouble.NOT_A_DAY)
    if stroke == "-" and len(third) <= 2 and int(first) > 12 and 1 <= int(second) <= 12:
        return day_of(first, int(second), int(third), year_first=True)
    return day_of(third, int(first), int(second))


def day_of(year: str, month: int, day: int, *, year_first: bool = False) -> date:
    """The day of the calendar; says what of it is not there, or that its year is not whole."""
    if not 1 <= month <= 12:
        raise UnreadError(Trouble.NO_SUCH_MONTH, month, day, year_first=year_first)
    if len(year) not in (2, 4):
        raise UnreadError(Trouble.YEAR_DIGITS)
    years = (int(year),) if len(year) == 4 else (1900 + int(year), 2000 + int(year))
    if not EARLIEST.year <= years[0] <= LATEST.year:
        raise UnreadError(Trouble.YEAR_RANGE)
    meant = tuple(one for one in years if is_there(one, month, day))
    if not meant:
        raise UnreadError(Trouble.NO_SUCH_DAY, month, day, years)
    if len(years) > 1:
        raise UnreadError(Trouble.SHORT_YEAR, month, day, meant)
    return date(years[0], month, day)


def is_there(year: int, month: int, day: int) -> bool:
    """Whether a month of a year has so many days."""
    return 1 <= day <= monthrange(year, month)[1]
