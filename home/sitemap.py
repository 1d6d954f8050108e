"""Everything that the public may read, for search engines: pages, and records that are no pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit

from django.apps import apps
from django.conf import settings
from django.contrib.sitemaps import Sitemap
from wagtail.models import Page, Site

from home.models import RecordIndexPage

MOST = 50_000
"""Addresses of one file at the most (sitemaps.org)."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A public address of this site, and when what stands there last changed, if that is known."""

    path: str
    changed: datetime | None


class PublicSitemap(Sitemap[Entry]):
    """A list of addresses in files of `MOST`, each with the site's own address in front."""

    def __init__(self, listed: list[Entry]) -> None:
        self.listed = listed
        self.limit = MOST
        self.protocol = urlsplit(settings.PUBLIC_URL).scheme

    def items(self) -> list[Entry]:
        """All of them."""
        return self.listed

    def location(self, item: Entry) -> str:
        """Its path."""
        return item.path

    def lastmod(self, item: Entry) -> datetime | None:
        """When it last changed."""
        return item.changed

    def get_domain(self, site: object = None) -> str:
        """What stands between `https://` and the path, whatever host was asked."""
        return settings.PUBLIC_URL.partition("://")[2]


def entries(site: Site | None) -> Iterator[Entry]:
    """Every address that the public may read; a fixed number of queries."""
    if site is None:
        return
    root = site.root_page.url_path
    pages = Page.objects.live().public().descendant_of(site.root_page, inclusive=True).order_by("path")
    lists: dict[int, str] = {}
    for key, place, changed in pages.values_list("pk", "url_path", "last_published_at"):
        lists[key] = f"/{place.removeprefix(root)}"
        yield Entry(lists[key], changed)
    for model in record_lists():
        for key in model.objects.values_list("pk", flat=True):
            if key in lists:
                yield from records(model, lists[key])


def record_lists() -> list[type[RecordIndexPage]]:
    """The kinds of lists whose rows are records."""
    return [model for model in apps.get_models() if issubclass(model, RecordIndexPage)]


def records(model: type[RecordIndexPage], above: str) -> Iterator[Entry]:
    """The addresses of the records below a list; one query."""
    rows = model().records().prefetch_related(None).order_by("pk")
    columns = ("slug", model.record_changed) if model.record_changed else ("slug",)
    for slug, *changed in rows.values_list(*columns):
        yield Entry(f"{above}{slug}/", changed[0] if changed else None)
