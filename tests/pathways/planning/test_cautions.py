"""What a plan says of statuses and grades: on its page and in its files, with what was left out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from django.template.loader import render_to_string
from icalendar import Calendar

from catalog.enums import Outcome
from pathways.graph import Graph, Issuer
from pathways.planning.downloads import HEAD, calendar, table
from pathways.planning.page import PlanPage
from pathways.planning.statuses import Statuses, dated
from tests.pathways.judged import BOARD, Row, decision
from tests.pathways.planned import earn, graph_of, pathway, stack, stage
from tests.pathways.planning.plans import TODAY, page_of

YES, NO, IF, BACK = Outcome.APPROVE, Outcome.DECLINE, Outcome.CONDITIONAL, Outcome.WITHDRAW
FIRST, PAST, SOON = date(2025, 1, 1), date(2026, 8, 1), date(2026, 9, 10)
GRAPH = graph_of(
    stack("x", earn("a", 7), earn("b", 7)),
    stack("y", earn("c", 7), earn("d", 7), earn("e", 7)),
    pathways=[pathway("way", stage("way", 1, "x", "y"))],
)
GOAL = "goal=role:coach"


def decided(**rows: Row) -> Statuses:
    """Decisions of the site's board, by names such as stack_x and a."""
    names = {name: name.replace("stack_", "stack:") for name in rows}
    ids = {name: one if ":" in one else f"micro-credential:{one}" for name, one in names.items()}
    found = {ids[name]: dated([decision(1, row)], TODAY) for name, row in rows.items()}
    return Statuses(BOARD, TODAY, found)


def steps(page: PlanPage) -> list[str]:
    """The slugs of what is to be earned."""
    return [step.slug for step in page.plan.steps] if page.plan else []


def graded(**grades: str) -> Graph:
    """The graph with grades of its micro-credentials, made by an issuer."""
    issuer = Issuer("hill", "Hill Center")
    credentials = {
        slug: replace(node, issuer=issuer, grades=tuple(grades.get(slug, "").split()))
        for slug, node in GRAPH.credentials.items()
    }
    stacks = {slug: replace(node, issuer=issuer) for slug, node in GRAPH.stacks.items()}
    return replace(GRAPH, credentials=credentials, stacks=stacks)


@pytest.mark.parametrize(
    "statuses",
    [
        decided(a=Row(NO, FIRST, None)),
        decided(a=Row(YES, FIRST, PAST)),
        decided(a=Row(BACK, FIRST, None)),
        decided(stack_x=Row(NO, FIRST, None)),
        decided(stack_x=Row(YES, FIRST, PAST)),
    ],
)
def test_what_the_board_refused_is_left_out_unless_it_is_asked_for(statuses: Statuses) -> None:
    assert steps(page_of(GRAPH, GOAL, statuses)) == ["c", "d", "e"]
    assert steps(page_of(GRAPH, f"{GOAL}&any_status=1", statuses)) == ["a", "b"]


@pytest.mark.parametrize("row", [Row(YES, FIRST, None), Row(YES, FIRST, SOON), Row(IF, FIRST, SOON)])
def test_every_approval_in_force_stays_in(row: Row) -> None:
    assert steps(page_of(GRAPH, GOAL, decided(a=row, stack_x=row))) == ["a", "b"]


def test_what_was_left_out_is_told_apart_from_limits_with_its_status_and_offered() -> None:
    page = page_of(GRAPH, f"{GOAL}&grade=2", decided(a=Row(YES, FIRST, PAST)))
    (one,) = page.cautions.refused
    assert (one.node.slug, one.status.label, one.reason) == (
        "a",
        "Ended",
        "Its approval by A board ended on August 1, 2026.",
    )
    assert page.cautions.left_out == ()
    assert page.cautions.with_refused == "/plan/?goal=role%3Acoach&grade=2&any_status=1"


def test_what_is_held_counts_whatever_its_status() -> None:
    statuses = decided(a=Row(NO, FIRST, None), stack_x=Row(NO, FIRST, None))
    assert steps(page_of(GRAPH, f"{GOAL}&held=a&held=b", statuses)) == []
    assert steps(page_of(GRAPH, f"{GOAL}&held=a", statuses)) == ["c", "d", "e"]


def test_a_goal_that_is_refused_is_planned_with_the_warning_first() -> None:
    page = page_of(GRAPH, "goal=stack:x", decided(stack_x=Row(BACK, FIRST, None)))
    assert steps(page) == ["a", "b"]
    (notice,) = page.cautions.notices
    assert notice.text.startswith("Your goal itself is not approved. Its approval by A board was withdrawn")
    text = render_to_string("pathways/parts/plan_done.html", {"plan": page})
    assert text.index("Your goal itself is not approved") < text.index('class="lead"')


