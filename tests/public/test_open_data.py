"""Any site's scripts may read the data as those without a cookie see it; its links are public addresses."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client
from pytest_django import Settings

from tests import factories as make
from tests.editing import publish_as
from tests.factories import addresses, stage

pytestmark = pytest.mark.django_db

HERE = "https://stackway.example.org"
PLAN = "goal=pathway:way&week=3&start=2026-09-01"
DATA = (
    "/api/v1/search?q=one",
    "/api/v1/graph",
    "/api/v1/graph?pathway=way",
    "/api/v1/moved",
    "/api/v1/plan?goal=pathway:way",
    "/api/v1/stacks/set/decisions",
    "/api/v1/micro-credentials/one/decisions",
    "/api/v1/openapi.json",
    "/pathways/way/table.csv",
    f"/plan/steps.csv?{PLAN}",
    f"/plan/calendar.ics?{PLAN}",
    "/compare/?c=one&format=csv",
    "/healthz/",
)
REFUSED = {
    "/api/v1/search?page=0": 422,
    "/api/v1/plan": 422,
    "/api/v1/stacks/never/decisions": 404,
    "/api/v1/never": 404,
    "/api/v1/stacks/old/decisions": 301,
    "/API/v1/search": 301,
    "/pathways/never/table.csv": 404,
    "/plan/never.ics": 404,
}
PAGES = (
    "/",
    "/stacks/set/",
    "/explore/",
    "/plan/",
    "/compare/",
    "/never/",
    "/admin/login/",
    "/embed/pathways/way/",
)


@pytest.fixture(autouse=True)
def _catalog(settings: Settings) -> None:
    settings.PUBLIC_URL = HERE
    settings.ALLOWED_HOSTS = ["*"]
    one = make.MicroCredentialFactory(
        slug="one", title="One", hours_max=4, hours_min=2, priority_links=[addresses(make.PriorityFactory())]
    )
    stack = make.StackFactory(slug="set", members=[one], title="One set")
    make.DecisionFactory(stack=stack)
    make.PathwayFactory(slug="way", stages=[stage(stack)], roles=[make.RoleFactory(is_goal=True)])
    publish_as(make.StackFactory(slug="old"), "new")
    publish_as(make.MicroCredentialFactory(slug="was"), "is")


def text_of(answer: Any) -> str:
    """The body, with the folded lines of a calendar made whole."""
    text = answer.getvalue().decode()
    return re.sub(r"\r\n[ \t]", "", text)


@pytest.mark.parametrize("address", DATA)
@pytest.mark.parametrize("method", ["get", "head"])
def test_data_may_be_read_by_any_site(address: str, method: str) -> None:
    answer = getattr(Client(), method)(address, headers={"Origin": "https://district.example"})
    assert answer.status_code == 200
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Credentials" not in answer
    assert "Origin" not in answer.headers.get("Vary", "")
    assert answer.cookies == {}


@pytest.mark.parametrize(("address", "status"), REFUSED.items())
def test_why_there_is_no_data_may_be_read_too(address: str, status: int) -> None:
    answer = Client().get(address)
    assert answer.status_code == status
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    if address.startswith("/api/") and status >= 400:
        assert answer.json()["detail"]


def test_question_that_is_none_is_refused_in_json(settings: Settings) -> None:
    settings.DATA_UPLOAD_MAX_NUMBER_FIELDS = 3
    answer = Client().get("/api/v1/search?a=1&b=2&c=3&d=4")
    assert (answer.status_code, answer.json()) == (400, {"detail": "This request cannot be read."})
    assert answer.headers["Access-Control-Allow-Origin"] == "*"


@pytest.mark.parametrize("address", PAGES)
def test_pages_are_for_their_own_visitors(address: str) -> None:
    assert "Access-Control-Allow-Origin" not in Client().get(address, headers={"Origin": "https://a.example"})


@pytest.mark.parametrize("address", ["/api/v1/search", "/pathways/way/table.csv", "/plan/calendar.ics"])
def test_browser_that_asks_first_is_told_that_reading_is_free(address: str) -> None:
    asked = {"Origin": "https://a.example", "Access-Control-Request-Method": "GET"}
    answer = Client().options(address, headers=asked)
    assert answer.status_code == 200
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert "GET" in answer.headers["Access-Control-Allow-Methods"]
    assert "POST" not in answer.headers["Access-Control-Allow-Methods"]


def test_what_is_sent_may_not_be_read() -> None:
    assert "Access-Control-Allow-Origin" not in Client().post("/api/v1/search")


@pytest.mark.parametrize("address", DATA)
def test_links_in_data_are_the_public_address_whatever_host_was_asked(address: str) -> None:
    text = text_of(Client().get(address, headers={"Host": "inside.example:8080"}))
    assert "inside.example" not in text
    assert not re.findall(r'"url": ?"/[^"]*"', text)
    assert not re.findall(r"(?m)(?:^|,)/(?:stacks|micro-credentials|pathways|plan)/", text)


@pytest.mark.parametrize(
    "address",
    [one for one in DATA if not one.endswith(("openapi.json", "/healthz/"))],
)
def test_data_has_links(address: str) -> None:
    assert f"{HERE}/" in text_of(Client().get(address, headers={"Host": "inside.example"}))


@pytest.mark.parametrize("address", ["/embed/pathways/way/", "/sitemap.xml", "/robots.txt", "/stacks/set/"])
def test_other_links_that_leave_the_site_are_the_public_address(address: str) -> None:
    text = text_of(Client().get(address, headers={"Host": "inside.example"}))
    assert "inside.example" not in text
    assert f"{HERE}/" in text
