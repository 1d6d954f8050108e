"""Pages of a test's own records in a browser, without a server: Django answers what the browser asks."""

from collections.abc import Callable, Iterator

import pytest
from django.db import connections
from django.test import Client
from playwright.sync_api import Browser, Page, Route

from tests.e2e.desks import HERE, Desks

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
