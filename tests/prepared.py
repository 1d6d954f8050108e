"""Databases that one process of a test run makes and the others copy, which takes a moment."""

from __future__ import annotations

import fcntl
import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from django.db.backends.base.base import BaseDatabaseWrapper
from pytest_django import DjangoDbBlocker


def folder_of_the_run(temporary: pytest.TempPathFactory) -> Path:
    """A folder that all processes of the run share: those of xdist have their own ones inside it."""
    own = temporary.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


@dataclass(frozen=True)
class Prepared:
    """A database kept for copying: on SQLite a file, on PostgreSQL a database that nobody is connected to."""

    folder: Path
    name: str

    @property
    def kept(self) -> Path:
        """On SQLite the database, on PostgreSQL a sign that it is there."""
        return self.folder / f"{self.name}.sqlite3"

    @property
    def template(self) -> str:
        """Its name on PostgreSQL."""
        return f"test_stackway_prepared_{self.name}"

    @contextmanager
    def turn(self) -> Iterator[None]:
        """One process at a time."""
        with (self.folder / f"{self.name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield

    def provide(self, target: BaseDatabaseWrapper, make: Callable[[], None]) -> None:
        """Fill the database of a connection: the first process makes it, the others copy it."""
        with self.turn():
            if self.kept.exists():
                self.copy_to(target)
            else:
                make()
                self.keep(target)

    def copy_to(self, target: BaseDatabaseWrapper) -> None:
        """Make the connection's database a copy of the kept one."""
        if target.vendor == "sqlite":
            with closing(sqlite3.connect(self.kept)) as file:
                file.backup(in_memory(target))
        else:
            clone(target, self.template, str(target.settings_dict["NAME"]))

    def keep(self, source: BaseDatabaseWrapper) -> None:
        """Keep a copy of the connection's database."""
        if source.vendor == "sqlite":
            with closing(sqlite3.connect(self.kept)) as file:
                in_memory(source).backup(file)
        else:
            clone(source, str(source.settings_dict["NAME"]), self.template)
            self.kept.touch()

    @contextmanager
    def in_use(self, beside: BaseDatabaseWrapper, blocker: DjangoDbBlocker) -> Iterator[None]:
        """Around all that a process does with it. The last one leaves nothing behind on the server."""
        with (self.folder / f"{self.name}.users").open("w") as users:
            fcntl.flock(users, fcntl.LOCK_SH)
            yield
            fcntl.flock(users, fcntl.LOCK_UN)
            with suppress(BlockingIOError):  # others still need it
                fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
                self.take_away(beside, blocker)

    def take_away(self, beside: BaseDatabaseWrapper, blocker: DjangoDbBlocker) -> None:
        """Remove it from the server; a process that comes later would make it anew."""
        if beside.vendor != "sqlite":
            self.kept.unlink(missing_ok=True)
            with blocker.unblock():
                ask_server(beside, f'DROP DATABASE IF EXISTS "{self.template}"')


def in_memory(connection: BaseDatabaseWrapper) -> sqlite3.Connection:
    """SQLite's own connection."""
    connection.ensure_connection()
    connected: Any = connection.connection
    assert isinstance(connected, sqlite3.Connection)
    return connected


def clone(connection: BaseDatabaseWrapper, source: str, target: str) -> None:
    """Copy a database of PostgreSQL over another one; nobody may be connected to either."""
    connection.close()
    ask_server(connection, f'DROP DATABASE IF EXISTS "{target}"')
    ask_server(connection, f'CREATE DATABASE "{target}" TEMPLATE "{source}"')


def ask_server(connection: BaseDatabaseWrapper, command: str) -> None:
    """Say something to PostgreSQL that concerns whole databases."""
    creation: Any = connection.creation
    with creation._nodb_cursor() as cursor:
        cursor.execute(command)
