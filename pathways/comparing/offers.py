"""What may be added to a comparison: found by typed words, or from the same stacks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q

from catalog.models import MicroCredentialPage
from home.querysets import typed_words, with_words
from pathways.graph import StackNode

MOST_OFFERED = 8
COLUMNS = ("title", "issuer__title")


@dataclass(frozen=True)
class Offers:
    """Micro-credentials that may be added, and how many more there are."""

    pages: tuple[MicroCredentialPage, ...] = ()
    more: int = 0


def by_words(text: str, chosen: Iterable[int], hidden: Q) -> Offers:
    """Those still offered whose title or issuer has these words, by title; none without a word."""
    if not typed_words(text):
        return Offers()
    found = with_words(MicroCredentialPage.objects.current().exclude(hidden), text, COLUMNS)
    found = found.exclude(pk__in=list(chosen)).select_related("issuer").order_by("title", "pk")
    first = tuple(found[:MOST_OFFERED])
    return Offers(first, found.count() - len(first))


def neighbors(stacks: Iterable[StackNode], chosen: Iterable[int], hidden: Q) -> Offers:
    """Those still offered that stand in one of these stacks, in the stacks' order."""
    members = (slug for one in stacks for slug in one.rule.credentials())
    slugs = {slug: place for place, slug in enumerate(dict.fromkeys(members))}
    found = MicroCredentialPage.objects.current().exclude(hidden).filter(slug__in=slugs)
    others = found.exclude(pk__in=list(chosen)).select_related("issuer")
    pages = sorted(others, key=lambda page: slugs[page.slug])
    return Offers(tuple(pages[:MOST_OFFERED]), max(len(pages) - MOST_OFFERED, 0))
