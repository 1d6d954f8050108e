"""A clerk asks what was in force on a day, and prints the answer for the file."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.conf import settings
from django.utils import timezone
from playwright.sync_api import Page, expect

from home.days import day_text
from tests.factories import MicroCredentialFactory
from tests.public.visiting import sticking_out
from tests.search.deciding import decide, shown_board

Show = Callable[[str], Page]

PHONICS = "/micro-credentials/phonics/"
PRINTED = "element => getComputedStyle(element, '::after').content"


@pytest.fixture
def answered(show: Show, db: None) -> Page:
    """The page about a day six weeks before a renewal, as a clerk asks for it."""
    board, record = shown_board(name="A state board"), MicroCredentialFactory(slug="phonics")
    old: dict[str, Any] = {"effective_from": date(2022, 11, 1), "effective_until": date(2024, 11, 29)}
    decide(board, record, **old, decided_on=date(2022, 10, 13), citation_title="Minutes of 2022")
    new: dict[str, Any] = {"effective_from": date(2024, 11, 30), "effective_until": date(2028, 11, 29)}
    decide(board, record, **new, decided_on=date(2024, 11, 14), citation_title="Minutes of 2024")
    page = show(PHONICS)
    page.get_by_label("The day you earned it").fill("2024-10-01")
    page.get_by_role("button", name="Show that day").click()
    expect(page.get_by_text("On October 1, 2024: Ending soon").first).to_be_visible()
    return page


def test_a_dated_answer_is_printed_with_its_own_days_and_what_came_later_apart(answered: Page) -> None:
    answered.emulate_media(media="print")
    answer = answered.locator("section[aria-labelledby^=board-]")
    later = answer.locator(".later")
    expect(answer).to_contain_text("A state board")
    expect(later).to_contain_text("What came later")
    expect(later).to_contain_text("Renewed from November 30, 2024 to November 29, 2028")
    expect(later).to_contain_text("Decided on November 14, 2024: Minutes of 2024")
    own = answer.inner_text().replace(later.inner_text(), "")
    assert "From November 1, 2022; the last day is November 29, 2024." in own
    assert "Minutes of 2022" in own
    assert "2028" not in own
    printed = f"Printed on {day_text(timezone.localdate())} from {settings.PUBLIC_URL}{PHONICS}?on=2024-10-01"
    expect(answered.get_by_text(printed)).to_be_visible()
    expect(answered.get_by_role("button", name="Show that day")).to_be_hidden()


def test_paper_shows_where_each_decision_can_be_read(answered: Page) -> None:
    answered.emulate_media(media="print")
    for name in ("Minutes of 2022", "Minutes of 2024"):
        link = answered.locator("section[aria-labelledby^=board-]").get_by_role("link", name=name)
        assert "https://board.example.org/minutes" in link.evaluate(PRINTED)


def test_what_is_printed_only_does_not_show_on_the_screen(answered: Page) -> None:
    expect(answered.get_by_text("Printed on")).to_be_hidden()


def test_a_dated_answer_fits_a_phone_and_a_desk(answered: Page) -> None:
    assert sticking_out(answered) == []
