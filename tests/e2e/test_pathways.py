"""A teacher explores pathways: narrows them and sees the same in three forms, in every way of use."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e.finding import tab_to
from tests.public.visiting import sticking_out

WIDTHS = {"phone": 360, "desk": 1280}
PAINTED = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
PATHWAY = "/pathways/early-literacy-foundations-to-leader/"
STACKS = 'a[href^="/stacks/"]'
OUTLINE = f"#outline {STACKS}"


@pytest.fixture(params=WIDTHS)
def width(request: pytest.FixtureRequest) -> int:
    """Of the window."""
    return WIDTHS[request.param]


@pytest.fixture(params=["keyboard", "mouse", "without scripts"])
def explorer(request: pytest.FixtureRequest, browser: Browser, width: int) -> Iterator[tuple[Page, bool]]:
    """A page, and whether only the keyboard is used."""
    context = browser.new_context(
        viewport={"width": width, "height": 740},
        reduced_motion="reduce",
        java_script_enabled=request.param != "without scripts",
    )
    yield context.new_page(), request.param == "keyboard"
    context.close()


def use(page: Page, keyboard: bool, selector: str, key: str = "Enter") -> None:
    """Press a control."""
    if not keyboard:
        page.locator(selector).first.click()
        return
    page.evaluate(PAINTED)
    tab_to(page, selector)
    page.keyboard.press(key)


def follow(page: Page, keyboard: bool, selector: str) -> None:
    """Press what leads to another page."""
    with page.expect_navigation():
        use(page, keyboard, selector)


def stacks(page: Page) -> set[str]:
    """The stacks that the results name."""
    links = page.locator("#found").locator(STACKS)
    found: list[str] = links.evaluate_all("links => links.map((link) => link.pathname)")
    return {*found}


def test_teacher_narrows_pathways_and_sees_them_in_three_forms(
    explorer: tuple[Page, bool], demo_server: str
) -> None:
    page, keyboard = explorer
    page.goto(f"{demo_server}/pathways/")
    every = page.locator("#count").inner_text()
    use(page, keyboard, "#filters summary")
    promised = page.locator("label:has(#role-literacy-coach) .num").first.inner_text()
    use(page, keyboard, "#role-literacy-coach", "Space")
    follow(page, keyboard, "#filters button[type=submit]")
    assert parse_qs(urlsplit(page.url).query)["role"] == ["literacy-coach"]
    expect(page.locator("#count")).to_contain_text(promised.split()[0])
    drawn = stacks(page)
    assert drawn

    for form in ("outline", "table"):
        follow(page, keyboard, f'#found .tabs a[href*="as={form}"]')
        assert parse_qs(urlsplit(page.url).query)["role"] == ["literacy-coach"]
        assert stacks(page) == drawn
        assert sticking_out(page) == []
    follow(page, keyboard, "#found .chips a.clear")
    assert "role" not in parse_qs(urlsplit(page.url).query)
    expect(page.locator("#count")).to_have_text(every)


def test_pathway_shows_a_map_and_the_same_in_words(explorer: tuple[Page, bool], demo_server: str) -> None:
    page, keyboard = explorer
    page.goto(demo_server + PATHWAY)
    expect(page.locator("#outline")).to_be_hidden()
    use(page, keyboard, 'a[href="#outline"]')
    expect(page.locator("#outline")).to_be_visible()
    drawn = page.locator("#map .t").evaluate_all("all => all.map((one) => one.pathname)")
    told = page.locator(OUTLINE).evaluate_all("all => all.map((one) => one.pathname)")
    assert drawn
    assert {*drawn} <= {*told}
    for card in (page.locator("#map .t").first, page.locator(OUTLINE).first):
        card.scroll_into_view_if_needed()
        expect(card).to_be_visible()
