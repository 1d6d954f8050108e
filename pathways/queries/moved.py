"""Addresses that records had before: a link from an older catalog still finds them."""

from __future__ import annotations

from collections.abc import Iterable

from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Site

from pathways.graph import Graph, Kind

FOLDERS = {
    Kind.MICRO_CREDENTIAL: "micro-credentials",
    Kind.STACK: "stacks",
    Kind.PATHWAY: "pathways",
    Kind.PRIORITY: "priorities",
    Kind.ROLE: "roles",
}


def moved(names: Iterable[str], graph: Graph, site: Site | None) -> dict[str, str]:
    """The ids that records have now, by ids such as “stack:old-slug” that are not in the graph.

    One query, or none where every id is on record.
    """
    paths = {path: name for name in names if name not in graph.nodes and (path := old_path(name))}
    if not paths:
        return {}
    now = {node.key: node.id for node in graph.nodes.values() if node.kind in FOLDERS}
    rows = Redirect.get_for_site(site).filter(old_path__in=paths, redirect_page__isnull=False)
    found = rows.values_list("old_path", "redirect_page_id")
    return {paths[path]: now[key] for path, key in found if key in now}


def old_path(name: str) -> str:
    """The address that an id had, as redirects keep it; empty where no page can have had it."""
    kind, _, slug = name.partition(":")
    if kind not in FOLDERS or not slug or len(slug) > 255 or "\0" in slug:
        return ""
    return str(Redirect.normalise_path(f"/{FOLDERS[Kind(kind)]}/{slug}/"))
