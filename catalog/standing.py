"""How records stand with boards on a day: decisions of the database under the rules of `timeline`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.http import HttpRequest
from wagtail.models import Site

from catalog.enums import Outcome
from catalog.models import CatalogSettings, Decision, Jurisdiction, MicroCredentialPage, StackPage
from catalog.models.decisions import Record
from catalog.timeline import Ruling, Status, counting, last_approved_day, status_on
from home.days import day_text

RecordKey = tuple[str, int]
"""A record's kind, such as "stack", and the key of its page."""


@dataclass(frozen=True)
class BoardStatus:
    """How one record stands with one board on a day, and everything that board decided about it.

    `history` has what was corrected, too; the latest comes first. `asked` tells whether somebody asked for
    the day.
    """

    jurisdiction: Jurisdiction
    on: date
    asked: bool
    history: tuple[Decision, ...]

    @cached_property
    def current(self) -> list[Decision]:
        """The decisions that no correction supersedes."""
        return [one for one in self.history if not one.is_superseded]

    @cached_property
    def rulings(self) -> list[Ruling]:
        """They as the rules see them."""
        return [one.ruling for one in self.current]

    @cached_property
    def status(self) -> Status:
        """The status on the day."""
        return status_on(self.rulings, self.on)

    @cached_property
    def decision(self) -> Decision | None:
        """The decision that counts on the day."""
        ruling = counting(self.rulings, self.on)
        return next((one for one in self.current if ruling and one.pk == ruling.number), None)

    @property
    def sentence(self) -> str:
        """What the decision that counts says about the day."""
        if self.decision is None:
            return self.nothing
        first, last = day_text(self.decision.effective_from), self.decision.effective_until
        outcome = Outcome(self.decision.outcome)
        if outcome is Outcome.DECLINE:
            return f"The board said no; this holds from {first}."
        if outcome is Outcome.WITHDRAW:
            return f"The board took its approval back; this holds from {first}."
        if self.status is Status.ENDED:
            return f"The approval ran from {first} to {day_text(last or self.on)}."
        ends = last_approved_day(self.rulings, self.on) if outcome is Outcome.APPROVE else last
        return f"From {first}; {f'the last day is {day_text(ends)}' if ends else 'no end is on record'}."

    @property
    def nothing(self) -> str:
        """What is said where no decision counts on the day."""
        later = min((one.effective_from for one in self.current), default=None)
        if later is None:
            return "This is not a no. It is also not a yes."
        return f"The first decision on record holds from {day_text(later)}."

    @property
    def status_text(self) -> str:
        """The status as a sentence, said of the day where one was asked for."""
        return f"On {day_text(self.on)}: {self.status.label}" if self.asked else self.status.label


def site_jurisdiction(request: HttpRequest) -> Jurisdiction | None:
    """Whose decisions the site shows first, if any; asked once a request."""
    if Site.find_for_request(request) is None:
        return None
    settings: CatalogSettings = CatalogSettings.for_request(request)
    return settings.jurisdiction


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
    rows = Decision.objects.about_any(saved).select_related(
        "jurisdiction", "citation_file", "correction__credential", "correction__stack"
    )
    by_board: dict[Jurisdiction, dict[int, list[Decision]]] = {first: {}} if first else {}
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
) -> dict[RecordKey, Status]:
    """The status of those of these records about which the board decided something, for lists."""
    if board is None:
        return {}
    day = on or board.today()
    return {key: status_on(rulings, day) for key, rulings in rulings_about(records, board).items()}


def credential_statuses(board: Jurisdiction, on: date) -> dict[int, Status]:
    """The status on a day of every micro-credential the board decided about, by the page's key; one query."""
    rows = Decision.objects.current().by(board).filter(credential__isnull=False)
    return statuses_by_key(((row.credential_id, row.ruling) for row in rows), on)


def stack_statuses(board: Jurisdiction | None, stacks: Iterable[int], on: date | None) -> dict[int, Status]:
    """The status of those of these stacks (keys of pages) about which the board decided; one query."""
    if board is None:
        return {}
    rows = Decision.objects.current().by(board).filter(stack__in=list(stacks))
    return statuses_by_key(((row.stack_id, row.ruling) for row in rows), on or board.today())


def statuses_by_key(rulings: Iterable[tuple[int | None, Ruling]], on: date) -> dict[int, Status]:
    """The status on a day of each record that is ruled on, by its page's key."""
    found: dict[int, list[Ruling]] = defaultdict(list)
    for key, ruling in rulings:
        found[key or 0].append(ruling)
    return {key: status_on(inside, on) for key, inside in found.items()}


def ending_soon(on: date | None = None) -> list[int]:
    """Keys of the decisions by which a record is ending soon with a board, on a day or each board's today."""
    found: dict[tuple[Jurisdiction, int], list[Ruling]] = defaultdict(list)
    for row in Decision.objects.current().select_related("jurisdiction"):
        found[row.jurisdiction, row.credential_id or row.stack_id or 0].append(row.ruling)
    days = {board: on or board.today() for board, _ in found}
    counted = (
        counting(rulings, days[board])
        for (board, _), rulings in found.items()
        if status_on(rulings, days[board]) is Status.ENDING_SOON
    )
    return [ruling.number for ruling in counted if ruling]


def was_retired(page: MicroCredentialPage, on: date | None) -> bool:
    """Whether it was no longer offered on a day; today without one."""
    if on is None or not page.retired or page.retired_on is None:
        return page.retired
    return page.retired_on <= on
