"""Facts of several micro-credentials in rows: the words of their own pages, in the order of the address."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from catalog.day_wording import Day
from catalog.models import Jurisdiction
from catalog.timeline import Status
from pathways import queries
from pathways.comparing.reading import hidden_pages, read
from pathways.comparing.rows import rows_of
from pathways.comparing.table import Mark, Row, cell_text
from tests import factories as make
from tests.factories import addresses, alignment, evidence, group, stage

pytestmark = pytest.mark.django_db

TODAY = date(2026, 3, 1)


def rows(*pages: Any, board: Jurisdiction | None = None, on: date | None = None) -> dict[str, Row]:
    """The rows about these, by label."""
    day = Day(on or TODAY, TODAY, on is not None)
    return {row.label: row for row in rows_of(read(pages, queries.current(), board, day, hidden_pages()))}


def texts(label: str, *pages: Any, **asked: Any) -> list[str]:
    """The cells of one row, in words."""
    return [cell_text(cell) for cell in rows(*pages, **asked)[label].cells]


def test_facts_stand_in_the_words_of_the_page() -> None:
    full = make.MicroCredentialFactory(
        summary="Hear the sounds.",
        grades=["K", "1", "2"],
        grade_band="K-2",
        hours_min=5,
        hours_max=10,
        cost_usd=40,
        cost_per="micro-credential",
        cost_applies_to="members",
        topic=make.TopicFactory(name="Early literacy"),
        scoring="Two teachers.",
        delivery=["online"],
        turnaround_days_min=10,
        turnaround_days_max=15,
        resubmission="Twice.",
    )
    bare = make.MicroCredentialFactory()
    expected = {
        "What you show": "Hear the sounds.",
        "Grades": "K to 2",
        "Hours": "5 to 10 hours",
        "Cost": "$40 for members",
        "Topic": "Early literacy",
        "Who scores it": "Two teachers.",
        "How you take part": "Online, at your own pace",
        "Result after": "10 to 15 days",
        "Sending in again": "Twice.",
    }
    found = rows(full, bare)
    assert {label: [cell_text(cell) for cell in found[label].cells] for label in expected} == {
        label: [text, "not stated"] for label, text in expected.items()
    }
    assert {found[label].mark for label in expected} == {Mark.PARTLY}


def test_order_of_the_records_is_kept() -> None:
    first, second = make.MicroCredentialFactory(summary="A"), make.MicroCredentialFactory(summary="B")
    assert texts("What you show", second, first) == ["B", "A"]


def test_evidence_is_told_by_its_parts_or_in_one_sentence() -> None:
    parts = make.MicroCredentialFactory(evidence_parts=[evidence("A plan"), evidence("A video")])
    short = make.MicroCredentialFactory(evidence_kind="plan; video")
    assert texts("What you send in", parts, short) == ["A plan; A video", "Plan and video"]


def test_stack_is_named_with_its_rule() -> None:
    one, other = make.MicroCredentialFactory(), make.MicroCredentialFactory()
    make.StackFactory(title="Sounds", groups=[group(one, make.MicroCredentialFactory(), minimum=1)])
    assert texts("In stacks", one, other) == ["Sounds (Any 1 of 2)", "none on record"]


def test_stacks_stand_by_title_and_each_once() -> None:
    one = make.MicroCredentialFactory()
    make.StackFactory(title="Zoo", groups=[group(one), group(one)])
    make.StackFactory(title="Art", members=[one])
    assert texts("In stacks", one) == ["Art (Just 1); Zoo (All 2)"]


def test_pathway_is_named_with_its_stage() -> None:
    one, other = make.MicroCredentialFactory(), make.MicroCredentialFactory()
    first, second = make.StackFactory(), make.StackFactory(members=[one])
    make.PathwayFactory(title="To literacy", stages=[stage(first), stage(second)])
    assert texts("Leads to", one, other) == ["To literacy (stage 2 of 2)", "no pathway on record"]


def test_pathway_that_names_a_stack_around_leads_on_too() -> None:
    one = make.MicroCredentialFactory()
    inside = make.StackFactory(title="Inside", members=[one])
    outside = make.StackFactory(title="Outside", members=[make.StackFactory(members=[inside])])
    make.PathwayFactory(title="To literacy", stages=[stage(outside, inside)])
    assert texts("In stacks", one) == ["Inside (Just 1)"]
    assert texts("Leads to", one) == ["To literacy (stage 1 of 1)"]


def test_priorities_and_competencies_are_named() -> None:
    priority = make.PriorityFactory(title="Early literacy")
    proved = make.CompetencyFactory(
        title="Hear sounds", code="1a", framework=make.FrameworkFactory(name="Five")
    )
    one = make.MicroCredentialFactory(priority_links=[addresses(priority)], alignments=[alignment(proved)])
    other = make.MicroCredentialFactory()
    assert texts("State priority", one, other) == ["Early literacy", "none"]
    assert texts("What it proves", one, other) == ["Hear sounds (Five, 1a)", "not stated"]


def test_every_board_has_a_row_and_the_own_one_comes_first() -> None:
    own = make.JurisdictionFactory(slug="own", name="Own board")
    made_up = make.JurisdictionFactory(slug="a", name="A made-up board", demonstration=True)
    one, other = make.MicroCredentialFactory(), make.MicroCredentialFactory()
    make.DecisionFactory(credential=one, jurisdiction=made_up, outcome="conditional", scope="Renewal")
    found = rows(one, other, board=own, on=date(2025, 6, 1))
    assert [label for label in found if "board" in label] == ["Own board", "A made-up board"]
    assert [cell_text(cell) for cell in found["Own board"].cells] == ["No decision on record"] * 2
    assert [cell_text(cell) for cell in found["A made-up board"].cells] == [
        (
            "Conditional (From January 1, 2025; no end is on record. For: Renewal. "
            "Conditions: With a mentor); "
            "Minutes, item 4 (Decided on January 1, 2025; https://board.example.org/minutes)"
        ),
        "No decision on record",
    ]
    assert found["A made-up board"].made_up
    assert not found["Own board"].made_up


def test_status_that_is_two_has_both_signs_and_what_came_later_its_own_line() -> None:
    one = make.MicroCredentialFactory()
    facts = {"credential": one, "outcome": "conditional"}
    first = make.DecisionFactory(**facts, effective_until=date(2025, 6, 30))
    make.DecisionFactory(
        **facts,
        jurisdiction=first.jurisdiction,
        decided_on=date(2025, 6, 1),
        effective_from=date(2025, 7, 1),
        citation_title="New minutes",
    )
    (cell,) = rows(one, on=date(2025, 5, 1))[first.jurisdiction.name].cells
    assert [(line.text, line.status) for line in cell[:2]] == [
        ("Conditional", Status.CONDITIONAL),
        ("Ending soon", Status.ENDING_SOON),
    ]
    assert cell[1].note.startswith("From January 1, 2025; the last day is June 30, 2025.")
    assert [line.text for line in cell[2:]] == [
        "Minutes, item 4",
        "What came later: Renewed from July 1, 2025 on. New minutes",
    ]


def test_status_is_that_of_the_day_asked_for() -> None:
    one = make.MicroCredentialFactory()
    board = make.DecisionFactory(credential=one, effective_until=date(2025, 12, 31)).jurisdiction
    days = {
        date(2024, 12, 31): Status.NO_DECISION,
        date(2025, 2, 1): Status.APPROVED,
        date(2026, 1, 1): Status.ENDED,
    }
    assert {day: rows(one, on=day)[board.name].cells[0][0].status for day in days} == days


def test_without_any_board_one_row_says_so() -> None:
    assert texts("Decisions of boards", make.MicroCredentialFactory()) == ["No decision on record"]


def test_recognition_by_name_is_told_with_its_amount() -> None:
    one, other = make.MicroCredentialFactory(), make.MicroCredentialFactory()
    facts = {"credential": one, "amount_min": 15, "amount_max": 15, "unit": "hours"}
    wrong = make.RecognitionFactory(place="Wake", kind="pay", **facts)
    make.RecognitionFactory(
        place="Wake", kind="renewal", slug=wrong.slug, supersedes=wrong, correction_reason="A slip.", **facts
    )
    make.RecognitionFactory(credential=one, row_class="background")
    assert texts("What it counts for", one, other) == [
        "Wake: renewal (15 hours; Since when is not stated; no end is stated)",
        "nothing on record by name",
    ]


def test_quality_review_is_told_in_short_where_there_is_one() -> None:
    one, other = make.MicroCredentialFactory(), make.MicroCredentialFactory()
    assert "Quality review" not in rows(one, other)
    make.QualityReviewFactory(
        credential=one,
        standard=make.QualityStandardFactory(name="The standard"),
        results={"A": "met", "B": "met", "C": "not met"},
    )
    assert texts("Quality review", one, other) == ["The standard (2 met, 1 not met)", "no review on record"]


def test_retired_one_names_what_takes_its_place() -> None:
    old = make.MicroCredentialFactory(last_day_to_start=date(2025, 5, 1))
    new = make.MicroCredentialFactory(title="Newer", replaces=old)
    make.MicroCredentialFactory(title="Never published", replaces=old, live=False)
    assert texts("Still offered", old, new) == [
        (
            "No longer offered (The last day to start was May 1, 2025. The last day to finish is not stated)"
            "; Newer (takes its place)"
        ),
        "yes, by our source",
    ]


def test_day_asked_for_tells_what_was_offered_then_and_is_today() -> None:
    old = make.MicroCredentialFactory(last_day_to_start=date(2025, 5, 1))
    (text,) = texts("Still offered", old, on=date(2025, 4, 30))
    assert text.startswith("Still offered on April 30, 2025 (The last day to start was May 1, 2025.")
    assert "Today: no longer offered" in text


def test_offer_is_no_question_where_none_is_retired() -> None:
    assert "Still offered" not in rows(make.MicroCredentialFactory())


def test_link_to_the_issuer_is_not_compared() -> None:
    one = make.MicroCredentialFactory(address="https://example.org/a", address_kind="own page")
    row = rows(one, make.MicroCredentialFactory())["At the issuer"]
    assert row.cells[0][0].url == "https://example.org/a"
    assert row.cells[1] == ()
    assert not row.compared


def test_what_is_made_up_says_so() -> None:
    issuer = make.IssuerFactory(title="Made-up issuer", demonstration=True)
    one = make.MicroCredentialFactory(issuer=issuer)
    make.StackFactory(title="Made-up stack", issuer=issuer, members=[one])
    board = make.JurisdictionFactory(demonstration=True)
    make.QualityReviewFactory(credential=one, jurisdiction=board)
    make.RecognitionFactory(credential=one, jurisdictions=[board])
    found = rows(one)
    for label in ("Issuer", "In stacks", "Quality review", "What it counts for"):
        assert found[label].cells[0][0].made_up, label
