"""Editions of the graph's micro-credentials, by slug: plain data in, plain data out."""

from __future__ import annotations

from catalog.editions import Edition
from pathways.graph import Graph


def editions_by_slug(graph: Graph) -> dict[str, list[str]]:
    """The other public editions of each micro-credential that has some."""
    families = graph.editions.families
    known = {node.key: node.slug for node in graph.credentials.values() if node.key in families}
    found = {
        slug: [known[one] for one in graph.editions.others(key) if one in known]
        for key, slug in known.items()
    }
    return {slug: others for slug, others in found.items() if others}


def related(graph: Graph, held: str, asked: str) -> Edition | None:
    """How what is held stands to what is asked for; None where they are no editions of one another."""
    return graph.editions.related(graph.credentials[held].key, graph.credentials[asked].key)
