"""What a plan that decisions stop shows instead; days to start by; what is held and left out, in files."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from django.template.loader import render_to_string
from icalendar import Calendar

from catalog.offering import Offering
from pathways.graph import Graph
from pathways.planning.downloads import HEAD, calendar, table
from pathways.planning.page import PlanPage
from pathways.planning.schemas import plan_out
from pathways.planning.statuses import Statuses
from tests.pathways.judged import Row
from tests.pathways.planned import earn, graph_of, stack
from tests.pathways.planning.plans import page_of
from tests.pathways.planning.test_cautions import (
    BACK,
    FIRST,
    GOAL,
    GRAPH,
    NO,
    PAST,
    YES,
    decided,
    graded,
    others,
    steps,
)


def shown(page: PlanPage) -> str:
    """The page as one line."""
    return " ".join(render_to_string("pathways/plan.html", {"plan": page}).split())


def test_where_only_decisions_are_in_the_way_the_plan_with_them_is_shown_at_once() -> None:
    page = page_of(GRAPH, f"{GOAL}&held=c", decided(a=Row(NO, FIRST, None), stack_y=Row(YES, FIRST, PAST)))
    text = shown(page)
    assert "No way to Coach under the decisions of A board" in text
    assert "The way there with what A board declined, withdrew or let end" in text
    assert "2 to earn, in 1 stack, through" in text
    assert "This plan goes through what A board declined, withdrew or let end: “A”." in text
    assert 'href="/plan/?goal=role%3Acoach&amp;held=c&amp;any_status=1">Plan with it</a>' in text
    out = plan_out(page.found)
    assert (out["status"], out["with_refused"]["steps"]) == ("impossible", ["a", "b"])


def test_where_limits_are_in_the_way_too_the_plan_with_both_loosened_is_shown() -> None:
    page = page_of(
        graded(a="9", c="9"), f"{GOAL}&grade=2", decided(b=Row(NO, FIRST, None), d=Row(NO, FIRST, None))
    )
    assert page.loosenings == []
    assert page.instead is not None
    assert (steps(page.instead), page.instead.asked.grades) == (["a", "b"], ())
    assert "Plan with it, without limits" in shown(page)


@pytest.mark.parametrize(
    ("query", "statuses"),
    [
        (GOAL, decided(a=Row(NO, FIRST, None))),
        (f"{GOAL}&any_status=1&free=1", decided(a=Row(NO, FIRST, None))),
        (f"{GOAL}&free=1", Statuses()),
    ],
    ids=["a plan", "asked for", "no board"],
)
def test_no_other_plan_is_shown_where_decisions_are_not_in_the_way(query: str, statuses: Statuses) -> None:
    page = page_of(GRAPH, query, statuses)
    assert page.instead is None
    assert plan_out(page.found)["with_refused"] is None
    assert "The way there with what" not in shown(page)


def test_a_pathway_for_other_grades_names_the_one_for_these_that_the_board_refused() -> None:
    graph = others("secondary", "elementary")
    page = page_of(graph, f"{GOAL}&grade=2", decided(stack_s2=Row(NO, FIRST, None)))
    (notice,) = page.cautions.notices
    assert notice.text == (
        "“P1” is for middle and high school teachers, and you teach grade 2. No pathway for grade 2 leads "
        "there within what is asked. One does with what A board declined, withdrew or let end."
    )
    assert page.cautions.with_refused.endswith("&any_status=1")


def closing(offering: Offering) -> Graph:
    """The graph with days until which A is offered."""
    return graph_of(stack("x", replace(earn("a", 7), offering=offering), earn("b", 7)))


@pytest.mark.parametrize(
    ("offering", "told"),
    [
        (
            Offering(date(2027, 6, 30), date(2027, 8, 31)),
            "Start it by June 30, 2027, and finish it by August 31, 2027.",
        ),
        (
            Offering(date(2027, 6, 30)),
            "Start it by June 30, 2027; the last day to finish is not stated.",
        ),
        (
            Offering(None, date(2026, 9, 10)),
            (
                "Finish it by September 10, 2026; the last day to start is not stated. At 3 hours a week "
                "from September 1, 2026 that is too late. You would finish it on September 17, 2026; the "
                "last day to finish is September 10, 2026."
            ),
        ),
    ],
)
def test_a_step_that_is_not_offered_for_ever_is_told_of_without_hours_a_week(
    offering: Offering, told: str
) -> None:
    page = page_of(closing(offering), "goal=stack:x")
    text = shown(page)
    assert "Check before you begin" in text
    assert f'A<span class="vh">, step 1</span></a>. {told}' in text
    warnings = plan_out(page.found)["warnings"]
    assert warnings == [
        {
            "code": "last-day",
            "kind": "micro-credential",
            "slug": "a",
            "text": f"“A” is not offered for ever. {told}",
        }
    ]
    _, first, *_ = table(page)
    assert dict(zip(HEAD, first, strict=True))["Warning"] == told


def test_what_is_held_shows_how_it_stands_and_which_edition_it_is() -> None:
    statuses = decided(a=Row(BACK, FIRST, None), stack_y=Row(YES, FIRST, PAST))
    versioned = replace(GRAPH.credentials["a"], version="2021")
    graph = replace(GRAPH, credentials={**GRAPH.credentials, "a": versioned})
    page = page_of(graph, f"{GOAL}&held=a&held=stack:y", statuses)
    assert [(one.title, one.status and one.status.text) for one in page.held] == [
        ("A, version 2021", "Not approved"),
        ("Y", "Ended, last day August 1, 2026"),
    ]
    text = shown(page)
    held = text[text.index('id="you-hold"') :]
    assert held.index("A, version 2021") < held.index("Not approved") < held.index("Ended")


def test_files_say_what_is_held_and_what_was_left_out() -> None:
    statuses = decided(c=Row(NO, FIRST, None), b=Row(YES, FIRST, PAST))
    page = page_of(graded(d="9"), f"{GOAL}&grade=2&held=b&week=1", statuses)
    _, *lines = table(page)
    rows = [dict(zip(HEAD, line, strict=True)) for line in lines]
    assert [(row["Step"], row["Micro-credential"], row["Status"]) for row in rows] == [
        ("1", "A", "No decision on record"),
        ("held", "B", "Ended"),
        ("left out", "C", "Not approved"),
        ("left out", "D", "No decision on record"),
    ]
    assert rows[1]["Counts also for"] == "Used in step 1."
    assert rows[2]["Warning"] == "It was declined by A board with effect from January 1, 2025."
    assert rows[3]["Warning"] == "It is for grade 9."
    found = Calendar.from_ical(calendar(page, "https://stackway.example/plan/"))
    told = str(found["x-wr-caldesc"]).replace("\\,", ",")
    assert "Left out:" in told
    assert "C: It was declined by A board with effect from January 1, 2025." in told
    assert "D: It is for grade 9." in told


def test_a_file_without_a_plan_says_why() -> None:
    page = page_of(GRAPH, "goal=stack:x", decided(a=Row(NO, FIRST, None)))
    _, *lines = table(page)
    rows = [dict(zip(HEAD, line, strict=True)) for line in lines]
    assert [(row["Step"], row["Micro-credential"]) for row in rows] == [("no plan", ""), ("left out", "A")]
    assert rows[0]["Warning"].startswith("“A” is left out because it was declined by A board")
