"""What is aligned to the competencies that a typed text names by their code."""

from __future__ import annotations

from functools import lru_cache

from catalog.codes import Coded, Codes, with_parts
from pathways.graph import Graph


@lru_cache(maxsize=2)
def codes_of(graph: Graph) -> Codes:
    """The codes of a graph's competencies."""
    return Codes(
        Coded(node.key, node.code, node.title.removeprefix(node.code), node.framework)
        for node in graph.competencies.values()
    )


def aligned_to(graph: Graph, text: str) -> frozenset[str]:
    """The slugs of the micro-credentials that prove a competency which the text names, or a part of it."""
    competencies = graph.competencies.values()

    def parts_of(keys: set[int]) -> list[int]:
        return [node.key for node in competencies if node.parent in keys]

    keys = with_parts((one.key for one in codes_of(graph).named_in(text)), parts_of)
    named = {node.slug for node in competencies if node.key in keys}
    return frozenset(slug for slug, proved in graph.aligned.items() if not named.isdisjoint(proved))
