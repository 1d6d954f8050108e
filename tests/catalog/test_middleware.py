"""What answers carry besides their page."""

import pytest
from django.test import Client

from tests.factories import IssuerFactory, home_page

pytestmark = pytest.mark.django_db


def test_page_and_header_ask_search_engines_to_stay_away_together(client: Client) -> None:
    home_page()
    before = client.get("/")
    IssuerFactory(demonstration=True)
    after = client.get("/")
    assert ("noindex" in before.text, "X-Robots-Tag" in before) == (False, False)
    assert ('<meta name="robots" content="noindex">' in after.text, after["X-Robots-Tag"]) == (
        True,
        "noindex",
    )


def test_answer_that_is_no_page_has_no_header(client: Client) -> None:
    IssuerFactory(demonstration=True)
    assert "X-Robots-Tag" not in client.get("/theme.css")
