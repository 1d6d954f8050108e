"""Days of steps: one after the other, never before the day begun, terms of a school year."""

from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from catalog.rules import Credential, Span
from pathways.graph import CredentialNode
from pathways.planner import Step, StepKind
from pathways.planning.schedule import schedule, term_of, terms

START = date(2026, 11, 23)
TYPICAL = Decimal(10)


def step(name: str, hours: int | None = None, count: int = 1) -> Step:
    span = None if hours is None else Span(Decimal(1), Decimal(hours))
    node = CredentialNode(slug=name, title=name, rule=Credential(name, hours=span)) if count == 1 else None
    kind = StepKind.MICRO_CREDENTIAL if node else StepKind.UNNAMED
    return Step(name=name, kind=kind, slug=name, title=name, for_=(), count=count, node=node)


def test_a_step_takes_its_most_hours_and_the_next_follows() -> None:
    first, second = schedule([step("a", 14), step("b", 7)], Decimal(7), START, TYPICAL)
    assert (first.first, first.last) == (START, date(2026, 12, 6))
    assert (second.first, second.last) == (date(2026, 12, 7), date(2026, 12, 13))
    assert not first.assumed


def test_a_step_without_hours_gets_room_for_the_usual_and_says_so() -> None:
    (one,) = schedule([step("a")], Decimal(10), START, TYPICAL)
    assert (one.hours, one.assumed, (one.last - one.first).days) == (TYPICAL, True, 6)


def test_unnamed_steps_take_room_for_each_of_them() -> None:
    (one,) = schedule([step("a", count=3)], Decimal(10), START, TYPICAL)
    assert one.hours == 30
    assert one.last == START + timedelta(days=20)


def test_what_would_take_a_life_has_no_days() -> None:
    assert schedule([step("a", 9000), step("b", 9000)], Decimal("0.5"), START, TYPICAL) == []


def test_days_end_with_the_calendar() -> None:
    (one,) = schedule([step("a", 100)], Decimal(1), date(9999, 12, 30), TYPICAL)
    assert one.last == date.max


@given(
    st.lists(st.integers(0, 80), min_size=1, max_size=12),
    st.decimals("0.5", "60", places=1),
)
def test_steps_follow_each_other_without_going_back(hours: list[int], week: Decimal) -> None:
    steps = [step(str(number), one) for number, one in enumerate(hours)]
    slots = schedule(steps, week, START, TYPICAL)
    assert [slot.step for slot in slots] == steps
    assert slots[0].first == START
    for before, after in pairwise(slots):
        assert before.first <= before.last
        assert before.first <= after.first <= before.last + timedelta(days=1)
    whole = (slots[-1].last - START).days + 1
    assert whole * week / 7 >= sum(hours)


def test_terms_hold_the_steps_that_begin_in_them() -> None:
    slots = schedule([step("a", 30), step("b", 30), step("c", 30)], Decimal(2), START, TYPICAL)
    assert [(term.title, len(term.slots)) for term in terms(slots)] == [
        ("Fall 2026", 1),
        ("Spring 2027", 1),
        ("Summer 2027", 1),
    ]


def test_every_month_has_a_term() -> None:
    assert [term_of(date(2027, month, 1)) for month in (1, 5, 6, 7, 8, 12)] == [
        "Spring 2027",
        "Spring 2027",
        "Summer 2027",
        "Summer 2027",
        "Fall 2027",
        "Fall 2027",
    ]
