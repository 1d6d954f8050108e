"""A plan to take along: a calendar and rows for a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta
from hashlib import sha256

from icalendar import Calendar, Event

from catalog.day_wording import last_days as last_days_text
from catalog.offering import OPEN
from home.addresses import absolute
from home.numbers import digits, span_text
from pathways.planning.page import PlanPage
from pathways.planning.schedule import Slot
from pathways.planning.telling import Row, Stop

HEAD = [
    "Step",
    "Stack",
    "Micro-credential",
    "How many",
    "Hours, least",
    "Hours, most",
    "Cost in US dollars",
    "Cost holds for",
    "Counts also for",
    "From",
    "To",
    "Last day to start",
    "Last day to finish",
    "Too late",
    "Address",
]
NOTHING = "not stated"


def table(page: PlanPage) -> Iterator[list[str]]:
    """Every step with its facts, under a line of headings."""
    yield HEAD
    days = {slot.step.name: slot for term in page.terms for slot in term.slots}
    for stop in page.stops:
        for row in stop.rows:
            yield table_row(stop, row, days.get(row.step.name))


def table_row(stop: Stop, row: Row, slot: Slot | None) -> list[str]:
    """One step."""
    rule = row.step.node.rule if row.step.node else None
    hours = rule.hours if rule else None
    price = rule.price if rule else None
    return [
        str(stop.number),
        stop.node.title,
        row.title,
        str(row.step.count),
        digits(hours.low) if hours else NOTHING,
        digits(hours.high) if hours else NOTHING,
        "in the price of the stack" if row.step.covered else digits(price.usd) if price else NOTHING,
        price.holds_for if price else "",
        "; ".join(stack.title for stack in row.others),
        slot.first.isoformat() if slot else "",
        slot.last.isoformat() if slot else "",
        *last_days(row),
        slot.too_late if slot else "",
        absolute(row.url or stop.node.url),
    ]


def last_days(row: Row) -> list[str]:
    """Until when one can start and finish a step; empty where no end is on record."""
    offering = row.step.node.rule.offering if row.step.node else OPEN
    if offering.start_by is None:
        return ["", ""]
    days = (offering.last_day_to_start, offering.last_day_to_finish)
    return [day.isoformat() if day else NOTHING for day in days]


def calendar(page: PlanPage, link: str) -> bytes:
    """The steps as whole days, one event each, as iCalendar (RFC 5545); without hours a week it has none."""
    found = Calendar()
    found.add("prodid", "-//Stackway//Plan//EN")
    found.add("version", "2.0")
    title = page.goal.title if page.goal else "nothing yet"
    found.add("x-wr-calname", f"Your way to {title}")
    for term in page.terms:
        for slot in term.slots:
            found.add_component(event(slot, page, link))
    return bytes(found.to_ical())


def event(slot: Slot, page: PlanPage, link: str) -> Event:
    """One step; the same step of the same plan keeps its name, so that a second import changes the first."""
    found = Event()
    goal = page.goal.id if page.goal else ""
    name = sha256(f"{goal} {slot.step.name}".encode()).hexdigest()[:32]
    found.add("uid", f"{name}@stackway")
    found.add("dtstamp", datetime.combine(page.today, time(), UTC))
    found.add("dtstart", slot.first)
    found.add("dtend", slot.last + timedelta(days=1))
    found.add("summary", slot.title)
    found.add("description", described(slot, link))
    found.add("transp", "TRANSPARENT")
    return found


def described(slot: Slot, link: str) -> str:
    """What stands in a calendar under a step."""
    room = span_text(slot.hours, unit="hours")
    hours = f"Hours are not stated; this leaves room for {room}." if slot.assumed else f"At most {room}."
    stacks = ", ".join(one.title for one in slot.step.for_)
    offering = slot.step.node.rule.offering if slot.step.node else OPEN
    told = " ".join(filter(None, [f"For {stacks}. {hours}", last_days_text(offering), slot.too_late]))
    return f"{told}\n{link}"
