"""Addresses that pages and records had before: noted with the change, looked up in one place.

Both are rows of Wagtail's redirects, which editors see and may add to. A page's row names the page, so that
it holds however often the page moves; a record's row names its address, and is written anew with that.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any, TypeVar

from django.db.models import Q, QuerySet
from django.http import QueryDict
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Site
from wagtail.query import PageQuerySet

from home.querysets import closed

AnyPage = TypeVar("AnyPage", bound=Page)

MOST_VALUES = 50
"""Values of one parameter that are looked up."""
LONGEST = 255
"""Signs of an address that a redirect can hold."""

RecordName = tuple[str, str]
"""The folder of a kind and a slug, such as “topics” and “mathematics”."""


def old_path(folder: str, slug: str) -> str:
    """The address that a record had, as redirects keep it; empty where none can have had it."""
    path = f"/{folder}/{slug}"
    fits = slug and len(path) <= LONGEST and not {"/", "?", ";", "\0"} & set(slug)
    return path if fits else ""


def automatic() -> QuerySet[Redirect]:
    """The rows that nobody typed."""
    rows: QuerySet[Redirect] = Redirect.objects.filter(automatically_created=True)
    return rows


def rows_at(paths: Collection[str], site: Site | None = None) -> dict[str, Redirect]:
    """The redirect of each path that has one; one query. A site's own comes before one for all sites."""
    wanted = [path for path in paths if len(path) <= LONGEST and "\0" not in path]
    rows = Redirect.get_for_site(site).filter(old_path__in=wanted).select_related("redirect_page")
    ordered = rows.order_by("site_id", "-automatically_created", "pk")
    found = sorted(ordered, key=lambda row: row.site_id is not None)
    return {row.old_path: row for row in found}


def slugs_now(names: Iterable[RecordName], site: Site | None = None) -> dict[RecordName, str]:
    """The slugs that public pages and records have now, by a folder and a slug they had before.

    No query for none; else three, for any number.
    """
    paths = {path: name for name in names if (path := old_path(*name))}
    rows = rows_at(paths, site) if paths else {}
    if not rows:
        return {}
    pages = Page.objects.live().public().filter(pk__in=[row.redirect_page_id for row in rows.values()])
    slugs = dict(pages.values_list("pk", "slug"))
    found = {paths[path]: slug_of(row, slugs) for path, row in rows.items()}
    return {name: slug for name, slug in found.items() if slug}


def with_slugs_now(
    params: QueryDict, folders: Mapping[str, str], known: Mapping[str, Collection[str]]
) -> QueryDict:
    """The parameters with the slugs that records have now; `folders` tells what a parameter names.

    Values that are known stay as they are. No query where all are.
    """
    given = {name: params.getlist(name)[:MOST_VALUES] for name in folders}
    old = {(folders[name], one) for name, values in given.items() for one in values if one not in known[name]}
    now = slugs_now(old)
    if not now:
        return params
    changed = params.copy()
    for name, folder in folders.items():
        changed.setlist(name, [now.get((folder, one), one) for one in params.getlist(name)])
    return changed


def slug_of(row: Redirect, slugs: dict[int, str]) -> str:
    """The slug at the end of where a redirect leads; empty where that is no public page or record."""
    if row.redirect_page_id:
        return slugs.get(row.redirect_page_id, "")
    return str(row.redirect_link).strip("/").rpartition("/")[2] if row.redirect_link.startswith("/") else ""


def unpublished(model: type[Page] = Page) -> PageQuerySet:
    """The pages of a kind that were public and are published no more, but for those that are closed."""
    return model.objects.not_live().exclude(closed()).filter(first_published_at__isnull=False)


def gone_page(model: type[AnyPage], folder: str, slug: str) -> AnyPage | None:
    """What was public under a slug, now or before, and is published no more."""
    path = old_path(folder, slug)
    if not path:
        return None
    rows = Redirect.objects.filter(old_path=path, automatically_created=True).values("redirect_page_id")
    found: AnyPage | None = unpublished(model).filter(Q(slug=slug) | Q(pk__in=rows)).first()
    return found


def note_record(folder: str, before: str, after: str) -> None:
    """A record that is no page has another slug."""
    note_taken([f"/{folder}/{after}"])
    automatic().filter(redirect_link=f"/{folder}/{before}/").update(redirect_link=f"/{folder}/{after}/")
    automatic().filter(old_path=f"/{folder}/{before}").delete()
    link = f"/{folder}/{after}/"
    Redirect.objects.create(old_path=f"/{folder}/{before}", redirect_link=link, automatically_created=True)


def forget_record(folder: str, slug: str) -> None:
    """A record is gone: no address leads to whatever stands there later."""
    automatic().filter(redirect_link=f"/{folder}/{slug}/").delete()


def note_taken(paths: Iterable[str]) -> None:
    """Something is public at these addresses again, so that they are nobody's old ones."""
    automatic().filter(old_path__in=[path for path in paths if len(path) <= LONGEST]).delete()


def note_page(before: str, after: str) -> None:
    """A page, and all below it, stand elsewhere; both are places in the tree (`url_path`).

    What was never public had no address to keep.
    """
    was_public = Q(first_published_at__isnull=False) | Q(live=True)
    rows = list(Page.objects.filter(was_public, url_path__startswith=before).values_list("pk", "url_path"))
    roots = list(Site.objects.values_list("pk", "root_page__url_path"))
    redirects = [
        redirect
        for site, root in roots
        if before.startswith(root) and after.startswith(root) and before != root
        for key, place in rows
        if (redirect := page_redirect(key, site, place.removeprefix(root)))
    ]
    taken = [after + place.removeprefix(before) for _, place in rows]
    note_taken([path_in(place, root) for _, root in roots for place in taken if place.startswith(root)])
    note_taken([redirect.old_path for redirect in redirects])
    Redirect.objects.bulk_create(redirects, ignore_conflicts=True)


def path_in(place: str, root: str) -> str:
    """The address of a place in the tree of a site, as redirects keep it."""
    return f"/{place.removeprefix(root)}".rstrip("/")


def page_redirect(key: int, site: int, below: str) -> Redirect | None:
    """A redirect to a page from a place below the site's root, if one can hold it."""
    path = f"/{below}".rstrip("/")
    fits = path and len(path) <= LONGEST
    return (
        Redirect(old_path=path, site_id=site, redirect_page_id=key, automatically_created=True)
        if fits
        else None
    )


def page_saved(instance: Any, update_fields: Collection[str] | None = None, **_: Any) -> None:
    """Before a page is written: note where it stood, in the transaction of the change.

    Wagtail would note it once the change is certain, and lose it with a process that ends in between.
    """
    if not isinstance(instance, Page) or not names_place(update_fields):
        return
    row = Page.objects.filter(pk=instance.pk).values_list("url_path", "live").first()
    before, was_live = row or ("", False)
    if before and before != instance.url_path:
        note_page(before, instance.url_path)
    elif instance.live and not was_live:
        roots = Site.objects.values_list("root_page__url_path", flat=True)
        place = instance.url_path
        note_taken([path_in(place, root) for root in roots if place.startswith(root)])


def names_place(update_fields: Collection[str] | None) -> bool:
    """Whether a save writes where a page stands, or whether it is public."""
    return update_fields is None or bool({"slug", "url_path", "live"} & {*update_fields})
