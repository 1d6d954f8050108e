"""Decisions as JSON: how a record stands with every board on a day, and everything that was decided."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

import ninja
from django.http import Http404, HttpRequest
from ninja import Field, Query, Router, Schema

from catalog.boards import BoardStatus, LastDay, Later
from catalog.models import Decision, Equivalence, Jurisdiction, MicroCredentialPage, StackPage
from catalog.models.decisions import Record
from catalog.standing import board_statuses, site_jurisdiction
from catalog.timeline import Change, Status
from home.addresses import absolute
from home.api import BOUNDS, NOT_THERE, REFUSALS, IgnoredPart, MaybeDay, Problem, ignored_parameters
from home.gone import GONE, sentence
from home.moved import gone_page

router = Router(tags=["decisions"])

Told = ninja.Status[dict[str, Any]]
"""An answer with its status in HTTP."""


class Board(Schema):
    """Who decided."""

    slug: str
    name: str
    demonstration: bool = Field(description="Whether it is made up for the demonstration.")


class Citation(Schema):
    """Where a decision can be read."""

    title: str
    url: str | None
    file: str | None


class DecisionOut(Schema):
    """One decision, as it was recorded."""

    identifier: UUID
    jurisdiction: Board
    decision: str = Field(description="One of approve, conditional, decline, withdraw.")
    scope: str | None = Field(description="What it holds for; null: not limited.")
    conditions: str | None
    effective_from: date
    effective_until: date | None = Field(description="The last day, included; null: no end is known.")
    decided_on: date
    citation: Citation
    recorded_by: str
    recorded_at: datetime
    superseded_by: UUID | None = Field(
        description="The decision that corrects this one, which does not count."
    )
    correction_reason: str | None


ENDS_SOON = (
    "Whether an approval is in force that, with the renewals without a gap that were decided by the day, "
    "ends within 90 days of it."
)
ENDS_ON = (
    "The last day of the decision that gives this status, as the board had decided it by the day: its own "
    "or, where the approval is taken back from a later day on, the day before that. A renewal has a last day "
    "of its own and never moves it. Null: no end was decided, or no approval gives the status."
)


class LastDayOut(Schema):
    """The last day of an approval, and why it is the last."""

    day: date
    approval: UUID = Field(description="The approval whose last day it is.")
    ended_by: DecisionOut | None = Field(
        description="The decision that ended it early; null: it was approved until that day."
    )


class LaterOut(Schema):
    """A decision or correction that came after the day and changes nothing that is told of it."""

    change: Change = Field(description="What it made of the record.")
    label: str
    day: date = Field(description="The first day it holds; of a correction, the day it was recorded.")
    decision: DecisionOut
    corrects: UUID | None = Field(description="What it stands in the place of, where it is a correction.")


class StatusOut(Schema):
    """How the record stands with one board on the day."""

    jurisdiction: Board
    on: date = Field(description="The day; today in the board's time zone where none was asked for.")
    status: Status = Field(
        description="The status in one word: an approval with conditions that ends soon is conditional, with "
        "ends_soon."
    )
    label: str
    ends_soon: bool = Field(description=ENDS_SOON)
    ends_on: date | None = Field(description=ENDS_ON)
    decision: UUID | None = Field(description="The decision that counts on the day.")
    in_force: DecisionOut | None = Field(
        description="The approval in force on the day, with its own days and citation."
    )
    last_day: LastDayOut | None = Field(
        description="Of the approval in force or, where none is, of the last one before the day: its own, as "
        "it was decided by the day; null: no end was, or there was no approval."
    )
    later: list[LaterOut] = Field(description="What came after the day, set apart from what held on it.")


class DecisionsOut(Schema):
    """How a record stands with every board, and everything they decided about it, the latest first."""

    kind: str
    slug: str
    title: str
    url: str
    statuses: list[StatusOut]
    decisions: list[DecisionOut]
    demonstration: bool = Field(description="Whether any of it is made up for the demonstration.")
    ignored: list[IgnoredPart]


class GoneDecisionsOut(Problem):
    """What was public and is no more: nothing of the record itself, and all that was decided about it."""

    kind: str
    statuses: list[StatusOut]
    decisions: list[DecisionOut]
    demonstration: bool = Field(description="Whether any of it is made up for the demonstration.")
    ignored: list[IgnoredPart]


class Asked(Schema):
    """What may be asked."""

    on: MaybeDay = Field(
        None, description=f"The day asked about; today in each board's time zone, without it. {BOUNDS}"
    )


@router.get(
    "/micro-credentials/{slug}/decisions",
    response={200: DecisionsOut, 410: GoneDecisionsOut, **REFUSALS, **NOT_THERE},
    summary="Decisions about a micro-credential",
)
def micro_credential_decisions(request: HttpRequest, slug: str, asked: Query[Asked]) -> Told:
    """How a micro-credential stands with every board on a day, and everything they decided about it."""
    return shown(request, MicroCredentialPage, slug, asked.on)


@router.get(
    "/stacks/{slug}/decisions",
    response={200: DecisionsOut, 410: GoneDecisionsOut, **REFUSALS, **NOT_THERE},
    summary="Decisions about a stack",
)
def stack_decisions(request: HttpRequest, slug: str, asked: Query[Asked]) -> Told:
    """How a stack stands with every board on a day, and everything they decided about it."""
    return shown(request, StackPage, slug, asked.on)


def shown(request: HttpRequest, model: type[Record], slug: str, on: date | None) -> Told:
    """The answer about the record of this slug that is public, or was; raises 404 where there is none."""
    record: Record | None = model.objects.live().public().filter(slug=slug).first()
    if record is None:
        return ninja.Status(GONE, told_of_gone(request, gone_record(model, slug), on))
    own = {"slug": record.slug, "title": record.title, "url": absolute(record.url)}
    boards = board_statuses(record, site_jurisdiction(request), on)
    made_up = {"demonstration": record.shows_demonstration}
    return ninja.Status(200, own | made_up | decided(request, record, boards))


def gone_record(model: type[Record], slug: str) -> Record:
    """What was public under this slug and is published no more; raises 404 where nothing was."""
    record = gone_page(model, f"{model.kind}s", slug)
    if record is None:
        raise Http404
    return record


def told_of_gone(request: HttpRequest, record: Record, on: date | None) -> dict[str, Any]:
    """What is still told of a record that is published no more."""
    boards = board_statuses(record, site_jurisdiction(request), on)
    made_up = any(one.jurisdiction.demonstration for one in boards if one.history)
    return {"detail": f"{sentence(record.kind)}.", "demonstration": made_up} | decided(
        request, record, boards
    )


def decided(request: HttpRequest, record: Record, boards: list[BoardStatus]) -> dict[str, Any]:
    """What boards decided about a record."""
    return {
        "kind": record.kind,
        "statuses": [status_of(one) for one in boards],
        "decisions": [decision_of(row) for one in boards for row in one.history],
        "ignored": list(ignored_parameters(request, Asked.model_fields)),
    }


def board_of(jurisdiction: Jurisdiction) -> dict[str, Any]:
    """Who decided, as JSON has it."""
    return {
        "slug": jurisdiction.slug,
        "name": jurisdiction.name,
        "demonstration": jurisdiction.demonstration,
    }


def status_of(one: BoardStatus) -> dict[str, Any]:
    """How a record stands, as JSON has it."""
    return {
        "jurisdiction": board_of(one.jurisdiction),
        "on": one.on,
        "status": one.status,
        "label": one.stands.label,
        "ends_soon": one.stands.ends_soon,
        "ends_on": one.stands.ends_on,
        "decision": one.decision.identifier if one.decision else None,
        "in_force": one.approval and decision_of(one.approval),
        "last_day": one.last_day and last_day_of(one.last_day),
        "later": [later_of(each) for each in one.later],
    }


def last_day_of(one: LastDay) -> dict[str, Any]:
    """The last day of an approval, as JSON has it."""
    ended_by = decision_of(one.by) if one.by else None
    return {"day": one.day, "approval": one.approval.identifier, "ended_by": ended_by}


def later_of(one: Later) -> dict[str, Any]:
    """What came later, as JSON has it."""
    return {
        "change": one.change,
        "label": one.change.label,
        "day": one.day,
        "decision": decision_of(one.decision),
        "corrects": one.corrects.identifier if one.corrects else None,
    }


def decision_of(one: Decision) -> dict[str, Any]:
    """One decision, as JSON has it."""
    return {
        "jurisdiction": board_of(one.jurisdiction),
        "decision": one.outcome,
        "scope": one.scope or None,
        "conditions": one.conditions or None,
        **recorded_of(one),
    }


def recorded_of(one: Decision | Equivalence) -> dict[str, Any]:
    """What a kept record says of its days, its citation and who recorded it, as JSON has it."""
    file = one.citation_file
    return {
        "identifier": one.identifier,
        "effective_from": one.effective_from,
        "effective_until": one.effective_until,
        "decided_on": one.decided_on,
        "citation": {
            "title": one.citation_title,
            "url": one.citation_address or None,
            "file": absolute(file.url) if file else None,
        },
        "recorded_by": one.recorded_by_name,
        "recorded_at": one.recorded_at,
        "superseded_by": one.correction.identifier if one.is_superseded else None,
        "correction_reason": one.correction_reason or None,
    }
