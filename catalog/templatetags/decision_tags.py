"""What templates ask about decisions, quality reviews and recognition of one record."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django import template
from django.template.context import Context

from catalog.boards import BoardStatus
from catalog.facts import PulledGroup
from catalog.models import MicroCredentialPage, QualityReview, StackPage
from catalog.models.decisions import Record
from catalog.standing import board_statuses, site_jurisdiction, statuses
from catalog.timeline import DayStatus, Status
from home.days import AskedDay, read_day

register = template.Library()

KEPT = "stackway_answers"

ICONS = {
    Status.APPROVED: "ok",
    Status.CONDITIONAL: "cond",
    Status.ENDING_SOON: "soon",
    Status.ENDED: "end",
    Status.NOT_APPROVED: "no",
    Status.NO_DECISION: "none",
}


@dataclass(frozen=True)
class Answer:
    """Whether a record counts, board by board, on the day asked for."""

    asked: AskedDay
    boards: list[BoardStatus]

    @property
    def decided(self) -> list[BoardStatus]:
        """The boards that decided anything at all."""
        return [one for one in self.boards if one.history]

    @property
    def decision_count(self) -> int:
        """How many decisions there are, corrected ones included."""
        return sum(len(one.history) for one in self.boards)

    @property
    def is_made_up(self) -> bool:
        """Whether a board of the demonstration decided any of it."""
        return any(one.jurisdiction.demonstration for one in self.decided)


@register.filter
def status_icon(status: Status) -> str:
    """The sign of a status."""
    return ICONS[status]


@register.simple_tag(takes_context=True)
def asked_day(context: Context) -> AskedDay:
    """The day that the address asks for."""
    request = context.get("request")
    return read_day(request.GET.get("on")) if request else AskedDay()


@register.simple_tag(takes_context=True)
def does_it_count(context: Context, page: Record) -> Answer:
    """What every board decided about a record, on the day that the address asks for; read once a request."""
    request = context.get("request")
    asked = asked_day(context)
    if request is None:
        return Answer(asked, board_statuses(page, None, asked.on))
    kept: dict[int, Answer] = vars(request).setdefault(KEPT, {})
    if page.pk not in kept:
        kept[page.pk] = Answer(asked, board_statuses(page, site_jurisdiction(request), asked.on))
    return kept[page.pk]


@dataclass(frozen=True)
class Marks:
    """How a page's records stand with the site's board, by the keys of their pages."""

    board: str
    found: dict[int, DayStatus]


@register.simple_tag(takes_context=True)
def status_marks(context: Context, records: Iterable[MicroCredentialPage | StackPage]) -> Marks:
    """How those of these records stand that the site's board decided about, on the day asked for."""
    request = context.get("request")
    board = site_jurisdiction(request) if request else None
    found = statuses(records, board, asked_day(context).on)
    return Marks(board.name if board else "", {key: stands for (_, key), stands in found.items()})


@register.simple_tag(takes_context=True)
def member_marks(context: Context, groups: Iterable[PulledGroup]) -> Marks:
    """The statuses of the members of a pulled-apart pile."""
    members = [member for group in groups for member in group.members]
    pages = [member.stack.page if member.stack else member.credential for member in members]
    return status_marks(context, [page for page in pages if page])


@register.simple_tag
def reviews_of(page: MicroCredentialPage) -> list[QualityReview]:
    """The quality reviews of a micro-credential that no correction supersedes, the latest first."""
    return list(QualityReview.objects.current().of(page)) if page.pk else []
