"""The cases of the demonstration hold on any day of the first load."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.models.decisions import GIVES
from catalog.timeline import Ruling, Status, spans, status_on
from demo.decisions import NAMES, Turn, turns

FIRST_DAYS = st.dates(date(2020, 1, 1), date(2090, 1, 1))
NUMBERS = st.integers(0, 2000)
MONTH = timedelta(days=30)

STATUS = {
    "approved": Status.APPROVED,
    "conditional": Status.CONDITIONAL,
    "ending soon": Status.ENDING_SOON,
    "declined": Status.NOT_APPROVED,
    "renewed": Status.APPROVED,
    "ended": Status.ENDED,
    "withdrawn": Status.NOT_APPROVED,
    "approved for a term": Status.APPROVED,
    "conditions fulfilled": Status.APPROVED,
    "last day corrected": Status.APPROVED,
    "approved again": Status.APPROVED,
    "conditional at last": Status.CONDITIONAL,
    "answer corrected": Status.NOT_APPROVED,
}


def rulings(turn: Turn, first_day: date) -> list[Ruling]:
    """The decisions about a record that nothing corrects."""
    counted: list[Ruling] = []
    for number, entry in enumerate(turn.entries):
        days = turn.days(entry, first_day)
        one = Ruling(GIVES[entry.outcome], days.starts, days.ends, days.decided, number)
        counted = [*(counted[:-1] if entry.corrects else counted), one]
    return counted


def test_every_status_has_a_case() -> None:
    assert {*STATUS} == {*NAMES}
    assert {*STATUS.values()} == {*Status} - {Status.NO_DECISION}


@given(NUMBERS, FIRST_DAYS)
def test_case_has_its_status_on_the_first_day_and_a_month_later(number: int, first_day: date) -> None:
    turn = Turn("any", number)
    listed = rulings(turn, first_day)
    assert [status_on(listed, day) for day in (first_day, first_day + MONTH)] == [STATUS[turn.case]] * 2


@given(NUMBERS, FIRST_DAYS)
def test_decisions_lie_within_five_years_and_are_made_before_they_hold(number: int, first_day: date) -> None:
    turn = Turn("any", number)
    for entry in turn.entries:
        days = turn.days(entry, first_day)
        assert first_day - timedelta(days=5 * 365) <= days.decided < days.starts < first_day
        assert days.decided.strftime("%A") == "Thursday"


@given(NUMBERS, FIRST_DAYS)
def test_whoever_is_reviewed_has_a_yes_in_force(number: int, first_day: date) -> None:
    turn = Turn("any", number)
    assert turn.in_force is status_on(rulings(turn, first_day), first_day).in_force


@pytest.mark.parametrize("round_", range(13))
def test_renewed_approval_has_no_gap(round_: int) -> None:
    turn = Turn("any", NAMES.index("renewed") + round_ * len(NAMES))
    *held, last = spans(rulings(turn, date(2026, 3, 1)))
    assert all(span.stands.in_force for span in held)
    assert last.stands.status is Status.ENDED


def test_examples_come_first_then_every_third_record_by_its_slug() -> None:
    dealt = turns(["example-b", "example-a"], ["d", "a", "c", "b", "g", "f", "e"])
    assert [turn.slug for turn in dealt] == ["example-a", "example-b", "a", "d", "g"]
    assert [turn.case for turn in dealt] == list(NAMES[:5])
    assert [turn.item for turn in dealt] == [1, 2, 3, 4, 5]