def test_a_goal_that_decisions_make_impossible_says_so_and_offers_the_plan_with_them() -> None:
    page = page_of(GRAPH, "goal=stack:x", decided(a=Row(NO, FIRST, None)))
    assert page.plan is not None
    assert page.plan.reason == (
        "“A” is left out because it was declined by A board with effect from January 1, 2025."
    )
    assert page.cautions.with_refused == "/plan/?goal=stack%3Ax&any_status=1"
    text = render_to_string("pathways/plan.html", {"plan": page})
    assert "No way to X under the decisions of A board" in " ".join(text.split())


def test_limits_and_decisions_that_are_in_the_way_together_are_offered_together() -> None:
    page = page_of(GRAPH, "goal=stack:x&free=1", decided(a=Row(NO, FIRST, None)))
    assert page.loosenings == []
    assert page.cautions.with_refused == "/plan/?goal=stack%3Ax&any_status=1"


def test_a_plan_through_what_is_refused_says_so() -> None:
    page = page_of(GRAPH, f"{GOAL}&any_status=1", decided(a=Row(NO, FIRST, None)))
    assert [one.text for one in page.cautions.notices] == [
        "This plan goes through what A board declined, withdrew or let end: “A”."
    ]
    assert page.cautions.without_refused == "/plan/?goal=role%3Acoach"


def test_the_link_to_keep_has_the_parameter_and_the_day() -> None:
    page = page_of(GRAPH, f"{GOAL}&any_status=1&on=2026-03-01", decided(a=Row(NO, FIRST, None)))
    assert page.share == "/plan/?goal=role%3Acoach&on=2026-03-01&any_status=1&made=2026-09-01"


def test_every_step_and_stack_shows_its_status() -> None:
    page = page_of(GRAPH, GOAL, decided(a=Row(YES, FIRST, SOON), stack_x=Row(IF, FIRST, None)))
    text = " ".join(render_to_string("pathways/parts/plan_done.html", {"plan": page}).split())
    assert "The status beside each step is that with A board on September 1, 2026." in text
    assert [(stop.mark.status and stop.mark.status.label) for stop in page.stops] == ["Conditional"]
    marks = [row.mark.status.text for stop in page.stops for row in stop.rows if row.mark.status]
    assert marks == ["Ending soon, last day September 10, 2026", "No decision on record"]
    assert all(words in text for words in ("Conditional", "Ending soon", "No decision on record"))


def test_a_site_without_a_board_shows_no_status() -> None:
    page = page_of(GRAPH, GOAL)
    assert [stop.mark.status for stop in page.stops] == [None]
    assert "No decision on record" not in render_to_string("pathways/parts/plan_done.html", {"plan": page})


def test_an_approval_that_ends_before_the_planned_end_is_warned_of() -> None:
    statuses = decided(b=Row(YES, FIRST, SOON), stack_x=Row(YES, FIRST, date(2026, 9, 14)))
    page = page_of(GRAPH, f"{GOAL}&week=7", statuses)
    (row_a, row_b), stop = page.stops[0].rows, page.stops[0]
    assert (row_a.mark.ending, stop.mark.ending) == (None, None)
    assert row_b.mark.ending is not None
    assert row_b.mark.ending.text == (
        "Its approval ends September 10, 2026, before the planned end of this step, September 14, 2026."
    )
    assert page.cautions.assumed_days == ""


def test_without_hours_a_week_the_warning_says_what_it_takes_for_granted() -> None:
    page = page_of(GRAPH, GOAL, decided(a=Row(YES, FIRST, SOON)))
    assert [one.known for one in page.cautions.endings] == [False]
    assert page.cautions.assumed_days.startswith(
        "You gave no hours a week, so this takes 3 hours a week from"
    )


def test_files_say_what_the_page_says() -> None:
    statuses = decided(a=Row(YES, FIRST, SOON), stack_x=Row(IF, FIRST, None))
    page = page_of(graded(b="2"), f"{GOAL}&grade=2&week=1", statuses)
    head, *lines = table(page)
    first, second = (dict(zip(head, line, strict=True)) for line in lines)
    assert head == HEAD
    assert [first[name] for name in ("Status", "Last day of its decision", "Status of the stack")] == [
        "Ending soon",
        "2026-09-10",
        "Conditional",
    ]
    assert (second["Status"], second["Check"], second["Statuses as of"]) == (
        "No decision on record",
        "",
        "2026-09-01",
    )
    assert (
        first["Check"] == "Check the grade: its source names none. Ask Hill Center whether it is for grade 2."
    )
    assert first["Warning"].startswith("Its approval ends September 10, 2026, before the planned end")
    found = Calendar.from_ical(calendar(page, "https://stackway.example/plan/"))
    assert "X: Conditional" in str(found["x-wr-caldesc"])
    text = str(found.walk("VEVENT")[0]["description"])
    for words in (
        first["Check"],
        first["Warning"],
        "Ending soon, last day September 10, 2026",
        "X: Conditional",
    ):
        assert words in text


