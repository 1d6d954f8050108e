"""Loads, once, what a made-up panel found of every second micro-credential that the board said yes to.

A criterion that a fact of the record speaks for is met. Whether anyone can read it, and whether evidence is
sent in, follows from the record alone. What is left takes the findings in turn.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from catalog.enums import AddressKind, Finding
from catalog.models import (
    MicroCredentialPage,
    QualityCriterion,
    QualityResult,
    QualityReview,
    QualityStandard,
)
from demo.decisions import Turn
from demo.loaders.decisions import MINUTES, ORIGIN, RECORDER, SLUG, credential_turns
from demo.loaders.shelves import refusing
from demo.loaders.state import Load
from demo.naming import identifier
from demo.schemas.examples import Examples

STANDARD = "digital-promise-framework"
"""Of the standards of the pack the one whose criteria are all about a single micro-credential."""

EVERY, CORRECTED_EVERY = 2, 7
BEFORE = timedelta(days=28)
REVIEWER = "Review panel of the Demonstration State Board"
WRONG = "The first criterion was entered as not met by mistake."

STATED: Mapping[str, str] = {
    "DP-1": "competency_statement",
    "DP-2": "method",
    "DP-4": "rubric",
    "DP-7": "research",
    "DP-8": "scoring",
    "DP-11": "badge_image",
}
"""The fact of a record that speaks for a criterion, by the criterion's code."""

Found = tuple[Finding, str]
"""What was found of a criterion, and the note."""

READABLE: Mapping[str, Found] = {
    AddressKind.OWN_PAGE.value: (Finding.MET, ""),
    AddressKind.ISSUER_LIST.value: (Finding.PART, "The page on record shows several at once."),
}
UNREADABLE: Found = (Finding.NOT_MET, "No page of its issuer that shows it is on record.")
NO_EVIDENCE: Found = (Finding.PART, "The record here does not state what a teacher sends in.")

TURNS: tuple[Found, ...] = (
    (Finding.MET, ""),
    (Finding.MET, ""),
    (Finding.PART, "Made up: the panel saw a first draft and asked for the whole."),
    (Finding.MET, ""),
    (Finding.NOT_APPLICABLE, ""),
    (Finding.MET, ""),
    (Finding.NOT_MET, "Made up: the panel found nothing about it."),
)


def load_reviews(load: Load, examples: Examples | None) -> None:
    """The reviews, unless they were made up before or the pack has no such standard."""
    board = load.jurisdictions[SLUG]
    standard = QualityStandard.objects.filter(slug=STANDARD).first()
    if count := QualityReview.objects.filter(jurisdiction=board, recorded_by_name=RECORDER).count():
        load.tally.same["quality reviews"] += count
    elif standard is not None:
        chosen = [turn for turn in credential_turns(load, examples) if turn.in_force][EVERY - 1 :: EVERY]
        for number, turn in enumerate(chosen):
            review(load, turn, number, jurisdiction=board, standard=standard)


def review(load: Load, turn: Turn, number: int, **of: Any) -> None:
    """Record what was found of one micro-credential; every seventh was entered wrongly first."""
    page = load.credentials[turn.slug]
    found = findings(page, of["standard"].criteria.all(), number)
    values = of | {"credential": page, "reviewed_on": reviewed_on(load, turn)}
    wrong: QualityReview | None = None
    if number % CORRECTED_EVERY == 0:
        wrong = recorded(load, values, [(found[0][0], (Finding.NOT_MET, "")), *found[1:]])
        values |= {"supersedes": wrong, "correction_reason": WRONG}
    recorded(load, values, found)


def reviewed_on(load: Load, turn: Turn) -> date:
    """Four weeks before the board first decided about it."""
    return turn.days(turn.entries[0], load.first_day).decided - BEFORE


def recorded(
    load: Load, values: dict[str, Any], found: Sequence[tuple[QualityCriterion, Found]]
) -> QualityReview:
    """A review with its results."""
    met = sum(finding is Finding.MET for _, (finding, _) in found)
    one = QualityReview(
        **values,
        reviewer=REVIEWER,
        summary=f"Made up for this demonstration. {met} of {len(found)} criteria are met.",
        source=ORIGIN["source"],
        recorded_by_name=RECORDER,
    )
    place = 1 if one.supersedes is None else 2
    one.identifier = identifier("quality-reviews", f"{one.credential.kind}/{one.credential.slug}/{place}")
    with refusing(MINUTES, 0):
        one.record([result(criterion, *findings) for criterion, findings in found])
    load.tally.made["quality reviews"] += 1
    return one


def result(criterion: QualityCriterion, finding: Finding, note: str) -> QualityResult:
    """What was found, with the criterion in the words it has today."""
    return QualityResult(
        group=criterion.group, code=criterion.code, text=criterion.text, finding=finding, note=note
    )


def findings(
    page: MicroCredentialPage, criteria: Iterable[QualityCriterion], number: int
) -> list[tuple[QualityCriterion, Found]]:
    """What is found of each criterion; `number` says at which of the turns the first of them begins."""
    return [
        (criterion, told(page, criterion.code) or TURNS[(number + place) % len(TURNS)])
        for place, criterion in enumerate(criteria)
    ]


def told(page: MicroCredentialPage, code: str) -> Found | None:
    """What the record itself tells of a criterion, if anything."""
    if code == "DP-3":
        return (Finding.MET, "") if page.evidence_kind else NO_EVIDENCE
    if code == "DP-6":
        return READABLE.get(page.address_kind, UNREADABLE)
    name = STATED.get(code)
    fact: Any = getattr(page, name) if name else None
    return (Finding.MET, "") if (fact.all() if name == "rubric" else fact) else None
