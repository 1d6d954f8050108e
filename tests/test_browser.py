"""The browser of the tests sees this machine alone."""

import pytest
from playwright.sync_api import Error, Page


@pytest.mark.parametrize("host", ["example.org", "192.0.2.1", "[2001:db8::1]", "127.0.0.2"])
def test_nothing_but_this_machine_is_asked(page: Page, host: str) -> None:
    with pytest.raises(Error, match="ERR_NAME_NOT_RESOLVED"):
        page.goto(f"http://{host}:8000/")
