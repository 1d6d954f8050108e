"""Staff record what a board decided; visitors see it at once; no older draft brings an approval back."""

from __future__ import annotations

from playwright.sync_api import Page, expect
from wagtail.models import Site

from catalog.models import CatalogSettings, Decision, MicroCredentialPage
from tests.e2e.desks import HERE, Desks
from tests.e2e.guide import follow
from tests.factories import IssuerFactory, JurisdictionFactory, MicroCredentialFactory

PHONICS = "/micro-credentials/phonics/"


def prepared() -> MicroCredentialPage:
    """A record, and the board whose decisions the site shows."""
    board = JurisdictionFactory(name="A state board", slug="a-state-board")
    CatalogSettings.objects.create(site=Site.objects.get(), jurisdiction=board)
    page: MicroCredentialPage = MicroCredentialFactory(
        title="Phonics", slug="phonics", issuer=IssuerFactory(title="A college")
    )
    return page


def facet(page: Page, value: str) -> int:
    """How many records search finds under a status."""
    page.goto(f"{HERE}/explore/?status={value}")
    return page.locator(".results > li").count()


def test_record_a_decision_is_followed_word_by_word(desks: Desks) -> None:
    prepared()
    follow(desks.open(), "record-a-decision.md")
    assert Decision.objects.count() == 3


def test_an_older_draft_published_later_leaves_the_withdrawal(desks: Desks) -> None:
    record = prepared()
    desk = desks.open()
    follow(desk, "record-a-decision.md", until="See it where visitors do")
    desk.goto(f"{HERE}/admin/pages/{record.pk}/edit/")
    desk.get_by_role("textbox", name="Summary").fill("Hear the sounds in words.")
    desk.get_by_role("button", name="Save draft").click()
    expect(desk.get_by_text("has been updated").first).to_be_visible()
    back, mistake = "Record that the board took it back", "Correct a mistake"
    follow(desk, "record-a-decision.md", since=back, until=mistake)
    desk.goto(f"{HERE}/admin/pages/{record.pk}/edit/")
    desk.get_by_role("button", name="More actions").click()
    desk.get_by_role("button", name="Publish", exact=True).click()
    expect(desk.get_by_text("has been published").first).to_be_visible()
    desk.goto(HERE + PHONICS)
    expect(desk.get_by_text("Hear the sounds in words.").first).to_be_visible()
    expect(desk.get_by_text("The board took its approval back").first).to_be_visible()
    assert (facet(desk, "approved"), facet(desk, "not-approved")) == (0, 1)
    desk.goto(f"{HERE}/api/v1{PHONICS}decisions")
    expect(desk.get_by_text('"status": "not-approved"')).to_be_visible()
