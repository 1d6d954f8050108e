"""The whole demonstration catalog for tests that only read it, loaded once a run.

It lives in a database of its own, copied from the empty test database, so that tests with and without
it may run in any order. `demo_catalog` puts it in the place of the default database for one test and
takes back whatever the test wrote; `demo_server` serves it to a browser.
"""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.db import connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.test import override_settings
from django.test.testcases import LiveServerThread
from pytest_django import DjangoDbBlocker

from demo.loading import load_folder
from demo.pack import DATA
from tests.late_indexing import at_once
from tests.prepared import Prepared, folder_of_the_run

IN_MEMORY = "file:memorydb_demo?mode=memory&cache=shared"


def beside(source: BaseDatabaseWrapper) -> BaseDatabaseWrapper:
    """A connection to a second database, on SQLite in memory."""
    second = connections.create_connection("default")
    if source.vendor == "sqlite":
        second.settings_dict = {**source.settings_dict, "NAME": IN_MEMORY}
    else:
        second.settings_dict = source.creation.get_test_db_clone_settings("demo")
    return second


def dropped(source: BaseDatabaseWrapper, second: BaseDatabaseWrapper) -> None:
    """Take the copy away."""
    if source.vendor == "sqlite":
        memory: Any = second.connection
        memory.close()
    else:
        second.close()
        source.creation.destroy_test_db(suffix="demo", verbosity=0)


@contextmanager
def in_place(second: BaseDatabaseWrapper) -> Iterator[None]:
    """Let everything in this thread that asks for the default database find the copy."""
    first = connections["default"]
    connections["default"] = second
    try:
        yield
    finally:
        connections["default"] = first


@pytest.fixture(scope="session")
def demo_database(
    empty_database: Prepared, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[BaseDatabaseWrapper]:
    """The database that holds the demonstration."""
    folder = folder_of_the_run(tmp_path_factory)
    demonstration, media = Prepared(folder, "demo"), folder / "demo-media"
    source = connections["default"]
    second = beside(source)

    def load() -> None:
        empty_database.copy_to(second)
        with in_place(second), at_once(), override_settings(MEDIA_ROOT=media):
            load_folder(DATA, lambda line: None)

    with demonstration.in_use(source, django_db_blocker):
        with django_db_blocker.unblock():
            demonstration.provide(second, load)
        shutil.copytree(media, tmp_path_factory.getbasetemp() / "media", dirs_exist_ok=True)
        yield second
        with django_db_blocker.unblock():
            dropped(source, second)


@pytest.fixture
def demo_catalog(demo_database: BaseDatabaseWrapper, db: None) -> Iterator[None]:
    """The demonstration in place of the empty database; what the test writes is rolled back."""
    with in_place(demo_database):
        block = transaction.atomic()
        block.__enter__()
        try:
            yield
        finally:
            transaction.set_rollback(True)
            block.__exit__(None, None, None)


@pytest.fixture(scope="session")
def demo_served(demo_database: BaseDatabaseWrapper) -> Iterator[str]:
    """One server of the demonstration for all tests of a process."""
    demo_database.inc_thread_sharing()
    server = LiveServerThread(
        "127.0.0.1", StaticFilesHandler, connections_override={"default": demo_database}
    )
    server.daemon = True
    server.start()
    server.is_ready.wait()
    if server.error:
        raise server.error
    yield f"http://127.0.0.1:{server.port}"
    server.terminate()
    demo_database.dec_thread_sharing()


@pytest.fixture
def demo_server(demo_served: str, django_db_blocker: DjangoDbBlocker) -> Iterator[str]:
    """The address of a server of the demonstration, for tests that drive a browser and write nothing."""
    with django_db_blocker.unblock():
        yield demo_served
