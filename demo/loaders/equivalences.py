"""Loads, once, what a made-up issuer and a made-up board say of editions: it is never written over."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from catalog.models import Decision, Equivalence
from demo.examples import FILE
from demo.loaders.decisions import RECORDER, SLUG
from demo.loaders.shelves import refusing
from demo.loaders.state import Load
from demo.naming import identifier
from demo.schemas.examples import ExampleEquivalence, Examples
from home.days import day_text

ITEM = 14
"""Where the minutes of the board speak of it."""


def load_equivalences(load: Load, examples: Examples | None) -> None:
    """The equivalences of the examples, unless they were made up before."""
    before = Equivalence.objects.demonstration().filter(recorded_by_name=RECORDER).count()
    load.tally.same["equivalences"] += before
    if examples is None or before:
        return
    for place, one in enumerate(examples.equivalences, start=1):
        with refusing(FILE, 0):
            Equivalence(**values(load, examples, one, place)).save()
        load.tally.made["equivalences"] += 1


def values(load: Load, examples: Examples, one: ExampleEquivalence, place: int) -> dict[str, Any]:
    """The columns of one equivalence."""
    decided = load.first_day + timedelta(days=one.decided)
    says = said_by_board(load) if one.says == "board" else said_by_issuer(load, examples)
    return {
        "identifier": identifier("equivalences", f"{one.credential}/{one.counts_for}/{place}"),
        "credential": load.credentials[one.credential],
        "counts_for": load.credentials[one.counts_for],
        "decided_on": decided,
        "effective_from": load.first_day + timedelta(days=one.starts),
        "effective_until": None if one.ends is None else load.first_day + timedelta(days=one.ends),
        "recorded_by_name": RECORDER,
        **says,
        "citation_title": says["citation_title"].format(day=day_text(decided)),
    }


def said_by_board(load: Load) -> dict[str, Any]:
    """The board says so, in the minutes that its decisions cite."""
    board = load.jurisdictions[SLUG]
    cited = Decision.objects.by(board).filter(citation_file__isnull=False).select_related("citation_file")
    return {
        "jurisdiction": board,
        "citation_title": f"Made-up minutes of {{day}}, item {ITEM}",
        "citation_file": cited[0].citation_file,
    }


def said_by_issuer(load: Load, examples: Examples) -> dict[str, Any]:
    """The issuer says so, in a notice at an address that leads nowhere."""
    return {
        "issuer": load.issuers[examples.issuer.slug],
        "citation_title": "Made-up notice to holders, {day}",
        "citation_address": f"{examples.issuer.website}notices/2021-edition/",
    }
