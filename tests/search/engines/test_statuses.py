"""Bit sets of status are those of one board on one day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from catalog.models import Jurisdiction
from catalog.timeline import Status
from search.engines import bits
from search.engines.bits import ValueBits
from search.engines.statuses import read_statuses, status_of
from search.models import SearchDocument
from tests import factories as make
from tests.search.deciding import FIRST, decide

pytestmark = pytest.mark.django_db


def kinds() -> dict[str, ValueBits]:
    """The documents of each kind."""
    found: dict[str, list[int]] = {}
    for kind, document in SearchDocument.objects.values_list("kind", "pk"):
        found.setdefault(kind, []).append(document)
    return {kind: ValueBits(kind, kind, bits.from_ids(ids)) for kind, ids in found.items()}


def titles_on(board: Jurisdiction, on: date) -> dict[str, set[str]]:
    """Titles under each status that has any."""
    found = read_statuses(kinds(), board.pk, on)
    titles = dict(SearchDocument.objects.values_list("pk", "title"))
    return {
        one.value: {titles[document] for document in bits.ids_in(one.bits)}
        for one in found.values()
        if one.bits
    }


def test_read_statuses_holds_on_both_ends() -> None:
    decision = make.DecisionFactory(
        credential__title="Games", outcome="conditional", effective_until=FIRST + timedelta(days=9)
    )
    told = [titles_on(decision.jurisdiction, FIRST + timedelta(days=number)) for number in (-1, 0, 9, 10)]
    assert [next(iter(one)) for one in told] == ["no-decision", "conditional", "conditional", "ended"]
    assert {title for one in told for titles in one.values() for title in titles} == {"Games"}


def test_read_statuses_has_every_status_and_no_other_kind() -> None:
    decision = make.DecisionFactory(credential__title="Games")
    make.StackFactory(title="Stack")
    found = read_statuses(kinds(), decision.jurisdiction_id, FIRST)
    assert list(found) == [one.value for one in Status]
    assert titles_on(decision.jurisdiction, FIRST) == {"approved": {"Games"}, "no-decision": {"Stack"}}


def test_read_statuses_of_a_board_that_never_decided_are_none() -> None:
    make.DecisionFactory()
    assert read_statuses(kinds(), make.JurisdictionFactory().pk, FIRST) == {}


def test_read_statuses_takes_one_query_for_any_number() -> None:
    board, known = make.JurisdictionFactory(), kinds()
    for _ in range(3):
        decide(board, make.MicroCredentialFactory())
    with CaptureQueriesContext(connection) as captured:
        read_statuses(known, board.pk, FIRST)
    assert len(captured) == 1


def test_status_of_a_document_without_a_decision_is_none() -> None:
    statuses = {
        "approved": ValueBits("approved", "Approved", 0b010),
        "no-decision": ValueBits("no-decision", "No decision on record", 0b100),
    }
    assert [status_of(document, statuses) for document in range(4)] == [None, "approved", None, None]
