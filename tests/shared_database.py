"""The test's own database, for other processes (on SQLite a copy in a file) and for requests that end."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.core.signals import request_finished, request_started
from django.db import close_old_connections, connection


@contextmanager
def kept_open() -> Iterator[None]:
    """Requests begin and end without closing the test's connection, as those of Django's own client do."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    try:
        yield
    finally:
        for signal in (request_started, request_finished):
            signal.connect(close_old_connections)


def shared(file: Path) -> str:
    """The address of a database that other processes can open."""
    kept = connection.settings_dict
    if connection.vendor == "sqlite":
        if not file.exists():
            connection.ensure_connection()
            with sqlite3.connect(file) as copy:
                here: Any = connection.connection
                here.backup(copy)
            copy.close()
        return f"sqlite:///{file}"
    secret = f":{kept['PASSWORD']}" if kept["PASSWORD"] else ""
    return f"postgres://{kept['USER']}{secret}@{kept['HOST']}:{kept['PORT']}/{kept['NAME']}"
