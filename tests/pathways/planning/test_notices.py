"""A plan on a site with a board: what it declined stays out, what it approved is told, grades are checked."""

from __future__ import annotations

import csv
import io
import re
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from icalendar import Calendar
from wagtail.models import Site

from catalog.models import CatalogSettings, Jurisdiction
from tests.factories import (
    DecisionFactory,
    IssuerFactory,
    JurisdictionFactory,
    MicroCredentialFactory,
    PathwayFactory,
    RoleFactory,
    StackFactory,
    stage,
)

pytestmark = pytest.mark.django_db

GOAL = "goal=role:coach"
SOON = timedelta(days=10)


@pytest.fixture(autouse=True)
def board() -> Jurisdiction:
    """The site's board: it withdrew the shortest way to a role, and approved a step of the other for days."""
    board = JurisdictionFactory(slug="board", name="A board")
    CatalogSettings.objects.update_or_create(site=Site.objects.get(), defaults={"jurisdiction": board})
    hill = IssuerFactory(slug="hill", title="Hill Center")
    short = StackFactory(slug="short", title="Short", members=(MicroCredentialFactory(slug="s"),))
    low = MicroCredentialFactory(slug="low", title="Low", grades=["2"], hours_min=5, hours_max=30)
    plain = MicroCredentialFactory(slug="plain", title="Plain", issuer=hill, hours_min=5, hours_max=30)
    high = MicroCredentialFactory(slug="high", title="High", grades=["9"])
    long = StackFactory(slug="long", title="Long", members=(low, plain))
    StackFactory(slug="secondary", title="Secondary", members=(high,))
    PathwayFactory(
        slug="way",
        title="Way",
        stages=[stage(short, long, minimum=1)],
        roles=[RoleFactory(slug="coach", title="Coach")],
        priority=None,
    )
    DecisionFactory(stack=short, jurisdiction=board)
    DecisionFactory(stack=short, jurisdiction=board, outcome="withdraw", effective_from=date(2025, 6, 1))
    DecisionFactory(credential=low, jurisdiction=board, effective_until=board.today() + SOON)
    made: Jurisdiction = board
    return made


def text_of(client: Client, query: str) -> str:
    """The page's words, spaces made even."""
    html = client.get(f"/plan/?{query}").content.decode()
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def as_json(client: Client, query: str) -> dict[str, Any]:
    """The plan as JSON."""
    found: dict[str, Any] = client.get(f"/api/v1/plan?{query}").json()
    return found


def slugs(client: Client, query: str) -> list[str]:
    """The slugs of the steps."""
    return [step["slug"] for step in as_json(client, query)["steps"]]


def test_what_the_board_withdrew_is_left_out_unless_it_is_asked_for(client: Client) -> None:
    assert slugs(client, GOAL) == ["low", "plain"]
    assert slugs(client, f"{GOAL}&any_status=1") == ["s"]
    assert slugs(client, f"{GOAL}&on=2025-05-31") == ["s"]
    assert slugs(client, f"{GOAL}&held=s") == []


def test_page_tells_what_was_left_out_with_its_day_and_citation(client: Client) -> None:
    text = text_of(client, GOAL)
    assert "Left out by decisions of A board (1)" in text
    assert "Its approval by A board was withdrawn with effect from June 1, 2025. Minutes, item 4" in text
    assert "Plan with it" in text


def test_json_tells_status_and_last_day_of_steps_stacks_and_what_was_left_out(
    client: Client, board: Jurisdiction
) -> None:
    found = as_json(client, f"{GOAL}&grade=2")
    until = (board.today() + SOON).isoformat()
    assert [(step["status"], step["ends_on"], step["check"]) for step in found["steps"]] == [
        ("ending-soon", until, []),
        ("no-decision", None, ["grade"]),
    ]
    assert [(one["slug"], one["status"], one["ends_on"]) for one in found["stack_statuses"]] == [
        ("long", "no-decision", None)
    ]
    assert [(one["kind"], one["slug"], one["status"]) for one in found["left_out"]] == [
        ("stack", "short", "not-approved")
    ]
    assert [(one["code"], one["slug"]) for one in found["warnings"]] == [("approval-ends", "low")]
    assert found["on"] == board.today().isoformat()


def test_page_and_files_tell_the_status_of_every_step(client: Client, board: Jurisdiction) -> None:
    until = board.today() + SOON
    assert "Ending soon Its approval ends" in text_of(client, f"{GOAL}&week=1")
    rows = csv.DictReader(
        io.StringIO(client.get(f"/plan/steps.csv?{GOAL}&week=1").getvalue().decode("utf-8-sig"), newline="")
    )
    assert [(row["Status"], row["Last day of its decision"], bool(row["Warning"])) for row in rows] == [
        ("Ending soon", until.isoformat(), True),
        ("No decision on record", "", False),
        ("Not approved", "", True),
    ]
    content = client.get(f"/plan/calendar.ics?{GOAL}&week=1").content
    texts = [str(event["description"]) for event in Calendar.from_ical(content).walk("VEVENT")]
    assert ["Ending soon" in text for text in texts] == [True, False]
    assert "No decision on record" in texts[1]


def test_grade_two_has_a_plan_that_says_what_to_ask_whom(client: Client) -> None:
    assert slugs(client, f"{GOAL}&grade=2") == ["low", "plain"]
    assert slugs(client, f"{GOAL}&grade=02") == ["low", "plain"]
    assert "Ask Hill Center whether this is for grade 2: Plain" in text_of(client, f"{GOAL}&grade=2")
    assert as_json(client, "goal=stack:secondary&grade=2")["status"] == "impossible"


def test_grade_is_asked_first(client: Client) -> None:
    html = client.get("/plan/").content.decode()
    form = html[html.index("plan-form") :]
    assert form.index('name="grade"') < form.index('name="goal"')


def test_a_goal_that_is_refused_is_planned_with_the_warning_first(client: Client) -> None:
    assert slugs(client, "goal=stack:short") == ["s"]
    text = text_of(client, "goal=stack:short")
    assert "Your goal itself is not approved. Its approval by A board was withdrawn" in text


def test_links_of_a_plan_keep_that_every_status_was_asked_for(client: Client) -> None:
    html = client.get(f"/plan/?{GOAL}&any_status=1&on=2025-07-01").content.decode()
    link = re.search(r'data-copy="([^"]+)"', html)
    assert link is not None
    assert "any_status=1" in link[1]
    assert "on=2025-07-01" in link[1]
