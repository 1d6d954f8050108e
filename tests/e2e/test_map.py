"""The map of a pathway in the browser: nothing overlaps, every line meets its card, the keyboard reads it."""

from __future__ import annotations

import json
from typing import Any

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from django.template.loader import render_to_string
from playwright.sync_api import Browser, Page, expect

from tests.browser import only_here
from tests.e2e.keyboard import press_tab
from tests.pathways.drawing.graphs import BETTER, NEEDS, road
from tests.public.visiting import ONLY, RUN_AXE

LARGEST = "/pathways/teacher-leader-advanced-roles/"
SYNTHETIC = "/style-guide/"
LITERACY = "/pathways/early-literacy-foundations-to-leader/"
WIDTHS = (360, 768, 1024, 1280, 1600)
COLUMNS_FROM = 1280

LONGER = """() => {
  const walker = document.createTreeWalker(document.getElementById('map'), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode;
    const words = text.data.trim().split(/\\s+/).filter(Boolean);
    if (words.length) text.data += ' ' + words.slice(0, Math.ceil(words.length * 0.4)).join(' ');
  }
}"""
"""Every text of the map is at least 40 % longer, as in Spanish."""

OVERLAPS = """() => {
  const parts = [...document.querySelectorAll('#map :is(.head, .card, .node > .pile, .gate, .end)')];
  const boxes = parts.filter((one) => one.checkVisibility())
    .map((one) => ({ one, box: one.getBoundingClientRect() }))
    .filter(({ box }) => box.width > 1);
  const meet = (a, b) => a.left < b.right - 1 && b.left < a.right - 1
    && a.top < b.bottom - 1 && b.top < a.bottom - 1;
  const name = (one) => `${one.getAttribute('class')}: ${one.textContent.trim().slice(0, 40)}`;
  const found = [];
  boxes.forEach(({ one, box }, place) => {
    for (const other of boxes.slice(place + 1)) {
      if (!one.contains(other.one) && meet(box, other.box)) found.push(`${name(one)} / ${name(other.one)}`);
    }
  });
  return found;
}"""

CUT_OFF = """() => [...document.querySelectorAll('#map .card, #map .head, #map .gate, #map .end')]
  .filter((one) => one.clientWidth > 1 && one.scrollWidth > one.clientWidth + 1)
  .map((one) => one.textContent.trim().slice(0, 40))"""

ASTRAY = """() => [...document.querySelectorAll('#map .lnk')].flatMap((path) => {
  const box = (id) => document.getElementById(id).getBoundingClientRect();
  const at = (length) => path.getPointAtLength(length).matrixTransform(path.getScreenCTM());
  const near = (point, { left, right, top, bottom }) => point.x > left - 12 && point.x < right + 12
    && point.y > top - 2 && point.y < bottom + 2;
  const [start, end] = [at(0), at(path.getTotalLength())];
  const fine = near(start, box(path.dataset.before)) && near(end, box(path.dataset.after));
  return fine ? [] : [`${path.dataset.before} to ${path.dataset.after}`];
})"""


def opened(page: Page, server: str, address: str, width: int) -> Page:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(server + address)
    page.evaluate("document.fonts.ready")
    return page


def faults(page: Page) -> list[str]:
    """What overlaps, what is cut off, which lines miss their cards."""
    found: list[str] = page.evaluate(OVERLAPS)
    found += [f"cut off: {text}" for text in page.evaluate(CUT_OFF)]
    if page.locator("#map .draw").first.is_visible():
        found += [f"astray: {line}" for line in page.evaluate(ASTRAY)]
    return found


@pytest.mark.parametrize("address", [LARGEST, SYNTHETIC, LITERACY])
def test_nothing_overlaps_at_any_width_length_or_size_of_text(
    page: Page, demo_server: str, address: str
) -> None:
    wrong: dict[str, list[str]] = {}
    for longer in (False, True):
        opened(page, demo_server, address, WIDTHS[0])
        if longer:
            page.evaluate(LONGER)
        for size in (100, 200):
            page.evaluate(
                "size => document.documentElement.style.fontSize = size", f"calc({size / 100} * 18px)"
            )
            for width in WIDTHS:
                page.set_viewport_size({"width": width, "height": 800})
                wrong[f"{width} px, {size} %, longer {longer}"] = faults(page)
    assert {case: found for case, found in wrong.items() if found} == {}


