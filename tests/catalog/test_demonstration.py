"""Search engines are asked to stay away while the site holds made-up records."""

import pytest
from django.db import DatabaseError
from django.template import Context
from django.test import RequestFactory
from pytest_django import DjangoAssertNumQueries, Settings

from catalog import demonstration
from catalog.templatetags.demonstration_tags import hold_back_from_search
from tests.factories import IssuerFactory, JurisdictionFactory

pytestmark = pytest.mark.django_db


def test_site_without_made_up_records_is_not_held_back() -> None:
    IssuerFactory(demonstration=False)
    IssuerFactory(demonstration=True, live=False)
    assert not demonstration.holds_demonstration()


def test_made_up_issuer_or_board_is_seen() -> None:
    JurisdictionFactory(demonstration=True)
    assert demonstration.holds_demonstration()


def test_setting_turns_it_off(settings: Settings) -> None:
    settings.NOINDEX_DEMONSTRATION = False
    IssuerFactory(demonstration=True)
    assert not demonstration.hold_back(RequestFactory().get("/"))


def test_answer_is_kept_for_the_request(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    IssuerFactory(demonstration=True)
    request = RequestFactory().get("/")
    assert demonstration.hold_back(request)
    with django_assert_num_queries(0):
        assert demonstration.hold_back(request)


def test_without_a_database_the_page_is_held_back(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> bool:
        raise DatabaseError

    monkeypatch.setattr(demonstration, "holds_demonstration", fail)
    assert demonstration.hold_back(RequestFactory().get("/"))


def test_tag_without_a_request_holds_nothing_back() -> None:
    assert not hold_back_from_search(Context())
