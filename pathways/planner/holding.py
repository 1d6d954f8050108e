"""What somebody holds who says that whole stacks are finished."""

from __future__ import annotations

from collections.abc import Iterable

from catalog.rules import surely_held
from pathways.graph import Graph


def held_with(graph: Graph, stacks: Iterable[str]) -> tuple[frozenset[str], frozenset[str]]:
    """The micro-credentials and stacks (slugs) that somebody surely holds who finished these stacks.

    What a stack builds on is not among them: a plan asks for it as it does where all members are held. A list
    of interest inside is none of them either: nobody finishes one.
    """
    found = [surely_held(graph.stacks[slug].rule) for slug in stacks]
    credentials = frozenset(slug for members, _ in found for slug in members)
    finished = {slug for _, slugs in found for slug in slugs if slug in graph.stacks}
    return credentials, frozenset(slug for slug in finished if not graph.stacks[slug].is_selection)
