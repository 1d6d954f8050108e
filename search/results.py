"""Records found, as they are shown: where they stand, why they were found, how boards decided."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from wagtail.models import Page

from catalog.models import Jurisdiction
from catalog.piles import Pile, Plate, PlateState
from catalog.timeline import UNDECIDED, DayStatus
from search.documents import MODELS, DocumentKey, Kind, Part
from search.engines.statuses import DECIDED_ABOUT
from search.query import Hit, SearchResults
from search.reasons import Reason, Said, code_reason, proving, reason, telling

PAGE_KINDS = {kind.value for kind, model in MODELS.items() if issubclass(model, Page)}
RECORD_KINDS = {kind.value: model.plural for kind, model in MODELS.items() if not issubclass(model, Page)}


@dataclass(frozen=True, slots=True)
class StatusMark:
    """How a record stands with the site's board on the day asked about."""

    stands: DayStatus
    board: Jurisdiction

    @property
    def decided(self) -> bool:
        """Whether there is a decision to show."""
        return self.stands != UNDECIDED

    @property
    def made_up(self) -> bool:
        """Whether it shows a decision made up for the demonstration."""
        return self.decided and self.board.demonstration


@dataclass(frozen=True)
class Result:
    """A record found, as it is shown. Kinds that no board decides about have no mark."""

    hit: Hit
    url: str
    reasons: tuple[Reason, ...]
    marked: frozenset[str]
    mark: StatusMark | None = None

    @property
    def kind_label(self) -> str:
        """What it is, in words."""
        return "List" if self.hit.body.get("selection") else str(Kind(self.hit.kind).label)

    @property
    def pile(self) -> Pile | None:
        """Its plates; those of members that the words were found in have the color of the way."""
        stored = self.hit.body.get("plates")
        if stored is None or self.hit.body.get("selection"):
            return None
        plates = (Plate(self.state(state, step), step, group) for state, step, group in stored)
        return Pile(tuple(plates))

    @property
    def demonstration(self) -> bool:
        """Whether it, what it counts for, or what was decided about it is made up for the demonstration."""
        body = self.hit.body
        made_up = body.get("demonstration") or body.get("counts_made_up")
        return bool(made_up or (self.mark and self.mark.made_up))

    def state(self, state: str, step: str) -> PlateState:
        """How a plate is drawn."""
        return PlateState.MARKED if step in self.marked else PlateState(state)


def results(
    hits: Iterable[Hit],
    stems: tuple[str, ...],
    board: Jurisdiction | None,
    codes: SearchResults | None = None,
) -> Iterator[Result]:
    """The records found with their reasons; one query for the addresses of all they name.

    `codes` says which competencies were asked for by their codes.
    """
    parts, coded = (codes.parts, codes.coded) if codes else ({}, {})
    named = [(hit, proving(hit, parts) or telling(hit, stems)) for hit in hits]
    slugs = {DocumentKey(hit.kind, hit.key): hit.slug for hit, _ in named}
    slugs |= {one.source: one.slug for _, said in named for one in said if one.source}
    where = addresses(slugs)
    for hit, said in named:
        why = tuple(reason(hit, one, stems, where.get(one.source, "") if one.source else "") for one in said)
        if hit.kind == Kind.COMPETENCY and hit.key in coded:
            why = (code_reason(coded[hit.key]),)
        url = where.get(DocumentKey(hit.kind, hit.key), "")
        yield Result(hit, url, why, steps_named(hit, said), mark(hit, board))


def mark(hit: Hit, board: Jurisdiction | None) -> StatusMark | None:
    """How a record stands with the board, if boards decide about its kind."""
    if board is None or hit.kind not in DECIDED_ABOUT:
        return None
    return StatusMark(hit.stands or UNDECIDED, board)


def steps_named(hit: Hit, said: Iterable[Said]) -> frozenset[str]:
    """The slugs of plates that the words were found in: the record's own, by its title, or a member's."""
    return frozenset(
        hit.slug if one.part is Part.TITLE else one.slug
        for one in said
        if one.part in (Part.TITLE, Part.MEMBER)
    )


def addresses(slugs: dict[DocumentKey, str]) -> dict[DocumentKey, str]:
    """Where these records stand: pages where the tree has them now, others below their list."""
    pages = Page.objects.in_bulk([key.key for key in slugs if key.kind in PAGE_KINDS])
    found = {}
    for key, slug in slugs.items():
        if key.kind in PAGE_KINDS and key.key in pages:
            found[key] = pages[key.key].url or ""
        elif key.kind in RECORD_KINDS:
            found[key] = f"/{RECORD_KINDS[key.kind]}/{slug}/"
    return found
