"""A teacher plans: says where to go, what is held and what matters, swaps, and takes the plan along."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import pytest
from icalendar import Calendar
from playwright.sync_api import Browser, Page, expect

from tests.e2e.teachers import GOAL, MAKE, Teacher, downloaded, opened, steps
from tests.public.visiting import sticking_out

HELD = {
    "creativity in a digital": "creativity-in-a-digital-learning-environment",
    "communication in a digital": "communication-in-a-digital-learning-environment",
    "collaboration in a digital": "collaboration-in-a-digital-learning-environment",
}
SHORT = f"/plan/?goal={GOAL}"
HOLDING = SHORT + "".join(f"&held={slug}" for slug in HELD.values())
SWAPPING = f"{HOLDING}&any_status=1"
"""The made-up board left few ways, so that a swap of them changes little."""
PATHWAY = "/pathways/media-literacy-and-careful-ai/"


def to_earn(page: Page) -> int:
    """How many are left to earn, as the totals say it."""
    words = page.locator(".tot dd").first.inner_text()
    return int(re.findall(r"\d+", words)[0])


def fact(page: Page, term: str) -> str:
    """A fact of the totals."""
    return page.locator(".tot dl > div", has=page.get_by_text(term, exact=True)).inner_text()


def test_teacher_plans_from_home_with_what_is_held(teacher: Teacher, demo_server: str) -> None:
    page = teacher.page
    page.goto(demo_server)
    teacher.press('nav a[href="/plan/"]')
    teacher.choose_goal("Teacher leader", GOAL)
    teacher.press(MAKE)
    expect(page.locator("h1")).to_have_text("Your way to Teacher leader")
    before = to_earn(page)

    for words, slug in HELD.items():
        teacher.hold(words, slug)
    teacher.press(MAKE)
    assert teacher.asked["held"] == [*HELD.values()]
    assert to_earn(page) < before
    expect(page.locator(".lead")).to_contain_text("You hold 3 micro-credentials.")
    expect(page.locator(".step .hold")).to_contain_text("You hold:")
    assert sticking_out(page) == []


def test_finished_stack_is_ticked_and_nothing_of_it_is_asked_for(teacher: Teacher, demo_server: str) -> None:
    page = teacher.page
    page.goto(demo_server + SHORT)
    first, before = page.locator(".step h3").first.inner_text(), to_earn(page)
    teacher.press(".step:first-child a[href*='held=stack']")
    assert teacher.asked["held"] == [page.locator("#held-now input").get_attribute("value")]
    assert teacher.asked["held"][0].startswith("stack:")
    assert to_earn(page) < before
    expect(page.locator(".lead")).to_contain_text("You have finished 1 stack.")
    expect(page.locator(".step", has_text=first.split(":")[-1].strip()).first).to_contain_text(
        "You have finished it."
    )


def test_no_plan_is_offered_to_what_nothing_leads_to(teacher: Teacher, demo_server: str) -> None:
    page = teacher.page
    page.goto(f"{demo_server}/plan/")
    teacher.type("#find-goal", "paraeducator")
    if not teacher.scripts:
        teacher.press("#find-goal + button")
    expect(page.locator("#found-goals")).to_contain_text("No plan leads to what was found")
    told = page.locator(".no-ways li", has_text="Paraeducator")
    expect(told).to_contain_text("No pathway on record prepares for this role yet.")
    expect(page.locator('input[name=goal][value="role:paraeducator"]')).to_have_count(0)
    teacher.press('.no-ways a[href^="/explore/?kind=stack"]')
    assert parse_qs(urlsplit(page.url).query)["q"] == ["Paraeducator"]


def test_swap_tells_what_it_changes_and_changes_it(teacher: Teacher, demo_server: str) -> None:
    page = teacher.page
    page.goto(demo_server + SWAPPING)
    before, hours, way = to_earn(page), fact(page, "Hours"), steps(page)
    teacher.use(".step:first-child .swap a")
    offer = page.locator(".swap li", has_text="Swap for").first
    expect(offer).to_contain_text("more to earn")
    other = offer.locator("a").inner_text().removeprefix("Swap for ")

    teacher.press('.swap li a[href*="use="]')
    assert any(title.endswith(other) for title in steps(page))
    assert to_earn(page) > before
    assert fact(page, "Hours") != hours
    teacher.press(f'main p a[href="{SWAPPING.replace(":", "%3A")}"]')
    assert (to_earn(page), fact(page, "Hours"), steps(page)) == (before, hours, way)


def test_hours_a_week_give_days_a_calendar_and_a_table(teacher: Teacher, demo_server: str) -> None:
    page = teacher.page
    page.goto(demo_server + HOLDING)
    if not page.locator("#week").is_visible():
        teacher.use("details:has(#week) > summary")
    teacher.type("#week", "3")
    teacher.press(MAKE)
    expect(page.locator("#terms")).to_have_text("Term by term")
    days = page.locator("section[aria-labelledby=terms] li")
    expect(days).to_have_count(to_earn(page))

    text = downloaded(page, demo_server, "/plan/calendar.ics")
    events = Calendar.from_ical(text).walk("VEVENT")
    assert len(events) == days.count()
    starts = [event.decoded("dtstart") for event in events]
    assert starts == sorted(starts)
    assert all(event.decoded("dtend") > event.decoded("dtstart") for event in events)
    rows = [*csv.DictReader(io.StringIO(downloaded(page, demo_server, "/plan/steps.csv")))]
    assert [row["From"] for row in rows if row["Step"].isdigit()] == [start.isoformat() for start in starts]


def test_limits_that_leave_no_way_can_be_taken_back(teacher: Teacher, demo_server: str) -> None:
    page = teacher.page
    page.goto(f"{demo_server}{SHORT}&free=1&hours_max=-2")
    expect(page.locator("h1")).to_have_text("No way to Teacher leader within your limits")
    expect(page.locator("main")).to_contain_text("Hours cannot be below zero.")
    teacher.press('main .flow > ul a[href^="/plan/?goal="]')
    expect(page.locator("h1")).to_have_text("Your way to Teacher leader")


def test_link_gives_the_same_plan_to_somebody_else(
    browser: Browser, size: dict[str, int], demo_server: str
) -> None:
    plans = []
    address = demo_server + HOLDING
    for _ in range(2):
        context = opened(browser, size)
        page = context.new_page()
        page.goto(address)
        plans.append((steps(page), page.locator(".tot").inner_text()))
        address = demo_server + str(page.locator("[data-copy]").get_attribute("data-copy"))
        context.close()
    assert plans[0] == plans[1]
    assert "made=" in address


@pytest.fixture
def holder(browser: Browser, size: dict[str, int]) -> Iterator[Page]:
    """Somebody whose browser runs scripts. An error in one fails the test."""
    context = opened(browser, size)
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page
    context.close()
    assert errors == []


def test_browser_keeps_what_is_held_only_when_asked_to(holder: Page, demo_server: str) -> None:
    holder.goto(demo_server + HOLDING)
    assert holder.evaluate("localStorage.length") == 0
    holder.get_by_role("button", name="Keep what I hold in this browser").click()
    expect(holder.locator("#kept")).to_contain_text("kept in this browser, and nowhere else")

    holder.goto(demo_server + SHORT)
    holder.get_by_role("button", name="Use the 3 micro-credentials kept here").click()
    expect(holder.locator(".lead")).to_contain_text("You hold 3 micro-credentials.")

    holder.goto(demo_server + PATHWAY)
    expect(holder.locator("#map .hold").first).to_contain_text("You hold 3 of 4")
    assert holder.context.cookies() == []


def test_browser_keeps_a_finished_stack(holder: Page, demo_server: str) -> None:
    holder.goto(demo_server + HOLDING)
    stack = str(holder.locator(".step a[href*='held=stack']").first.get_attribute("href")).split("stack%3A")[
        1
    ]
    stack = stack.split("&")[0]
    holder.goto(f"{demo_server}{SHORT}&held=stack:{stack}")
    holder.get_by_role("button", name="Keep what I hold in this browser").click()
    assert holder.evaluate("localStorage.getItem('stackway-held')") == f'["stack:{stack}"]'
    holder.goto(demo_server + SHORT)
    holder.get_by_role("button", name="Use the 1 stack kept here").click()
    expect(holder.locator(".lead")).to_contain_text("You have finished 1 stack.")


def test_what_is_kept_can_be_forgotten(holder: Page, demo_server: str) -> None:
    holder.goto(demo_server + HOLDING)
    holder.get_by_role("button", name="Keep what I hold in this browser").click()
    holder.get_by_role("button", name="Forget them here").click()
    assert holder.evaluate("localStorage.length") == 0
    holder.goto(demo_server + SHORT)
    expect(holder.locator("#kept")).to_be_hidden()


@pytest.mark.parametrize("kept", ["{", '"a"', "[null, 1, {}]"])
def test_damaged_memory_holds_nothing(holder: Page, demo_server: str, kept: str) -> None:
    holder.goto(demo_server + SHORT)
    holder.evaluate("kept => localStorage.setItem('stackway-held', kept)", kept)
    holder.reload()
    expect(holder.locator("#kept")).to_be_hidden()


def test_marks_stay_while_more_is_looked_up(holder: Page, demo_server: str) -> None:
    holder.goto(f"{demo_server}/plan/")
    for words, slug in HELD.items():
        holder.locator("#find-held").press_sequentially(words)
        holder.locator(f'#matches input[value="{slug}"]').check()
        holder.locator("#find-held").clear()
    expect(holder.locator("#matches input")).to_have_count(0)
    marked = holder.locator("#held-now input:checked")
    assert [one.get_attribute("value") for one in marked.all()] == [*HELD.values()]
    expect(holder).to_have_url(f"{demo_server}/plan/")


def test_paper_has_the_plan_without_its_questions(page: Page, demo_server: str) -> None:
    page.goto(demo_server + HOLDING)
    page.emulate_media(media="print")
    expect(page.locator(".plan-form")).to_be_hidden()
    expect(page.locator(".swap").first).to_be_hidden()
    expect(page.locator(".step").first).to_be_visible()
    expect(page.get_by_text("This plan again")).to_contain_text("made=")
    page.emulate_media(media="screen")
    expect(page.get_by_text("This plan again")).to_be_hidden()


CROWDED = """() => [...document.querySelectorAll('.step')].flatMap((step) => {
  const box = (one) => one.getBoundingClientRect();
  const [number, told] = [box(step.querySelector('.no')), box(step.querySelector('.pp > p'))];
  const marks = [...step.querySelectorAll('.pp svg *')].map((one) => box(one).right);
  const found = number.height > number.width * 1.5 ? ['a number as high as its step'] : [];
  return told.left < Math.max(...marks) + 2 && told.top < box(step.querySelector('.pp svg')).bottom
    ? [...found, 'words on a mark'] : found;
})"""


def test_number_and_pile_of_a_step_leave_room_to_its_words(
    page: Page, demo_server: str, size: dict[str, int]
) -> None:
    page.set_viewport_size({"width": size["width"], "height": size["height"]})
    page.goto(demo_server + HOLDING)
    assert page.evaluate(CROWDED) == []