@pytest.mark.parametrize("roles", [0, 1, 9])
def test_a_long_road_keeps_its_lines_apart(page: Page, demo_server: str, roles: int) -> None:
    stages = ["ab", "cde", "f", "ghi", "jk", "l", "", "mnop"]
    links = [("a", "d", NEEDS), ("j", "l", BETTER), ("l", "m", NEEDS), ("m", "z", NEEDS), ("b", "o", NEEDS)]
    html = render_to_string("pathways/parts/map.html", {"road": road(stages, links, roles=roles)})
    opened(page, demo_server, SYNTHETIC, COLUMNS_FROM)
    page.evaluate("html => { document.querySelector('main').innerHTML = html; }", html)
    assert page.locator("#map .draw").count() == 2
    assert page.locator("#map .lnk").count() == 2
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        assert faults(page) == []


def test_a_road_of_one_stage_meets_what_follows(page: Page, demo_server: str) -> None:
    html = render_to_string("pathways/parts/map.html", {"road": road(["abc"], [("a", "z", NEEDS)])})
    opened(page, demo_server, SYNTHETIC, COLUMNS_FROM)
    page.evaluate("html => { document.querySelector('main').innerHTML = html; }", html)
    assert page.locator("#map .lnk").count() == 1
    assert faults(page) == []


@pytest.mark.parametrize("address", [LARGEST, SYNTHETIC])
def test_opened_details_keep_everything_apart(page: Page, demo_server: str, address: str) -> None:
    opened(page, demo_server, address, COLUMNS_FROM)
    assert page.locator("#map .draw").first.is_visible()
    for summary in page.locator("#map summary").all():
        summary.click()
    assert faults(page) == []


def test_columns_need_room_and_else_become_one_road(page: Page, demo_server: str) -> None:
    opened(page, demo_server, LARGEST, COLUMNS_FROM)
    drawing = page.locator("#map .draw").first
    assert drawing.is_visible()
    assert not page.locator("#map .card details").first.get_by_text("Hours:").is_visible()
    page.set_viewport_size({"width": 360, "height": 800})
    assert not drawing.is_visible()
    assert page.locator("#map .card details").first.get_by_text("Hours:").is_visible()
    assert page.locator("#map .lk").first.is_visible()


@pytest.mark.parametrize("width", [360, COLUMNS_FROM])
def test_keyboard_follows_the_order_of_reading(page: Page, demo_server: str, width: int) -> None:
    page.emulate_media(reduced_motion="reduce")
    opened(page, demo_server, LARGEST, width)
    stages = "[...document.querySelectorAll('#map .t')].map((one) => one.textContent)"
    titles: list[str] = page.evaluate(stages)
    page.locator("#map .t").first.focus()
    met = [titles[0]]
    while len(met) < len(titles):
        words, _ = press_tab(page)
        if page.evaluate("document.activeElement.classList.contains('t')"):
            met.append(words)
    assert [title.split() for title in met] == [title.split() for title in titles]
    columns = page.evaluate(
        "[...document.querySelectorAll('#map .t')].map((one) => one.getBoundingClientRect().left)"
    )
    assert columns == sorted(columns) or width == 360


