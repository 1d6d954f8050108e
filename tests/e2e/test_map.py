"""The map of a pathway in the browser: nothing overlaps, every line meets its card, the keyboard reads it."""

from __future__ import annotations

import json
from typing import Any

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from django.template.loader import render_to_string
from playwright.sync_api import Browser, Page, expect

from tests.e2e.keyboard import press_tab
from tests.long_run import sample_of_parameters
from tests.pathways.drawing.graphs import BETTER, NEEDS, road
from tests.public.visiting import ONLY, RUN_AXE

LARGEST = "/pathways/teacher-leader-advanced-roles/"
SYNTHETIC = "/style-guide/"
LITERACY = "/pathways/early-literacy-foundations-to-leader/"
COMPUTERS = "/pathways/computer-science-for-every-teacher/"
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

OFF_THE_ROAD = """() => [...document.querySelectorAll('#map .way')].flatMap((way) => {
  const road = way.querySelector('.rd');
  const seen = road.getScreenCTM();
  const step = road.getTotalLength() / 3000;
  const edge = [...Array(3000).keys()].map((n) => road.getPointAtLength(n * step).matrixTransform(seen));
  const box = (one) => one.getBoundingClientRect();
  const found = [];
  for (const head of way.querySelectorAll('.stage:not(.goal, .out) > .head')) {
    const { left, right } = box(head);
    const above = edge.filter(({ x }) => x > left && x < right).map(({ y }) => y);
    const gap = Math.min(...above) - box(head.lastElementChild).bottom;
    if (gap < 6 || gap > 40) found.push(`${head.textContent.trim().slice(0, 40)}: ${gap} px above the road`);
  }
  for (const goal of way.querySelectorAll('.goal')) {
    const gap = box(goal).top - box(goal.querySelector('h3')).bottom;
    if (gap < 0 || gap > 24) found.push(`Leads to: ${gap} px above its box`);
    const ends = edge.filter(({ x }) => x > box(goal).left + 4).map(({ y }) => y);
    const [top, bottom] = [Math.min(...ends), Math.max(...ends)];
    if (top < box(goal).top || bottom > box(goal).bottom) found.push('the road misses its end');
  }
  return found;
})"""
"""Titles that the edge of the road, seen in 3,000 points, strikes through or leaves behind."""

SPILT = """() => [...document.querySelectorAll('#map .gate > *')].filter((one) => {
  const road = one.closest('.way').querySelector('.rd');
  const back = road.getScreenCTM().inverse();
  const { left, right, top, bottom } = one.getBoundingClientRect();
  const corners = [[left, top], [right, top], [left, bottom], [right, bottom]];
  return !corners.every(([x, y]) => road.isPointInFill(new DOMPoint(x, y).matrixTransform(back)));
}).map((one) => one.parentElement.textContent.trim())"""
"""Gates with bars or words beside the road."""

BAR_ROWS = """() => [...document.querySelectorAll('#map .gate .marks')].map((marks) => {
  const tops = [...marks.children].map((bar) => Math.round(bar.getBoundingClientRect().top));
  return [...new Set(tops)].map((top) => tops.filter((one) => one === top).length);
})"""
"""How many bars stand in each row of each gate."""

