"""What is said at an address that nothing answers at: what moved, what is written otherwise, what is gone.

Asked only where the answer would be “not found”, so that nothing that works is slowed or changed.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from django.conf import settings
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.encoding import escape_uri_path
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Site
from wagtail.wagtail_hooks import check_view_restrictions

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
from home.gone import gone
from home.models import RecordIndexPage

HOPS = 4
"""Redirects that are followed at once: old addresses lead to where a record is now, not along its way."""


@dataclass(frozen=True)
class Elsewhere:
    """Where to go. What holds for this visitor alone, or for a while, is not for good."""

    location: str
    for_good: bool = True

    def response(self) -> HttpResponse:
        """The redirect. It is asked for anew each time: what was renamed may get its old address back."""
        response = led_to(self.location, for_good=self.for_good)
        response.headers["Cache-Control"] = "no-cache"
        return response


def instead(request: HttpRequest) -> HttpResponse | None:
    """The answer in place of “not found”; None where nothing is or was here, or nothing may be told of it."""
    if request.method not in ("GET", "HEAD") or not is_public(request.path_info):
        return None
    search = Search(request, Site.find_for_request(request))
    found = search.typed() or search.moved() or search.respelled()
    if found and found.location != f"{escape_uri_path(request.path_info)}{query_of(request)}":
        return found.response()
    if split_mount(search.path)[0]:
        return None  # data and frames ask for no sign-in, and tell by themselves what is gone
    if search.closed:
        return asked_to_sign_in(search.closed, request)
    page = search.gone()
    return gone(request, page) if page else None


def asked_to_sign_in(page: Page, request: HttpRequest) -> HttpResponse:
    """What a closed page asks of its visitor, who stays at the old address."""
    ask = check_view_restrictions(lambda opened, *_: led_to(opened.url))
    asked: HttpResponse = ask(page, request, (), {})
    return asked.render() if isinstance(asked, TemplateResponse) else asked


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
        self.closed: Page | None = None
        """What stands there now and asks its visitor to sign in."""

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
        if not all(one.accept_request(self.request) for one in restrictions):
            self.closed = page
        if not page.live or self.closed:
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
        place = self.place(path)
        above_it, _, slug = place.rstrip("/").rpartition("/")
        pages = Page.objects.live().filter(url_path__in=[place, f"{above_it}/"])
        return any(page.url_path == place or has_record(page, slug) for page in pages)

    def place(self, path: str) -> str:
        """Where a page of this path stands in the tree."""
        root: str = self.site.root_page.url_path if self.site else ""
        return f"{root}{path.strip('/')}/".replace("//", "/")

    def gone(self) -> Page | None:
        """What was public here, or above where a view answers, and is published no more; nothing closed."""
        paths = [*above(self.path)][: None if is_view(self.path) else 1]
        moved_here = [self.first_rows[one].redirect_page_id for one in paths if one in self.first_rows]
        places = [self.place(one) for one in paths] if self.site else []
        return moved.unpublished().filter(Q(url_path__in=places) | Q(pk__in=moved_here)).first()


def has_record(page: Page, slug: str) -> bool:
    """Whether a page is a list of records with one of this slug."""
    listed = issubclass(page.specific_class, RecordIndexPage) and page.specific_class
    return bool(listed and listed().records().filter(slug=slug).exists())
