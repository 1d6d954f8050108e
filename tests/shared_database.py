"""The test's own database for other processes: on SQLite a copy of it in a file."""

import sqlite3
from pathlib import Path
from typing import Any

from django.db import connection


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
