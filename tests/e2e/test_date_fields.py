"""An assistant types days as people here write them: nothing changes silently, and all is read back."""

from __future__ import annotations

from datetime import date

import pytest
from playwright.sync_api import Locator, Page, expect
from wagtail.models import Site

from catalog.models import CatalogSettings, Decision
from tests.e2e.desks import HERE, Desks, sign_in
from tests.e2e.test_admin_pages import faults
from tests.factories import IssuerFactory, JurisdictionFactory, MicroCredentialFactory

MOST_STEPS = 60
NO_SUCH_TIME = "There is no such time of day. Write it like 11/05/2026 2:30 PM or 2026-11-05 14:30."
WHICH_YEAR = "Which year: 1926 or 2026? Write it with four digits."
TYPED = {
    "11/05/2026": "Thursday, November 5, 2026",
    "5/7/2026": "Thursday, May 7, 2026",
    "11-5-2026": "Thursday, November 5, 2026",
    "2026-11-05": "Thursday, November 5, 2026",
    "Nov 5, 2026": "Thursday, November 5, 2026",
    "11-5-26": WHICH_YEAR,
    "11/05/26": WHICH_YEAR,
    "2/30/2026": "There is no February 30 in 2026. That month has 28 days.",
    "soon": "“soon” is not read as a day. Write it like 11/05/2026, 2026-11-05 or Nov 5, 2026.",
}


def address() -> str:
    """Where a decision about “Phonics” by the site's board is recorded."""
    board = JurisdictionFactory(name="A state board", slug="a-state-board")
    CatalogSettings.objects.create(site=Site.objects.get(), jurisdiction=board)
    page = MicroCredentialFactory(title="Phonics", slug="phonics", issuer=IssuerFactory(title="A college"))
    return f"{HERE}/admin/decisions/new/?credential={page.pk}&jurisdiction={board.pk}"


def field(desk: Page, name: str) -> Locator:
    """The field of this name in the form."""
    return desk.locator(f"main [name={name}]")


def read_back(desk: Page, name: str) -> Locator:
    """What is said of what a field holds, which must be tied to it."""
    key = f"id_{name}-read-back"
    described = field(desk, name).get_attribute("aria-describedby") or ""
    assert key in described.split()
    return desk.locator(f"#{key}[role=status]")


def tab_to(desk: Page, wanted: str) -> None:
    """Go on by the keyboard to the field of this name or the button with these words."""
    for _ in range(MOST_STEPS):
        at = desk.evaluate("[document.activeElement.name, document.activeElement.innerText?.trim()]")
        if wanted in at:
            return
        desk.keyboard.press("Tab")
    raise AssertionError(f"The keyboard does not come to {wanted}.")


def write(desk: Page, name: str, text: str) -> None:
    """Type into a field in place of what is there, and leave it by Tab."""
    tab_to(desk, name)
    desk.keyboard.press("ControlOrMeta+A")
    desk.keyboard.type(text)
    desk.keyboard.press("Tab")


def test_what_is_typed_stays_and_is_read_back_or_asked_about(desks: Desks) -> None:
    desk = sign_in(desks.open(), "ada")
    desk.goto(address())
    for text, said in TYPED.items():
        field(desk, "decided_on").focus()
        write(desk, "decided_on", text)
        expect(read_back(desk, "decided_on")).to_have_text(said)
        expect(field(desk, "decided_on")).to_have_value(text)
    tab_to(desk, "citation_title")
    expect(desk.locator(".xdsoft_datetimepicker:visible")).to_have_count(0)
    assert faults(desk) == []


