"""Pages of a test's own records in a browser, without a server: Django answers what the browser asks."""

from collections.abc import Callable, Iterator

import pytest
from django.db import connections
from django.test import Client
from playwright.sync_api import Browser, Page, Route

from tests.e2e.desks import HERE, Desks
from tests.e2e.teachers import DESK, PHONE, Teacher, opened

Show = Callable[[str], Page]


@pytest.fixture
def show(page: Page, db: None) -> Show:
    """Opens an address of the test's own database."""
    client, own = Client(), connections["default"]

    def answer(route: Route) -> None:
        connections["default"] = own  # Playwright's event loop would be given another one
        said = {name: value for name, value in route.request.headers.items() if name.startswith("hx-")}
        response = client.get(route.request.url.removeprefix(HERE), headers=said)
        body = response.getvalue()
        response.close()
        route.fulfill(status=response.status_code, headers=dict(response.headers.items()), body=body)

    def opened(address: str) -> Page:
        page.goto(HERE + address)
        return page

    page.route(f"{HERE}/**", answer)
    return opened


@pytest.fixture
def desks(browser: Browser, db: None) -> Iterator[Desks]:
    """Windows of editors, over the test's own database. An error in a script of a page fails the test."""
    opened = Desks(browser)
    yield opened
    opened.close()
    assert opened.errors == []


@pytest.fixture(params=["phone", "desk"])
def size(request: pytest.FixtureRequest) -> dict[str, int]:
    """The window."""
    return PHONE if request.param == "phone" else DESK


@pytest.fixture(params=["keyboard", "mouse", "without scripts"])
def teacher(request: pytest.FixtureRequest, browser: Browser, size: dict[str, int]) -> Iterator[Teacher]:
    """Each way to use each window; nothing may be sent but addresses, and no cookie may stay."""
    scripts = request.param != "without scripts"
    context = opened(browser, size, scripts=scripts)
    page = context.new_page()
    methods: set[str] = set()
    page.on("request", lambda asked: methods.add(asked.method))
    yield Teacher(page, request.param == "keyboard", scripts)
    cookies = context.cookies()
    context.close()
    assert methods == {"GET"}
    assert cookies == []
