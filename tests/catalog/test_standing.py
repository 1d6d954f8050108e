"""How records stand with several boards at once, against a calendar painted from the rows themselves."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import ValidationError
from django.test import RequestFactory
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase as DjangoExamples
from wagtail.models import Site

from catalog.boards import BoardStatus
from catalog.enums import Outcome
from catalog.models import Decision, MicroCredentialPage
from catalog.standing import (
    board_statuses,
    boards_about,
    ending_soon,
    site_jurisdiction,
    statuses,
)
from catalog.timeline import Change
from home.days import day_text
from tests.factories import DecisionFactory, JurisdictionFactory, MicroCredentialFactory, StackFactory
from tests.long_run import examples

FIRST = date(2024, 1, 1)
ZONES = ("Pacific/Kiritimati", "Pacific/Niue", "America/New_York")
WORDS = {"approve": "approved", "conditional": "conditional"}

steps = st.lists(
    st.tuples(
        st.integers(0, 2),
        st.sampled_from(Outcome.values),
        st.integers(0, 300),
        st.none() | st.integers(0, 200),
        st.booleans(),
        st.integers(-60, 60),
    ),
    max_size=10,
)
"""Board, outcome, first day, days until the last, whether it corrects that board's last decision, and how
many days after its first day it was decided."""


def record(page: MicroCredentialPage, boards: list[Any], given: list[Any]) -> None:
    """Record what the rules allow of these, one after another."""
    for board, outcome, start, length, corrects, decided in given:
        mine = Decision.objects.current().by(boards[board]).last()
        first = FIRST + timedelta(days=start)
        ends = None if length is None or outcome not in WORDS else first + timedelta(days=length)
        try:
            DecisionFactory(
                credential=page,
                jurisdiction=boards[board],
                outcome=outcome,
                decided_on=first + timedelta(days=decided),
                effective_from=first,
                effective_until=ends,
                supersedes=mine if corrects else None,
            )
        except ValidationError:
            continue


def plain_rows(board: Any, on: date) -> list[Decision]:
    """The board's rows that may say something of a day: decided by then, or with the day among their own."""
    corrected = set(Decision.objects.exclude(supersedes=None).values_list("supersedes", flat=True))
    rows = [row for row in Decision.objects.filter(jurisdiction=board) if row.pk not in corrected]
    return [
        row
        for row in rows
        if row.decided_on <= on
        or (row.effective_from <= on and (row.effective_until is None or row.effective_until >= on))
    ]


def painted(rows: list[Decision], day: date) -> tuple[str, int | None]:
    """The word of a day and the row behind it, by reading the rows: the last painted over all before."""
    word, key = "no-decision", None
    for row in sorted(rows, key=lambda row: (row.effective_from, row.decided_on, row.pk)):
        if row.effective_from <= day:
            over = row.effective_until is not None and row.effective_until < day
            word, key = "ended" if over else WORDS.get(row.outcome, "not-approved"), row.pk
    return word, key


def expected(board: Any, day: date) -> tuple[str, bool, int | None]:
    """The status by the words of the rules, whether it ends soon, and the row that counts."""
    rows = plain_rows(board, day)
    word, key = painted(rows, day)
    following = (painted(rows, day + timedelta(days=ahead))[0] for ahead in range(1, 92))
    soon = word in WORDS.values() and any(one not in WORDS.values() for one in following)
    return ("ending-soon" if soon and word == "approved" else word, soon, key)


