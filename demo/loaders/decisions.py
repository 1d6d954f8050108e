"""Loads what the made-up board decided, once: decisions are never written over, so no later load adds any."""

from datetime import date
from pathlib import Path
from typing import Any

from django.core.files.base import ContentFile
from wagtail.documents.models import Document
from wagtail.models import Site

from catalog.enums import PlaceKind, StackKind
from catalog.models import CatalogSettings, Decision, Jurisdiction
from catalog.models.decisions import DecisionQuerySet
from demo.decisions import Entry, Turn, turns
from demo.loaders.shelves import refusing
from demo.loaders.state import Load
from demo.naming import identifier
from demo.schemas.examples import Examples
from home.days import day_text

MINUTES = "examples/minutes.txt"
"""Without this file in the folder no board is made up."""

TITLE = "Made-up minutes of the Demonstration State Board"
SLUG = "demonstration-state-board"
RECORDER = "Demonstration"
ORIGIN = {"source": "Made up for this demonstration", "source_ref": MINUTES}

BOARD = {
    "name": "Demonstration State Board",
    "kind": PlaceKind.STATE.value,
    "code": "",
    "parent": None,
    "time_zone": "America/New_York",
    "demonstration": True,
    **ORIGIN,
}


def load_board(load: Load) -> Jurisdiction:
    """The board; the load that makes it also gives it to a site that has chosen none."""
    new = SLUG not in load.jurisdictions.known
    board = load.jurisdictions.put(SLUG, BOARD, MINUTES, 0)
    settings = CatalogSettings.for_site(Site.objects.get(is_default_site=True)) if new else None
    if settings is not None and settings.jurisdiction is None:
        settings.jurisdiction = board
        settings.save()
    return board


def load_decisions(load: Load, examples: Examples | None, folder: Path) -> None:
    """The decisions, unless they were made up before; the minutes they cite are kept whole."""
    board = load_board(load)
    before = Decision.objects.by(board).filter(recorded_by_name=RECORDER)
    minutes = minutes_document(load, before, folder)
    if count := len(before):
        load.tally.same["decisions"] += count
        return
    for turn in credential_turns(load, examples):
        decide(load, turn, jurisdiction=board, citation_file=minutes, credential=load.credentials[turn.slug])
    for turn in stack_turns(load, examples):
        decide(load, turn, jurisdiction=board, citation_file=minutes, stack=load.stacks[turn.slug])


def credential_turns(load: Load, examples: Examples | None) -> list[Turn]:
    """The micro-credentials that are decided about."""
    made_up = [one.slug for one in examples.credentials] if examples else []
    return turns(made_up, [row.slug for row in load.pack.microcredentials])


def stack_turns(load: Load, examples: Examples | None) -> list[Turn]:
    """The stacks that are decided about; a selection is no stack to be earned."""
    made_up = [one.slug for one in examples.stacks] if examples else []
    return turns(made_up, [row.slug for row in load.pack.stacks if row.kind is StackKind.STACK])


def decide(load: Load, turn: Turn, **about: Any) -> None:
    """Record everything that was decided about one record, named with the board and the minutes."""
    before: Decision | None = None
    for place, entry in enumerate(turn.entries, start=1):
        values = about | decision_values(turn, entry, load.first_day)
        one = Decision(**values, supersedes=before if entry.corrects else None)
        one.identifier = identifier("decisions", f"{one.record.kind}/{turn.slug}/{place}")
        with refusing(MINUTES, 0):
            one.save()
        load.tally.made["decisions"] += 1
        before = one


def decision_values(turn: Turn, entry: Entry, first_day: date) -> dict[str, Any]:
    """The columns of one decision that do not depend on what it is about."""
    days = turn.days(entry, first_day)
    return {
        "outcome": entry.outcome,
        "scope": entry.scope,
        "conditions": entry.conditions,
        "correction_reason": entry.corrects,
        "decided_on": days.decided,
        "effective_from": days.starts,
        "effective_until": days.ends,
        "citation_title": f"Made-up minutes of {day_text(days.decided)}, item {turn.item}",
        "recorded_by_name": RECORDER,
    }


def minutes_document(load: Load, citing: DecisionQuerySet, folder: Path) -> Document:
    """The minutes as a document of the site, made once, and again when their file is lost."""
    document = Document.objects.filter(pk__in=citing.values("citation_file")).order_by("pk").first()
    if document is not None and document.file.storage.exists(document.file.name):
        load.tally.same["documents"] += 1
        return document
    content = ContentFile((folder / MINUTES).read_bytes(), name=Path(MINUTES).name)
    load.tally.made["documents"] += 1
    if document is None:
        return Document.objects.create(title=TITLE, file=content)
    document.file.save(content.name, content)
    return document
