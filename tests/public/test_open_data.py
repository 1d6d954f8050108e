"""Any site's scripts may read the data as those without a cookie see it; its links are public addresses."""

from __future__ import annotations

import re
from itertools import product
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
    "/pathways/Way/Table.csv/": 301,
    "/compare?c=one&format=csv": 301,
    "/healthz": 301,
    "/api/v1/stacks/gone/decisions": 410,
    "/pathways/gone/table.csv": 410,
}
ASKED_FIRST = (
    "/api/v1/search",
    "/pathways/way/table.csv",
    "/plan/calendar.ics",
    "/compare/?c=one&format=csv",
    "/healthz/",
)
PAGES = (
    "/",
    "/stacks/set/",
    "/explore/",
    "/plan/",
    "/compare/",
    "/never/",
    "/admin/login/",
    "/embed/pathways/way/",
    "/stacks/set/?format=csv",
    "/stacks/gone/",
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
    for page in (make.StackFactory(slug="gone"), make.PathwayFactory(slug="gone")):
        publish_as(page, "gone")
        page.refresh_from_db()
        page.unpublish()
    publish_as(make.MicroCredentialFactory(slug="was"), "is")


def text_of(answer: Any) -> str:
    """The body, with the folded lines of a calendar made whole."""
    text = answer.getvalue().decode()
    return re.sub(r"\r\n[ \t]", "", text)


def test_data_may_be_read_by_any_site() -> None:
    for address, method in product(DATA, ("get", "head")):
        answer = getattr(Client(), method)(address, headers={"Origin": "https://district.example"})
        assert answer.status_code == 200, address
        assert answer.headers["Access-Control-Allow-Origin"] == "*", address
        assert "Access-Control-Allow-Credentials" not in answer, address
        assert "Origin" not in answer.headers.get("Vary", ""), address
        assert answer.cookies == {}, address


def test_why_there_is_no_data_may_be_read_too() -> None:
    for address, status in REFUSED.items():
        answer = Client().get(address)
        assert answer.status_code == status, address
        assert answer.headers["Access-Control-Allow-Origin"] == "*", address
        if address.startswith("/api/") and status >= 400:
            assert answer.json()["detail"], address


def test_question_that_is_none_is_refused_in_json(settings: Settings) -> None:
    settings.DATA_UPLOAD_MAX_NUMBER_FIELDS = 3
    answer = Client().get("/api/v1/search?a=1&b=2&c=3&d=4")
    assert (answer.status_code, answer.json()) == (400, {"detail": "This request cannot be read."})
    assert answer.headers["Access-Control-Allow-Origin"] == "*"


def test_pages_are_for_their_own_visitors() -> None:
    for address in PAGES:
        answer = Client().get(address, headers={"Origin": "https://a.example"})
        assert "Access-Control-Allow-Origin" not in answer, address


def test_browser_that_asks_first_is_told_that_reading_is_free() -> None:
    asked = {"Origin": "https://a.example", "Access-Control-Request-Method": "GET"}
    for address in ASKED_FIRST:
        answer = Client().options(address, headers=asked)
        assert answer.status_code == 200, address
        assert answer.headers["Access-Control-Allow-Origin"] == "*", address
        assert "GET" in answer.headers["Access-Control-Allow-Methods"], address
        assert "POST" not in answer.headers["Access-Control-Allow-Methods"], address


def test_what_is_sent_may_not_be_read() -> None:
    assert "Access-Control-Allow-Origin" not in Client().post("/api/v1/search")


def test_links_in_data_are_the_public_address_whatever_host_was_asked() -> None:
    for address in DATA:
        text = text_of(Client().get(address, headers={"Host": "inside.example:8080"}))
        assert "inside.example" not in text, address
        assert not re.findall(r'"url": ?"/[^"]*"', text), address
        assert not re.findall(r"(?m)(?:^|,)/(?:stacks|micro-credentials|pathways|plan)/", text), address
        if not address.endswith(("openapi.json", "/healthz/")):
            assert f"{HERE}/" in text, address


def test_other_links_that_leave_the_site_are_the_public_address() -> None:
    for address in ("/embed/pathways/way/", "/sitemap.xml", "/robots.txt", "/stacks/set/"):
        text = text_of(Client().get(address, headers={"Host": "inside.example"}))
        assert "inside.example" not in text, address
        assert f"{HERE}/" in text, address
