"""Decisions as JSON keep to their contract."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from catalog.enums import Outcome
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
            "decision": str(right.identifier),
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
