"""What the page of a plan says about it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from django.template.loader import render_to_string

from pathways.planner import PlanStatus
from tests.pathways.planned import earn, graph_of, pathway, stack, stage
from tests.pathways.planning.plans import page_of

GRAPH = graph_of(
    stack("x", earn("a", 5), earn("b", 7)),
    stack("y", earn("c", None, None), earn("d", 9, 0), earn("e")),
    pathways=[pathway("way", stage("way", 1, "x", "y"))],
)
GOAL = "goal=role:coach"


def test_without_a_goal_there_is_no_plan() -> None:
    page = page_of(GRAPH, "held=a")
    assert (page.goal, page.can_be_done, page.stops, page.terms, page.cautions.left_out) == (
        None,
        False,
        [],
        [],
        (),
    )
    assert (page.sums, page.pathway, page.is_proven) == (None, None, False)


def test_lead_tells_what_was_answered() -> None:
    assert page_of(GRAPH, GOAL).lead == ""
    assert page_of(GRAPH, f"{GOAL}&held=a").lead == "You hold 1 micro-credential."
    assert page_of(GRAPH, f"{GOAL}&held=a&held=b&grade=2").lead == (
        "You teach grade 2 and hold 2 micro-credentials."
    )


@pytest.mark.parametrize(
    ("minimize", "words"),
    [
        ("count", "The plan with the fewest to earn:"),
        ("hours", "The plan with the fewest hours, as far as they are stated:"),
        ("cost", "The plan with the least cost, as far as it is stated:"),
    ],
)
def test_page_tells_what_is_least(minimize: str, words: str) -> None:
    assert page_of(GRAPH, f"{GOAL}&minimize={minimize}").least == words


def test_the_pathway_is_named_unless_it_is_the_goal() -> None:
    through = page_of(GRAPH, GOAL).pathway
    assert through is not None
    assert through.slug == "way"
    assert page_of(GRAPH, "goal=pathway:way").pathway is None


def test_the_link_to_keep_has_its_day_and_nothing_open() -> None:
    page = page_of(GRAPH, f"{GOAL}&held=a&open=stage:way/1|stack:x&find=b")
    assert page.share == "/plan/?goal=role%3Acoach&held=a&made=2026-09-01"
    assert page.link == "/plan/?goal=role%3Acoach&held=a"
    assert page_of(GRAPH, f"{GOAL}&made=2025-01-02").share.endswith("made=2025-01-02")


def test_limits_are_blamed_only_where_there_is_a_plan_without_them() -> None:
    blamed = {
        query: [one.words for one in page_of(GRAPH, f"{query}&hours_max=1").loosenings]
        for query in (GOAL, f"{GOAL}&without=stack:x&without=stack:y", "held=a")
    }
    assert [*blamed.values()] == [["the limit of hours"], [], []]
    assert not page_of(GRAPH, f"{GOAL}&hours_max=100").loosenings


def test_a_link_cannot_be_made_on_a_day_to_come() -> None:
    page = page_of(GRAPH, f"{GOAL}&made=2027-01-01")
    assert [(one.field, one.reason) for one in page.ignored] == [
        ("Day of the link", "That day is still to come.")
    ]
    assert page.share.endswith("made=2026-09-01")


def test_what_is_left_out_is_named_as_the_questions_are() -> None:
    page = page_of(GRAPH, f"{GOAL}&hours_max=-1&color=red")
    assert [one.field for one in page.ignored] == ["Hours at the most", "color"]


def test_swaps_and_limits_can_be_taken_back() -> None:
    page = page_of(GRAPH, f"{GOAL}&use=stack:y&without=stack:x&free=1&hours_max=8&grade=2")
    assert page.is_swapped
    assert page.start_over == "/plan/?goal=role%3Acoach&free=1&hours_max=8&grade=2"
    assert not page_of(GRAPH, GOAL).is_swapped


def test_what_is_held_tells_where_it_is_used() -> None:
    held = page_of(GRAPH, f"{GOAL}&held=a&held=c").held
    assert [(one.node.slug, one.use) for one in held] == [
        ("a", "Used in step 1"),
        ("c", "Not used in this plan"),
    ]


def test_what_stands_in_for_unknown_facts_is_told_only_where_it_counted() -> None:
    graph = graph_of(stack("x", earn("a", None), earn("b", 7)))
    assert page_of(graph, "goal=stack:x").assumed == ""
    assert page_of(graph, "goal=stack:x&minimize=cost").assumed == ""
    assert page_of(graph, "goal=stack:x&minimize=hours").assumed.startswith(
        "Where the hours of a step are not stated, the plan was chosen as if"
    )


def test_what_limits_leave_out_is_listed_with_its_reason() -> None:
    page = page_of(GRAPH, f"{GOAL}&free=1")
    assert not page.can_be_done
    assert {node.slug for node, reason in page.cautions.left_out if reason} >= {"a", "b", "c", "e"}


def test_hours_a_week_give_terms() -> None:
    page = page_of(GRAPH, f"{GOAL}&week=1")
    assert [(term.title, [slot.title for slot in term.slots]) for term in page.terms] == [
        ("Fall 2026", ["A", "B"])
    ]
    assert page.terms[0].slots[0].first == page.today
    assert page_of(GRAPH, GOAL).terms == []


def test_nothing_left_to_earn_is_a_plan_without_steps() -> None:
    page = page_of(GRAPH, f"{GOAL}&held=a&held=b")
    assert page.can_be_done
    assert page.plan is not None
    assert (page.plan.steps, [stop.told for stop in page.stops]) == (
        (),
        ["You have finished it. You hold 2 of the 2 micro-credentials it names."],
    )


def test_what_counts_twice_is_named_with_its_place() -> None:
    graph = graph_of(
        stack("x", earn("a"), earn("b")),
        stack("y", earn("b"), earn("c")),
        pathways=[pathway("way", stage("way", 1, "x"), stage("way", 2, "y"), stage("way", 3, "x"))],
    )
    assert page_of(graph, GOAL).counted_twice == [("X", 1), ("B", 1)]


def test_limits_that_are_in_the_way_one_by_one_or_only_together() -> None:
    graph = graph_of(
        stack("x", earn("a", 5, 10)),
        stack("y", earn("b", 9, 0)),
        pathways=[pathway("way", stage("way", 1, "x", "y"))],
    )
    page = page_of(graph, f"{GOAL}&free=1&hours_max=6")
    assert [(one.words, one.address) for one in page.loosenings] == [
        ("the limit to what is free", "/plan/?goal=role%3Acoach&hours_max=6"),
        ("the limit of hours", "/plan/?goal=role%3Acoach&free=1"),
    ]
    both = graph_of(stack("x", earn("a", 9, 10)), pathways=[pathway("way", stage("way", 1, "x"))])
    assert [one.words for one in page_of(both, f"{GOAL}&free=1&hours_max=6").loosenings] == ["limits"]


def test_choice_to_open_that_is_none_of_the_plan_is_told() -> None:
    told = [(one.field, one.value) for one in page_of(GRAPH, f"{GOAL}&open=stage:nowhere/9").ignored]
    assert told == [("Choice to open", "stage:nowhere/9")]
    opened = page_of(GRAPH, f"{GOAL}&open=stage:way/1|stack:x")
    assert not opened.ignored


def test_plan_that_time_ran_out_for_says_how_far_it_may_be_from_the_least() -> None:
    page = page_of(GRAPH, GOAL)
    assert page.plan is not None
    plan = replace(page.plan, status=PlanStatus.FEASIBLE, gap=Decimal("0.123"))
    late = replace(page, found=replace(page.found, plan=plan))
    text = render_to_string("pathways/parts/plan_done.html", {"plan": late})
    assert "The best plan found in the time there was:" in text
    assert "Another plan may have up to 13 % less." in text