def test_a_stack_without_a_step_of_its_own_has_a_row_with_its_status() -> None:
    graph = graph_of(
        stack("x", earn("a")),
        stack("y", earn("a")),
        pathways=[pathway("way", stage("way", 1, "x"), stage("way", 2, "y"))],
    )
    page = page_of(graph, GOAL, decided(stack_y=Row(IF, FIRST, None)))
    _, *lines = table(page)
    rows = [dict(zip(HEAD, line, strict=True)) for line in lines]
    assert [(row["Stack"], row["How many"], row["Status of the stack"]) for row in rows] == [
        ("X", "1", "No decision on record"),
        ("Y", "0", "Conditional"),
    ]


def test_what_names_no_grades_stays_and_says_what_to_ask_whom() -> None:
    page = page_of(graded(a="K 2", c="9"), f"{GOAL}&grade=2")
    assert steps(page) == ["a", "b"]
    assert [row.mark.checks for stop in page.stops for row in stop.rows] == [[], ["grade"]]
    (one,) = page.cautions.grade_checks
    assert (one.check.question, one.steps) == ("Ask Hill Center whether this is for grade 2", (("B", 1),))
    text = " ".join(render_to_string("pathways/parts/plan_done.html", {"plan": page}).split())
    assert "Check before you begin" in text
    assert "<strong>Check the grade</strong> with Hill Center" in text
    assert page_of(graded(), GOAL).cautions.grade_checks == []


def test_what_names_other_grades_only_is_left_out() -> None:
    page = page_of(graded(a="6 7 8"), f"{GOAL}&grade=2")
    assert steps(page) == ["c", "d", "e"]
    assert [(node.slug, reason) for node, reason in page.cautions.left_out] == [
        ("a", "It is for grades 6 to 8.")
    ]


def test_steps_that_are_not_on_record_stay_under_a_limit_to_a_grade() -> None:
    graph = graph_of(stack("x", earn("a"), unnamed=2))
    page = page_of(graph, "goal=stack:x&grade=2")
    rows = page.stops[0].rows
    assert [row.mark.checks for row in rows] == [["grade"], ["grade"]]
    assert rows[1].mark.check is not None
    assert rows[1].mark.check.text == (
        "Check the grade: they are not on record here. Ask the issuer whether they are for grade 2."
    )


def others(*audiences: str) -> Graph:
    """Pathways to a role, each by a longer stack than the one before, for these audiences."""
    stacks = [
        stack(f"s{place}", *(earn(f"m{place}{number}") for number in range(place)))
        for place in range(1, len(audiences) + 1)
    ]
    ways = [
        replace(pathway(f"p{place}", stage(f"p{place}", 1, f"s{place}")), audience=audience)
        for place, audience in enumerate(audiences, start=1)
    ]
    return graph_of(*stacks, pathways=ways)


def test_a_pathway_for_other_grades_comes_last() -> None:
    graph = others("secondary", "elementary")
    page = page_of(graph, f"{GOAL}&grade=2")
    assert (page.plan and page.plan.pathway, page.cautions.notices) == ("p2", [])
    other = page_of(graph, f"{GOAL}&grade=9").plan
    assert other is not None
    assert other.pathway == "p1"


def test_a_pathway_for_other_grades_that_alone_leads_there_says_so_first() -> None:
    page = page_of(others("secondary"), f"{GOAL}&grade=2")
    (notice,) = page.cautions.notices
    assert notice.text == (
        "“P1” is for middle and high school teachers, and you teach grade 2. "
        "No pathway for grade 2 leads there within what is asked."
    )
    text = render_to_string("pathways/parts/plan_done.html", {"plan": page})
    assert text.index("middle and high school") < text.index('class="lead"')


def test_a_goal_that_is_a_pathway_for_other_grades_says_so() -> None:
    page = page_of(others("secondary"), "goal=pathway:p1&grade=2")
    assert [one.text for one in page.cautions.notices] == [
        "This pathway is for middle and high school teachers, not for grade 2."
    ]


def test_a_pathway_for_other_grades_that_was_asked_for_says_so() -> None:
    page = page_of(others("secondary", "elementary"), f"{GOAL}&grade=2&use=pathway:p1")
    assert [one.text for one in page.cautions.notices] == [
        "“P1” is for middle and high school teachers, and you teach grade 2."
    ]


def test_nothing_refused_can_be_swapped_in() -> None:
    page = page_of(GRAPH, f"{GOAL}&open=stage:way/1|stack:x", decided(stack_y=Row(NO, FIRST, None)))
    (other,) = (one for swaps in page.swapping.values() for each in swaps for one in each.others)
    assert not other.can_be_done
    assert other.text.startswith("“Y” is left out because it was declined by A board")
