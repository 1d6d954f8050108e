"""The table of a pathway keeps its words whole and stays in its width, on every screen and on paper."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page

PATHWAYS = (
    "early-literacy-foundations-to-leader",
    "reading-in-every-subject",
    "teacher-leader-advanced-roles",
    "computer-science-for-every-teacher",
)
SCREENS = [(width, size) for width in (320, 360, 760, 800, 1024, 1280) for size in (100, 200)]
PAPERS = {"A4": 794 - 106, "Letter": 816 - 106, "760": 760}
"""Widths of a sheet without its margins of 14 mm, in pixels."""

BROKEN = r"""() => {
  const broken = [], table = document.querySelector('.road-table');
  const texts = document.createTreeWalker(table, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    for (const word of texts.currentNode.data.matchAll(/[^\s\/-]+/g)) {
      const range = document.createRange();
      range.setStart(texts.currentNode, word.index);
      range.setEnd(texts.currentNode, word.index + word[0].length);
      const lines = new Set([...range.getClientRects()].map((box) => Math.round(box.top)));
      if (lines.size > 1) broken.push(word[0]);
    }
  }
  const root = document.documentElement;
  return root.scrollWidth > root.clientWidth ? [...broken, `${root.scrollWidth} px wide`] : broken;
}"""
SIZE = "size => document.documentElement.style.fontSize = size"


def broken_at(page: Page, width: int) -> Any:
    """The words that stand in two lines, and whether the page scrolls sideways."""
    page.set_viewport_size({"width": width, "height": 740})
    return page.evaluate(BROKEN)


@pytest.mark.parametrize("slug", PATHWAYS)
def test_table_breaks_no_word(page: Page, demo_server: str, slug: str) -> None:
    page.goto(f"{demo_server}/pathways/{slug}/table/")
    for width, size in SCREENS:
        page.evaluate(SIZE, f"calc({size / 100} * 17px)" if size != 100 else "")
        assert broken_at(page, width) == [], (width, size)
    page.evaluate(SIZE, "")
    page.emulate_media(media="print")
    for paper, width in PAPERS.items():
        assert broken_at(page, width) == [], paper


def test_table_stays_a_table_on_paper(page: Page, demo_server: str) -> None:
    page.goto(f"{demo_server}/pathways/{PATHWAYS[0]}/table/")
    page.emulate_media(media="print")
    page.set_viewport_size({"width": PAPERS["A4"], "height": 1123})
    rows = page.locator(".road-table tbody tr").first.locator("th, td")
    tops = rows.evaluate_all("cells => cells.map((cell) => cell.getBoundingClientRect().top)")
    assert len(tops) == 7
    assert len(set(tops)) == 1
