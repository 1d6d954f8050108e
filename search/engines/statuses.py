"""The documents under each status with a board on a day, as bit sets made from the index's spans."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date

from django.db.models import Q

from catalog.timeline import Status
from search.documents import Kind
from search.engines import bits
from search.engines.bits import ValueBits, union
from search.models import StatusSpan

DECIDED_ABOUT = (Kind.MICRO_CREDENTIAL.value, Kind.STACK.value)
"""The kinds that boards decide about."""


def read_statuses(kinds: Mapping[str, ValueBits], board: int, on: date) -> dict[str, ValueBits]:
    """Every status with its documents, those of no decision among them; nothing when the board never decided.

    One query; two where nothing that the board decided holds on that day.
    """
    decided = StatusSpan.objects.filter(board=board)
    holding = decided.filter(Q(ends=None) | Q(ends__gte=on), starts__lte=on)
    ids: dict[str, list[int]] = defaultdict(list)
    for status, document in holding.values_list("status", "document_id"):
        ids[status].append(document)
    if not ids and not decided.exists():
        return {}
    found = {status: bits.from_ids(listed) for status, listed in ids.items()}
    about = union(kinds[kind].bits for kind in DECIDED_ABOUT if kind in kinds)
    found[Status.NO_DECISION.value] = about & ~union(found.values())
    return {one.value: ValueBits(one.value, one.label, found.get(one.value, 0)) for one in Status}


def status_of(document: int, statuses: Mapping[str, ValueBits]) -> str | None:
    """The status of one document, or None where no decision is on record."""
    decided = (one for one in statuses.values() if one.value != Status.NO_DECISION.value)
    return next((one.value for one in decided if one.bits >> document & 1), None)
