"""How records stand with boards on a day: decisions of the database under the rules of `timeline`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from django.http import HttpRequest

from catalog.boards import BoardStatus
from catalog.models import CatalogSettings, Decision, Jurisdiction, MicroCredentialPage, StackPage
from catalog.models.decisions import Record
from catalog.timeline import DayStatus, Ruling, counting, day_status

RecordKey = tuple[str, int]
"""A record's kind, such as "stack", and the key of its page."""


def site_jurisdiction(request: HttpRequest) -> Jurisdiction | None:
    """Whose decisions the site shows first, if any; asked once a request."""
    return CatalogSettings.board(request)


def board_statuses(record: Record, first: Jurisdiction | None, on: date | None) -> list[BoardStatus]:
    """How a record stands with every board that decided about it, on a day or each board's today; one query.

    The site's own board comes first, also when it decided nothing.
    """
    return [row[0] for row in boards_about([record], first, on)]


def boards_about(
    records: Sequence[Record], first: Jurisdiction | None, on: date | None
) -> list[list[BoardStatus]]:
    """A row for every board that decided about any of these records: how each stands with it; one query.

    The site's own board comes first, also when it decided nothing.
    """
    saved = [one for one in records if one.pk]
    by_board: dict[Jurisdiction, dict[int, list[Decision]]] = {first: {}} if first else {}
    rows = Decision.objects.about_any(saved).told()
    for row in sorted(rows, key=lambda row: row.jurisdiction.name):
        about = by_board.setdefault(row.jurisdiction, {})
        about.setdefault(row.credential_id or row.stack_id or 0, []).append(row)
    return [
        [stands(board, on, about.get(one.pk, ())) for one in records] for board, about in by_board.items()
    ]


def stands(board: Jurisdiction, on: date | None, decisions: Iterable[Decision]) -> BoardStatus:
    """How a record stands with a board that decided this about it."""
    return BoardStatus(board, on or board.today(), on is not None, tuple(latest_first(decisions)))


def latest_first(decisions: Iterable[Decision]) -> list[Decision]:
    """In the order of their days, then as recorded, the latest first."""
    return sorted(decisions, key=lambda one: (*one.ruling.place[:2], one.pk), reverse=True)


def rulings_about(records: Iterable[Record], board: Jurisdiction | None) -> dict[RecordKey, list[Ruling]]:
    """What counts for each of these records with one board; one query, or none without a board."""
    found: dict[RecordKey, list[Ruling]] = defaultdict(list)
    if board is not None:
        for row in Decision.objects.current().by(board).about_any(records):
            kind = MicroCredentialPage.kind if row.credential_id else StackPage.kind
            found[kind, row.credential_id or row.stack_id or 0].append(row.ruling)
    return found


def statuses(
    records: Iterable[Record], board: Jurisdiction | None, on: date | None
) -> dict[RecordKey, DayStatus]:
    """How those of these records stand about which the board decided something, for lists."""
    if board is None:
        return {}
    day = on or board.today()
    return {key: day_status(rulings, day) for key, rulings in rulings_about(records, board).items()}


def credential_statuses(board: Jurisdiction, on: date) -> dict[int, DayStatus]:
    """How every micro-credential the board decided about stands on a day, by the page's key; one query."""
    rows = Decision.objects.current().by(board).filter(credential__isnull=False)
    return statuses_by_key(((row.credential_id, row.ruling) for row in rows), on)


def stack_statuses(
    board: Jurisdiction | None, stacks: Iterable[int], on: date | None
) -> dict[int, DayStatus]:
    """How those of these stacks (keys of pages) stand about which the board decided; one query."""
    if board is None:
        return {}
    rows = Decision.objects.current().by(board).filter(stack__in=list(stacks))
    return statuses_by_key(((row.stack_id, row.ruling) for row in rows), on or board.today())


def stacks_with(board: Jurisdiction | None, stacks: Iterable[int], on: date | None) -> dict[int, BoardStatus]:
    """All that the board decided about these stacks (keys of pages), for files; one query."""
    found: dict[int, list[Decision]] = defaultdict(list)
    if board is not None:
        for row in Decision.objects.by(board).filter(stack__in=list(stacks)).told():
            found[row.stack_id or 0].append(row)
    boards = {key: stands(board, on, rows) for key, rows in found.items()} if board else {}
    return {key: one for key, one in boards.items() if one.current}


def statuses_by_key(rulings: Iterable[tuple[int | None, Ruling]], on: date) -> dict[int, DayStatus]:
    """How each record that is ruled on stands on a day, by its page's key."""
    found: dict[int, list[Ruling]] = defaultdict(list)
    for key, ruling in rulings:
        found[key or 0].append(ruling)
    return {key: day_status(inside, on) for key, inside in found.items()}


def ending_soon(on: date | None = None) -> list[int]:
    """Keys of the decisions by which a record is ending soon with a board, on a day or each board's today."""
    found: dict[tuple[Jurisdiction, int], list[Ruling]] = defaultdict(list)
    for row in Decision.objects.current().select_related("jurisdiction"):
        found[row.jurisdiction, row.credential_id or row.stack_id or 0].append(row.ruling)
    days = {board: on or board.today() for board, _ in found}
    counted = (
        counting(rulings, days[board])
        for (board, _), rulings in found.items()
        if day_status(rulings, days[board]).ends_soon
    )
    return [ruling.number for ruling in counted if ruling]
