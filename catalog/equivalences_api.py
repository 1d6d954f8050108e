"""Equivalences as JSON: what a micro-credential counts for, what counts for it, and its other editions."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

import ninja
from django.http import HttpRequest
from ninja import Field, Query, Router, Schema

from catalog.api import Citation, Told, gone_record, recorded_of
from catalog.editions import Edition
from catalog.equivalents import OtherEdition, day_of, equivalents_of
from catalog.models import Equivalence, IssuerPage, MicroCredentialPage
from home.addresses import absolute
from home.api import BOUNDS, NOT_THERE, REFUSALS, IgnoredPart, MaybeDay, Problem, ignored_parameters
from home.gone import GONE, sentence

router = Router(tags=["equivalences"])


class NamedOut(Schema):
    """A micro-credential."""

    slug: str
    title: str
    version: str | None = Field(description="As its issuer numbers it.")
    url: str = Field(description="Its address, with the site's own in front.")


class BodyOut(Schema):
    """Who says so."""

    kind: str = Field(description="One of issuer, board.")
    slug: str
    name: str
    demonstration: bool = Field(description="Whether it is made up for the demonstration.")


class EquivalenceOut(Schema):
    """Whoever holds `credential` is taken to hold `counts_for`; never the other way round."""

    identifier: UUID
    credential: NamedOut
    counts_for: NamedOut
    says: BodyOut
    decided_on: date
    effective_from: date
    effective_until: date | None = Field(description="The last day, included; null: no end is known.")
    in_force: bool = Field(description="Whether it holds on the day.")
    citation: Citation
    recorded_by: str
    recorded_at: datetime
    superseded_by: UUID | None = Field(description="The one that corrects it; it does not count.")
    correction_reason: str | None


class EditionOut(Schema):
    """Another edition, and whether a statement in force says that the earlier one counts for the newer."""

    edition: Edition = Field(description="What it is to the record that was asked about.")
    credential: NamedOut
    undecided: bool = Field(
        description="True: whether the earlier counts for the newer is for `says` to say."
    )
    says: str = Field(description="The issuer of the newer one.")


class EquivalencesOut(Schema):
    """All on record about what a micro-credential counts for and what counts for it, the latest first."""

    kind: str
    slug: str
    title: str
    url: str
    on: date = Field(description="The day; today where the site's board is, where none was asked for.")
    counts_for: list[EquivalenceOut]
    counted_by: list[EquivalenceOut]
    editions: list[EditionOut]
    demonstration: bool = Field(description="Whether any of it is made up for the demonstration.")
    ignored: list[IgnoredPart]


class EquivalencesAsked(Schema):
    """What may be asked."""

    on: MaybeDay = Field(None, description=f"The day asked about; today without it. {BOUNDS}")


@router.get(
    "/micro-credentials/{slug}/equivalences",
    response={200: EquivalencesOut, 410: Problem, **REFUSALS, **NOT_THERE},
    summary="What a micro-credential counts for, and what counts for it",
)
def micro_credential_equivalences(request: HttpRequest, slug: str, asked: Query[EquivalencesAsked]) -> Told:
    """What a micro-credential counts for on a day, what counts for it, and its other editions."""
    page = MicroCredentialPage.objects.live().public().select_related("issuer").filter(slug=slug).first()
    if page is None:
        return ninja.Status(GONE, {"detail": f"{sentence(gone_record(MicroCredentialPage, slug).kind)}."})
    found = equivalents_of(page, day_of(request, asked.on), asked.on is not None)
    undecided = {one.page.pk for one in found.undecided}
    told = {
        "kind": page.kind,
        "slug": page.slug,
        "title": page.title,
        "url": absolute(page.url),
        "on": found.on,
        "counts_for": [equivalence_of(one, found.on) for one in found.rows if one.credential_id == page.pk],
        "counted_by": [equivalence_of(one, found.on) for one in found.rows if one.counts_for_id == page.pk],
        "editions": [edition_of(one, one.page.pk in undecided) for one in found.editions],
        "demonstration": page.shows_demonstration,
        "ignored": list(ignored_parameters(request, EquivalencesAsked.model_fields)),
    }
    return ninja.Status(200, told)


def named_of(page: MicroCredentialPage) -> dict[str, Any]:
    """A micro-credential as JSON names it."""
    return {
        "slug": page.slug,
        "title": page.title,
        "version": page.version or None,
        "url": absolute(page.url),
    }


def body_of(one: Equivalence) -> dict[str, Any]:
    """Who says so, as JSON has it."""
    body = one.body
    is_issuer = isinstance(body, IssuerPage)
    return {
        "kind": "issuer" if is_issuer else "board",
        "slug": body.slug,
        "name": str(body),
        "demonstration": body.demonstration,
    }


def equivalence_of(one: Equivalence, on: date) -> dict[str, Any]:
    """One equivalence on a day, as JSON has it."""
    return {
        "credential": named_of(one.credential),
        "counts_for": named_of(one.counts_for),
        "says": body_of(one),
        "in_force": one.holds_on(on),
        **recorded_of(one),
    }


def edition_of(one: OtherEdition, undecided: bool) -> dict[str, Any]:
    """Another edition as JSON has it."""
    return {
        "edition": one.related,
        "credential": named_of(one.page),
        "undecided": undecided,
        "says": one.says,
    }
