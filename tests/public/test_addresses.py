"""Every public address has a row in the registry, and keeps to its budget of queries."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import URLPattern, URLResolver, get_resolver
from wagtail.contrib.routable_page.models import RoutablePageMixin
from wagtail.models import Page, get_page_models

from search.indexing import put_off
from tests.public.addresses import ADDRESSES, PublicAddress

NOT_OURS = ("admin/", "documents/", "media/")
"""Wagtail's own, behind sign-in or serving files."""

SERVES_PAGES = "wagtail_serve"


def urls(patterns: list[URLPattern | URLResolver]) -> Iterator[str]:
    """The names of all public URLs, or the address of one without a name."""
    for pattern in patterns:
        if str(pattern.pattern).startswith(NOT_OURS):
            continue
        if isinstance(pattern, URLResolver):
            yield from urls(pattern.url_patterns)
        elif pattern.name != SERVES_PAGES:
            yield pattern.name or str(pattern.pattern)


def routes(model: type[Page]) -> Iterator[str]:
    """A page model and its routes below its own address."""
    yield model._meta.label
    if issubclass(model, RoutablePageMixin):
        for route in model.get_subpage_urls():
            if route.name != "index_route":
                yield f"{model._meta.label}:{route.name}"


def public() -> set[str]:
    """Everything a visitor can reach, each by the name the registry gives it."""
    pages = [model for model in get_page_models() if model is not Page]
    return {*urls(get_resolver().url_patterns), *(name for model in pages for name in routes(model))}


def test_registry_has_every_public_address() -> None:
    assert public() - {row.covers for row in ADDRESSES} == set()


def test_registry_has_nothing_that_is_gone() -> None:
    errors = {"handler404", "handler500"}
    assert {row.covers for row in ADDRESSES} - errors - public() == set()


FILLED = [row for row in ADDRESSES if row.status != 500]


def queries(client: Client, row: PublicAddress, rows: int) -> int:
    """How many queries the address takes with so many rows, caches being warm."""
    with put_off():
        address = row.fill(rows)
    assert client.get(address).status_code == row.status
    with CaptureQueriesContext(connection) as captured:
        client.get(address)
    return len(captured)


@pytest.mark.django_db
@pytest.mark.usefixtures("quick_filling")
@pytest.mark.parametrize("row", FILLED, ids=str)
def test_queries_do_not_grow_with_the_rows(client: Client, row: PublicAddress) -> None:
    few, many = queries(client, row, 1), queries(client, row, 30)
    assert few == many
    assert many <= row.budget, "Ask less, or say in the registry why it needs more."
