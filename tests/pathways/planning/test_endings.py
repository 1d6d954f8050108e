"""Which approvals end too early, against a calendar gone through day by day."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalog.enums import Outcome
from pathways.planner import Question, make_plan
from pathways.planning.endings import Ending, Finish, ending, finishes, planned_days
from pathways.planning.statuses import dated
from tests.pathways.judged import DAY, FIRST, NO, Row, decision, word_on
from tests.pathways.planned import builds_on, earn, graph_of, stack, to_stack

TYPICAL = Decimal(5)

rows = st.lists(
    st.tuples(st.integers(0, 120), st.sampled_from(list(Outcome)), st.none() | st.integers(0, 90)),
    min_size=1,
    max_size=4,
    unique_by=lambda row: row[0],
)


def listed(drawn: list[tuple[int, Outcome, int | None]]) -> list[Row]:
    """Decisions that begin on different days; a no has no last day."""
    return [
        Row(
            outcome,
            FIRST + DAY * start,
            None if outcome in NO or ends is None else FIRST + DAY * (start + ends),
        )
        for start, outcome, ends in drawn
    ]


def first_day_without(given_rows: list[Row], on: date, until: date) -> date | None:
    """The first day from one to another, both included, on which no approval holds."""
    days = (on + timedelta(days=number) for number in range((until - on).days + 1))
    return next((day for day in days if word_on(given_rows, day) != "yes"), None)


@settings(max_examples=300)
@given(rows, st.integers(0, 150), st.integers(0, 200))
def test_a_warning_stands_where_an_approval_does_not_hold_to_the_planned_end(
    drawn: list[tuple[int, Outcome, int | None]], asked: int, length: int
) -> None:
    plain, on = listed(drawn), FIRST + DAY * asked
    planned = on + DAY * length
    status = dated([decision(number, row) for number, row in enumerate(plain, start=1)], on)
    found = ending(status.holds_until, Finish(planned), "step")
    gap = first_day_without(plain, on, planned) if word_on(plain, on) == "yes" else None
    assert found == (None if gap is None else Ending(gap - DAY, planned, True, "step"))


@settings(max_examples=300)
@given(rows, st.integers(0, 150))
def test_the_last_day_is_that_of_the_decision_that_counts_or_the_one_before_a_no(
    drawn: list[tuple[int, Outcome, int | None]], asked: int
) -> None:
    plain, on = listed(drawn), FIRST + DAY * asked
    order = sorted(plain, key=lambda row: row.first)
    begun = [row for row in order if row.first <= on]
    last = begun[-1].last if begun else None
    after = order[len(begun)] if len(begun) < len(order) else None
    if begun and after and word_on(plain, on) == "yes" and after.outcome in NO:
        last = min(last or after.first, after.first - DAY)
    status = dated([decision(number, row) for number, row in enumerate(plain, start=1)], on)
    assert status.ends_on == last
    assert status.is_refused == (word_on(plain, on) in ("no", "ended"))


GRAPH = graph_of(
    stack("first", earn("a", 7)),
    stack("outer", stack("inner", earn("b", 7)), earn("c", 7)),
    links=[builds_on("outer", "first")],
)


@pytest.mark.parametrize(
    ("held", "ends"),
    [("", {"first": 7, "inner": 14, "outer": 21}), ("a", {"inner": 7, "outer": 14}), ("abc", {})],
)
def test_a_stack_is_done_with_all_that_it_waits_for(held: str, ends: dict[str, int]) -> None:
    plan = make_plan(GRAPH, Question(goal=to_stack("outer"), held=frozenset(held)))
    found = finishes(plan, planned_days(plan, Decimal(7), FIRST, TYPICAL))
    assert found == {slug: Finish(FIRST + DAY * (days - 1)) for slug, days in ends.items()}


def test_without_hours_a_week_everything_waits_for_the_end_of_the_plan() -> None:
    plan = make_plan(GRAPH, Question(goal=to_stack("outer")))
    days = planned_days(plan, None, FIRST, TYPICAL)
    assert days.finish("a") == Finish(days.last, known=False)
    assert days.last == FIRST + DAY * 48
    assert days.assumed == (
        "You gave no hours a week, so this takes 3 hours a week from January 1, 2026, and 5 hours for a step "
        "that states none."
    )


def test_a_step_that_states_no_hours_waits_for_the_end_of_the_plan() -> None:
    graph = graph_of(stack("x", earn("a", None), earn("b", 7)))
    plan = make_plan(graph, Question(goal=to_stack("x")))
    days = planned_days(plan, Decimal(7), FIRST, TYPICAL)
    assert (days.finish("a"), days.finish("b").known) == (Finish(days.last, known=False), True)
    assert (
        days.assumed
        == "This takes 5 hours for a step that states none, the median of what the catalog states."
    )


def test_a_plan_of_more_than_fifty_years_outlasts_every_approval_within_them() -> None:
    graph = graph_of(stack("x", earn("a", 9000)))
    plan = make_plan(graph, Question(goal=to_stack("x")))
    days = planned_days(plan, Decimal("0.5"), FIRST, TYPICAL)
    assert days.finish("a").day.year == 2075
    assert days.assumed == "At so few hours a week this plan takes more than 50 years."


def test_warnings_tell_both_days() -> None:
    known = Ending(date(2027, 1, 15), date(2027, 3, 3), known=True, what="stack")
    assert (
        known.text
        == "Its approval ends January 15, 2027, before the planned end of this stack, March 3, 2027."
    )
    unknown = Ending(date(2027, 1, 15), date(2027, 3, 3), known=False)
    assert unknown.text.endswith("before the end of this plan as far as it can be known, March 3, 2027.")
