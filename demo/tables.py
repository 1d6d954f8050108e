"""Reads one file of the data pack: bytes in, rows and problems out."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import StringIO
from pathlib import Path
from typing import Generic, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from demo.fields import SLUG
from demo.problems import Problem, shown
from demo.schemas import Row

R = TypeVar("R", bound=Row)

LONGEST_CELL = 100_000


@dataclass
class Table(Generic[R]):
    """What a file holds: rows that can be read, and problems of the others."""

    file: str
    schema: type[R]
    rows: list[R] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def refuse(self, row: int, column: str, reason: str) -> None:
        """Note one problem."""
        self.problems.append(Problem(self.file, row, column, reason))


def read_table(path: Path, schema: type[R]) -> Table[R]:
    """Read a file; cells that are not UTF-8 are found by the marks that `surrogateescape` leaves."""
    table = Table(path.name, schema)
    try:
        text = path.read_bytes().decode("utf-8", errors="surrogateescape")
    except OSError as error:
        table.refuse(0, "", f"cannot be read: {error.strerror}")
        return table
    lines = numbered(table, text)
    header = next(lines, (1, []))[1]
    if check_header(table, header):
        for line, cells in lines:
            read_row(table, line, header, cells)
    check_keys(table)
    return table


def numbered(table: Table[R], text: str) -> Iterator[tuple[int, list[str]]]:
    """Rows as cells, each with the line it begins on; stops where the file is no CSV."""
    csv.field_size_limit(LONGEST_CELL)
    reader = csv.reader(StringIO(text, newline="\n"), strict=True)
    begins = 1
    try:
        for cells in reader:
            yield begins, cells
            begins = reader.line_num + 1
    except csv.Error as error:
        table.refuse(begins, "", f"is no CSV: {error}")


def check_header(table: Table[R], header: list[str]) -> bool:
    """Whether the header names exactly the columns of the schema, in their order."""
    wanted = table.schema.columns()
    if any(map(unprintable, header)) or "".join(header[:1]).startswith("\ufeff"):
        table.refuse(1, "", "is not UTF-8 without a byte order mark")
        return False
    for column in wanted:
        if column not in header:
            table.refuse(1, column, "column is missing")
    for column in header:
        if column not in wanted:
            table.refuse(
                1, shown(column), f"column is not expected here; the columns are {', '.join(wanted)}"
            )
    if not table.problems and header != wanted:
        table.refuse(1, "", f"columns are doubled or in another order; expected {', '.join(wanted)}")
    return not table.problems


def read_row(table: Table[R], line: int, header: list[str], cells: list[str]) -> None:
    """Add one row, or its problems."""
    if len(cells) != len(header):
        more = "more" if len(cells) > len(header) else "fewer"
        table.refuse(line, "", f"has {len(cells)} cells, {more} than the {len(header)} columns of the header")
        return
    unreadable = [
        (column, why) for column, cell in zip(header, cells, strict=True) if (why := unprintable(cell))
    ]
    if unreadable:
        for column, why in unreadable:
            table.refuse(line, column, why)
        return
    try:
        table.rows.append(table.schema(line=line, **dict(zip(header, cells, strict=True))))
    except ValidationError as error:
        for detail in error.errors(include_url=False):
            column = str(detail["loc"][0]) if detail["loc"] else ""
            table.refuse(line, column, explain(detail, dict(zip(header, cells, strict=True)).get(column, "")))


def unprintable(cell: str) -> str:
    """Why no page and no database can hold this cell, or nothing."""
    if any("\udc80" <= sign <= "\udcff" for sign in cell):
        return "is not UTF-8"
    for sign in cell:
        if ord(sign) < 32 and sign != "\n":
            return "holds a NUL character" if sign == "\x00" else f"holds the control character {ord(sign)}"
    return ""


def explain(detail: ErrorDetails, cell: str) -> str:
    """Pydantic's finding in plain words, with what the cell holds."""
    kind, context = detail["type"], detail.get("ctx", {})
    if kind == "string_pattern_mismatch" and context["pattern"] == SLUG:
        reason = "is no slug (small letters and digits, joined by single hyphens)" if cell else "is empty"
    elif kind == "string_pattern_mismatch":
        reason = "begins or ends with a space, or holds a line break"
    elif kind == "string_too_short":
        reason = "is empty"
    elif kind == "string_too_long":
        reason = f"is longer than {context['max_length']} characters"
    elif kind in ("enum", "literal_error"):
        reason = f"is not one of {context['expected']}"
    elif kind == "value_error":
        reason = str(context["error"])
    else:
        reason = detail["msg"]
    return f"{shown(cell)} {reason}" if cell else reason


def check_keys(table: Table[R]) -> None:
    """No two rows may have the same name."""
    first: dict[tuple[str, ...], int] = {}
    aliases = {name: info.alias or name for name, info in table.schema.model_fields.items()}
    column = aliases[table.schema.key[-1]]
    for row in table.rows:
        earlier = first.setdefault(row.name, row.line)
        if earlier != row.line:
            table.refuse(row.line, column, f"{shown(' / '.join(row.name))} is in row {earlier} already")
