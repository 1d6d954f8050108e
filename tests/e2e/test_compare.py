"""A teacher compares: finds one, opens it, puts others beside it, sees what differs, takes one out again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e.finding import tab_to
from tests.e2e.keyboard import press_tab
from tests.public.visiting import sticking_out

PHONE, DESK = {"width": 360, "height": 740}, {"width": 1280, "height": 800}
FIRST, SECOND = "analyzing-phoneme-segmentation", "text-based-discussions"
SEARCH = "/explore/?q=phoneme+segmentation&kind=micro-credential"
LIST = "/micro-credentials/"
FACTS = "table.cmp tbody th"
TRAY = "section.tray"
PAINTED = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
COVERED = """() => {
  const box = document.activeElement.getBoundingClientRect();
  const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
  return Boolean(top?.closest('.tray')) && !document.activeElement.closest('.tray');
}"""


@dataclass(frozen=True)
class Teacher:
    """Somebody with a phone or a desk, who may use the keyboard alone or run no scripts."""

    page: Page
    keyboard: bool

    def tab_to(self, selector: str) -> None:
        """Go there by the keyboard; a browser drops keys until a page is painted."""
        self.page.evaluate(PAINTED)
        tab_to(self.page, selector)

    def press(self, selector: str) -> None:
        """Follow a link or press a button."""
        if self.keyboard:
            self.tab_to(selector)
        with self.page.expect_navigation():
            if self.keyboard:
                self.page.keyboard.press("Enter")
            else:
                self.page.locator(selector).first.click()

    def type(self, selector: str, words: str) -> None:
        """Type into a field and send its form."""
        if self.keyboard:
            self.tab_to(selector)
            self.page.keyboard.type(words)
        else:
            self.page.locator(selector).fill(words)
        with self.page.expect_navigation():
            self.page.locator(selector).press("Enter")

    @property
    def compared(self) -> list[str]:
        """What the address compares."""
        return parse_qs(urlsplit(self.page.url).query).get("c", [])


@pytest.fixture(params=["phone", "desk"])
def size(request: pytest.FixtureRequest) -> dict[str, int]:
    """The window."""
    return PHONE if request.param == "phone" else DESK


@pytest.fixture(params=["keyboard", "mouse", "without scripts"])
def teacher(request: pytest.FixtureRequest, browser: Browser, size: dict[str, int]) -> Iterator[Teacher]:
    """Each way to use each window."""
    context = browser.new_context(
        viewport={"width": size["width"], "height": size["height"]},
        reduced_motion="reduce",
        java_script_enabled=request.param != "without scripts",
    )
    yield Teacher(context.new_page(), request.param == "keyboard")
    context.close()


def test_teacher_compares_what_a_search_found(teacher: Teacher, demo_server: str) -> None:
    page = teacher.page
    page.goto(demo_server + SEARCH)
    teacher.press(f'main h3 a[href="/micro-credentials/{FIRST}/"]')
    teacher.press("[data-compare-now]")
    assert teacher.compared == [FIRST]
    expect(page.locator("main")).to_contain_text("Add another to see both side by side")

    teacher.type("#add-words", "text-based")
    teacher.press(f'#add a[href$="c={SECOND}"]')
    assert teacher.compared == [FIRST, SECOND]
    expect(page.locator("h1")).to_have_text("Compare two micro-credentials")
    every = page.locator(FACTS).all_inner_texts()

    teacher.press('main a[href*="only=differences"]')
    some = page.locator(FACTS).all_inner_texts()
    assert 1 < len(some) < len(every)
    assert set(some) < set(every)

    teacher.press(f'[data-remove="{FIRST}"]')
    assert teacher.compared == [SECOND]


def test_members_of_a_stack_are_compared_at_once(teacher: Teacher, demo_server: str) -> None:
    teacher.page.goto(f"{demo_server}/stacks/nea-adult-sel/")
    teacher.press('.btns a[href^="/compare/"]')
    assert len(teacher.compared) == 3
    expect(teacher.page.locator("table.cmp thead th")).to_have_count(3)


@pytest.fixture
def chooser(browser: Browser, size: dict[str, int]) -> Iterator[Page]:
    """A window whose visitor chooses on several pages. An error in a script fails the test."""
    context = browser.new_context(
        viewport={"width": size["width"], "height": size["height"]}, reduced_motion="reduce"
    )
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page
    context.close()
    assert errors == []


def choice(slug: str) -> str:
    """The link that chooses one."""
    return f'a.compare[data-compare="{slug}"]'


def test_choices_of_several_pages_are_compared(chooser: Page, demo_server: str) -> None:
    chooser.goto(demo_server + SEARCH)
    tab_to(chooser, choice(FIRST))
    chooser.keyboard.press("Space")
    expect(chooser.locator(choice(FIRST))).to_have_attribute("aria-pressed", "true")
    expect(chooser.locator("p.vh[role=status]").last).to_contain_text("1 of 4 chosen")

    chooser.goto(f"{demo_server}/explore/?q=discussions&kind=micro-credential")
    expect(chooser.locator(TRAY)).to_contain_text("Analyzing Phoneme Segmentation")
    chooser.locator(choice(SECOND)).click()
    chooser.get_by_role("link", name="Compare 2").click()
    expect(chooser).to_have_url(f"{demo_server}/compare/?c={FIRST}&c={SECOND}")
    expect(chooser.locator(TRAY)).to_be_hidden()


def test_choice_can_be_taken_back(chooser: Page, demo_server: str) -> None:
    chooser.goto(demo_server + SEARCH)
    chooser.locator(choice(FIRST)).click()
    chooser.locator(choice(FIRST)).click()
    expect(chooser.locator(TRAY)).to_be_hidden()
    expect(chooser.locator(choice(FIRST))).to_have_attribute("aria-pressed", "false")


def test_clearing_lets_the_focus_go_on(chooser: Page, demo_server: str) -> None:
    chooser.goto(demo_server + SEARCH)
    chooser.locator(choice(FIRST)).click()
    chooser.get_by_role("button", name="Clear").click()
    expect(chooser.locator(TRAY)).to_be_hidden()
    assert chooser.evaluate("document.activeElement.id") == "main"


def test_fifth_choice_is_refused_in_words(chooser: Page, demo_server: str) -> None:
    chooser.goto(demo_server + LIST)
    for number in range(5):
        chooser.locator("a.compare").nth(number).click()
    expect(chooser.locator("p.vh[role=status]").last).to_contain_text("4 are chosen already")
    expect(chooser.locator('a.compare[aria-pressed="true"]')).to_have_count(4)
    assert sticking_out(chooser) == []


def test_choices_stay_when_the_results_change(chooser: Page, demo_server: str) -> None:
    chooser.goto(f"{demo_server}/explore/?kind=micro-credential&kind=stack&q=phoneme")
    chooser.locator(choice(FIRST)).click()
    if chooser.locator("details.filters > summary").is_visible():
        chooser.locator("details.filters > summary").click()
    chooser.locator("#kind-stack").uncheck()
    chooser.wait_for_url("**/explore/?q=phoneme&kind=micro-credential")
    expect(chooser.locator(choice(FIRST))).to_have_attribute("aria-pressed", "true")


def test_what_is_removed_from_a_comparison_is_chosen_no_longer(chooser: Page, demo_server: str) -> None:
    chooser.goto(f"{demo_server}/compare/?c={FIRST}&c={SECOND}")
    for slug in (FIRST, SECOND):
        chooser.locator(f'[data-remove="{slug}"]').click()
    expect(chooser).to_have_url(f"{demo_server}/compare/")
    expect(chooser.locator(TRAY)).to_be_hidden()


def test_record_goes_beside_what_is_chosen(chooser: Page, demo_server: str) -> None:
    chooser.goto(demo_server + SEARCH)
    chooser.locator(choice(FIRST)).click()
    chooser.goto(f"{demo_server}/micro-credentials/{SECOND}/")
    chooser.locator("[data-compare-now]").click()
    expect(chooser).to_have_url(f"{demo_server}/compare/?c={FIRST}&c={SECOND}")


def test_choices_hide_no_focus(chooser: Page, demo_server: str) -> None:
    chooser.goto(demo_server + LIST)
    chooser.locator("a.compare").first.click()
    for _ in range(100):
        press_tab(chooser)
        assert not chooser.evaluate(COVERED)


def test_choices_stay_in_the_tab_and_leave_no_cookie(chooser: Page, demo_server: str) -> None:
    chooser.goto(demo_server + SEARCH)
    chooser.locator(choice(FIRST)).click()
    assert chooser.evaluate("localStorage.length") == 0
    assert chooser.context.cookies() == []
    other = chooser.context.new_page()
    other.goto(demo_server + SEARCH)
    expect(other.locator(TRAY)).to_be_hidden()


def test_damaged_memory_is_no_choice(chooser: Page, demo_server: str) -> None:
    chooser.goto(demo_server + SEARCH)
    for kept in ("{", '"a"', "[null, 1, {}]"):
        chooser.evaluate("kept => sessionStorage.setItem('stackway-compare', kept)", kept)
        chooser.reload()
        expect(chooser.locator(TRAY)).to_be_hidden()
