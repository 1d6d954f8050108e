"""Pages of the demonstration's catalog, each visited once for all tests that ask about it."""

import pytest
from playwright.sync_api import Browser

from tests.public.addresses import EXAMPLES, Example
from tests.public.visiting import Visit, Visitor


@pytest.fixture(scope="session", params=EXAMPLES, ids=str)
def example(request: pytest.FixtureRequest) -> Example:
    """Every kind of page in turn; tests run page by page, so that each is visited once."""
    asked: Example = request.param
    return asked


@pytest.fixture(scope="session")
def seen(example: Example, browser: Browser, demo_server: str) -> Visit:
    """What a browser sees of it."""
    return Visitor(browser, demo_server).visit(example)
