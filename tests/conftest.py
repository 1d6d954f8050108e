"""What every test gets: its own media folder, a repeatable hypothesis, and a browser that stays here."""

import os
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache
from django.db import connections
from django.test import SimpleTestCase
from hypothesis import settings as hypothesis_settings
from playwright.sync_api import Browser, Page, expect
from pytest_django import DjangoDbBlocker, Settings
from wagtail.signal_handlers import disable_reference_index_auto_update

from tests.browser import launched
from tests.databases import may_differ
from tests.late_indexing import when_asked
from tests.long_run import leave_out_long
from tests.parts import chromium, in_ci, require_part
from tests.prepared import Prepared, folder_of_the_run
from tests.quick_filling import unchecked, unknown_to_the_admin
from tests.sharing import Scheduling, turn

INDEX_AT_ONCE = tuple(
    Path(__file__).parent / room
    for room in (
        "search",
        "demo",
        "e2e/test_several_processes.py",
        "pathways/test_api.py",
        "pathways/views/test_compare.py",
    )
)
"""Whose tests look at the public search's index itself, start other processes, or count a first request."""

WHOLE_PAGES = Path(__file__).parent / "public"
"""What asks for whole pages again and again goes without coverage, which would take half as long again: each
part has tests of its own."""

pytest_plugins = ["tests.demo_catalog"]

hypothesis_settings.register_profile("laptop", deadline=None)
hypothesis_settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
hypothesis_settings.load_profile("ci" if in_ci() else "laptop")


@pytest.fixture(scope="session")
def empty_database(
    django_test_environment: None,
    django_db_modify_db_settings: None,
    django_db_blocker: DjangoDbBlocker,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Prepared]:
    """The database of this process after all migrations, which only one process of a run goes through."""
    empty, connection = Prepared(folder_of_the_run(tmp_path_factory), "empty"), connections["default"]
    creation: Any = connection.creation
    before = connection.settings_dict["NAME"]

    def migrate() -> None:
        connection.settings_dict["NAME"] = before
        creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)

    with empty.in_use(connection, django_db_blocker):
        with django_db_blocker.unblock():
            connection.close()
            connection.settings_dict["NAME"] = creation._get_test_db_name()
            empty.provide(connection, migrate)
        yield empty
        with django_db_blocker.unblock():
            creation.destroy_test_db(before, verbosity=0)


@pytest.fixture(scope="session")
def django_db_setup(empty_database: Prepared) -> None:
    """What pytest-django asks for before the first test that needs a database."""


@pytest.fixture(autouse=True)
def _media_folder(settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Uploaded files go to a folder that pytest throws away."""
    settings.MEDIA_ROOT = tmp_path_factory.getbasetemp() / "media"


@pytest.fixture(autouse=True)
def _empty_caches() -> None:
    """Nothing that an earlier test left, such as the addresses of its sites, is remembered."""
    cache.clear()


@pytest.fixture(autouse=True)
def _late_indexing(request: pytest.FixtureRequest) -> Iterator[None]:
    """The public search takes in what a test made when the site is asked for something."""
    with nullcontext() if any(map(request.path.is_relative_to, INDEX_AT_ONCE)) else when_asked():
        yield


@pytest.fixture
def quick_filling() -> Iterator[None]:
    """Pages are written as they are, unchecked and unknown to the admin's search and index of references."""
    with unchecked(), unknown_to_the_admin(), disable_reference_index_auto_update():
        yield


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests of a process."""
    executable = require_part(chromium(), "no chromium on this machine")
    # Playwright keeps an event loop in this thread; Django would refuse its database beside it.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    expect.set_options(timeout=20_000)  # a busy machine is slow, not wrong
    with launched(executable) as running:
        yield running


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A fresh page at phone width. An error in a script of the page fails the test."""
    context = browser.new_context(viewport={"width": 360, "height": 740})
    opened = context.new_page()
    errors: list[str] = []
    opened.on("pageerror", lambda error: errors.append(str(error)))
    yield opened
    context.close()
    assert not errors


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Mark what drives a browser and what another database may change; put the tests in order."""
    leave_out_long(config, items)
    for item in items:
        if "demo_database" in needed(item):
            item.add_marker(pytest.mark.django_db)
        if "browser" in needed(item):
            item.add_marker(pytest.mark.browser)
        if "browser" in needed(item) or item.path.is_relative_to(WHOLE_PAGES):
            item.add_marker(pytest.mark.no_cover)
        if asks_the_database(item) and may_differ(item.nodeid):
            item.add_marker(pytest.mark.database)
    items.sort(key=lambda item: turn(item.nodeid, asks_the_database(item)))


def needed(item: pytest.Item) -> set[str]:
    """The fixtures that a test uses, directly or not."""
    return {*getattr(item, "fixturenames", ())}


def asks_the_database(item: pytest.Item) -> bool:
    """Whether a test opens the database, be it as a test case of Django."""
    of_django = issubclass(getattr(item, "cls", None) or object, SimpleTestCase)
    return of_django or bool(needed(item) & {"db", "transactional_db"}) or any(item.iter_markers("django_db"))


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Scheduling:
    """Let processes share out the tests as `tests.sharing` says."""
    return Scheduling(config, log)