def test_an_assistant_records_a_decision_by_the_keyboard(desks: Desks) -> None:
    desk = sign_in(desks.open(), "ada")
    desk.goto(address())
    field(desk, "outcome").focus()
    desk.keyboard.type("Approve")
    write(desk, "decided_on", "5/7/26")
    expect(read_back(desk, "decided_on")).to_have_text(WHICH_YEAR)
    field(desk, "decided_on").focus()
    write(desk, "decided_on", "5/7/2026")
    write(desk, "effective_from", "June 1, 2026")
    write(desk, "effective_until", "5-31-2028")
    write(desk, "citation_title", "Minutes, item 4")
    write(desk, "citation_address", "https://board.example.org/minutes")
    tab_to(desk, "Go on")
    desk.keyboard.press("Enter")
    expect(desk.get_by_role("heading", name="Check before you record", level=2)).to_be_visible()
    for words in ("Thursday, May 7, 2026", "Monday, June 1, 2026", "Wednesday, May 31, 2028"):
        expect(desk.get_by_role("definition").get_by_text(words)).to_be_visible()
    assert faults(desk) == []
    assert not Decision.objects.exists()
    tab_to(desk, "Record it")
    desk.keyboard.press("Enter")
    expect(desk.get_by_text("Recorded: A state board: Approved, Phonics")).to_be_visible()
    one = Decision.objects.get()
    days = (one.decided_on, one.effective_from, one.effective_until)
    assert days == (date(2026, 5, 7), date(2026, 6, 1), date(2028, 5, 31))


@pytest.mark.parametrize("width", [360, 1280])
def test_a_decision_is_recorded_without_scripts(desks: Desks, width: int) -> None:
    desk = sign_in(desks.open(width, scripts=False), "ada")
    desk.goto(address())
    field(desk, "outcome").select_option(label="Approve")
    typed = {
        "decided_on": "5/7/26",
        "effective_from": "June 1, 2026",
        "citation_title": "Minutes, item 4",
        "citation_address": "https://board.example.org/minutes",
    }
    for name, text in typed.items():
        field(desk, name).fill(text)
    desk.get_by_role("button", name="Go on").click()
    expect(desk.get_by_text(WHICH_YEAR)).to_be_visible()
    expect(field(desk, "decided_on")).to_have_value("5/7/26")
    expect(read_back(desk, "effective_from")).to_have_text("Monday, June 1, 2026")
    field(desk, "decided_on").fill("5/7/2026")
    desk.get_by_role("button", name="Go on").click()
    expect(desk.get_by_text("Thursday, May 7, 2026")).to_be_visible()
    assert desk.evaluate("document.documentElement.scrollWidth <= innerWidth")
    desk.get_by_role("button", name="Go back and mend").click()
    expect(field(desk, "effective_from")).to_have_value("June 1, 2026")
    desk.get_by_role("button", name="Go on").click()
    desk.get_by_role("button", name="Record it").click()
    expect(desk.get_by_text("Recorded: A state board: Approved, Phonics")).to_be_visible()
    assert Decision.objects.get().decided_on == date(2026, 5, 7)


def test_a_schedule_is_read_back_with_its_time(desks: Desks) -> None:
    page = MicroCredentialFactory()
    desk = sign_in(desks.open(), "ada")
    desk.goto(f"{HERE}/admin/pages/{page.pk}/edit/")
    desk.get_by_role("button", name="Toggle status").click()
    desk.get_by_role("button", name="Set schedule").first.click()
    for text, said in {
        "11/05/2099 2:30 PM": "Thursday, November 5, 2099, 2:30 PM",
        "11/5/26 2:30 PM": WHICH_YEAR,
        "11/05/2099 25:00": NO_SUCH_TIME,
    }.items():
        live = desk.locator("[name=go_live_at]")
        live.fill(text)
        live.press("Tab")
        expect(desk.locator("#id_go_live_at-read-back")).to_have_text(said)
        expect(live).to_have_value(text)


def test_a_list_is_narrowed_by_a_day_and_asks_about_a_short_year(desks: Desks) -> None:
    page = MicroCredentialFactory(title="Phonics")
    page.save_revision()
    desk = sign_in(desks.open(), "ada")
    desk.goto(f"{HERE}/admin/micro_credentials/")
    desk.get_by_role("button", name="Filter").first.click()
    desk.get_by_role("button", name="Date updated").click()
    until = desk.get_by_role("textbox", name="Date to")
    until.fill("1/2/01")
    until.press("Tab")
    expect(desk.get_by_text("Which year: 1901 or 2001? Write it with four digits.")).to_be_visible()
    expect(desk.get_by_role("link", name="Phonics", exact=True).first).to_be_attached()
    until.fill("1/2/2001")
    until.press("Tab")
    expect(desk.get_by_role("link", name="Phonics", exact=True)).to_have_count(0)
    expect(until).to_have_value("1/2/2001")
