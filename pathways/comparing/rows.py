"""The facts of micro-credentials side by side, in the words of their own pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from catalog.boards import BoardStatus
from catalog.day_wording import counting_mark, offer_today, offer_told
from catalog.facts import (
    Fact,
    amount_text,
    credential_details,
    credential_facts,
    evidence_text,
    way_out,
)
from catalog.in_force import told_apart
from catalog.models import Decision, MicroCredentialPage, QualityReview, Recognition
from catalog.offering import OPEN
from catalog.offers import Heir, Succession
from catalog.timeline import Status
from home.addresses import absolute
from home.days import day_text
from home.numbers import NOT_STATED
from pathways.comparing.reading import Known
from pathways.comparing.table import Cell, Line, Row

NO_STACK = Line("none on record", quiet=True)
NO_PATHWAY = Line("no pathway on record", quiet=True)
NO_PRIORITY = Line("none", quiet=True)
NO_RECOGNITION = Line("nothing on record by name", quiet=True)
NOTHING_COUNTS = Line("nothing that is known to count on this day", quiet=True)
NO_REVIEW = Line("no review on record", quiet=True)
NO_DECISION = Line(Status.NO_DECISION.label, status=Status.NO_DECISION)


def rows_of(known: Known) -> list[Row]:
    """Every fact that is compared, in the order in which a teacher asks."""
    pages = known.pages
    each = RowMaker(pages)
    return [
        *still_offered(known),
        each.row("What you show", lambda page: words(page.summary)),
        each.row("Issuer", issuer_cell),
        *fact_rows(pages, credential_facts, asked_for=True),
        Row("What you send in", tuple(evidence_cell(page, known) for page in pages), asked_for=True),
        each.row("Who scores it", lambda page: words(page.scoring)),
        *fact_rows(pages, lambda page: credential_details(page, gaps=True)),
        each.row("What it proves", lambda page: proof_cell(page, known)),
        each.row("State priority", lambda page: priority_cell(page, known)),
        each.row("In stacks", lambda page: stack_cell(page, known)),
        each.row("Leads to", lambda page: pathway_cell(page, known)),
        *board_rows(known),
        each.row("What it counts for", lambda page: recognition_cell(page, known)),
        *review_rows(known),
        each.row("At the issuer", way_out_cell, compared=False),
    ]


class RowMaker:
    """Makes rows about the same micro-credentials."""

    def __init__(self, pages: Sequence[MicroCredentialPage]) -> None:
        self.pages = pages

    def row(self, label: str, cell: Callable[[MicroCredentialPage], Cell], *, compared: bool = True) -> Row:
        """A row of one cell for each."""
        return Row(label, tuple(map(cell, self.pages)), compared=compared)


def words(text: str) -> Cell:
    """A text, or nothing."""
    return (Line(text),) if text else ()


def fact_rows(
    pages: Sequence[MicroCredentialPage],
    read: Callable[[MicroCredentialPage], list[Fact]],
    *,
    asked_for: bool = False,
) -> Iterator[Row]:
    """A row for each label of these facts; a record may leave one out."""
    columns = [{fact.label: fact for fact in read(page)} for page in pages]
    for label in max(columns, key=len, default={}):
        yield Row(label, tuple(fact_cell(column.get(label)) for column in columns), asked_for=asked_for)


def fact_cell(fact: Fact | None) -> Cell:
    """A fact with its note; a note may also stand where nothing is stated."""
    if fact is None or not (fact.text or fact.note):
        return ()
    return (Line(fact.text or NOT_STATED, aside=fact.note, quiet=not fact.text),)


def still_offered(known: Known) -> Iterator[Row]:
    """Until when each is offered, where an end is on record for one of them or another took its place."""
    if any(page.offering != OPEN or known.successions.get(page.pk) for page in known.pages):
        yield RowMaker(known.pages).row("Still offered", lambda page: offer_cell(page, known))


def offer_cell(page: MicroCredentialPage, known: Known) -> Cell:
    """Until when one is offered, and what takes its place."""
    offering, day = page.offering, known.day
    told = offer_told(offering, day)
    then = Line(told.head, note=told.rest) if told.head else Line("yes, by our source")
    now = offer_today(offering, day)
    later = (Line(f"Today: {now.head[:1].lower()}{now.head[1:]}", note=now.rest),) if now.head else ()
    return (then, *later, *heir_lines(page, known))


def heir_lines(page: MicroCredentialPage, known: Known) -> Cell:
    """What takes the place of one, with what was in between."""
    succession = known.successions.get(page.pk, Succession())
    note = "a newer version" if page.offering.can_be_started(known.day.today) else "takes its place"
    offered = (
        Line(heir.record.title, heir.record.url or "", note="; before it ".join([note, *between(heir)]))
        for heir in succession.offered
    )
    gone = (
        Line(heir.record.title, heir.record.url or "", note="took its place and is no longer offered either")
        for heir in succession.gone
    )
    return (*offered, *gone)


def between(heir: Heir[MicroCredentialPage]) -> list[str]:
    """What came before an heir, in words."""
    names = [one.title if one else "one that is not published here at present" for one in heir.between]
    return [", and before that ".join(names)] if names else []


def issuer_cell(page: MicroCredentialPage) -> Cell:
    """Who awards it."""
    return (Line(page.issuer.title, page.issuer.url or "", made_up=page.issuer.demonstration),)


def evidence_cell(page: MicroCredentialPage, known: Known) -> Cell:
    """What a teacher sends in: its parts or, where they are not told apart, in one sentence."""
    lines = tuple(Line(part.title, note=part.limit) for part in known.evidence.get(page.pk, ()))
    return lines or words(evidence_text(page))


def proof_cell(page: MicroCredentialPage, known: Known) -> Cell:
    """The statement of what an earner can do, and the competencies."""
    proved = (row.competency for row in known.alignments.get(page.pk, ()))
    found = (Line(one.title, one.url, note=f"{one.framework.name}, {one.code}") for one in proved)
    return (*words(page.competency_statement), *found)


def priority_cell(page: MicroCredentialPage, known: Known) -> Cell:
    """The priorities it is sorted under."""
    found = known.priorities.get(page.pk, ())
    return tuple(Line(one.title, one.url or "") for one in found) or (NO_PRIORITY,)


def stack_cell(page: MicroCredentialPage, known: Known) -> Cell:
    """The stacks that hold it, with their rules."""
    found = known.holding.stacks.get(page.pk, ())
    return tuple(
        Line(one.title, one.url, note=one.summary.short, made_up=one.issuer.demonstration) for one in found
    ) or (NO_STACK,)


def pathway_cell(page: MicroCredentialPage, known: Known) -> Cell:
    """The pathways that name a stack around it, with the stage."""
    return tuple(
        Line(pathway.title, pathway.url, note=f"stage {stage.number} of {len(pathway.stages)}")
        for pathway, stage in known.holding.stages.get(page.pk, ())
    ) or (NO_PATHWAY,)


def board_rows(known: Known) -> Iterator[Row]:
    """How each stands with every board; one row that says so where no board is on record."""
    for statuses in known.boards:
        board = statuses[0].jurisdiction
        yield Row(board.name, tuple(map(status_cell, statuses)), made_up=board.demonstration)
    if not known.boards:
        yield RowMaker(known.pages).row("Decisions of boards", lambda _: (NO_DECISION,))


def status_cell(board: BoardStatus) -> Cell:
    """A board's status of one record on the day, what the decision that counts says, and what came later."""
    if not board.history:
        return (NO_DECISION,)
    decided = board.decision
    notes = [board.sentence]
    if decided and decided.scope:
        notes.append(f"For: {decided.scope}.")
    if decided and decided.conditions:
        notes.append(f"Conditions: {decided.conditions}")
    *first, last = (Line(one.label, status=one) for one in board.stands.signs)
    cited = [citation_line(decided)] if decided else []
    return (*first, replace(last, note=" ".join(notes)), *cited, *later_lines(board))


