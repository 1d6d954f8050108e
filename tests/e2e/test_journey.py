"""A teacher goes from home to a priority, a pathway, a stack, a micro-credential and its issuer."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e.keyboard import go_to

PRIORITY = "/priorities/early-literacy/"
PATHWAY = "/pathways/early-literacy-foundations-to-leader/"
STACK = "/stacks/florida-literacy-micro-credentials/"
CREDENTIAL = "/micro-credentials/emergent-literacy-micro-credential/"
ISSUER = "/issuers/uf-lastinger-center/"
GAPS = "/stacks/nevada-science-of-reading/"
WAY = (PRIORITY, PATHWAY, STACK, CREDENTIAL, ISSUER)

Follow = Callable[[Page, str], None]


def by_keyboard(page: Page, path: str) -> None:
    """Tab to the link and press Enter."""
    go_to(page, path)


def by_hand(page: Page, path: str) -> None:
    """Click the first link to the address that can be seen."""
    page.locator(f'main a[href="{path}"]').first.click()


def by_touch(page: Page, path: str) -> None:
    """Tap the first link to the address that can be seen."""
    page.locator(f'main a[href="{path}"]').first.tap()


@pytest.fixture(params=[360, 1280], ids=["phone", "desk"])
def width(request: pytest.FixtureRequest) -> int:
    """Of the window."""
    return int(request.param)


@pytest.fixture(params=["keyboard", "mouse", "touch", "without scripts"])
def travel(request: pytest.FixtureRequest, browser: Browser, width: int) -> Iterator[tuple[Page, Follow]]:
    """A window and one way to use it."""
    ways: dict[str, Follow] = {"keyboard": by_keyboard, "touch": by_touch}
    context = browser.new_context(
        viewport={"width": width, "height": 740},
        reduced_motion="reduce",  # else the page is still scrolling when the focus is looked at
        has_touch=request.param == "touch",
        java_script_enabled=request.param != "without scripts",
    )
    yield context.new_page(), ways.get(request.param, by_hand)
    context.close()


def test_teacher_finds_the_way_from_home_to_an_issuer(travel: tuple[Page, Follow], demo_server: str) -> None:
    page, follow = travel
    page.goto(demo_server)
    for path in WAY:
        follow(page, path)
        expect(page).to_have_url(demo_server + path)
        expect(page.locator("h1")).to_be_visible()
        if path == PATHWAY:
            see_map_and_outline(page)


def see_map_and_outline(page: Page) -> None:
    """The pathway is drawn, and told in words, with the same stacks."""
    page.get_by_text("Show the outline").click()
    forms = [page.locator("#map .t"), page.locator('#outline a[href^="/stacks/"]')]
    for form in forms:
        expect(form.first).to_be_visible()
    drawn, told = (form.evaluate_all("all => all.map((one) => one.pathname)") for form in forms)
    assert STACK in drawn
    assert {*drawn} <= {*told}


def test_stack_shows_its_rule_and_totals(page: Page, demo_server: str) -> None:
    page.goto(f"{demo_server}/stacks/louisiana-leadership-assessment-series/")
    main = page.locator("main")
    for words in (
        "Earn 9 of these 17",
        "All 6 of these",
        "Any 1 of these 2",
        "Any 2 of these 9",
        "Hours",
        "Cost",
    ):
        expect(main.get_by_text(words).first).to_be_visible()


def test_stack_with_gaps_says_at_least(page: Page, demo_server: str) -> None:
    page.goto(demo_server + GAPS)
    expect(page.locator("main").get_by_text("not on record").first).to_be_visible()
