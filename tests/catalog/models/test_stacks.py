"""Stacks as pages: what was public is found again."""

import pytest
from django.test import Client

from catalog.models import StackIndexPage
from tests.editing import publish_as
from tests.factories import IssuerFactory, MicroCredentialFactory, StackFactory

pytestmark = pytest.mark.django_db


def test_a_page_that_moves_leaves_a_redirect(client: Client) -> None:
    publish_as(StackFactory(slug="old", members=(MicroCredentialFactory(),)), "new")
    response = client.get("/stacks/old/")
    assert (response.status_code, response["Location"]) == (301, "/stacks/new/")
    assert client.get("/stacks/new/").status_code == 200


def test_a_list_that_moves_takes_its_pages_along(client: Client) -> None:
    stack = StackFactory(slug="one")
    publish_as(StackIndexPage.objects.get(), "sets")
    response = client.get("/stacks/one/")
    assert (response.status_code, response["Location"]) == (301, "/sets/one/")
    stack.refresh_from_db()
    assert stack.url_path.endswith("/sets/one/")


def test_a_retired_record_stays_and_names_its_successor(client: Client) -> None:
    old = MicroCredentialFactory(title="First edition", slug="first", last_day_to_start="2026-03-01")
    MicroCredentialFactory(title="Second edition", replaces=old, version="2")
    text = client.get("/micro-credentials/first/").content.decode()
    assert "No longer offered" in text
    assert "March 1, 2026" in text
    assert "Second edition, version 2" in text


def test_a_selection_shows_no_total_and_no_pile(client: Client) -> None:
    StackFactory(slug="list", stack_kind="selection", members=(MicroCredentialFactory(title="Named"),))
    text = client.get("/stacks/list/").content.decode()
    assert "A list of interest, not a set to be earned together" in text
    assert "Named" in text
    assert "To earn" not in text
    assert 'class="pile' not in text


def test_made_up_records_say_so_first(client: Client) -> None:
    StackFactory(slug="made-up", issuer=IssuerFactory(demonstration=True))
    text = client.get("/stacks/made-up/").content.decode()
    assert text.index("Demonstration.") < text.index("<h1>")
    assert 'name="robots" content="noindex"' in text


def test_notes_for_maintainers_are_never_shown(client: Client) -> None:
    StackFactory(slug="noted", maintainer_note="SECRET NOTE", source_ref="SECRET REFERENCE")
    assert "SECRET" not in client.get("/stacks/noted/").content.decode()
