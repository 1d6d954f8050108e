"""Long pages on a phone and on paper: what is at hand, what is one press away, and how long it all is."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e.finding import tab_to

PRIORITY = "/priorities/early-literacy/"
WIDEST_PRIORITY = "/priorities/cs-standards/"
ROLE = "/roles/adult-leadership-teacher/"
PATHWAYS = (
    "/pathways/early-literacy-foundations-to-leader/",
    "/pathways/teacher-leader-advanced-roles/",
    "/pathways/computer-science-for-every-teacher/",
)
FULL_PLAN = (
    "/plan/?goal=role:adult-leadership-teacher&held=classroom-culture&held=anti-bias-instruction"
    "&minimize=hours&week=3&start=2026-09-01"
)
DATED_ANSWER = "/micro-credentials/example-listening-to-one-reader/?on=2024-10-01"
IMPOSSIBLE = "/plan/?goal=role:paraeducator"
LONGEST = {
    PRIORITY: (6_500, 57),
    WIDEST_PRIORITY: (10_000, 100),
    ROLE: (6_500, 75),
    "/roles/literacy-coach/": (6_500, 70),
    "/pathways/": (6_500, 60),
    "/pathways/?as=outline": (6_500, 60),
    "/pathways/?as=table": (6_500, 70),
    PATHWAYS[0]: (8_500, 90),
    PATHWAYS[1]: (9_000, 95),
    "/issuers/nea/": (4_500, 45),
    "/recognition/": (14_000, 85),
    "/districts/charlotte-mecklenburg-schools/": (3_500, 40),
    FULL_PLAN: (11_000, 125),
    "/plan/?goal=role:literacy-coach": (8_000, 95),
    "/": (4_000, 35),
}
"""Pixels of height and stops of the tabulator of a page at 360 pixels, at the most."""
SHEETS = {
    **dict.fromkeys(PATHWAYS, 3),
    PRIORITY: 6,
    ROLE: 3,
    "/stacks/louisiana-leadership-assessment-series/": 4,
    "/micro-credentials/asking-questions/": 2,
    "/plan/?goal=role:literacy-coach": 3,
    FULL_PLAN: 6,
    IMPOSSIBLE: 1,
    DATED_ANSWER: 5,
}
"""Sheets that a page fills, at the most."""

PAINTED = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
STOPS = """() => {
  const names = new Set();
  const found = [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, summary')];
  return found.filter((one) => {
    if (!one.checkVisibility({ visibilityProperty: true }) || one.disabled || one.tabIndex < 0) return false;
    if (one.type !== 'radio') return true;
    return !names.has(one.name) && names.add(one.name);
  }).length;
}"""


@pytest.fixture(params=["scripts", "no scripts"])
def phone(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    context = browser.new_context(
        viewport={"width": 360, "height": 740},
        reduced_motion="reduce",
        java_script_enabled=request.param == "scripts",
    )
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("address", LONGEST)
def test_page_on_a_phone_is_not_longer_than_it_must_be(phone: Page, demo_server: str, address: str) -> None:
    phone.goto(demo_server + address)
    height = phone.evaluate("document.documentElement.scrollHeight")
    most, stops = LONGEST[address]
    assert (height <= most, phone.evaluate(STOPS) <= stops) == (True, True), (height, phone.evaluate(STOPS))


@pytest.mark.parametrize(
    "address", [PRIORITY, ROLE, PATHWAYS[0], FULL_PLAN, "/issuers/nea/", "/guides/how-a-stack-works/"]
)
def test_every_link_to_a_place_on_the_page_leads_there(phone: Page, demo_server: str, address: str) -> None:
    phone.goto(demo_server + address)
    links = phone.get_by_role("navigation", name="On this page").get_by_role("link")
    assert links.count() >= 3
    for name in links.evaluate_all("all => all.map((one) => one.getAttribute('href'))"):
        phone.locator(f'nav[aria-label="On this page"] a[href="{name}"]').click()
        expect(phone.locator(name)).to_be_in_viewport()


def test_map_is_one_press_away_on_a_phone(phone: Page, demo_server: str) -> None:
    phone.goto(demo_server + PRIORITY)
    expect(phone.locator(".map").first).to_be_hidden()
    expect(phone.locator(".stage-list a").first).to_be_visible()
    phone.get_by_text("Show the map").first.click()
    expect(phone.locator(".map").first).to_be_visible()


def test_map_is_one_press_away_by_the_keyboard(page: Page, demo_server: str) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.emulate_media(reduced_motion="reduce")
    page.goto(demo_server + PRIORITY)
    page.evaluate(PAINTED)
    tab_to(page, ".explored summary")
    page.keyboard.press("Enter")
    expect(page.locator(".map").first).to_be_visible()


def test_desk_shows_the_map_and_folds_the_words(page: Page, demo_server: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(demo_server + PRIORITY)
    expect(page.locator(".map").first).to_be_visible()
    expect(page.locator(".stage-list").first).to_be_hidden()
    page.get_by_text("The same in words").first.click()
    expect(page.locator(".stage-list").first).to_be_visible()
    expect(page.locator(".results").first).to_be_visible()


@pytest.mark.parametrize("address", [PRIORITY, WIDEST_PRIORITY])
def test_folded_lists_hold_all_that_they_promise(phone: Page, demo_server: str, address: str) -> None:
    phone.goto(demo_server + address)
    folded = phone.locator("details.fold-in:has(> .results)")
    assert folded.count() == 2
    for one in folded.all():
        promised = re.findall(r"\d+", one.locator("> summary").inner_text())[0]
        one.locator("> summary").click()
        expect(one.locator("> .results > li")).to_have_count(int(promised))


@pytest.mark.parametrize("address", ["/recognition/", "/districts/charlotte-mecklenburg-schools/"])
def test_background_is_one_press_away_on_a_phone(phone: Page, demo_server: str, address: str) -> None:
    phone.goto(demo_server + address)
    folded = phone.locator("details.fold-in:has(> .results)")
    expect(folded.locator("h3").first).to_be_hidden()
    promised = re.findall(r"\d+", folded.locator("> summary").inner_text())[0]
    folded.locator("> summary").click()
    expect(folded.locator("h3").first).to_be_visible()
    expect(folded.locator("> .results > li")).to_have_count(int(promised))


def test_days_of_a_plan_are_one_press_away_on_a_phone(phone: Page, demo_server: str) -> None:
    phone.goto(demo_server + FULL_PLAN)
    term = phone.get_by_role("heading", name="Fall 2026")
    expect(term).to_be_hidden()
    phone.get_by_text("Show the days of each step").click()
    expect(term).to_be_visible()


def test_link_from_elsewhere_opens_the_outline(phone: Page, demo_server: str) -> None:
    phone.goto(f"{demo_server}{PATHWAYS[0]}#outline")
    expect(phone.locator("#outline h4").first).to_be_visible()


@pytest.mark.parametrize("paper", ["Letter", "A4"])
@pytest.mark.parametrize("address", SHEETS)
def test_paper_takes_few_sheets(page: Page, demo_server: str, address: str, paper: str) -> None:
    page.goto(demo_server + address)
    sheets = len(re.findall(rb"/Type\s*/Page\b", page.pdf(format=paper)))
    assert 0 < sheets <= SHEETS[address], sheets


@pytest.mark.parametrize("address", ["/", "/explore/", "/explore/?q=phoneme"])
def test_search_box_says_what_it_takes(page: Page, demo_server: str, address: str) -> None:
    page.goto(demo_server + address)
    box = page.get_by_label("Search micro-credentials, stacks and pathways")
    expect(page.locator("main label[for=q]")).to_be_visible()
    expect(box).to_have_accessible_description(re.compile("For example: kids who cannot sound out words"))


@pytest.mark.parametrize("address", [ROLE, "/plan/?goal=role:adult-leadership-teacher", PATHWAYS[1]])
def test_pay_is_told_before_the_first_step(page: Page, demo_server: str, address: str) -> None:
    page.goto(demo_server + address)
    order = page.evaluate(
        """() => {
          const pay = [...document.querySelectorAll('main p')].find(
            (one) => /set for the role, not tied to micro-credentials/.test(one.textContent));
          const first = document.querySelector('.step, .map, .stage-list');
          return pay.compareDocumentPosition(first) & Node.DOCUMENT_POSITION_FOLLOWING;
        }"""
    )
    assert order
    expect(page.locator(".pay")).to_contain_text("$10,000 a year")


@pytest.mark.parametrize(
    "address",
    [
        "/stacks/openliteracy-teaching-literacy-elementary/",
        "/districts/charlotte-mecklenburg-schools/",
        "/recognition/",
    ],
)
def test_address_breaks_after_its_dots_alone(page: Page, demo_server: str, address: str) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(demo_server + address)
    page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
    ends = page.evaluate(
        """() => {
          const main = document.querySelector('main'), ends = [];
          const texts = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
          while (texts.nextNode()) {
            const { data, parentElement } = texts.currentNode;
            if (!/[a-z]\\.[a-z]{2,}|bloomboard/.test(parentElement.textContent)) continue;
            const range = document.createRange();
            for (let at = 1; at < data.length; at += 1) {
              range.setStart(texts.currentNode, at - 1); range.setEnd(texts.currentNode, at);
              const before = range.getBoundingClientRect().top;
              range.setStart(texts.currentNode, at); range.setEnd(texts.currentNode, at + 1);
              if (range.getBoundingClientRect().top > before + 5) ends.push(data[at - 1] + '|' + data[at]);
            }
          }
          return ends;
        }"""
    )
    assert [one for one in ends if re.fullmatch(r"\w\|\w", one)] == []
