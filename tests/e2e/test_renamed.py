"""What districts and browsers keep by a name that changed since stays right, and what was retired says so."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from playwright.sync_api import FrameLocator, Page, expect
from zeal import zeal_ignore

from tests import factories as make
from tests.e2e.desks import HERE, Desks
from tests.editing import edit_address, form_at, publish_as, send
from tests.factories import stage

pytestmark = pytest.mark.browser

DISTRICT = "http://127.0.0.1:2/"
LINE = (
    f'<a href="{HERE}/priorities/early-reading/" data-stackway>What counts for early reading</a>'
    f'<script src="{HERE}/embed/v1.js" async></script>'
)
PAGE = (
    "<!doctype html><html lang=en><meta name=viewport content='width=device-width'><title>A district</title>"
    f"<h1>Our schools</h1><main>{LINE}</main>"
)


@pytest.fixture
def priority(admin_client: Client) -> Any:
    """A priority with a pathway that leads there."""
    page = make.PriorityFactory(slug="early-reading", title="Early reading")
    make.PathwayFactory(title="First sounds", priority=page, stages=[stage(make.StackFactory())])
    page.save_revision().publish()
    return page


def district_page(desks: Desks, width: int) -> Page:
    """A visitor of the district's site, which stands on a port of its own and never changes its page."""
    page = desks.open(width)
    page.route(f"{DISTRICT}**", lambda route: route.fulfill(body=PAGE, content_type="text/html"))
    return page


def frame(page: Page) -> FrameLocator:
    """What the district's page shows now."""
    page.goto(DISTRICT)
    expect(page.locator("iframe")).to_be_visible()
    return page.frame_locator("iframe")


@pytest.mark.parametrize("width", [360, 1280])
def test_district_frame_follows_a_rename_and_tells_its_visitors_of_the_end(
    desks: Desks, admin_client: Client, priority: Any, width: int
) -> None:
    visitor = district_page(desks, width)
    expect(frame(visitor).get_by_role("heading", level=1)).to_have_text("Early reading")

    edit = edit_address(priority)
    send(admin_client, edit, form_at(admin_client, edit), {"slug": "reading-first", "title": "Reading first"})
    shown = frame(visitor)
    expect(shown.get_by_role("heading", level=1)).to_have_text("Reading first")
    expect(shown.get_by_role("link", name="First sounds").first).to_be_visible()

    with zeal_ignore():
        admin_client.post(reverse("wagtailadmin_pages:unpublish", args=[priority.pk]))
    gone = frame(visitor)
    expect(gone.get_by_role("heading", level=1)).to_have_text("This priority is no longer published")
    expect(gone.get_by_text("Reading first")).to_have_count(0)
    gone.get_by_role("link", name="priorities on record now").click()
    expect(visitor).to_have_url(f"{HERE}/priorities/")


def test_what_a_browser_keeps_is_called_as_it_is_now(desks: Desks) -> None:
    one = make.MicroCredentialFactory(slug="old", title="Phonics")
    make.PathwayFactory(slug="way", stages=[stage(make.StackFactory(members=[one]))])
    publish_as(one, "new")
    page = desks.open(360)
    page.goto(f"{HERE}/glossary/")
    page.evaluate("localStorage.setItem('stackway-held', '[\"old\", \"other\"]')")
    page.evaluate('sessionStorage.setItem(\'stackway-compare\', \'[{"slug": "old", "title": "Phonics"}]\')')
    page.goto(f"{HERE}/pathways/way/")
    expect(page.get_by_text("You hold 1 of 1")).to_be_visible()
    assert json.loads(page.evaluate("localStorage.getItem('stackway-held')")) == ["new", "other"]
    expect(page.get_by_role("link", name="Compare", exact=True).last).to_have_attribute(
        "href", "/compare/?c=new"
    )
