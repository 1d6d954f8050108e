"""What stands around every page: settings, navigation, where the page is. Few queries, whatever the rows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from zlib import crc32

from django.db import DatabaseError
from django.db.models import Q
from django.http import HttpRequest
from wagtail.models import Page, Site

from home.folding import folded
from home.models import GuideIndexPage, ProsePage, SiteSettings

MENU_SIZE = 6
KEY = "stackway_shell"


@dataclass(frozen=True, slots=True)
class Link:
    """A link of the navigation. `current` is "page", "true" (a page below it is open) or empty."""

    title: str
    url: str
    current: str = ""


@dataclass(frozen=True)
class Shell:
    """What the frame of a page shows; empty when there is no site to ask."""

    settings: SiteSettings = field(default_factory=SiteSettings)
    menu: tuple[Link, ...] = ()
    rest: tuple[Link, ...] = ()

    @property
    def theme_version(self) -> str:
        """Changes with the colors the state has set; empty when it has set none."""
        colors = {**self.settings.colors, "--link-dark": self.settings.link_dark}
        return f"{crc32(repr(sorted(colors.items())).encode()):x}" if any(colors.values()) else ""


def shell_for(request: HttpRequest) -> Shell:
    """The frame of this request's page, made once. Without a database the page comes without links."""
    kept: dict[str, Shell] = vars(request)
    if KEY not in kept:
        try:
            kept[KEY] = read_shell(request)
        except DatabaseError:
            kept[KEY] = Shell()
    return kept[KEY]


def read_shell(request: HttpRequest) -> Shell:
    """Ask the database: the settings, the pages below the home page, the prose of the footer."""
    site = Site.find_for_request(request)
    if site is None:
        return Shell()
    prose = list(ProsePage.objects.live().filter(in_footer=True).order_by("path"))
    below = Page.objects.child_of(site.root_page).live().order_by("path")
    left_out = Q(pk__in=ProsePage.objects.values("pk")) | Q(
        pk__in=GuideIndexPage.without_guides().values("pk")
    )
    pages = list(below.exclude(left_out))
    menu = [page for page in pages if page.show_in_menus][:MENU_SIZE] or pages[:MENU_SIZE]
    rest = [page for page in pages if page not in menu]
    return Shell(
        SiteSettings.for_request(request),
        links(request, menu),
        links(request, sorted(rest, key=title) + prose),
    )


def title(page: Page) -> str:
    """For sorting from A to Z."""
    return folded(page.title)


def links(request: HttpRequest, pages: Iterable[Page]) -> tuple[Link, ...]:
    """Links to these pages, telling which one the visitor is on or below."""
    return tuple(
        Link(page.title, url, current(request.path, url)) for page in pages if (url := page.get_url(request))
    )


def current(path: str, url: str) -> str:
    """The value of `aria-current` for a link, read at this path."""
    if path == url:
        return "page"
    return "true" if path.startswith(url) else ""


def trail(request: HttpRequest, page: Page | None, *, is_record: bool = False) -> tuple[Link, ...]:
    """Links to what stands above a page, from the home page down; a record stands below its index page."""
    site = Site.find_for_request(request)
    if page is None or page.pk is None or site is None or page.depth <= site.root_page.depth - is_record:
        return ()
    above = page.get_ancestors(inclusive=is_record).filter(depth__gte=site.root_page.depth)
    home, *rest = links(request, above)
    return (Link("Home", home.url), *rest)
