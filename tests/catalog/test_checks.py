"""Demonstration records must not turn up in search engines."""

import pytest
from pytest_django import Settings

from catalog.checks import check_demonstration
from tests.factories import IssuerFactory, MicroCredentialFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def demonstration() -> None:
    """An issuer made up for the demonstration."""
    IssuerFactory(demonstration=True)


@pytest.mark.usefixtures("demonstration")
def test_open_search_engines_are_an_error_beside_demonstration_records(settings: Settings) -> None:
    settings.NOINDEX_DEMONSTRATION = False
    assert [message.id for message in check_demonstration(None, databases=["default"])] == ["catalog.E001"]


@pytest.mark.usefixtures("demonstration")
def test_demonstration_passes_where_search_engines_stay_away(settings: Settings) -> None:
    settings.NOINDEX_DEMONSTRATION = True
    assert check_demonstration(None, databases=["default"]) == []


def test_open_search_engines_pass_where_all_records_are_real(settings: Settings) -> None:
    settings.NOINDEX_DEMONSTRATION = False
    MicroCredentialFactory()
    assert check_demonstration(None, databases=["default"]) == []


@pytest.mark.usefixtures("demonstration")
def test_no_database_is_asked_without_leave(settings: Settings) -> None:
    settings.NOINDEX_DEMONSTRATION = False
    assert check_demonstration(None) == []
