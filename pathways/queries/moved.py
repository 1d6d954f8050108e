"""Ids that records had before: a link from an older catalog still finds them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Site

from home.moved import old_path, rows_at
from pathways.graph import Graph, Kind, Node

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
    paths = {path: name for name in names if name not in graph.nodes for path in old_paths(name, graph)}
    if not paths:
        return {}
    now = {node.key: node.id for node in graph.nodes.values() if node.kind in FOLDERS}
    rows = rows_at(paths, site)
    return {
        paths[path]: now[row.redirect_page_id] for path, row in rows.items() if row.redirect_page_id in now
    }


@dataclass(frozen=True)
class Renamed:
    """A record of the graph by a slug that it had, and that no other of its kind has now."""

    node: Node
    was: str


def renamed(graph: Graph) -> list[Renamed]:
    """Every slug that records of the graph had before; one query."""
    nodes = {node.key: node for node in graph.nodes.values() if node.kind in FOLDERS}
    rows = Redirect.objects.filter(automatically_created=True, redirect_page__isnull=False)
    found = {
        (nodes[key].kind, slug): Renamed(nodes[key], slug)
        for path, key in rows.order_by("pk").values_list("old_path", "redirect_page_id")
        if key in nodes and (slug := path.rpartition("/")[2])
    }
    return [one for (kind, was), one in found.items() if f"{kind}:{was}" not in graph.nodes]


def old_paths(name: str, graph: Graph) -> list[str]:
    """The addresses that an id may have had, also below a list that moved; none where no page can have."""
    kind, _, slug = name.partition(":")
    if kind not in FOLDERS:
        return []
    listed = next((node.url for node in graph.nodes.values() if node.kind == kind), "")
    folders = {FOLDERS[Kind(kind)], listed.strip("/").rpartition("/")[0]}
    return [path for folder in sorted(filter(None, folders)) if (path := old_path(folder, slug))]
