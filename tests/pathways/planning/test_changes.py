"""What has changed since a link to a plan was made."""

from __future__ import annotations

from datetime import date

import pytest
from django.http import QueryDict

from catalog.models import Jurisdiction, MicroCredentialPage, StackPage
from pathways.planning.answering import answer
from pathways.planning.changes import changes_since
from tests.factories import (
    DecisionFactory,
    JurisdictionFactory,
    MicroCredentialFactory,
    StackFactory,
    group,
)

pytestmark = pytest.mark.django_db

TODAY = date(2026, 9, 1)
GOAL = "goal=stack:goal"


@pytest.fixture
def board() -> Jurisdiction:
    """The site's board."""
    made: Jurisdiction = JurisdictionFactory(slug="board", name="A board")
    return made


@pytest.fixture
def member() -> MicroCredentialPage:
    """What the goal asks for."""
    made: MicroCredentialPage = MicroCredentialFactory(slug="member")
    StackFactory(slug="goal", members=(made,))
    return made


def told(query: str, board: Jurisdiction | None) -> list[str]:
    """What the page tells."""
    found = answer(QueryDict(query), None)
    return [change.text for change in changes_since(found, board, TODAY)]


def test_a_decision_that_ended_meanwhile_is_told(board: Jurisdiction, member: MicroCredentialPage) -> None:
    DecisionFactory(credential=member, jurisdiction=board, effective_until=date(2026, 8, 1))
    (text,) = told(f"{GOAL}&made=2025-06-01", board)
    assert text == "A board: “Approved” on June 1, 2025, “Ended” today."


def test_a_decision_that_came_meanwhile_is_told(board: Jurisdiction, member: MicroCredentialPage) -> None:
    DecisionFactory(credential=member, jurisdiction=board)
    (text,) = told(f"{GOAL}&made=2024-06-01", board)
    assert text == "A board: “No decision on record” on June 1, 2024, “Approved” today."


def test_a_decision_about_a_stack_of_the_plan_is_told(
    board: Jurisdiction, member: MicroCredentialPage
) -> None:
    goal = StackPage.objects.get(slug="goal")
    DecisionFactory(credential=None, stack=goal, jurisdiction=board, effective_until=date(2026, 8, 1))
    (text,) = told(f"{GOAL}&made=2025-06-01", board)
    assert text == "A board: “Approved” on June 1, 2025, “Ended” today."


def test_what_is_held_is_looked_at_too(board: Jurisdiction, member: MicroCredentialPage) -> None:
    DecisionFactory(credential=MicroCredentialFactory(slug="other"), jurisdiction=board)
    assert told(f"{GOAL}&made=2024-06-01", board) == []
    assert len(told(f"{GOAL}&held=other&made=2024-06-01", board)) == 1


def test_the_board_that_was_asked_for_comes_before_the_sites(
    board: Jurisdiction, member: MicroCredentialPage
) -> None:
    other = JurisdictionFactory(slug="other", name="Another board")
    DecisionFactory(credential=member, jurisdiction=other)
    (text,) = told(f"{GOAL}&approved_by=other&made=2024-06-01", board)
    assert text.startswith("Another board:")


@pytest.mark.parametrize("made", ["", "&made=2026-09-01", "&made=2027-01-01", "&made=yesterday"])
def test_a_link_of_today_or_without_a_day_tells_nothing(
    made: str, board: Jurisdiction, member: MicroCredentialPage
) -> None:
    DecisionFactory(credential=member, jurisdiction=board)
    assert told(f"{GOAL}{made}", board) == []


def test_a_site_without_a_board_tells_what_was_retired(member: MicroCredentialPage) -> None:
    MicroCredentialFactory(slug="gone", last_day_to_start=date(2026, 3, 1))
    MicroCredentialFactory(slug="long-gone", last_day_to_start=date(2020, 3, 1))
    query = f"{GOAL}&held=gone&held=long-gone&made=2026-01-01"
    assert told(query, None) == [
        "No longer offered. The last day to start was March 1, 2026. The last day to finish is not stated."
    ]


def test_a_stack_that_was_refused_meanwhile_is_told(board: Jurisdiction, member: MicroCredentialPage) -> None:
    inner = StackFactory(slug="inner", members=(MicroCredentialFactory(slug="inside"),))
    StackFactory(slug="outer", groups=[group(member, inner, minimum=1)])
    DecisionFactory(credential=None, stack=inner, jurisdiction=board, outcome="decline")
    found = answer(QueryDict("goal=stack:outer&made=2024-06-01"), None, deciding=board)
    assert [(one.node.slug, one.text) for one in changes_since(found, board, TODAY)] == [
        ("inner", "A board: “No decision on record” on June 1, 2024, “Not approved” today.")
    ]


def test_the_sites_board_counts_beside_the_one_that_was_asked_for(
    board: Jurisdiction, member: MicroCredentialPage
) -> None:
    DecisionFactory(credential=member, jurisdiction=JurisdictionFactory(slug="other", name="Another board"))
    DecisionFactory(credential=member, jurisdiction=board)
    texts = told(f"{GOAL}&approved_by=other&made=2024-06-01", board)
    assert [text.partition(":")[0] for text in texts] == ["Another board", "A board"]