ASTRAY = """() => [...document.querySelectorAll('#map .draw .lnk')].flatMap((path) => {
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
        found += page.evaluate(OFF_THE_ROAD)
    return found


@pytest.mark.parametrize("address", sample_of_parameters(LARGEST, SYNTHETIC, LITERACY))
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


@pytest.mark.parametrize("roles", sample_of_parameters(1, 0, 9))
def test_a_long_road_keeps_its_lines_apart(page: Page, demo_server: str, roles: int) -> None:
    stages = ["ab", "cde", "f", "ghi", "jk", "l", "", "mnop"]
    links = [("a", "d", NEEDS), ("j", "l", BETTER), ("l", "m", NEEDS), ("m", "z", NEEDS), ("b", "o", NEEDS)]
    html = render_to_string("pathways/parts/map.html", {"road": road(stages, links, roles=roles)})
    opened(page, demo_server, SYNTHETIC, COLUMNS_FROM)
    page.evaluate("html => { document.querySelector('main').innerHTML = html; }", html)
    assert page.locator("#map .draw").count() == 2
    assert page.locator("#map .draw .lnk").count() == 2
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        assert faults(page) == []


def test_a_road_of_one_stage_meets_what_follows(page: Page, demo_server: str) -> None:
    html = render_to_string("pathways/parts/map.html", {"road": road(["abc"], [("a", "z", NEEDS)])})
    opened(page, demo_server, SYNTHETIC, COLUMNS_FROM)
    page.evaluate("html => { document.querySelector('main').innerHTML = html; }", html)
    assert page.locator("#map .draw .lnk").count() == 1
    assert faults(page) == []


@pytest.mark.parametrize("longer", [False, True])
@pytest.mark.parametrize("address", sample_of_parameters(LARGEST, SYNTHETIC, LITERACY, COMPUTERS))
def test_opened_details_keep_everything_apart(
    page: Page, demo_server: str, address: str, longer: bool
) -> None:
    opened(page, demo_server, address, COLUMNS_FROM)
    assert page.locator("#map .draw").first.is_visible()
    if longer:
        page.evaluate(LONGER)
    first, *others = page.locator("#map summary").all()
    first.click()
    assert faults(page) == []
    for summary in others:
        summary.click()
    assert faults(page) == []


@pytest.mark.parametrize("address", [LARGEST, SYNTHETIC, LITERACY, COMPUTERS])
def test_gates_stand_on_the_road_with_their_bars_in_one_row(
    page: Page, demo_server: str, address: str
) -> None:
    opened(page, demo_server, address, COLUMNS_FROM)
    assert page.evaluate(SPILT) == []
    assert {len(rows) for rows in page.evaluate(BAR_ROWS)} == {1}
    page.evaluate("document.querySelectorAll('#map details').forEach((one) => { one.open = true; })")
    assert page.evaluate(SPILT) == []


def test_many_bars_stand_in_even_rows(page: Page, demo_server: str) -> None:
    html = render_to_string("pathways/parts/map.html", {"road": road(["abcdefg", "hijklmnopqrs"], minimum=4)})
    opened(page, demo_server, SYNTHETIC, COLUMNS_FROM)
    page.evaluate("html => { document.querySelector('main').innerHTML = html; }", html)
    assert page.evaluate(BAR_ROWS) == [[4, 3], [4, 4, 4]]
    assert page.evaluate(SPILT) == []
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


@pytest.mark.parametrize("address", [SYNTHETIC, COMPUTERS])
def test_letters_and_arrows_are_shown_and_explained_only_where_lines_are_drawn(
    page: Page, demo_server: str, address: str
) -> None:
    opened(page, demo_server, address, COLUMNS_FROM)
    shown = page.locator("#map .let, #map .key .drawn")
    assert all(one.is_visible() for one in shown.all())
    assert shown.count() > 5
    page.set_viewport_size({"width": 360, "height": 800})
    assert not any(one.is_visible() for one in shown.all())
    assert page.locator("#map .key li").first.is_visible()


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
    page = context.new_page()
    page.goto(demo_server + LARGEST)
    expect(page.locator("#map .node")).to_have_count(17)
    expect(page.locator("#map button")).to_have_count(0)
    expect(page.locator("#map .key")).not_to_contain_text("Point at a stack")
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
    assert page.locator("#map .draw .lnk.lit").count() >= 2
    middle.first.locator(".t").focus()
    page.mouse.move(0, 0)
    assert lit.count() >= 2  # the keyboard is still there
    middle.first.locator(".t").blur()
    expect(lit).to_have_count(0)


def test_the_legend_tells_what_scripts_add(page: Page, demo_server: str) -> None:
    opened(page, demo_server, LARGEST, COLUMNS_FROM)
    places = "[...document.querySelectorAll('#map .node')].map((one) => [one.offsetTop, one.offsetHeight])"
    before = page.evaluate(places)
    expect(page.locator("#map .key")).to_contain_text("Point at a stack")
    page.locator("#map .node.in").first.hover()
    assert page.locator("#map .node.lit").count() >= 1
    assert page.evaluate(places) == before


def test_marking_what_is_linked_is_said_and_can_be_ended(page: Page, demo_server: str) -> None:
    opened(page, demo_server, LARGEST, COLUMNS_FROM)
    page.evaluate("document.querySelectorAll('#map details').forEach((one) => { one.open = true; })")
    button = page.get_by_role("button", name="Mark linked stacks that lead to and from").first
    button.focus()
    page.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(page.locator("#map ~ [role=status]")).to_contain_text("It leads to:")
    page.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-pressed", "false")
    expect(page.locator("#map ~ [role=status]")).to_have_text("")


def test_a_road_from_top_to_bottom_has_no_button_that_marks_what_is_out_of_sight(
    page: Page, demo_server: str
) -> None:
    opened(page, demo_server, LARGEST, 360)
    expect(page.get_by_role("button", name="Mark linked stacks")).to_have_count(0)
    page.locator("#map .node .t").first.focus()
    assert page.locator("#map .card").evaluate_all(
        "all => all.every((one) => getComputedStyle(one).outlineStyle === 'none')"
    )


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


def test_paper_shows_the_outline_in_place_of_the_map(page: Page, demo_server: str) -> None:
    page.emulate_media(media="print")
    opened(page, demo_server, LITERACY, 688)
    assert not page.locator("#map").is_visible()
    assert page.locator("#outline").get_by_text("Hours:").first.is_visible()
    assert not page.get_by_text("Show the outline").is_visible()


def test_axe_finds_nothing_with_details_open(page: Page, demo_server: str) -> None:
    opened(page, demo_server, LITERACY, COLUMNS_FROM)
    page.evaluate("document.querySelectorAll('#map details').forEach((one) => { one.open = true; })")
    page.evaluate(AXE_SCRIPT)
    found = page.evaluate(RUN_AXE, ONLY["light"])["violations"]
    assert [violation["id"] for violation in found] == []
