"""Plain rows of a table, by SQL that Django makes once.

The graph is read by eighteen questions that never change: making their SQL anew and turning each value into a
type of Python's takes longer than the database does. `make bench` prints both.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from django.db import connection
from django.db.models import Model, TextField
from django.db.models.functions import Cast

Row = tuple[Any, ...]
Names = tuple[str, ...]
AS_TEXT = "::text"


def rows_of(
    model: type[Model], *columns: str, order: Names = (), only: str = "", stated: str = ""
) -> list[Row]:
    """These columns of a table, of the rows in which `only` is true and `stated` is not empty.

    Values are as the driver gives them.
    In SQLite yes and no are then 1 and 0, and a decimal is a float: “hours_min::text” asks for text.
    """
    with connection.cursor() as cursor:
        cursor.execute(*sql_of(model, columns, order, only, stated))
        return list(cursor.fetchall())


@cache
def sql_of(model: type[Model], columns: Names, order: Names, only: str, stated: str) -> tuple[str, Row]:
    """The SQL that asks for these columns, and its parameters."""
    wanted = ({only: True} if only else {}) | ({f"{stated}__isnull": False} if stated else {})
    rows = model._default_manager.filter(**wanted).order_by(*order)
    read = [
        Cast(column.removesuffix(AS_TEXT), TextField()) if column.endswith(AS_TEXT) else column
        for column in columns
    ]
    return rows.values_list(*read).query.sql_with_params()
