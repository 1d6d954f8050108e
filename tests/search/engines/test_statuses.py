"""Bit sets of status are those of one board on one day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from catalog.models import Jurisdiction
from catalog.timeline import DayStatus, Status
from search.engines import bits
from search.engines.bits import ValueBits
from search.engines.statuses import SPAN, read_statuses, standing, stands_of
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
    held = ["approved", "conditional", "ending-soon"]
    assert [sorted(one) for one in told] == [["no-decision"], held, held, ["ended"]]
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


def test_conditional_approval_that_ends_soon_is_found_under_all_its_values() -> None:
    decision = make.DecisionFactory(
        credential__title="Games", outcome="conditional", effective_until=FIRST + timedelta(days=9)
    )
    make.DecisionFactory(jurisdiction=decision.jurisdiction, credential__title="Open")
    assert titles_on(decision.jurisdiction, FIRST) == {
        "approved": {"Games", "Open"},
        "conditional": {"Games"},
        "ending-soon": {"Games"},
    }


def test_standing_tells_each_document_with_its_last_day_in_one_query() -> None:
    last = FIRST + timedelta(days=9)
    decision = make.DecisionFactory(credential__title="Games", effective_until=last)
    make.StackFactory(title="Stack")
    with CaptureQueriesContext(connection) as captured:
        rows = standing(SearchDocument.objects.all(), decision.jurisdiction_id, FIRST)
        told = {row[0]: stands_of(*row[1:]) for row in rows.values_list("title", *SPAN)}
    assert (told["Games"], told["Stack"]) == (DayStatus(Status.ENDING_SOON, True, last), None)
    assert len(captured) == 1
