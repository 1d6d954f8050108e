"""A record found is shown with its status, and says so when a board made up for the demonstration spoke."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from catalog.models import Jurisdiction
from catalog.timeline import UNDECIDED, DayStatus, Status
from search.query import Hit
from search.results import StatusMark, mark
from tests import factories as make
from tests.search.deciding import decide, shown_board

BOARD = Jurisdiction(name="Made-up Board", demonstration=True)


ENDED = DayStatus(Status.ENDED)


def hit(kind: str, stands: DayStatus | None = None) -> Hit:
    """A record found."""
    return Hit(1, kind, 7, "record", "Record", "", {}, stands)


def results(**asked: str) -> dict[str, dict[str, Any]]:
    """What a search finds, by title."""
    return {one["title"]: one for one in Client().get("/api/v1/search", asked).json()["results"]}


def test_mark_of_a_record_without_a_decision_is_none_on_record() -> None:
    assert mark(hit("stack"), BOARD) == StatusMark(UNDECIDED, BOARD)
    assert mark(hit("stack", ENDED), BOARD) == StatusMark(ENDED, BOARD)


def test_mark_needs_a_board_and_a_kind_that_boards_decide_about() -> None:
    assert mark(hit("stack", ENDED), None) is None
    assert mark(hit("issuer"), BOARD) is None


def test_mark_of_no_decision_shows_nothing_made_up() -> None:
    assert StatusMark(ENDED, BOARD).made_up
    assert not StatusMark(UNDECIDED, BOARD).made_up


@pytest.mark.django_db
def test_made_up_decision_says_so_on_its_record_alone() -> None:
    decide(shown_board(demonstration=True), make.MicroCredentialFactory(title="Decided"))
    make.MicroCredentialFactory(title="Undecided")
    found = results(kind="micro-credential")
    assert {title: one["demonstration"] for title, one in found.items()} == {
        "Decided": True,
        "Undecided": False,
    }


@pytest.mark.django_db
def test_made_up_recognition_says_so_on_the_record_it_names() -> None:
    board = make.JurisdictionFactory(demonstration=True)
    make.RecognitionFactory(credential=make.MicroCredentialFactory(title="Games"), jurisdictions=[board])
    assert [one["demonstration"] for one in results(q="games").values()] == [True, True]
