"""Plans and pages agree on what is offered: until its last day to start a step can be planned."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils.timezone import localdate
from hypothesis import given
from hypothesis import strategies as st

from catalog.offering import Offering
from home.days import day_text
from pathways.dated_graph import graph_on, turns_of
from pathways.graph import Graph, Kind
from pathways.planner import Goal, PlanStatus, Question, make_plan
from tests.factories import MicroCredentialFactory, StackFactory
from tests.pathways.planned import earn, graph_of, stack

DAY = timedelta(days=1)
FAR, FARTHER = date(2098, 6, 30), date(2098, 12, 31)
CALENDAR = [date(2027, 1, 1) + timedelta(days=number) for number in range(20)]


def plan_of(**asked: str) -> dict[str, Any]:
    """The plan of the stack “Both” as JSON."""
    answer: dict[str, Any] = Client().get("/api/v1/plan", {"goal": "stack:both", **asked}).json()
    return answer


def text_of(**asked: str) -> str:
    """The plan's page as one line."""
    return " ".join(Client().get("/plan/", {"goal": "stack:both", **asked}).text.split())


def both(**days: Any) -> None:
    """A stack of two, one with these days."""
    closing = MicroCredentialFactory(slug="closing", title="Closing", hours_min=10, hours_max=10, **days)
    other = MicroCredentialFactory(slug="other", title="Other", hours_min=10, hours_max=10)
    StackFactory(slug="both", title="Both", members=[other, closing])


@pytest.mark.django_db
def test_what_is_offered_until_a_day_ahead_can_be_planned() -> None:
    both(last_day_to_start=FAR, last_day_to_finish=FARTHER)
    plan = plan_of()
    step = plan["steps"][1]
    assert plan["status"] == "optimal"
    assert (step["last_day_to_start"], step["last_day_to_finish"]) == ("2098-06-30", "2098-12-31")
    assert "Last day to start: June 30, 2098; last day to finish: December 31, 2098." in text_of()


@pytest.mark.django_db
def test_last_day_to_start_itself_can_be_planned() -> None:
    today = localdate()
    both(last_day_to_start=today)
    assert plan_of()["status"] == "optimal"


@pytest.mark.django_db
def test_what_closed_yesterday_cannot_be_planned_and_says_so() -> None:
    both(last_day_to_start=localdate() - DAY)
    plan = plan_of()
    assert plan["status"] == "impossible"
    said = f"no longer offered when this plan begins (last day to start: {day_text(localdate() - DAY)})"
    assert f"“Closing” is {said}, and you do not hold it" in plan["reason"]
    assert plan_of(held="closing")["status"] == "optimal"


@pytest.mark.django_db
def test_a_plan_that_begins_after_the_last_day_cannot_be_gone() -> None:
    both(last_day_to_start=FAR)
    said = "no longer offered when this plan begins (last day to start: June 30, 2098)"
    assert said in text_of(start="2098-07-01")
    assert said not in text_of(start="2098-06-30")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("start", "said"),
    [
        ("2098-06-25", "You would start it on July 2, 2098; the last day to start is June 30, 2098."),
        ("2098-06-20", "You would finish it on July 3, 2098; the last day to finish is July 1, 2098."),
        ("2098-06-01", ""),
    ],
)
def test_a_step_after_its_last_day_is_warned_of(start: str, said: str) -> None:
    both(last_day_to_start=FAR, last_day_to_finish=date(2098, 7, 1))
    asked = {"goal": "stack:both", "week": "10", "start": start}
    text = text_of(week="10", start=start)
    assert ("some of it comes too late" in text) == bool(said)
    assert said in text
    file = Client().get("/plan/steps.csv", asked).getvalue().decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(file)))
    assert [row["Too late"] for row in rows] == ["", said]
    assert [row["Last day to start"] for row in rows] == ["", "2098-06-30"]
    calendar = Client().get("/plan/calendar.ics", asked).text.replace("\r\n ", "")
    assert said.replace(",", "\\,").replace(";", "\\;") in calendar


@pytest.mark.django_db
def test_a_link_tells_what_closed_since() -> None:
    both(last_day_to_start=localdate() - timedelta(days=5))
    text = text_of(made=(localdate() - timedelta(days=9)).isoformat(), held="closing")
    assert "No longer offered. The last day to start was" in text


def dated(offerings: list[Offering]) -> Graph:
    """A stack of so many micro-credentials with these days."""
    members = [replace(earn(f"m{number}"), offering=one) for number, one in enumerate(offerings)]
    return graph_of(stack("all", *members))


offerings = st.builds(Offering, st.none() | st.sampled_from(CALENDAR), st.none(), st.just(False))


@given(st.lists(offerings, min_size=1, max_size=3), st.sampled_from(CALENDAR))
def test_a_plan_exists_when_every_member_is_offered(given_days: list[Offering], on: date) -> None:
    found = make_plan(graph_on(dated(given_days), on), Question(goal=Goal(Kind.STACK, "all")))
    able = all(one.last_day_to_start is None or on <= one.last_day_to_start for one in given_days)
    assert (found.status is not PlanStatus.IMPOSSIBLE) == able


@given(st.lists(offerings, min_size=1, max_size=3), st.sampled_from(CALENDAR))
def test_days_between_two_turns_share_one_graph(given_days: list[Offering], on: date) -> None:
    graph = dated(given_days)
    before = [turn for turn in turns_of(graph) if turn <= on]
    assert graph_on(graph, on) is (graph_on(graph, before[-1]) if before else graph)
