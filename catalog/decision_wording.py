"""Sentences about what a board decided, for one day, and about what is recorded. Plain data in, text out."""

from __future__ import annotations

from datetime import date

from catalog.timeline import Change, End, Ruling
from home.days import day_text

UNKNOWN = "This is not a no. It is also not a yes."


def days(ruling: Ruling) -> str:
    """The days that a decision holds, such as “from May 1, 2026 to April 30, 2028”."""
    first = f"from {day_text(ruling.starts)}"
    return f"{first} to {day_text(ruling.ends)}" if ruling.ends else f"{first} on"


def in_force(ruling: Ruling, end: End | None) -> str:
    """How long an approval is in force: its own days, or less where a withdrawal was decided."""
    first = f"From {day_text(ruling.starts)}"
    if end and end.by and end.approval == ruling:
        until = f" It had been approved until {day_text(ruling.ends)}." if ruling.ends else ""
        return f"{first}; the last day is {day_text(end.day)}, as the board decided to end it.{until}"
    return f"{first}; {f'the last day is {day_text(ruling.ends)}' if ruling.ends else 'no end is on record'}."


def refused(ruling: Ruling, end: End | None) -> str:
    """Since when a no holds, and which approval it took back."""
    first = day_text(ruling.starts)
    no = "The board took its approval back" if ruling.withdraws else "The board said no"
    said = f"{no}; this holds from {first}."
    if end is None or end.by != ruling:
        return said
    until = f" It had been approved until {day_text(end.approval.ends)}." if end.approval.ends else ""
    return f"{said} The last day the approval was in force is {day_text(end.day)}.{until}"


def nothing(rulings: list[Ruling]) -> str:
    """What is said where no decision counts on a day."""
    return "No decision on record holds on this day." if rulings else UNKNOWN


def answer(ruling: Ruling, end: End | None, on: date) -> str:
    """What the decision that counts on a day says about it."""
    if not ruling.gives.in_force:
        said = refused(ruling, end)
    elif ruling.holds(on):
        said = in_force(ruling, end)
    else:
        said = f"The approval ran {days(ruling)}."
    if ruling.decided <= on:
        return said
    return f"{said} The board decided this after the day, on {day_text(ruling.decided)}."


def later(change: Change, ruling: Ruling, day: date) -> str:
    """What came after a day in a few words, such as “Renewed from May 1, 2026 on”."""
    if change is Change.CORRECTED:
        return f"{change.label} on {day_text(day)}"
    return f"{change.label} {days(ruling)}"


def on_record(told: str, by: str, on: date) -> str:
    """That the same thing was recorded before, by whom and when."""
    return f"On record already: {told}. Recorded by {by} on {day_text(on)}."
