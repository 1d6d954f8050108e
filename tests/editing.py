"""What tests of editors share: forms sent as a browser sends them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import QueryDict
from django.test import Client, TestCase
from django.urls import reverse
from wagtail.models import Page
from wagtail.test.utils.form_data import querydict_from_html
from zeal import zeal_ignore

from tests.factories import room

AS_WAGTAIL_ASKS = [{"model": "*", "field": "get()"}]
"""Wagtail's page choosers look each chosen page up by itself."""


def edit_address(page: Page) -> str:
    """Where a page is edited."""
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def add_address(model: type[Page], index: type[Page]) -> str:
    """Where a page of a kind is made, in the room of its index."""
    return reverse(
        "wagtailadmin_pages:add", args=[model._meta.app_label, model._meta.model_name, room(index).pk]
    )


def form_at(client: Client, address: str) -> QueryDict:
    """The page form at an address as a browser would send it back unchanged, but for its prose."""
    with zeal_ignore(AS_WAGTAIL_ASKS):
        text = client.get(address).content.decode()
    sent: QueryDict = querydict_from_html(text, form_id="page-edit-form").copy()
    for name in ("body", "research"):
        sent.setdefault(f"{name}-count", "0")  # a script fills in the blocks of prose
    return sent


def send(
    client: Client, address: str, form: QueryDict, changes: Mapping[str, Any], *, publish: bool = True
) -> str:
    """Send the form with these changes, as a draft or to be published; the answer's text."""
    sent = form.copy()
    for name, value in changes.items():
        sent[name] = value
    if publish:
        sent["action-publish"] = "Publish"
    with zeal_ignore(AS_WAGTAIL_ASKS):
        response = client.post(address, sent, follow=True)
    assert response.status_code == 200
    return response.content.decode()


def publish_as(page: Any, slug: str) -> None:
    """Publish the page under another slug; Wagtail writes redirects once that is certain, one by one."""
    page.slug = slug
    with zeal_ignore(), TestCase.captureOnCommitCallbacks(execute=True):
        page.save_revision().publish()
