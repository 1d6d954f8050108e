"""Where an address leads that nothing answers at: what moved, and what is written otherwise.

Asked only where the answer would be “not found”, so that nothing that works is slowed or changed.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Site

from home import moved
from home.addresses import (
    above,
    is_public,
    is_view,
    led_to,
    plain,
    query_of,
    split_mount,
    with_its_slash,
    written,
)

HOPS = 4
"""Redirects that are followed at once: old addresses lead to where a record is now, not along its way."""


@dataclass(frozen=True)
class Elsewhere:
    """Where to go. What holds for this visitor alone, or for a while, is not for good."""

    location: str
    for_good: bool = True

    def response(self) -> HttpResponse:
        """The redirect."""
        return led_to(self.location, for_good=self.for_good)


def elsewhere(request: HttpRequest) -> Elsewhere | None:
    """Where a visitor finds what was asked for; None where that is nowhere."""
    if request.method not in ("GET", "HEAD") or not is_public(request.path_info):
        return None
    search = Search(request, Site.find_for_request(request))
    found = search.typed() or search.moved() or search.respelled()
    return found if found and found.location != written(request.path_info) + query_of(request) else None


def ways(path: str) -> dict[str, str]:
    """The paths whose redirects lead on from here, the longest first, each with what stands before it."""
    mount, address = split_mount(path)
    return dict.fromkeys(above(path), "") | (dict.fromkeys(above(address), mount) if mount else {})


class Search:
    """Looks for what an address was meant for; every step is one query, and there are few."""

    def __init__(self, request: HttpRequest, site: Site | None) -> None:
        self.request = request
        self.site = site
        self.path = plain(request.path_info)
        self.for_good = True

    def local(self, path: str) -> Elsewhere:
        """A place on this site, with what was asked of it."""
        return Elsewhere(f"{written(with_its_slash(path))}{query_of(self.request)}", self.for_good)

    @cached_property
    def asked(self) -> list[str]:
        """The address as an editor may have typed it: with its query or without, or in small letters."""
        full, bare = self.request.get_full_path(), written(self.request.path_info)
        return [Redirect.normalise_path(full), Redirect.normalise_path(bare), self.path.rstrip("/")]

    @cached_property
    def first_rows(self) -> dict[str, Redirect]:
        """The redirects of the address and of what stands above it."""
        return moved.rows_at({*self.asked, *ways(self.path)}, self.site)

    def typed(self) -> Elsewhere | None:
        """Where an editor's own redirect of just this address leads, be it to another site."""
        row = next((self.first_rows[one] for one in self.asked if one in self.first_rows), None)
        if row is None or row.automatically_created:
            return None
        target = self.target(row)
        if not target or target.startswith("/"):
            return self.local(target) if target else None
        return Elsewhere(target, self.for_good)

    def moved(self) -> Elsewhere | None:
        """Where it, or what stands above it, has moved."""
        path = self.path
        for _ in range(HOPS):
            step = self.step(path)
            if step is None:
                break
            path, row = step
            if row.redirect_page_id and path.endswith("/"):
                return self.local(path)
        return self.local(path) if path != self.path and self.is_there(path) else None

    def step(self, path: str) -> tuple[str, Redirect] | None:
        """The path after one redirect of it, or of what stands above it, and the redirect."""
        tried = ways(path)
        rows = self.first_rows if path == self.path else moved.rows_at(tried, self.site)
        for old, prefix in tried.items():
            target = self.target(rows[old]) if old in rows else None
            if target and target.startswith("/"):
                rest = path.removeprefix(prefix).removeprefix(old)
                return f"{prefix}{target.rstrip('/')}{rest or '/'}", rows[old]
        return None

    def target(self, row: Redirect) -> str | None:
        """Where a redirect leads: this site's address, another's, or none that this visitor may read."""
        self.for_good = self.for_good and row.is_permanent
        page = row.redirect_page
        if page is None:
            return str(row.redirect_link).removeprefix(settings.PUBLIC_URL) or None
        restrictions = page.get_view_restrictions() if page.live else ()
        if not page.live or not all(one.accept_request(self.request) for one in restrictions):
            return None
        self.for_good = self.for_good and not restrictions
        address: str | None = row.link if row.redirect_page_route_path else page.get_url(self.request)
        return address

    def respelled(self) -> Elsewhere | None:
        """The same address in small letters, with the slashes it should have, if something stands there."""
        path = with_its_slash(self.path)
        return self.local(path) if path != self.request.path_info and self.is_there(path) else None

    def is_there(self, path: str) -> bool:
        """Whether a view answers at a path, or a public page or a list of records may."""
        path = with_its_slash(path)
        if is_view(path):
            return True
        if self.site is None:
            return False
        place = f"{self.site.root_page.url_path}{path[1:]}"
        above_it = place.rstrip("/").rpartition("/")[0] + "/"
        places = [place] if above_it == self.site.root_page.url_path else [place, above_it]
        return bool(Page.objects.live().filter(url_path__in=places).exists())