class Examples(DjangoExamples):
    """Each example has an empty database."""

    @settings(max_examples=examples(15), deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(steps, st.lists(st.integers(-1, 520), min_size=3, max_size=3))
    def test_board_statuses_equal_what_the_rows_say(self, given: list[Any], days: list[int]) -> None:
        boards = [JurisdictionFactory(time_zone=zone) for zone in ZONES]
        page = MicroCredentialFactory()
        record(page, boards, given)
        for number in days:
            day = FIRST + timedelta(days=number)
            told = {one.jurisdiction: told_by(one) for one in board_statuses(page, boards[0], day)}
            decided = {row.jurisdiction for row in Decision.objects.select_related("jurisdiction")}
            assert told == {board: expected(board, day) for board in {boards[0], *decided}}
            marks = [(one.status.value, one.ends_soon) for one in statuses([page], boards[1], day).values()]
            counts = Decision.objects.current().by(boards[1]).exists()
            assert marks == ([expected(boards[1], day)[:2]] if counts else [])

    @settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(steps, st.integers(-1, 520))
    def test_a_day_s_answer_keeps_its_own_days_and_sets_the_rest_apart(
        self, given: list[Any], number: int
    ) -> None:
        boards = [JurisdictionFactory(time_zone=zone) for zone in ZONES]
        page, day = MicroCredentialFactory(), FIRST + timedelta(days=number)
        record(page, boards, given)
        for one in board_statuses(page, boards[0], day):
            rows = {row.pk: row for row in plain_rows(one.jurisdiction, day)}
            key = expected(one.jurisdiction, day)[2]
            own = {rows[key].effective_from, rows[key].effective_until} if key else set()
            assert all(day_text(known) in one.sentence for known in own if known)
            apart = [row for pk, row in one.current.items() if pk not in rows or row.effective_from > day]
            decided = [later.decision for later in one.later if later.change is not Change.CORRECTED]
            assert decided == sorted(apart, key=lambda row: row.ruling.place)
            last = {one.last_day.day, one.last_day.approval.effective_until} if one.last_day else set()
            borrowed = {row.effective_until for row in apart} - own - last - {None}
            assert [lent for lent in borrowed if lent and day_text(lent) in one.sentence] == []


def told_by(one: BoardStatus) -> tuple[str, bool, int | None]:
    """What is told of a day, as `expected` gives it."""
    return (one.status.value, one.stands.ends_soon, one.decision.pk if one.decision else None)


@pytest.mark.django_db
@pytest.mark.parametrize("zone", ZONES)
def test_today_is_the_board_s_own(zone: str) -> None:
    board = JurisdictionFactory(time_zone=zone)
    today = datetime.now(ZoneInfo(zone)).date()
    one = DecisionFactory(jurisdiction=board, effective_from=today)
    other = DecisionFactory(jurisdiction=board, effective_from=today + timedelta(days=1))
    found = [board_statuses(row.credential, None, None)[0] for row in (one, other)]
    assert [(status.on, status.status.value) for status in found] == [
        (today, "approved"),
        (today, "no-decision"),
    ]


@pytest.mark.django_db
def test_statuses_keep_a_stack_and_a_credential_apart() -> None:
    board = JurisdictionFactory()
    stack = StackFactory()
    DecisionFactory(credential=None, stack=stack, jurisdiction=board, outcome=Outcome.DECLINE)
    page = DecisionFactory(jurisdiction=board).credential
    found = statuses([stack, page, MicroCredentialFactory()], board, FIRST + timedelta(days=400))
    assert {key: stands.status.value for key, stands in found.items()} == {
        ("stack", stack.pk): "not-approved",
        ("micro-credential", page.pk): "approved",
    }
    assert statuses([stack], None, FIRST) == {}


@pytest.mark.django_db
def test_ending_soon_names_the_decision_that_counts() -> None:
    day = date(2025, 5, 1)
    ending = DecisionFactory(effective_until=date(2025, 6, 1))
    DecisionFactory(effective_until=date(2026, 6, 1))
    withdrawn = DecisionFactory()
    DecisionFactory(
        credential=withdrawn.credential,
        jurisdiction=withdrawn.jurisdiction,
        outcome=Outcome.WITHDRAW,
        decided_on=day,
        effective_from=date(2025, 7, 1),
    )
    conditional = DecisionFactory(outcome=Outcome.CONDITIONAL, effective_until=date(2025, 6, 1))
    assert sorted(ending_soon(day)) == sorted([ending.pk, withdrawn.pk, conditional.pk])


@pytest.mark.django_db
def test_a_site_that_is_not_known_shows_no_board_first() -> None:
    Site.objects.all().delete()
    assert site_jurisdiction(RequestFactory().get("/")) is None


@pytest.mark.django_db
def test_several_records_stand_with_each_board_in_their_order() -> None:
    one, other, stack = MicroCredentialFactory(), MicroCredentialFactory(), StackFactory()
    own = JurisdictionFactory(name="Own")
    last, first = JurisdictionFactory(name="Z"), JurisdictionFactory(name="A")
    DecisionFactory(credential=other, jurisdiction=last)
    DecisionFactory(stack=stack, credential=None, jurisdiction=first, outcome="decline")
    rows = boards_about([one, other, stack], own, FIRST + timedelta(days=400))
    assert [{status.jurisdiction for status in row} for row in rows] == [{own}, {first}, {last}]
    assert [[status.status.value for status in row] for row in rows] == [
        ["no-decision", "no-decision", "no-decision"],
        ["no-decision", "no-decision", "not-approved"],
        ["no-decision", "approved", "no-decision"],
    ]
