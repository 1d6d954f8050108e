"""A plan to take along: a calendar and rows for a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, time, timedelta
from hashlib import sha256

from icalendar import Calendar, Event, vText

from catalog.day_wording import last_days as last_days_text
from catalog.offering import OPEN
from home.addresses import absolute
from home.numbers import digits, span_text
from pathways.graph import Kind, StackNode
from pathways.planner import LeftOut
from pathways.planning.counting import Counted
from pathways.planning.marks import NO_MARK, Mark
from pathways.planning.notices import THROUGH
from pathways.planning.page import PlanPage
from pathways.planning.schedule import Slot
from pathways.planning.statuses import DatedStatus
from pathways.planning.telling import Row, Stop
from pathways.planning.using import HeldUse

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
    "Status",
    "Last day of its decision",
    "Status of the stack",
    "Last day of the stack's decision",
    "Statuses as of",
    "Warning",
    "Check",
]
NOTHING = "not stated"
HELD, LEFT_OUT, NO_PLAN = "held", "left out", "no plan"
"""What stands in place of a step's number."""


def table(page: PlanPage) -> Iterator[list[str]]:
    """Every step with its facts, under a line of headings; then what is held, and what was left out.

    A stack of which no step is first asked for here has a row of its own, without a micro-credential.
    """
    yield HEAD
    days = {slot.step.name: slot for term in page.terms for slot in term.slots}
    for stop in page.stops:
        for row in stop.rows:
            yield [*table_row(stop, row, days.get(row.step.name)), *mark_cells(page, stop, row)]
        if not stop.rows:
            yield [*stack_row(stop), *mark_cells(page, stop)]
    if page.plan and not page.can_be_done:
        yield row_of({"Step": NO_PLAN, "How many": "0", "Warning": page.plan.reason})
    yield from (held_row(one, page) for one in page.held)
    yield from (left_out_row(one, page) for one in page.cautions.parts_left_out)


def row_of(told: Mapping[str, str]) -> list[str]:
    """A row with these cells, by their headings."""
    return [told.get(name, "") for name in HEAD]


def held_row(one: HeldUse, page: PlanPage) -> list[str]:
    """Something that is held: where the plan uses it and what it counts for, with who says so and where."""
    counted = page.counting.counted if page.counting.used else ()
    stated = [cited(said) for said in counted if said.held == one.node]
    status, ends_on = status_cells(one.status)
    return row_of(
        {
            "Step": HELD,
            "Stack" if isinstance(one.node, StackNode) else "Micro-credential": one.title,
            "How many": "0",
            "Counts also for": " ".join([f"{one.use.removesuffix('.')}.", *stated]),
            "Address": absolute(one.node.url),
            "Status": status,
            "Last day of its decision": ends_on,
        }
    )


def cited(one: Counted) -> str:
    """A statement with where it can be read."""
    file = one.said.citation_file
    address = one.said.citation_address or (absolute(file.url) if file else "")
    return f"{one.text} {one.said.citation_title}, {address}"


def left_out_row(one: LeftOut, page: PlanPage) -> list[str]:
    """Something that a limit or a decision left out, and why."""
    status, ends_on = status_cells(page.found.marks.status_of(one.id))
    return row_of(
        {
            "Step": LEFT_OUT,
            "Micro-credential" if one.kind == Kind.MICRO_CREDENTIAL else "Stack": one.title,
            "How many": "0",
            "Address": absolute(page.graph.nodes[one.id].url),
            "Status": status,
            "Last day of its decision": ends_on,
            "Warning": one.reason,
        }
    )


def stack_row(stop: Stop) -> list[str]:
    """A stack without a step of its own."""
    gap = HEAD.index("Address") - 4
    return [str(stop.number), stop.node.title, "", "0", *[""] * gap, absolute(stop.node.url)]


def mark_cells(page: PlanPage, stop: Stop, row: Row | None = None) -> list[str]:
    """Statuses of a step and of its stack, what ends too early, and what to check."""
    mark = row.mark if row else NO_MARK
    check = mark.check
    return [
        *status_cells(mark.status),
        *status_cells(stop.mark.status),
        page.found.statuses.on.isoformat() if page.found.statuses.on else "",
        " ".join(filter(None, (mark.closing, *warnings(page, stop, mark)))),
        check.text if check else "",
    ]


