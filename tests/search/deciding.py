"""A board whose decisions the site shows, and decisions of many shapes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from wagtail.models import Site

from catalog.models import CatalogSettings, Decision, Jurisdiction
from search.indexing import put_off
from tests import factories as make

FIRST = date(2025, 1, 1)
"""The day on which decisions of these shapes begin."""

SHAPES: tuple[tuple[tuple[str, int, int | None], ...], ...] = (
    (("approve", 0, None),),
    (("approve", 0, 200),),
    (("approve", 0, 100), ("approve", 101, None)),
    (("approve", 0, 50), ("approve", 80, 300)),
    (("conditional", 0, 150),),
    (("approve", 0, 120), ("conditional", 121, None)),
    (("decline", 30, None),),
    (("approve", 0, None), ("withdraw", 60, None)),
    (("decline", 10, None), ("approve", 40, 140)),
    (("approve", 0, None), ("withdraw", 60, None), ("conditional", 90, 200)),
)
"""What a board decided about one record: what, and its first and last day, counted from `FIRST`."""

AHEAD = (0, 20, 70, -15)
"""How many days before its first day a decision was decided, in turn; one in four is decided after it."""


def shown_board(**facts: Any) -> Jurisdiction:
    """A jurisdiction whose board gives records their status on this site."""
    board: Jurisdiction = make.JurisdictionFactory(**facts)
    settings = CatalogSettings.for_site(Site.objects.get(is_default_site=True))
    settings.jurisdiction = board
    settings.save()
    return board


def about(record: Any) -> dict[str, Any]:
    """The columns that name a record."""
    is_stack = record.kind == "stack"
    return {"stack": record} if is_stack else {"credential": record}


def decide(board: Jurisdiction, record: Any, outcome: str = "approve", **facts: Any) -> Decision:
    """A decision about a micro-credential or stack, recorded."""
    decision: Decision = make.DecisionFactory(jurisdiction=board, outcome=outcome, **about(record), **facts)
    return decision


def decide_all(board: Jurisdiction, records: Sequence[Any]) -> None:
    """Decisions about these records in every shape; one in three of them is corrected."""
    with put_off():
        for number, record in enumerate(records):
            rows: list[Decision] = []
            for outcome, first, last in SHAPES[number % len(SHAPES)]:
                starts = FIRST + timedelta(days=first)
                decided = starts - timedelta(days=AHEAD[(number + len(rows)) % len(AHEAD)])
                days = {"effective_from": starts, "decided_on": decided}
                if last is not None:
                    days["effective_until"] = FIRST + timedelta(days=last)
                rows.append(decide(board, record, outcome, **days))
            if number % 3 == 0:
                later = rows[-1].effective_from + timedelta(days=number % 7)
                make.DecisionFactory(
                    jurisdiction=board,
                    outcome=rows[-1].outcome,
                    effective_from=later,
                    supersedes=rows[-1],
                    **about(record),
                )
