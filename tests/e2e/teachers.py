"""A teacher who plans, with a phone or at a desk, by mouse or keyboard, with or without scripts."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit
from urllib.request import urlopen

from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from tests.e2e.finding import tab_to

PHONE, DESK = {"width": 360, "height": 740}, {"width": 1280, "height": 800}
PAINTED = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
GOAL = "role:teacher-leader"
MAKE = ".plan-form .btns button[type=submit]"


@dataclass(frozen=True)
class Teacher:
    """Somebody with a phone or a desk, who may use the keyboard alone or run no scripts."""

    page: Page
    keyboard: bool
    scripts: bool

    def tab_to(self, selector: str) -> None:
        """Go there by the keyboard; a browser drops keys until a page is painted."""
        self.page.evaluate(PAINTED)
        tab_to(self.page, selector)

    @property
    def is_among_matches(self) -> bool:
        """Whether the focus is on something that was found."""
        return bool(self.page.evaluate("document.activeElement.matches('#matches *')"))

    def go_back(self) -> None:
        """From what was found to the words that found it."""
        while self.is_among_matches:
            self.page.keyboard.press("Shift+Tab")
        self.page.keyboard.press("Shift+Tab")  # past the button
        expect(self.page.locator("#find-held")).to_be_focused()

    def use(self, selector: str, key: str = "Enter") -> None:
        """Press a control."""
        if self.keyboard:
            self.tab_to(selector)
            self.page.keyboard.press(key)
        else:
            self.page.locator(selector).first.click()

    def press(self, selector: str) -> None:
        """Follow a link or send the form."""
        with self.page.expect_navigation():
            self.use(selector)

    def choose_goal(self, title: str, goal: str) -> None:
        """Find a goal by its title and choose it; without scripts the form is sent first."""
        self.type("#find-goal", title)
        if not self.scripts:
            self.press("#find-goal + button")
        found = self.page.locator(f'#goals input[value="{goal}"]')
        expect(found).to_be_visible()
        if self.keyboard:
            self.go_to_goal(goal)
        self.press_space(found)
        expect(found).to_be_checked()

    def go_to_goal(self, goal: str) -> None:
        """Tab to the goals that were found, and by arrows to one of them."""
        self.tab_to('#goals input[name="goal"]')
        for _ in range(self.page.locator('#goals input[name="goal"]').count()):
            if self.page.evaluate("document.activeElement.value") == goal:
                return
            self.page.keyboard.press("ArrowDown")

    def press_space(self, found: Locator) -> None:
        """Mark what has the focus, or what is clicked at."""
        if self.keyboard:
            self.page.keyboard.press("Space")
        else:
            found.click()

    def type(self, selector: str, words: str) -> None:
        """Type into a field."""
        if self.keyboard:
            self.go_back() if self.is_among_matches else self.tab_to(selector)
            self.page.keyboard.press("Control+a")
            self.page.keyboard.type(words)
        else:
            self.page.locator(selector).fill(words)

    def hold(self, words: str, slug: str) -> None:
        """Find a micro-credential by its words and mark it; without scripts the form is sent first."""
        self.type("#find-held", words)
        if not self.scripts:
            self.press("#find-held + button")
        expect(self.page.locator("#found-held")).to_contain_text("1 found")
        match = f'#matches input[value="{slug}"]'
        expect(self.page.locator(match)).to_be_visible()
        self.use(match, "Space")

    @property
    def asked(self) -> dict[str, list[str]]:
        """The question as the address has it."""
        return parse_qs(urlsplit(self.page.url).query)


def opened(browser: Browser, size: dict[str, int], *, scripts: bool = True) -> BrowserContext:
    """A browser of its own, with nothing kept."""
    return browser.new_context(
        viewport={"width": size["width"], "height": size["height"]},
        reduced_motion="reduce",
        java_script_enabled=scripts,
    )


def steps(page: Page) -> list[str]:
    """The stacks of the plan, in their order."""
    return page.locator(".step h3").all_inner_texts()


def downloaded(page: Page, server: str, start: str) -> str:
    """What a link of the plan gives."""
    address = page.locator(f'main a[href^="{start}"]').first.get_attribute("href")
    with urlopen(f"{server}{address}") as answer:
        return str(answer.read().decode("utf-8-sig"))
