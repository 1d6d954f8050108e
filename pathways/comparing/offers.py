"""What may be added to a comparison: found by typed words or a competency's code, or from the same stacks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from catalog.models import MicroCredentialPage
from home.alphabet import title_key
from home.folding import holds, words_looked_up
from home.nearest import words_near
from pathways.codes import aligned_to
from pathways.graph import Graph, StackNode

MOST_OFFERED = 8


@dataclass(frozen=True)
class Offers:
    """Micro-credentials that may be added, how many more there are, and near words where there are none."""

    pages: tuple[MicroCredentialPage, ...] = ()
    more: int = 0
    near: tuple[str, ...] = ()


def by_words(text: str, chosen: Iterable[int], hidden: Q, graph: Graph, today: date) -> Offers:
    """Those still offered whose title or issuer has these words, by title; none without a word.

    What proves a competency that the text names by its code comes first.
    """
    words = words_looked_up(text)
    if not words:
        return Offers()
    offered = MicroCredentialPage.objects.offered(today).exclude(hidden).exclude(pk__in=list(chosen))
    coded = aligned_to(graph, text)
    rows = list(offered.values_list("pk", "slug", "title", "issuer__title"))
    found = [
        (slug not in coded, title_key(title), key)
        for key, slug, title, issuer in rows
        if slug in coded or holds(words, title, issuer)
    ]
    if not found:
        return Offers(near=words_near(words, (text for row in rows for text in row[2:])))
    first = [key for _, _, key in sorted(found)[:MOST_OFFERED]]
    pages = MicroCredentialPage.objects.select_related("issuer").in_bulk(first)
    return Offers(tuple(pages[key] for key in first if key in pages), len(found) - len(first))


def neighbors(stacks: Iterable[StackNode], chosen: Iterable[int], hidden: Q, today: date) -> Offers:
    """Those still offered that stand in one of these stacks, in the stacks' order."""
    members = (slug for one in stacks for slug in one.rule.credentials())
    slugs = {slug: place for place, slug in enumerate(dict.fromkeys(members))}
    found = MicroCredentialPage.objects.offered(today).exclude(hidden).filter(slug__in=slugs)
    others = found.exclude(pk__in=list(chosen)).select_related("issuer")
    pages = sorted(others, key=lambda page: slugs[page.slug])
    return Offers(tuple(pages[:MOST_OFFERED]), max(len(pages) - MOST_OFFERED, 0))