def test_everything_is_there_without_scripts(browser: Browser, demo_server: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": COLUMNS_FROM, "height": 800})
    context.route("**/*", only_here)
    page = context.new_page()
    page.goto(demo_server + LARGEST)
    expect(page.locator("#map .node")).to_have_count(17)
    expect(page.locator("#map button")).to_have_count(0)
    page.locator("#map summary").first.click()
    expect(page.locator("#map details[open] .m").first).to_contain_text("Hours:")
    context.close()


def test_a_card_lights_up_what_leads_to_it_and_from_it(page: Page, demo_server: str) -> None:
    opened(page, demo_server, LARGEST, COLUMNS_FROM)
    cards = page.locator("#map .node")
    middle = cards.filter(has=page.locator("details .lk:not(.onward)")).filter(
        has=page.locator("details .onward")
    )
    middle.first.hover()
    lit = page.locator("#map .node.lit")
    assert lit.count() >= 2
    assert page.locator("#map .lnk.lit").count() >= 2
    page.mouse.move(0, 0)
    expect(lit).to_have_count(0)


def test_following_a_card_is_said_and_can_be_ended(page: Page, demo_server: str) -> None:
    opened(page, demo_server, LARGEST, 360)
    button = page.get_by_role("button", name="Follow what leads to and from").first
    button.focus()
    page.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(page.locator("#map ~ [role=status]")).to_contain_text("It leads to:")
    page.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-pressed", "false")
    expect(page.locator("#map ~ [role=status]")).to_have_text("")


@pytest.mark.parametrize("stored", ["{", "null", '{"a": 1}', "[1, null]", '"x"'])
def test_what_is_stored_wrongly_is_no_holding(page: Page, demo_server: str, stored: str) -> None:
    page.add_init_script(f"localStorage.setItem('stackway-held', {json.dumps(stored)})")
    opened(page, demo_server, LITERACY, 360)
    expect(page.get_by_text("You hold")).to_have_count(0)


def test_cards_tell_what_is_held_and_mark_its_plates(page: Page, demo_server: str) -> None:
    opened(page, demo_server, LITERACY, COLUMNS_FROM)
    card = page.locator("#map .node[data-members]").filter(has_text="Vocabulary").first
    members = [slug for slug in str(card.get_attribute("data-members")).split() if slug != "-"]
    page.evaluate(
        "held => localStorage.setItem('stackway-held', JSON.stringify(held))", [*members[:2], "not-here"]
    )
    asked: list[Any] = []
    page.on("request", lambda request: asked.append(request.url))
    page.reload()
    expect(card).to_contain_text(f"You hold 2 of {len(members)}")
    expect(card.locator("rect.held")).to_have_count(2)
    expect(card.locator("rect.held").first).to_have_css("fill", "none")
    assert not any(slug in address for slug in members for address in asked)
    assert faults(page) == []


def test_forced_colors_keep_road_cards_and_lines_apart(page: Page, demo_server: str) -> None:
    page.emulate_media(forced_colors="active")
    opened(page, demo_server, LITERACY, COLUMNS_FROM)
    road, card = page.locator("#map .rd").first, page.locator("#map .card").first
    assert road.evaluate("one => getComputedStyle(one).stroke") != road.evaluate(
        "one => getComputedStyle(one).fill"
    )
    assert card.evaluate("one => getComputedStyle(one).borderTopStyle") == "solid"
    arrow = page.locator("#map .node.in").first
    clear = "one => getComputedStyle(one, '::before').borderTopColor"
    assert arrow.evaluate(clear) == "rgba(0, 0, 0, 0)"
    assert faults(page) == []


def test_paper_shows_the_road_from_top_to_bottom_without_buttons(page: Page, demo_server: str) -> None:
    page.emulate_media(media="print")
    opened(page, demo_server, LITERACY, 688)
    assert not page.locator("#map .draw").first.is_visible()
    assert page.locator("#map .card details").first.get_by_text("Hours:").is_visible()
    assert not page.locator("#map .card button").first.is_visible()
    assert faults(page) == []


def test_axe_finds_nothing_with_details_open(page: Page, demo_server: str) -> None:
    opened(page, demo_server, LITERACY, COLUMNS_FROM)
    page.evaluate("document.querySelectorAll('#map details').forEach((one) => { one.open = true; })")
    page.evaluate(AXE_SCRIPT)
    found = page.evaluate(RUN_AXE, ONLY["light"])["violations"]
    assert [violation["id"] for violation in found] == []
