"""Visits pages in a browser once, at every width and in both colors, and notes what several tests ask for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal
from urllib.parse import urlsplit

from axe_playwright_python.base import AXE_SCRIPT
from django.test import RequestFactory
from django.views.defaults import server_error
from playwright.sync_api import Browser, Page, Route

from tests.public.addresses import Example

WIDTHS = (360, 1280)
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
ONLY = {
    "light": {"type": "tag", "values": STANDARDS},
    "dark": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]},
}
"""What axe looks for: in dark colors only what colors change, as the page is the same."""
RUN_AXE = """only => axe.run(document, {
  runOnly: only,
  resultTypes: ['violations'],
  rules: only.type === 'tag' ? {'target-size': {enabled: true}} : {},
})"""
"""The size of targets (WCAG 2.5.8) is a rule that axe leaves out unless it is asked for by name."""

STICKING_OUT = """() => {
  const root = document.documentElement;
  if (root.scrollWidth <= root.clientWidth) return [];
  const out = [...document.body.querySelectorAll('*')].filter(
    (one) => one.getBoundingClientRect().right > root.clientWidth + 0.5
  );
  return out.slice(-3).map((one) => one.outerHTML.slice(0, 120));
}"""
HARD_TO_HIT = """() => {
  for (const one of document.querySelectorAll('details')) one.open = true;
  const targets = [...document.querySelectorAll('a[href], button, summary, select, input:not([type=hidden])')]
    .filter((one) => one.checkVisibility())
    .map((one) => ({ one, box: one.getBoundingClientRect() }))
    .filter(({ box }) => box.width > 1 && box.height > 1);
  const isSmall = ({ box }) => box.width < 24 || box.height < 24;
  const isAlone = ({ one }) => one.tagName !== 'A' || getComputedStyle(one).display !== 'inline'
    || one.parentElement.innerText.trim() === one.innerText.trim();
  const middle = ({ box }) => [box.x + box.width / 2, box.y + box.height / 2];
  const gap = ([x, y], { box }) => Math.hypot(
    Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom)
  );
  const apart = ([x, y], other) => {
    const [left, top] = middle(other);
    return isSmall(other) ? Math.hypot(left - x, top - y) : Infinity;
  };
  const isCrowded = (small) => targets.some((other) => other.one !== small.one
    && (gap(middle(small), other) < 12 || apart(middle(small), other) < 24));
  const isProse = ({ one }) => one.closest('article.read li');
  return targets.filter((one) => isSmall(one) && isAlone(one) && (isCrowded(one) || !isProse(one)))
    .map(({ one }) => one.outerHTML.slice(0, 120));
}"""


@dataclass(frozen=True)
class Visit:
    """What was seen of a page."""

    status: int
    html: str
    text: str
    """Its main text with scripts."""
    text_without_scripts: str
    hosts: frozenset[str]
    """Other machines it asked for something."""
    cookies: tuple[str, ...]
    findings: tuple[str, ...]
    """What axe finds, each with width, color scheme and place."""
    sideways: tuple[str, ...]
    """What sticks out of a phone's or a desk's width, at the usual and at twice the text size."""
    small: tuple[str, ...]
    """What is hard to hit with a finger."""


@dataclass(frozen=True)
class Visitor:
    """A browser beside the demonstration's site."""

    browser: Browser
    site: str

    def visit(self, example: Example) -> Visit:
        """See the page with scripts, then without."""
        hosts: set[str] = set()
        context = self.browser.new_context()
        page = context.new_page()
        page.on("request", lambda request: hosts.add(urlsplit(request.url).netloc))
        status, html = open_example(page, self.site, example)
        text, findings = main_text(page), findings_of(page)
        sideways, small = sticking_out(page), hard_to_hit(page)
        cookies = tuple(str(cookie.get("name")) for cookie in context.cookies())
        context.close()
        others = frozenset(hosts - {urlsplit(self.site).netloc})
        plain = self.without_scripts(example)
        return Visit(
            status, html, text, plain, others, cookies, tuple(findings), tuple(sideways), tuple(small)
        )

    def without_scripts(self, example: Example) -> str:
        """The page's main text as a browser shows it that runs no scripts."""
        context = self.browser.new_context(java_script_enabled=False)
        page = context.new_page()
        open_example(page, self.site, example)
        text = main_text(page)
        context.close()
        return text


def open_example(page: Page, site: str, example: Example) -> tuple[int, str]:
    """Go to an example; gives its status and source. The page of a failure takes the place of an answer."""
    if example.status == 500:
        page.route(f"**{example.address}", broken)
    response = page.goto(site + example.address)
    assert response is not None
    return response.status, response.text()


def broken(route: Route) -> None:
    """Answer as the site does when something is broken."""
    answer = server_error(RequestFactory().get("/"))
    route.fulfill(status=500, content_type="text/html", body=answer.content.decode())


OF_THE_BROWSER = "#kept, [data-copy], .key .pointing"
"""What is kept in the browser, copied by it, and pointed at in it, which says nothing of the record."""


DISPLAY = """([selector, value]) => {
  for (const one of document.querySelectorAll(selector)) one.style.display = value;
}"""


def main_text(page: Page) -> str:
    """What a visitor reads on the page, without navigation and without what only this browser keeps."""
    page.evaluate(DISPLAY, [OF_THE_BROWSER, "none"])
    lines = page.locator("main").inner_text().splitlines()
    page.evaluate(DISPLAY, [OF_THE_BROWSER, ""])
    return "\n".join(line for line in lines if line.strip())


def findings_of(page: Page) -> list[str]:
    """What axe finds at every width and in both color schemes; in dark only what color can change."""
    page.evaluate(AXE_SCRIPT)
    found: list[str] = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 740})
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            for violation in page.evaluate(RUN_AXE, ONLY[scheme])["violations"]:
                found.extend(f"{width} {scheme}: {line}" for line in places(violation))
    return found


def places(violation: dict[str, Any]) -> list[str]:
    """One line for each element that breaks a rule."""
    return [f"{violation['id']}: {violation['help']}: {node['html'][:200]}" for node in violation["nodes"]]


def sticking_out(page: Page) -> list[str]:
    """What makes the page scroll sideways, at every width and text size."""
    found: list[str] = []
    for width, size in ((320, 100), (360, 100), (1280, 100), (360, 200), (1280, 200)):
        page.set_viewport_size({"width": width, "height": 740})
        page.evaluate("size => document.documentElement.style.fontSize = size", f"calc({size / 100} * 17px)")
        found.extend(f"{width} px, {size} %: {element}" for element in page.evaluate(STICKING_OUT))
    page.evaluate("document.documentElement.removeAttribute('style')")
    return found


def hard_to_hit(page: Page) -> list[str]:
    """Targets that stand alone and are under 24 by 24 pixels, on a phone with all its parts opened.

    Lists in prose, which editors write, are held to what WCAG 2.5.8 asks: no other target within 24 pixels.
    """
    page.set_viewport_size({"width": 360, "height": 740})
    return [str(element) for element in page.evaluate(HARD_TO_HIT)]
