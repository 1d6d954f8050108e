"""How what a plan can use stands with the site's board."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from catalog.enums import Outcome
from catalog.models import Decision, Jurisdiction
from catalog.timeline import Status
from pathways import queries
from pathways.graph import Graph, Kind
from pathways.planning.statuses import Statuses, dated, statuses_of
from tests.factories import DecisionFactory, JurisdictionFactory, MicroCredentialFactory, StackFactory

BOARD = Jurisdiction(name="A board", slug="board")
ON = date(2026, 9, 1)


def made(number: int, outcome: Outcome, first: str, last: str = "") -> Decision:
    """A decision that is not kept, decided before the day that is asked about."""
    return Decision(
        pk=number,
        jurisdiction=BOARD,
        outcome=outcome.value,
        decided_on=min(date.fromisoformat(first), ON),
        effective_from=date.fromisoformat(first),
        effective_until=date.fromisoformat(last) if last else None,
    )


@pytest.mark.parametrize(
    ("rows", "text"),
    [
        ([], "No decision on record"),
        ([made(1, Outcome.APPROVE, "2026-01-01")], "Approved"),
        ([made(1, Outcome.APPROVE, "2026-01-01", "2027-12-31")], "Approved, last day December 31, 2027"),
        ([made(1, Outcome.APPROVE, "2026-01-01", "2026-10-01")], "Ending soon, last day October 1, 2026"),
        (
            [made(1, Outcome.CONDITIONAL, "2026-01-01", "2026-10-01")],
            "Conditional, ending soon, last day October 1, 2026",
        ),
        ([made(1, Outcome.APPROVE, "2025-01-01", "2026-08-31")], "Ended, last day August 31, 2026"),
        ([made(1, Outcome.DECLINE, "2026-01-01")], "Not approved"),
        (
            [
                made(1, Outcome.APPROVE, "2026-01-01", "2026-10-01"),
                made(2, Outcome.APPROVE, "2026-10-02", "2028-10-01"),
            ],
            "Approved, last day October 1, 2026; renewed until October 1, 2028",
        ),
        (
            [
                made(1, Outcome.APPROVE, "2026-01-01", "2026-10-01"),
                made(2, Outcome.APPROVE, "2026-10-02"),
            ],
            "Approved, last day October 1, 2026; renewed with no end on record",
        ),
        (
            [
                made(1, Outcome.APPROVE, "2026-01-01", "2028-10-01"),
                made(2, Outcome.WITHDRAW, "2026-10-01"),
            ],
            "Ending soon, withdrawn after September 30, 2026",
        ),
    ],
)
def test_status_tells_its_own_last_day_and_what_comes_after(rows: list[Decision], text: str) -> None:
    assert dated(rows, ON).text == text


@pytest.mark.parametrize(
    ("rows", "text"),
    [
        (
            [made(1, Outcome.DECLINE, "2026-01-01")],
            "It was declined by A board with effect from January 1, 2026.",
        ),
        (
            [made(1, Outcome.APPROVE, "2025-01-01"), made(2, Outcome.WITHDRAW, "2026-01-01")],
            "Its approval by A board was withdrawn with effect from January 1, 2026.",
        ),
        (
            [made(1, Outcome.APPROVE, "2025-01-01", "2026-01-01")],
            "Its approval by A board ended on January 1, 2026.",
        ),
        ([], ""),
    ],
)
def test_refusal_tells_what_the_board_did(rows: list[Decision], text: str) -> None:
    assert dated(rows, ON).refusal == text


@pytest.mark.django_db
def test_statuses_take_one_query_for_any_number(django_assert_num_queries: Any) -> None:
    board = JurisdictionFactory(slug="board")
    credentials = [MicroCredentialFactory(slug=f"c{number}") for number in range(3)]
    for one in credentials:
        DecisionFactory(credential=one, jurisdiction=board)
    StackFactory(slug="s", members=credentials)
    graph = queries.current()
    with django_assert_num_queries(1):
        found = statuses_of(graph, board, date(2025, 3, 1))
    assert {node: one.status for node, one in found.found.items()} == {
        f"micro-credential:c{number}": Status.APPROVED for number in range(3)
    }
    assert found.of("stack:s").status is Status.NO_DECISION


@pytest.mark.django_db
def test_what_another_board_decided_does_not_count() -> None:
    board, other = JurisdictionFactory(slug="board"), JurisdictionFactory(slug="other")
    DecisionFactory(credential=MicroCredentialFactory(slug="c"), jurisdiction=other, outcome="decline")
    assert statuses_of(queries.current(), board, None).refusals(Kind.MICRO_CREDENTIAL) == {}


def test_a_site_without_a_board_knows_no_statuses() -> None:
    assert statuses_of(Graph(), None, ON) == Statuses()


@pytest.mark.django_db
def test_without_a_day_it_is_today_where_the_board_is() -> None:
    boards = [
        JurisdictionFactory(slug=slug, time_zone=zone)
        for slug, zone in (("east", "Pacific/Kiritimati"), ("west", "Pacific/Niue"))
    ]
    days = [statuses_of(queries.current(), board, None).on for board in boards]
    assert days == [board.today() for board in boards]
    assert days[0] != days[1]


def test_what_was_decided_after_the_day_says_nothing_about_it() -> None:
    renewal = made(2, Outcome.APPROVE, "2026-10-02")
    renewal.decided_on = date(2026, 9, 2)
    first = made(1, Outcome.APPROVE, "2026-01-01", "2026-10-01")
    assert dated([first, renewal], ON).text == "Ending soon, last day October 1, 2026"
