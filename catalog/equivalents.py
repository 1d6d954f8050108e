"""What counts for a micro-credential and what it counts for, on a day: from equivalences and editions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.db.models import Q
from django.http import HttpRequest

from catalog.editions import Edition, Editions
from catalog.models import Equivalence, MicroCredentialPage
from catalog.models.settings import today_at


@dataclass(frozen=True)
class OtherEdition:
    """Another edition of a record: how it stands to it, and who can say whether the earlier one counts.

    `says` is the title of the issuer of the one that is asked for, which is the newer one.
    """

    page: MicroCredentialPage
    related: Edition
    says: str


@dataclass(frozen=True)
class Equivalents:
    """Everything on record about what a micro-credential counts for and what counts for it.

    `rows` has what was corrected, too. `asked` tells whether somebody asked for the day.
    """

    page: MicroCredentialPage
    on: date
    asked: bool
    rows: tuple[Equivalence, ...]
    editions: tuple[OtherEdition, ...]

    @cached_property
    def in_force(self) -> list[Equivalence]:
        """Those that hold on the day."""
        return [one for one in self.rows if one.holds_on(self.on)]

    @property
    def counts_for(self) -> list[Equivalence]:
        """Those in force by which this one counts for another."""
        return [one for one in self.in_force if one.credential_id == self.page.pk]

    @property
    def counted_by(self) -> list[Equivalence]:
        """Those in force by which another one counts for this one."""
        return [one for one in self.in_force if one.counts_for_id == self.page.pk]

    @property
    def ended(self) -> list[Equivalence]:
        """Those whose last day was before the day."""
        current = (one for one in self.rows if not one.is_superseded)
        return [one for one in current if one.effective_until and one.effective_until < self.on]

    @property
    def later(self) -> list[Equivalence]:
        """Those whose first day is after the day."""
        return [one for one in self.rows if not one.is_superseded and one.effective_from > self.on]

    @property
    def corrected(self) -> list[Equivalence]:
        """Those that were recorded by mistake."""
        return [one for one in self.rows if one.is_superseded]

    @property
    def undecided(self) -> list[OtherEdition]:
        """The other editions about which nobody says on the day that the earlier counts for the newer."""
        said = {(one.credential_id, one.counts_for_id) for one in self.in_force}
        own = self.page.pk
        return [
            one
            for one in self.editions
            if ((own, one.page.pk) if one.related is Edition.LATER else (one.page.pk, own)) not in said
        ]

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to tell."""
        return not (self.rows or self.editions)


def day_of(request: HttpRequest | None, on: date | None) -> date:
    """The day asked for, else today where the site's board is."""
    return on or today_at(request)


def all_editions() -> Editions:
    """Which record takes the place of which, published or not; one query."""
    rows = MicroCredentialPage.objects.filter(replaces__isnull=False).order_by()
    return Editions(dict(rows.values_list("pk", "replaces_id")))


def equivalents_of(page: MicroCredentialPage, on: date, asked: bool) -> Equivalents:
    """All about one record that everybody may read; nothing of one that was never saved."""
    if not page.pk:
        return Equivalents(page, on, asked, (), ())
    editions = all_editions()
    others = editions.others(page.pk)
    visible = MicroCredentialPage.objects.live().public()
    pages = visible.filter(pk__in=others).select_related("issuer").order_by("title") if others else []
    return Equivalents(
        page,
        on,
        asked,
        tuple(said_about([page.pk], visible)),
        tuple(other_edition(page, one, editions.related(one.pk, page.pk)) for one in pages),
    )


def said_about(keys: Iterable[int], visible: object) -> Sequence[Equivalence]:
    """What is on record of these, the latest first; the other side of each is public."""
    named = Q(credential__in=list(keys)) & Q(counts_for__in=visible) | Q(counts_for__in=list(keys)) & Q(
        credential__in=visible
    )
    rows = Equivalence.objects.filter(named).with_names()
    return list(rows.order_by("-effective_from", "-decided_on", "-pk"))


def other_edition(
    page: MicroCredentialPage, other: MicroCredentialPage, related: Edition | None
) -> OtherEdition:
    """Another edition with who can say whether the earlier one counts."""
    newer = other if related is Edition.LATER else page
    return OtherEdition(other, related or Edition.OTHER, newer.issuer.title)


@dataclass(frozen=True)
class Standin:
    """What stands in for a member of a stack, on a day: it counts for it, or nobody has said so."""

    page: MicroCredentialPage
    equivalence: Equivalence | None = None


def standins(pages: Sequence[MicroCredentialPage], on: date) -> dict[int, list[Standin]]:
    """What counts for each of these on a day and which earlier editions may, by key; few queries."""
    keys = [page.pk for page in pages]
    editions = all_editions()
    before = {key: editions.before(key) for key in keys}
    visible = MicroCredentialPage.objects.live().public()
    rows = Equivalence.objects.current().in_force(on).filter(counts_for__in=keys, credential__in=visible)
    found: dict[int, list[Standin]] = {key: [] for key in keys}
    for row in rows.with_names():
        found[row.counts_for_id].append(Standin(row.credential, row))
    earlier = {one for line in before.values() for one in line}
    shown = visible.in_bulk(earlier) if earlier else {}
    for key, line in before.items():
        said = {one.page.pk for one in found[key]}
        found[key] += [Standin(shown[one]) for one in line if one in shown and one not in said]
    return found
