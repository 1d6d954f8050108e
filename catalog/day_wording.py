"""Sentences about days: until when a record is offered, whether a statement holds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from catalog.in_force import Days, Force
from catalog.offering import Offer, Offering
from home.days import day_text


@dataclass(frozen=True, slots=True)
class Told:
    """What is said of a day: the answer in few words, then what belongs to it."""

    head: str = ""
    rest: str = ""

    @property
    def text(self) -> str:
        """Both, as one text."""
        return " ".join(filter(None, [f"{self.head}." if self.head else "", self.rest]))


@dataclass(frozen=True, slots=True)
class Day:
    """The day that is told of, and what day it is; `asked` where somebody asked for it."""

    on: date
    today: date
    asked: bool = False

    @property
    def suffix(self) -> str:
        """The day in words, where it was asked for."""
        return f" on {day_text(self.on)}" if self.asked else ""

    def verb(self, day: date) -> str:
        """How one speaks today of a last day."""
        return "was" if day < self.today else "is"


def offer_told(offering: Offering, day: Day) -> Told:
    """Until when a record is offered; nothing where no end is on record and none was asked about."""
    if offering.retired and day.asked:
        unknown = f"Since when is not stated, so nobody can tell here whether it was offered{day.suffix}."
        return Told("No longer offered today", join(unknown, finish_text(offering, day)))
    if offering.retired:
        return Told("No longer offered", join("Since when is not stated.", finish_text(offering, day)))
    state, until = offering.state(day.on), offering.start_by
    if state is Offer.OPEN or until is None:
        return Told()
    if state is not Offer.CLOSING:
        return Told(f"No longer offered{day.suffix}", days_text(offering, day))
    if day.asked:
        return Told(f"Still offered{day.suffix}", days_text(offering, day))
    finish = finish_text(offering, day) or "The last day to finish is not stated."
    if offering.last_day_to_start is None:
        rest = "That is the last day to finish; the last day to start is not stated."
    else:
        rest = join("That is the last day to start.", finish)
    return Told(f"Offered until {day_text(until)}", rest)


def offer_today(offering: Offering, day: Day) -> Told:
    """What holds today, where another day was asked for and the answer of today is another."""
    if offering.retired or offering.state(day.on) is offering.state(day.today):
        return Told()
    return offer_told(offering, Day(day.today, day.today))


def days_text(offering: Offering, day: Day) -> str:
    """Both last days, as far as they are stated."""
    start = offering.last_day_to_start
    if start is None:
        return join(finish_text(offering, day), "The last day to start is not stated.")
    told = f"The last day to start {day.verb(start)} {day_text(start)}."
    return join(told, finish_text(offering, day) or "The last day to finish is not stated.")


def finish_text(offering: Offering, day: Day) -> str:
    """Until when whoever has begun can finish; empty where that is not stated."""
    finish = offering.last_day_to_finish
    if finish is None:
        return ""
    if offering.state(day.on) is Offer.FINISHING and finish >= day.today:
        return f"Whoever has begun can finish until {day_text(finish)}."
    return f"The last day to finish {day.verb(finish)} {day_text(finish)}."


def offer_mark(offering: Offering, on: date) -> str:
    """The same in a list, in few words; empty where no end is on record."""
    state, until = offering.state(on), offering.start_by
    if state is Offer.CLOSING and until is not None:
        return f"Offered until {day_text(until)}"
    return "" if state is Offer.OPEN else "No longer offered"


def last_days(offering: Offering) -> str:
    """The last days on record, for a list of steps; empty where no end is."""
    if offering.start_by is None:
        return ""
    named = (("start", offering.last_day_to_start), ("finish", offering.last_day_to_finish))
    told = (f"last day to {word}: {day_text(day) if day else 'not stated'}" for word, day in named)
    text = "; ".join(told)
    return f"{text[:1].upper()}{text[1:]}."


def over_words(offering: Offering) -> str:
    """Its last days, behind a sentence that says that it is no longer offered."""
    named = (("start", offering.last_day_to_start), ("finish", offering.last_day_to_finish))
    told = (f"last day to {word}: {day_text(day)}" for word, day in named if day)
    return "; ".join(told) or "since when is not stated"


def start_by(offering: Offering) -> str:
    """By when to start and finish it, as an advice; empty where no end is on record."""
    start, finish = offering.last_day_to_start, offering.last_day_to_finish
    if start and finish:
        return f"Start it by {day_text(start)}, and finish it by {day_text(finish)}."
    if start:
        return f"Start it by {day_text(start)}; the last day to finish is not stated."
    return f"Finish it by {day_text(finish)}; the last day to start is not stated." if finish else ""


def too_late(offering: Offering, first: date, last: date) -> str:
    """What is wrong with doing something from a first to a last day; empty where it is offered so long."""
    start, finish = offering.last_day_to_start, offering.last_day_to_finish
    if start is not None and first > start:
        return f"You would start it on {day_text(first)}; the last day to start is {day_text(start)}."
    if finish is not None and last > finish:
        return f"You would finish it on {day_text(last)}; the last day to finish is {day_text(finish)}."
    return ""


def join(*parts: str) -> str:
    """Sentences after one another."""
    return " ".join(filter(None, parts))


def counting_told(days: Days, day: Day) -> Told:
    """Whether what a statement says counts on a day, and its days as far as they are stated."""
    force = days.force(day.on)
    if force is Force.ENDED and days.last:
        rest = since_text(days, day)
        if day.asked:
            return Told(f"This no longer counted{day.suffix}", join(f"{until_text(days, day)}", rest))
        return Told(f"This counted until {day_text(days.last)}", rest)
    if force is Force.NOT_BEGUN and days.first:
        return not_begun_told(days, day)
    if force is Force.UNDATED:
        return undated_told(days, day)
    return Told(f"This {'counted' if day.on < day.today else 'counts'}{day.suffix}", span_text(days, day))


def not_begun_told(days: Days, day: Day) -> Told:
    """What has not begun on the day."""
    first = days.first or day.on
    if not day.asked:
        return Told(f"This will count from {day_text(first)}", until_text(days, day))
    verb = "counts" if first <= day.today else "will count"
    begins = f"It {verb} from {day_text(first)} on."
    return Told(f"This did not count yet{day.suffix}", join(begins, until_text(days, day)))


def undated_told(days: Days, day: Day) -> Told:
    """What has no first day, and is not over."""
    if day.asked and day.on != day.today:
        unknown = f"Its first day is not stated, so nobody can tell here whether it counted{day.suffix}."
        return Told("Not dated", join(unknown, until_text(days, day)))
    return Told(f"This counts{day.suffix}", span_text(days, day))


def span_text(days: Days, day: Day) -> str:
    """From when until when, as far as that is stated."""
    if days.first is None and days.last is None:
        return "Since when, and until when, is not stated."
    return join(since_text(days, day), until_text(days, day))


def since_text(days: Days, day: Day) -> str:
    """Since when."""
    if days.first is None:
        return "Since when is not stated."
    verb = "counted" if days.last and days.last < day.today else "has counted"
    return f"It {verb} since {day_text(days.first)}."


def until_text(days: Days, day: Day) -> str:
    """Until when."""
    if days.last is None:
        return "No end is stated."
    return f"The last day {day.verb(days.last)} {day_text(days.last)}."


def counting_mark(days: Days, on: date) -> str:
    """How a statement stands on a day, in few words, for a list."""
    force = days.force(on)
    if force is Force.ENDED and days.last:
        return f"Ended: the last day was {day_text(days.last)}"
    if force is Force.NOT_BEGUN and days.first:
        return f"Not begun: the first day is {day_text(days.first)}"
    if force is Force.UNDATED:
        return f"Since when is not stated; {until_words(days)}"
    return f"In force since {day_text(days.first or on)}; {until_words(days)}"


def until_words(days: Days) -> str:
    """Until when, inside a sentence."""
    return f"the last day is {day_text(days.last)}" if days.last else "no end is stated"


def days_words(days: Days) -> str:
    """Its days behind what it gives, such as “from January 1, 2025, until May 1, 2026”."""
    given = (("from", days.first), ("until", days.last))
    return ", ".join(f"{word} {day_text(day)}" for word, day in given if day)
