"""A plan to take along: rows for a spreadsheet, events for a calendar."""

from __future__ import annotations

from datetime import date

from icalendar import Calendar
from pytest_django import Settings

from pathways.planning.downloads import HEAD, calendar, table
from tests.pathways.planned import earn, graph_of, pathway, stack, stage
from tests.pathways.planning.plans import TODAY, page_of

LINK = "https://stackway.example/plan/?goal=role%3Acoach"
GRAPH = graph_of(
    stack("first", earn("a", 3, 0, holds_for="members"), earn("b", 7)),
    stack("second", earn("b", 7), unnamed=2),
    pathways=[pathway("way", stage("way", 1, "first"), stage("way", 2, "second"))],
)


def rows(query: str) -> list[dict[str, str]]:
    """The table, each row by its headings."""
    head, *lines = table(page_of(GRAPH, query))
    assert head == HEAD
    return [dict(zip(head, line, strict=True)) for line in lines]


def events(query: str) -> list[tuple[str, date, date]]:
    """Names and days of the calendar's events."""
    found = Calendar.from_ical(calendar(page_of(GRAPH, query), LINK)).walk("VEVENT")
    return [(str(one["summary"]), one.decoded("dtstart"), one.decoded("dtend")) for one in found]


def test_table_has_every_step_with_its_facts(settings: Settings) -> None:
    settings.PUBLIC_URL = "https://stackway.example"
    first, second, unnamed = rows("goal=role:coach")
    assert (first["Micro-credential"], first["Hours, most"]) == ("A", "3")
    assert (first["Cost in US dollars"], first["Cost holds for"]) == ("0", "members")
    assert (second["Step"], second["Counts also for"], second["From"]) == ("1", "Second", "")
    assert (unnamed["Step"], unnamed["How many"], unnamed["Hours, least"]) == ("2", "2", "not stated")
    assert unnamed["Cost in US dollars"] == "not stated"
    assert unnamed["Address"].startswith("https://stackway.example")


def test_table_has_days_where_hours_a_week_are_given() -> None:
    first, *_ = rows("goal=role:coach&week=3")
    assert (first["From"], first["To"]) == (TODAY.isoformat(), "2026-09-07")


def test_numbers_are_written_as_a_spreadsheet_counts_and_a_calendar_says() -> None:
    page = page_of(graph_of(stack("big", earn("a", 1, 1250))), "goal=stack:big&week=1")
    head, line = table(page)
    row = dict(zip(head, line, strict=True))
    assert (row["Hours, least"], row["Cost in US dollars"]) == ("1", "1250")
    (event,) = Calendar.from_ical(calendar(page, LINK)).walk("VEVENT")
    assert "At most 1 hour." in str(event["description"])


def test_calendar_has_whole_days_in_order() -> None:
    found = events("goal=role:coach&week=5")
    assert [title for title, _, _ in found] == ["A", "B", "Second (2 not on record)"]
    assert found[0][1] == TODAY
    assert [start for _, start, _ in found] == sorted(start for _, start, _ in found)
    assert all(end > start for _, start, end in found)


def test_event_says_what_it_is_for_and_what_is_assumed() -> None:
    text = calendar(page_of(GRAPH, "goal=role:coach&week=5"), LINK)
    first, *_, last = Calendar.from_ical(text).walk("VEVENT")
    assert str(first["description"]) == f"For First. At most 3 hours.\n{LINK}"
    assert str(last["description"]).startswith("For Second. Hours are not stated; this leaves room for")


def test_the_same_step_keeps_its_name_on_other_days() -> None:
    def names(query: str) -> list[str]:
        found = Calendar.from_ical(calendar(page_of(GRAPH, query), LINK)).walk("VEVENT")
        return [str(one["uid"]) for one in found]

    one = names("goal=role:coach&week=5")
    assert one == names("goal=role:coach&week=2&start=2027-01-01")
    assert len({*one}) == len(one) == 3
    assert not {*one} & {*names("goal=stack:first&week=5")}
