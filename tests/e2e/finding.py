"""Somebody who looks for something on `/explore/`, by mouse or keyboard, with or without scripts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Locator, Page, expect

from tests.e2e.keyboard import MOST_STEPS, FocusLost, go_to, press_tab


def box(page: Page, choice: str) -> Locator:
    """The box of a value, named by its facet and value."""
    return page.locator(f"#{choice}")


def shown_by(page: Page, choice: str) -> int:
    """The count beside a value."""
    words = page.locator("label", has=box(page, choice)).text_content() or ""
    return int(re.findall(r"\d+", words.replace(",", ""))[-1])


def total(page: Page) -> int:
    """The number of results, as the heading says it."""
    heading = page.locator("#count").inner_text()
    return 0 if heading.startswith("Nothing found") else int(heading.split()[0].replace(",", ""))


def titles(page: Page) -> list[str]:
    """The results."""
    return page.locator("#found .results h3").all_inner_texts()


def asked(page: Page) -> dict[str, list[str]]:
    """The question as the address has it."""
    return parse_qs(urlsplit(page.url).query)


def is_phone(page: Page) -> bool:
    """Whether the filters must be opened."""
    return page.locator("details.filters > summary").is_visible()


def tab_to(page: Page, selector: str) -> None:
    """Tab until this element has the focus."""
    for _ in range(MOST_STEPS):
        press_tab(page)
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise FocusLost(f"No {selector} within {MOST_STEPS} steps.")


@dataclass(frozen=True)
class Visitor:
    """Somebody who looks for something, in one way."""

    page: Page
    keyboard: bool
    scripts: bool

    def press(self, selector: str, key: str = "Enter") -> None:
        """Use a control."""
        if self.keyboard:
            tab_to(self.page, selector)
            self.page.keyboard.press(key)
        else:
            self.page.locator(selector).click()

    def choose(self, choice: str) -> int:
        """Choose a value; gives the count it showed. Without scripts the form is sent."""
        if is_phone(self.page) and self.page.locator("details.filters[open]").count() == 0:
            self.press("details.filters > summary")
        promised = shown_by(self.page, choice)
        self.press(f"#{choice}", "Space")
        if not self.scripts:
            self.press(".apply button")
        facet, _, value = choice.partition("-")
        self.page.wait_for_url(lambda url: value in parse_qs(urlsplit(url).query).get(facet, []))
        expect(self.page.locator("#found .chips")).to_contain_text("Clear all")
        return promised

    def follow(self, path: str) -> None:
        """Go to a result."""
        if self.keyboard:
            go_to(self.page, path)
        else:
            self.page.locator(f'main h3 a[href="{path}"]').click()
