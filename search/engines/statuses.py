"""The documents under each status with a board on a day, as bit sets made from the index's spans."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date

from django.db.models import FilteredRelation, Q, QuerySet

from catalog.timeline import DayStatus, Status
from search.documents import Kind
from search.engines import bits
from search.engines.bits import ValueBits, union
from search.models import SearchDocument, StatusSpan

DECIDED_ABOUT = (Kind.MICRO_CREDENTIAL.value, Kind.STACK.value)
"""The kinds that boards decide about."""

SPAN = ("span__status", "span__ends_soon", "span__ends_on")
"""The columns that tell how a document stands."""


def read_statuses(kinds: Mapping[str, ValueBits], board: int, on: date) -> dict[str, ValueBits]:
    """Every value of status with its documents, those of no decision among them.

    Nothing when the board never decided; an approval in force is found under all of its values.
    One query; two where nothing that the board decided holds on that day.
    """
    decided = StatusSpan.objects.filter(board=board)
    holding = decided.filter(Q(ends=None) | Q(ends__gte=on), starts__lte=on)
    ids: dict[DayStatus, list[int]] = defaultdict(list)
    for status, soon, document in holding.values_list("status", "ends_soon", "document_id"):
        ids[DayStatus(Status(status), soon)].append(document)
    if not ids and not decided.exists():
        return {}
    found: dict[str, int] = defaultdict(int)
    for stands, listed in ids.items():
        documents = bits.from_ids(listed)
        for value in stands.values:
            found[value.value] |= documents
    about = union(kinds[kind].bits for kind in DECIDED_ABOUT if kind in kinds)
    found[Status.NO_DECISION.value] = about & ~union(found.values())
    return {one.value: ValueBits(one.value, one.label, found.get(one.value, 0)) for one in Status}


def standing(documents: QuerySet[SearchDocument], board: int, on: date) -> QuerySet[SearchDocument]:
    """Documents with how they stand with a board on a day: at most one span of each holds it."""
    holds = Q(spans__board=board, spans__starts__lte=on) & (Q(spans__ends=None) | Q(spans__ends__gte=on))
    return documents.annotate(span=FilteredRelation("spans", condition=holds))


def stands_of(status: str | None, ends_soon: bool | None, ends_on: date | None) -> DayStatus | None:
    """How a document stands, from the columns of its span; None where no decision is on record."""
    return DayStatus(Status(status), bool(ends_soon), ends_on) if status else None
