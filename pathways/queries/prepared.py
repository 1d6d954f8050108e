"""Questions to the database whose SQL Django makes once.

The graph is read by sixteen of them: making their SQL anew and turning each value into a type of Python's
takes longer than the database does. `make bench` prints both.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import Any

from django.db import connection
from django.db.models import QuerySet

Row = tuple[Any, ...]


class Prepared:
    """A question that is always the same: its rows are as the database's driver gives them.

    In SQLite yes and no are then 1 and 0, and decimals are floats: ask for those as text.
    """

    def __init__(self, ask: Callable[[], QuerySet[Any, Any]]) -> None:
        self.ask = ask

    @cached_property
    def sql(self) -> tuple[str, tuple[Any, ...]]:
        """The SQL and its parameters."""
        return self.ask().query.sql_with_params()

    def rows(self) -> list[Row]:
        """The rows as they are now; one query."""
        with connection.cursor() as cursor:
            cursor.execute(*self.sql)
            return list(cursor.fetchall())
