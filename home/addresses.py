"""How addresses are written: small letters, single slashes, and the site's own in front. No database."""

from __future__ import annotations

import re
from collections.abc import Iterator

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect, HttpResponseRedirect
from django.urls import Resolver404, resolve
from django.utils.encoding import escape_uri_path, iri_to_uri

SERVES_PAGES = "wagtail_serve"
"""The URL that answers for every page, whether there is one or not."""
SCHEME = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
SLASHES = re.compile(r"/{2,}")
MOUNTS = ("/api/v1", "/embed")
"""Below these stand other forms of what has an address of its own."""
NOT_PUBLIC = ("/admin/", "/documents/", "/media/", "/static/")
"""Sign-in, and files whose names are as they are."""
FILES = (".csv", ".ics", ".json")
"""How addresses of files for other programs end."""
MOST_PARTS = 8
"""Parts of a path that are looked up; no public address has more."""


def absolute(address: str) -> str:
    """A local address with the site's own in front, as every file and every machine is told it."""
    return address if SCHEME.match(address) else f"{settings.PUBLIC_URL}{address}"


def is_public(path: str) -> bool:
    """Whether a path is written by the rules for public addresses."""
    return not path.lower().startswith(NOT_PUBLIC)


def is_file(path: str) -> bool:
    """Whether a path is that of a file for other programs."""
    return path.lower().rstrip("/").endswith(FILES)


def plain(path: str) -> str:
    """The path in small letters with single slashes."""
    return SLASHES.sub("/", path).lower()


def is_view(path: str) -> bool:
    """Whether a view other than that of pages answers at this path."""
    try:
        return resolve(path).url_name != SERVES_PAGES
    except Resolver404:
        return False


def with_its_slash(path: str) -> str:
    """The path with or without a slash at its end, as what answers there is written; pages have one."""
    bare = path.rstrip("/")
    slashed = f"{bare}/"
    if is_view(path) or is_view(slashed):
        return path if is_view(path) else slashed
    return bare if is_view(bare) else slashed


def split_mount(path: str) -> tuple[str, str]:
    """The prefix of another form, if there is one, and the address it is a form of."""
    mount = next((one for one in MOUNTS if path.startswith(f"{one}/")), "")
    return mount, path.removeprefix(mount)


def above(path: str) -> Iterator[str]:
    """The path and every path above it, the longest first, without a slash at the end."""
    parts = path.strip("/").split("/")[:MOST_PARTS]
    for count in range(len(parts), 0, -1):
        yield f"/{'/'.join(parts[:count])}"


def query_of(request: HttpRequest) -> str:
    """What stands behind the path, with its question mark; empty where nothing does."""
    query = request.META.get("QUERY_STRING", "")
    return f"?{iri_to_uri(query)}" if query else ""


def written(path: str) -> str:
    """The path as a header writes it. One slash begins it, so that no browser takes it for another host."""
    return escape_uri_path(f"/{path.lstrip('/')}")


def led_to(location: str, *, for_good: bool = False) -> HttpResponse:
    """A redirect of any length; Django's own refuse to be made with an address as long as that of a plan."""
    response = HttpResponsePermanentRedirect("/") if for_good else HttpResponseRedirect("/")
    response.headers["Location"] = location
    return response
