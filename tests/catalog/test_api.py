"""Decisions as JSON keep to their contract."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.test import Client

from catalog.enums import Outcome
from catalog.models import Decision
from tests.factories import DecisionFactory, JurisdictionFactory, MicroCredentialFactory, StackFactory

pytestmark = pytest.mark.django_db


def asked(address: str, **given: str) -> dict[str, Any]:
    """The answer about a record."""
    response = Client().get(f"/api/v1/{address}/decisions", given)
    assert response.status_code == 200
    found: dict[str, Any] = response.json()
    return found


def test_a_record_without_decisions_has_none() -> None:
    MicroCredentialFactory(slug="phonics", title="Phonics")
    assert asked("micro-credentials/phonics") == {
        "kind": "micro-credential",
        "slug": "phonics",
        "title": "Phonics",
        "url": "http://127.0.0.1:8000/micro-credentials/phonics/",
        "statuses": [],
        "decisions": [],
        "demonstration": False,
        "ignored": [],
    }


def test_status_and_history_are_told_for_a_day() -> None:
    board = JurisdictionFactory(slug="demo", name="Demo board", demonstration=True)
    page = StackFactory(slug="reading")
    wrong = DecisionFactory(credential=None, stack=page, jurisdiction=board)
    right = DecisionFactory(
        credential=None,
        stack=page,
        jurisdiction=board,
        supersedes=wrong,
        outcome=Outcome.CONDITIONAL,
        scope="Renewal",
    )
    found = asked("stacks/reading", on="2025-03-01")
    assert found["demonstration"] is True
    assert found["statuses"] == [
        {
            "jurisdiction": {"slug": "demo", "name": "Demo board", "demonstration": True},
            "on": "2025-03-01",
            "status": "conditional",
            "label": "Conditional",
            "ends_soon": False,
            "ends_on": None,
            "decision": str(right.identifier),
            "in_force": found["decisions"][0],
            "last_day": None,
            "later": [
                {
                    "change": "corrected",
                    "label": "Corrected",
                    "day": board.day_of(right.recorded_at).isoformat(),
                    "decision": found["decisions"][0],
                    "corrects": str(wrong.identifier),
                }
            ],
        }
    ]
    later, earlier = found["decisions"]
    assert (later["conditions"], later["scope"], later["superseded_by"]) == (
        "With a mentor.",
        "Renewal",
        None,
    )
    assert earlier["superseded_by"] == str(right.identifier)
    assert later["citation"] == {
        "title": "Minutes, item 4",
        "url": "https://board.example.org/minutes",
        "file": None,
    }
    assert asked("stacks/reading", on="2024-12-31")["statuses"][0]["status"] == "no-decision"


def told(page: Any, on: str) -> dict[str, Any]:
    """The one board's answer about a micro-credential on a day."""
    (found,) = asked(f"micro-credentials/{page.slug}", on=on)["statuses"]
    return dict(found)


def renewed() -> tuple[Decision, Decision]:
    """An approval of 2024, and its renewal, decided in November of that year."""
    first = DecisionFactory(
        decided_on=date(2023, 12, 1), effective_from=date(2024, 1, 1), effective_until=date(2024, 12, 31)
    )
    second = DecisionFactory(
        credential=first.credential,
        jurisdiction=first.jurisdiction,
        decided_on=date(2024, 11, 14),
        effective_from=date(2025, 1, 1),
        effective_until=date(2028, 12, 31),
        citation_title="Minutes of November 14, 2024",
    )
    return first, second


def test_a_day_keeps_its_own_last_day_and_the_renewal_stands_apart() -> None:
    first, second = renewed()
    found = told(first.credential, "2024-10-15")
    assert (found["status"], found["ends_soon"], found["ends_on"]) == ("ending-soon", True, "2024-12-31")
    assert found["in_force"]["effective_until"] == "2024-12-31"
    assert found["last_day"] == {"day": "2024-12-31", "approval": str(first.identifier), "ended_by": None}
    (later,) = found["later"]
    assert (later["change"], later["day"]) == ("renewed", "2025-01-01")
    assert later["decision"]["identifier"] == str(second.identifier)
    assert later["decision"]["citation"]["title"] == "Minutes of November 14, 2024"


def test_a_renewal_decided_by_the_day_lends_it_no_last_day() -> None:
    first, _ = renewed()
    found = told(first.credential, "2024-11-14")
    assert (found["status"], found["ends_soon"], found["ends_on"]) == ("approved", False, "2024-12-31")
    assert found["last_day"] == {"day": "2024-12-31", "approval": str(first.identifier), "ended_by": None}
    assert found["in_force"]["effective_until"] == "2024-12-31"
    assert [one["change"] for one in found["later"]] == ["renewed"]


def test_after_a_withdrawal_the_last_day_names_it_with_its_citation() -> None:
    approval = DecisionFactory(effective_until=date(2028, 12, 31))
    taken = DecisionFactory(
        credential=approval.credential,
        jurisdiction=approval.jurisdiction,
        outcome=Outcome.WITHDRAW,
        effective_from=date(2026, 3, 1),
        citation_title="Minutes of March 2026",
    )
    found = told(approval.credential, "2026-06-01")
    assert (found["status"], found["in_force"], found["ends_on"]) == ("not-approved", None, None)
    assert (found["last_day"]["day"], found["last_day"]["approval"]) == (
        "2026-02-28",
        str(approval.identifier),
    )
    assert found["last_day"]["ended_by"]["identifier"] == str(taken.identifier)
    assert found["last_day"]["ended_by"]["citation"]["title"] == "Minutes of March 2026"
    before = told(approval.credential, "2026-02-01")
    assert before["in_force"]["effective_until"] == before["ends_on"] == "2028-12-31"
    assert [one["change"] for one in before["later"]] == ["withdrawn"]


@pytest.mark.parametrize("day", ["2025-02-30", "tomorrow", "1899-12-31", "2101-01-01", ""])
def test_what_is_no_day_is_refused_naming_the_field(day: str) -> None:
    page = MicroCredentialFactory()
    response = Client().get(f"/api/v1/micro-credentials/{page.slug}/decisions", {"on": day})
    assert response.status_code == 422
    assert [fault["loc"][-1] for fault in response.json()["detail"]] == ["on"]


def test_unknown_parameters_are_ignored_and_listed() -> None:
    MicroCredentialFactory(slug="phonics")
    ignored = asked("micro-credentials/phonics", color="red")["ignored"]
    assert ignored == [{"field": "color", "value": "red", "reason": "There is no such parameter."}]


def test_drafts_and_unknown_records_are_not_there() -> None:
    MicroCredentialFactory(slug="draft", live=False)
    for slug in ("draft", "nothing"):
        assert Client().get(f"/api/v1/micro-credentials/{slug}/decisions").status_code == 404
