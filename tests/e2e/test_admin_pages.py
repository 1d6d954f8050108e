"""The admin's pages that are ours: axe finds nothing of ours, nothing is out of the keyboard's reach."""

from __future__ import annotations

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

from tests.admin_pages import ADMIN_PAGES
from tests.e2e.desks import HERE, Desks, sign_in
from tests.long_run import sample

STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
RUN_AXE = "tags => axe.run(document, {runOnly: {type: 'tag', values: tags}, resultTypes: ['violations']})"
WIDTHS = (360, 1280)

WAGTAILS = {"scrollable-region-focusable": ("w-minimap__list",), "target-size": ("w-panel__toggle",)}
"""Rules that elements of Wagtail break, and what names these: its small map of a form, for the mouse only,
and the buttons that fold a section."""


def faults(page: Page) -> list[str]:
    """What axe finds at both widths, without Wagtail's own."""
    page.evaluate(AXE_SCRIPT)
    found = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        for violation in page.evaluate(RUN_AXE, STANDARDS)["violations"]:
            own = WAGTAILS.get(violation["id"], ())
            elements = [node["html"] for node in violation["nodes"]]
            ours = [html for html in elements if not any(mark in html for mark in own)]
            found += [f"{width} {violation['id']}: {html[:200]}" for html in ours]
    return found


def test_axe_finds_nothing_of_ours(demo_catalog: None, desks: Desks) -> None:
    desk = sign_in(desks.open(), "ada")
    found = {}
    for name, one in sample([*ADMIN_PAGES.items()]):
        desk.set_viewport_size({"width": 1280, "height": 900})
        one.open(desk, HERE)
        found[name] = faults(desk)
    assert {name: said for name, said in found.items() if said} == {}


@pytest.mark.parametrize("name", ["admin-decision-new", "admin-quality-review-correct"])
def test_every_field_is_reached_by_the_keyboard(demo_catalog: None, desks: Desks, name: str) -> None:
    desk = sign_in(desks.open(), "ada")
    ADMIN_PAGES[name].open(desk, HERE)
    wanted = set(
        desk.eval_on_selector_all(
            "main form :is(input, select, textarea):not([type=hidden])",
            "fields => fields.filter((one) => one.checkVisibility()).map((one) => one.name)",
        )
    )
    desk.locator("main form").first.focus()
    reached = set()
    for _ in range(150):
        desk.keyboard.press("Tab")
        reached.add(desk.evaluate("document.activeElement.name || document.activeElement.innerText.trim()"))
        if "Go on" in reached and wanted <= reached:
            break
    assert wanted - reached == set()
    assert "Go on" in reached
