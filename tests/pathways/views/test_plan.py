"""The page of a plan and its files: private, safe in a spreadsheet, never broken by what is typed."""

from __future__ import annotations

import csv
import io
import random
import re
from html import unescape
from urllib.parse import quote

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from icalendar import Calendar
from pytest_django import Settings

from pathways.planning.asking import PAGE, QUESTION
from tests.factories import (
    GuidePageFactory,
    IssuerFactory,
    MicroCredentialFactory,
    PathwayFactory,
    PriorityFactory,
    RoleFactory,
    StackFactory,
    stage,
)

pytestmark = pytest.mark.django_db

ADDRESSES = ("/plan/", "/plan/calendar.ics", "/plan/steps.csv")
GOAL = "goal=role:coach"
ODD = (
    *("", " ", "0", "-1", "1e9", "nan", "inf", "٣", "½", "9" * 400),
    *("2026-02-30", "0001-01-01", "9999-12-31"),
    *(
        "role:coach",
        "role:",
        ":",
        "stack:plain",
        "pathway:way",
        "stage:way/1",
        "stage:way/1|stack:plain",
        "|",
    ),
    *("micro-credential:one", "one", "coach", "a" * 3000),
    *("<script>", "' OR 1=1 --", '"', "%", "\\", "\x00", "\ud7ff", "é", "🚌", "{{ 1 }}", "../../etc"),
)


@pytest.fixture(autouse=True)
def way() -> None:
    """A role with one pathway of two stages, the first with a choice and a formula for a name."""
    one = MicroCredentialFactory(slug="one", title="=1+1", hours_min=2, hours_max=4)
    two = MicroCredentialFactory(slug="two", title="Two")
    plain = StackFactory(slug="plain", title="Plain", members=(one,))
    other = StackFactory(slug="other", title="Other", members=(one, two))
    last = StackFactory(slug="last", title="Last", members=(two,), complete="no", member_count=3)
    PathwayFactory(
        slug="way",
        stages=[stage(plain, other, minimum=1), stage(last)],
        roles=[RoleFactory(slug="coach", title="Coach")],
        priority=None,
    )


def text_of(client: Client, query: str) -> str:
    """The page's words, spaces made even."""
    html = client.get(f"/plan/?{query}").content.decode()
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def test_page_says_what_is_left_to_earn(client: Client) -> None:
    text = text_of(client, GOAL)
    assert "The plan with the fewest to earn: at least 4 to earn, in 2 stacks, through" in text
    assert "Two more, not on record here; the issuer lists them" in text


def test_page_without_a_goal_asks(client: Client) -> None:
    text = text_of(client, "")
    assert "Plan your way" in text
    assert "In all" not in text


def test_page_says_what_it_left_out(client: Client) -> None:
    text = text_of(client, f"{GOAL}&held=nothing&color=red")
    assert "“nothing”: No published micro-credential has this address." in text
    assert "“red”: There is no such parameter." in text


def test_limits_that_leave_no_way_are_named_and_can_be_taken_back(client: Client) -> None:
    text = text_of(client, f"{GOAL}&hours_max=1")
    assert "No way to Coach within your limits" in text
    assert "Plan without the limit of hours" in text
    assert "No way to Coach yet" in text_of(client, f"{GOAL}&without=stack:last")


def test_words_looked_up_in_vain_lead_on(client: Client) -> None:
    PriorityFactory(slug="reading")
    GuidePageFactory(slug="how")
    for name in ("find", "find_goal"):
        for more in ("", f"&{GOAL}"):
            html = client.get(f"/plan/?{name}=zzqx{more}").content.decode()
            asked = html.partition(f'id="{name}-priorities"')[2]
            assert 'href="/priorities/reading/"' in asked
            assert 'href="/guides/how/"' in asked
            assert "ell us what you looked for" in asked
            ids = re.findall(r' id="([^"]*)"', html)
            assert [one for one in ids if ids.count(one) > 1] == []


def test_what_is_found_beside_a_plan_is_told_at_its_top(client: Client) -> None:
    words = "1 found for “two”. Mark what you hold"
    assert words in text_of(client, f"{GOAL}&find=two")
    assert words not in text_of(client, "find=two")


@pytest.mark.parametrize("query", ["", GOAL, f"{GOAL}&week=x", "goal=role:never&week=2"])
def test_calendar_without_days_leads_to_where_days_are_asked_for(client: Client, query: str) -> None:
    answer = client.get(f"/plan/calendar.ics?{query}")
    assert answer.status_code == 302
    assert answer.headers["Location"].startswith("/plan/")
    page = client.get(answer.headers["Location"]).content.decode()
    assert 'id="days"' in page


def test_calendar_is_a_file_of_events(client: Client) -> None:
    answer = client.get(f"/plan/calendar.ics?{GOAL}&week=2&start=2026-09-01")
    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert answer.headers["Content-Disposition"] == 'attachment; filename="stackway-plan.ics"'
    events = Calendar.from_ical(answer.content).walk("VEVENT")
    assert [str(event["summary"]) for event in events] == ["=1+1", "Two", "Last (2 not on record)"]


