"""Until when records are offered, and what takes their place: read from the database for pages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Q
from wagtail.models import Page

from catalog.facts import StackFacts
from catalog.models import MicroCredentialPage
from catalog.succession import Edition, Heir, Succession, succession
from home.alphabet import titled
from home.querysets import for_everybody


@dataclass(frozen=True)
class NotForEver:
    """The pages of what a stack names that is no longer offered, and of what is until a day on record."""

    retired: list[MicroCredentialPage]
    closing: list[MicroCredentialPage]


def not_for_ever(facts: StackFacts) -> NotForEver:
    """What of a stack is not offered without an end; no query where there is none."""
    retired, closing = set(facts.retired), facts.closing
    named = [*retired, *closing]
    found = MicroCredentialPage.objects.filter(for_everybody(), slug__in=named) if named else ()
    pages = sorted(found, key=titled)
    return NotForEver(
        [page for page in pages if page.slug in retired], [page for page in pages if page.slug not in retired]
    )


def successions(
    pages: Collection[MicroCredentialPage], on: date, hidden: Q | None = None
) -> dict[int, Succession[MicroCredentialPage]]:
    """What takes the place of each of these, by key; one query, two more where anything does.

    `hidden` are the pages that not everybody may read, where they were asked for already.
    """
    rows = MicroCredentialPage.objects.exclude(replaces=None).order_by("title", "pk")
    after: dict[int, list[int]] = defaultdict(list)
    for key, earlier in rows.values_list("pk", "replaces_id"):
        after[earlier].append(key)
    found = following([page.pk for page in pages if page.pk], after)
    editions = read_editions(found, on, hidden)
    return {page.pk: succession(page.pk, after, editions) for page in pages}


def following(keys: Iterable[int], after: Mapping[int, Collection[int]]) -> set[int]:
    """All that come after these, at any distance."""
    found: set[int] = set()
    pending = list(keys)
    while pending:
        new = set(after.get(pending.pop(), ())) - found
        found |= new
        pending += new
    return found


def read_editions(
    keys: Collection[int], on: date, hidden: Q | None
) -> dict[int, Edition[MicroCredentialPage]]:
    """Those of these that everybody may read, with whether they are offered on a day."""
    if not keys:
        return {}
    closed = Page.objects.all().private_q() if hidden is None else hidden
    pages = MicroCredentialPage.objects.live().exclude(closed).filter(pk__in=keys)
    return {page.pk: Edition(page, page.offering.can_be_started(on)) for page in pages}


__all__ = ["Heir", "NotForEver", "Succession", "not_for_ever", "successions"]
