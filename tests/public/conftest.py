"""Pages of the demonstration's catalog, each visited once for all tests that ask about it."""

from collections.abc import Iterator

import pytest
from django.db.backends.base.base import BaseDatabaseWrapper
from django.test import Client, override_settings
from playwright.sync_api import Browser
from pytest_django import DjangoDbBlocker

from tests.demo_catalog import in_place
from tests.long_run import in_long_run
from tests.public.addresses import ADDRESSES, EXAMPLES, Example
from tests.public.crawling import COMPARE, SEARCH, Crawl
from tests.public.visiting import Visit, Visitor


def looked_at() -> Iterator[object]:
    """One example of each kind of page in every run, all of them in a long one."""
    first = {next(iter(row.examples)) for row in ADDRESSES if row.examples}
    for one in EXAMPLES:
        yield one if one.name in first else pytest.param(one, marks=pytest.mark.long)


@pytest.fixture(scope="session", params=[*looked_at()], ids=str)
def example(request: pytest.FixtureRequest) -> Example:
    """Every kind of page in turn; tests run page by page, so that each is visited once."""
    asked: Example = request.param
    return asked


@pytest.fixture(scope="session")
def seen(example: Example, browser: Browser, demo_served: str, django_db_blocker: DjangoDbBlocker) -> Visit:
    """What a browser sees of it."""
    with django_db_blocker.unblock():
        return Visitor(browser, demo_served).visit(example)


@pytest.fixture(scope="session")
def crawl(
    demo_database: BaseDatabaseWrapper,
    django_db_blocker: DjangoDbBlocker,
    tmp_path_factory: pytest.TempPathFactory,
) -> Crawl:
    """Every address reached from the home page, asked for once, and those that nothing links to."""
    unlinked = [one.address for one in EXAMPLES if one.address.startswith((SEARCH, COMPARE))]
    media = override_settings(MEDIA_ROOT=tmp_path_factory.getbasetemp() / "media")
    with django_db_blocker.unblock(), in_place(demo_database), media:
        return Crawl(sampled=not in_long_run()).follow(
            Client(), "/", "/style-guide/", "/_util/login/", *unlinked
        )
