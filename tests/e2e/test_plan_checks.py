"""A teacher plans by grade and by what the board decided, and is told what to check with whom."""

from __future__ import annotations

import csv
import io
import re

from playwright.sync_api import expect

from tests.e2e.teachers import GOAL, MAKE, Teacher, downloaded, steps
from tests.public.visiting import sticking_out


def test_grade_two_teacher_gets_a_plan_that_names_what_to_check(teacher: Teacher, demo_server: str) -> None:
    page = teacher.page
    page.goto(demo_server)
    teacher.press('nav a[href="/plan/"]')
    assert page.locator(".plan-form :is(input, select)").first.get_attribute("name") == "grade"
    teacher.use('input[name="grade"][value="2"]', "Space")
    teacher.choose_goal("Teacher leader", GOAL)
    teacher.press(MAKE)
    assert teacher.asked["grade"] == ["2"]
    expect(page.locator("h1")).to_have_text("Your way to Teacher leader")
    expect(page.locator(".lead")).to_contain_text("You teach grade 2.")

    check = page.locator("section[aria-labelledby=check]")
    expect(check).to_contain_text("whether these are for grade 2:")
    named = check.locator("li a")
    marked = page.locator(".step li", has_text="Check the grade with")
    assert named.count() == marked.count() > 0
    assert sticking_out(page) == []
    page.emulate_media(media="print")
    expect(check).to_be_visible()
    expect(marked.first).to_be_visible()
    page.emulate_media(media="screen")

    rows = [*csv.DictReader(io.StringIO(downloaded(page, demo_server, "/plan/steps.csv")))]
    asking = [row["Check"] for row in rows if row["Check"]]
    assert len(asking) == named.count()
    assert all(text.startswith("Check the grade: ") and "for grade 2." in text for text in asking)
    teacher.use("section[aria-labelledby=check] li a")
    expect(page).to_have_url(re.compile(r"#step-1$"))


def test_what_the_board_refused_can_be_planned_with_and_without(teacher: Teacher, demo_server: str) -> None:
    page = teacher.page
    page.goto(f"{demo_server}/plan/?goal=role:literacy-coach")
    before = steps(page)
    expect(page.locator(".step .status").first).to_be_visible()
    expect(page.locator("#refused summary")).to_contain_text(
        "Left out by decisions of Demonstration State Board"
    )
    teacher.press('main .hd a[href*="any_status=1"]')
    expect(page.locator("main .note").first).to_contain_text("declined, withdrew or let end")
    assert teacher.asked["any_status"] == ["1"]
    assert steps(page) != before
    teacher.press("main .hd .note a[href^='/plan/']")
    assert steps(page) == before
    teacher.use("details:has(#hours_max) > summary")
    teacher.use('input[name="any_status"]', "Space")
    teacher.press(MAKE)
    assert teacher.asked["any_status"] == ["1"]


def test_grade_says_first_that_a_pathway_is_for_others(teacher: Teacher, demo_server: str) -> None:
    page = teacher.page
    page.goto(f"{demo_server}/plan/?goal=role:literacy-coach&grade=k")
    expect(page.locator("main .note").first).to_contain_text("is for middle and high school teachers")
    expect(page.locator("summary", has_text="Left out by your limits")).to_be_visible()


def test_grade_two_teacher_whom_decisions_leave_no_way_is_shown_one(
    teacher: Teacher, demo_server: str
) -> None:
    page = teacher.page
    page.goto(f"{demo_server}/plan/?goal=priority:early-literacy&grade=2")
    shown = page.locator("section[aria-labelledby=with-it]")
    expect(shown).to_contain_text("This plan goes through what Demonstration State Board declined")
    titles = shown.locator("li > a").all_text_contents()
    assert titles
    assert sticking_out(page) == []
    teacher.press("section[aria-labelledby=with-it] .btn")
    assert (teacher.asked["any_status"], teacher.asked["grade"]) == (["1"], ["2"])
    expect(page.locator("h1")).to_have_text("Your way to Early literacy")
    assert page.locator(".step h3 a").all_text_contents() == titles
    expect(page.locator(".step").get_by_text("Not approved").first).to_be_visible()