def test_table_opens_safely_in_a_spreadsheet(client: Client) -> None:
    answer = client.get(f"/plan/steps.csv?{GOAL}")
    assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert 'filename="stackway-plan.csv"' in answer.headers["Content-Disposition"]
    rows = [*csv.DictReader(io.StringIO(answer.getvalue().decode("utf-8-sig"), newline=""))]
    assert [row["Micro-credential"] for row in rows][:2] == ["'=1+1", "Two"]


@pytest.mark.parametrize("address", ADDRESSES)
def test_answer_is_private_and_sets_no_cookie(client: Client, address: str) -> None:
    answer = client.get(f"{address}?{GOAL}&held=one")
    assert answer.headers["Referrer-Policy"] == "same-origin"
    assert answer.headers["Cache-Control"] == "private"
    assert not answer.cookies


@pytest.mark.parametrize("address", ADDRESSES)
def test_nothing_can_be_sent(client: Client, address: str) -> None:
    assert client.post(address, {"held": "one"}).status_code == 405


@pytest.mark.parametrize("address", ADDRESSES)
def test_asking_writes_nothing(client: Client, address: str) -> None:
    client.get("/plan/")  # the site's settings are made when they are first read
    with CaptureQueriesContext(connection) as captured:
        client.get(f"{address}?{GOAL}&held=one&week=3&made=2025-01-01").getvalue()
    assert {query["sql"].split()[0] for query in captured} == {"SELECT"}


@pytest.mark.parametrize("address", ADDRESSES)
def test_search_engines_stay_away_while_there_is_a_demonstration(
    client: Client, address: str, settings: Settings
) -> None:
    settings.NOINDEX_DEMONSTRATION = True
    IssuerFactory(demonstration=True)
    assert client.get(f"{address}?{GOAL}").headers["X-Robots-Tag"] == "noindex"


@pytest.mark.parametrize("address", ADDRESSES)
def test_nothing_that_is_typed_breaks_it(client: Client, address: str) -> None:
    chance = random.Random(address)  # noqa: S311 — the same odd questions every time
    for _ in range(120):
        names = chance.choices([*QUESTION, *PAGE, "color", ""], k=chance.randint(1, 7))
        pairs = [f"{name}={quote(chance.choice(ODD), safe='')}" for name in names]
        query = "&".join([*chance.choices(["", GOAL, "goal=stack:last&week=3"]), *pairs])
        answer = client.get(f"{address}?{query}")
        without_days = address == "/plan/calendar.ics" and answer.headers.get("Location", "").endswith(
            "#days"
        )
        assert answer.status_code == (302 if without_days else 200), query


def test_what_is_typed_is_never_markup(client: Client) -> None:
    html = client.get("/plan/?goal=<b>x</b>&find=<i>y</i>&held=<u>z</u>").content.decode()
    assert not re.search(r"<(b>x|i>y|u>z)", html)


def shared(client: Client, query: str) -> dict[str, str]:
    """What a preview of the link shows."""
    html = client.get(f"/plan/?{query}").content.decode()
    found = re.findall(r'<meta property="og:(title|description|url)"\s+content="([^"]*)"', html)
    return {name: unescape(value) for name, value in found}


def test_preview_of_a_plan_names_its_goal_and_how_much_there_is_to_earn(client: Client) -> None:
    told = shared(client, GOAL)
    assert told["title"] == "Plan to Coach: at least 4 micro-credentials"
    assert "at least 4 to earn, in 2 stacks" in told["description"]
    assert "goal=role%3Acoach" in told["url"]
    assert shared(client, "")["title"] == "Plan your way"


@pytest.mark.parametrize("more", ["", "&hours_max=1"])
def test_preview_of_a_plan_tells_nothing_of_the_teacher(client: Client, more: str) -> None:
    told = shared(client, f"{GOAL}&held=one&held=stack:plain&grade=2&without_issuer=issuer-1&free=1{more}")
    words = f"{told['title']} {told['description']}".casefold()
    for private in ("you ", "hold", "grade", "finished", "free", "limit", "no way", "=1+1"):
        assert private not in words


def test_page_offers_no_goal_before_one_is_looked_for(client: Client) -> None:
    html = client.get("/plan/").content.decode()
    assert '<select id="goal"' not in html
    assert 'name="find_goal"' in html


def test_goal_that_is_looked_for_beside_a_plan_is_told_at_its_top(client: Client) -> None:
    assert "1 found. Choose one" in text_of(client, f"{GOAL}&find_goal=plain")


def test_plan_for_a_role_tells_whose_its_pay_is_before_the_steps(client: Client) -> None:
    text = text_of(client, GOAL)
    pay = text.index("Coach: pay not stated. Finishing a plan does not bring the role")
    assert pay < text.index("In all")
