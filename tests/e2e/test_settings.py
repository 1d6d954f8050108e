"""What visitors set for themselves is followed: dark, forced colors, print, keyboard."""

from __future__ import annotations

from itertools import pairwise

from playwright.sync_api import Page, expect

STACK = "/stacks/louisiana-leadership-assessment-series/"

LIGHTNESS = """() => {
  const color = getComputedStyle(document.body).backgroundColor;
  const [red, green, blue] = color.match(/[\\d.]+/g).map(Number);
  return (red + green + blue) / 3;
}"""
INKS = """() => [...document.querySelectorAll('main svg *')].map((one) => {
  const style = getComputedStyle(one);
  return `${style.fill} ${style.stroke}`;
})"""


def test_dark_setting_changes_the_colors(page: Page, demo_server: str) -> None:
    page.emulate_media(color_scheme="light")
    page.goto(demo_server + STACK)
    light = page.evaluate(LIGHTNESS)
    page.emulate_media(color_scheme="dark")
    assert light - page.evaluate(LIGHTNESS) > 150


def test_forced_colors_keep_every_drawing(page: Page, demo_server: str) -> None:
    page.emulate_media(forced_colors="active")
    page.goto(demo_server + STACK)
    assert len(set(page.evaluate(INKS))) > 1
    for words in ("Hours", "Cost"):
        expect(page.locator("main").get_by_text(words).first).to_be_visible()


def test_print_leaves_navigation_out(page: Page, demo_server: str) -> None:
    page.goto(demo_server + STACK)
    expect(page.locator("header nav").first).to_be_attached()
    page.emulate_media(media="print")
    assert not page.locator("header nav").first.is_visible()
    expect(page.locator("h1")).to_be_visible()
    expect(page.locator("main").get_by_text("Hours").first).to_be_visible()


def test_first_step_is_the_skip_link(page: Page, demo_server: str) -> None:
    page.goto(demo_server + STACK)
    page.keyboard.press("Tab")
    skip = page.locator("a.skip")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


def test_next_step_after_the_skip_link_is_in_the_page(page: Page, demo_server: str) -> None:
    page.goto(demo_server + STACK)
    for key in ("Tab", "Enter", "Tab"):
        page.keyboard.press(key)
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


def test_reading_goes_down_the_page(page: Page, demo_server: str) -> None:
    page.goto(demo_server + STACK)
    tops = []
    for _ in range(12):
        page.keyboard.press("Tab")
        tops.append(page.evaluate("Math.round(document.activeElement.getBoundingClientRect().top + scrollY)"))
    assert all(later >= earlier - 40 for earlier, later in pairwise(tops[1:]))