def citation_line(decided: Decision, before: str = "") -> Line:
    """Where a decision can be read, and when it was decided."""
    when = f"Decided on {day_text(decided.decided_on)}"
    return Line(f"{before}{decided.citation_title}", absolute(decided.read_at), note=when)


def later_lines(board: BoardStatus) -> Iterator[Line]:
    """What came after the day, each with its citation."""
    for one in board.later:
        yield citation_line(one.decision, f"{board.later_heading}: {one.sentence}. ")


def recognition_cell(page: MicroCredentialPage, known: Known) -> Cell:
    """What it is recognized for by name on the day, then what does not count; amounts keep their words."""
    day = known.day
    counting, apart = told_apart(known.recognition.get(page.pk, ()), day.on, day.today)
    lines = tuple(recognition_line(row, known) for row in (*counting, *apart))
    return lines if counting else (NOTHING_COUNTS if apart else NO_RECOGNITION, *lines)


def recognition_line(row: Recognition, known: Known) -> Line:
    """One statement with its amount and how it stands on the day."""
    note = "; ".join(filter(None, [amount_text(row), counting_mark(row.days, known.day.on)]))
    return Line(str(row), row.url, note=note, made_up=getattr(row, "demonstration", False))


def review_rows(known: Known) -> Iterator[Row]:
    """What quality reviews found, where there is one."""
    if known.reviews:
        yield RowMaker(known.pages).row("Quality review", lambda page: review_cell(page, known))


def review_cell(page: MicroCredentialPage, known: Known) -> Cell:
    """The reviews of one, the latest first, each with how many criteria there are of each finding."""
    return tuple(review_line(page, one) for one in known.reviews.get(page.pk, ())) or (NO_REVIEW,)


def review_line(page: MicroCredentialPage, review: QualityReview) -> Line:
    """One review in short."""
    found = ", ".join(f"{number} {finding.label.lower()}" for finding, number in review.counts)
    made_up = review.jurisdiction.demonstration
    return Line(review.standard.name, f"{page.url}#quality", note=found, made_up=made_up)


def way_out_cell(page: MicroCredentialPage) -> Cell:
    """The link to its issuer."""
    link = way_out(page)
    return (Line(link.label, link.address),) if link else ()