def status_cells(status: DatedStatus | None) -> list[str]:
    """A status and the last day of the decision that gives it."""
    if status is None:
        return ["", ""]
    return [status.label, status.ends_on.isoformat() if status.ends_on else ""]


def warnings(page: PlanPage, stop: Stop, mark: Mark) -> Iterator[str]:
    """What speaks against a step and its stack, in sentences that can stand alone."""
    days = page.found.marks.days
    if mark.ending:
        yield mark.ending.text
    if stop.mark.ending:
        yield f"{stop.node.title}: {stop.mark.ending.text}"
    if days and any(one and not one.known for one in (mark.ending, stop.mark.ending)):
        yield days.assumed
    yield from (one.text for one in page.cautions.notices if one.code != THROUGH)


def table_row(stop: Stop, row: Row, slot: Slot | None) -> list[str]:
    """What a step is, states and counts for, and its days."""
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
    if told := about(page):
        found.add("x-wr-caldesc", vText(told))
    rows = {row.step.name: (stop, row) for stop in page.stops for row in stop.rows}
    for term in page.terms:
        for slot in term.slots:
            found.add_component(event(slot, page, link, *rows[slot.step.name]))
    return bytes(found.to_ical())


def about(page: PlanPage) -> str:
    """What holds for the whole calendar: warnings, statuses of stacks, what is held and what was left out."""
    statuses = page.found.statuses
    stacks = [f"{stop.node.title}: {stop.mark.status.text}" for stop in page.stops if stop.mark.status]
    head = [f"Statuses with {page.board} on {statuses.day}:"] if stacks else []
    notices = [one.text for one in page.cautions.notices]
    return "\n".join([*notices, *counted_lines(page), *head, *stacks, *left_out_lines(page)])


def counted_lines(page: PlanPage) -> Iterator[str]:
    """What is held and counts for something else, or may."""
    if page.counting.counted:
        yield "Counted in place of something else:" if page.counting.used else "Not counted here:"
    yield from map(cited, page.counting.counted)
    yield from (f"{one.held.title}: {one.text}" for one in page.counting.undecided)


def left_out_lines(page: PlanPage) -> Iterator[str]:
    """What limits and decisions left out, and why."""
    if page.cautions.parts_left_out:
        yield "Left out:"
    yield from (f"{one.title}: {one.reason}" for one in page.cautions.parts_left_out)


def event(slot: Slot, page: PlanPage, link: str, stop: Stop, row: Row) -> Event:
    """One step; the same step of the same plan keeps its name, so that a second import changes the first."""
    found = Event()
    goal = page.goal.id if page.goal else ""
    name = sha256(f"{goal} {slot.step.name}".encode()).hexdigest()[:32]
    found.add("uid", f"{name}@stackway")
    found.add("dtstamp", datetime.combine(page.today, time(), UTC))
    found.add("dtstart", slot.first)
    found.add("dtend", slot.last + timedelta(days=1))
    found.add("summary", slot.title)
    found.add("description", "\n".join([described(slot), *marked(page, stop, row), link]))
    found.add("transp", "TRANSPARENT")
    return found


def marked(page: PlanPage, stop: Stop, row: Row) -> Iterator[str]:
    """How a step and its stacks stand with the site's board, what ends too early, and what to check."""
    mark, statuses = row.mark, page.found.statuses
    if mark.status:
        yield f"Status with {page.board} on {statuses.day}: {mark.status.text}."
    for slug in (one.slug for one in row.step.for_):
        if status := page.found.marks.of_stack(slug).status:
            yield f"{page.graph.stacks[slug].title}: {status.text}."
    yield from warnings(page, stop, mark)
    if mark.check:
        yield mark.check.text


def described(slot: Slot) -> str:
    """What stands in a calendar under a step."""
    room = span_text(slot.hours, unit="hours")
    hours = f"Hours are not stated; this leaves room for {room}." if slot.assumed else f"At most {room}."
    stacks = ", ".join(one.title for one in slot.step.for_)
    offering = slot.step.node.rule.offering if slot.step.node else OPEN
    return " ".join(filter(None, [f"For {stacks}. {hours}", last_days_text(offering), slot.too_late]))
