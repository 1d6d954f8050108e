"""Rows out, as a file that a spreadsheet opens safely."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence

from django.http import StreamingHttpResponse

BEGINS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")
MARK = "\ufeff"
"""Tells a spreadsheet that the text is UTF-8."""


class Line:
    """Takes the place of a file: what the writer writes is given back."""

    def write(self, text: str) -> str:
        """Give back the text."""
        return text


def safe(value: str) -> str:
    """A value that no spreadsheet takes for a formula."""
    return f"'{value}" if value.startswith(BEGINS_A_FORMULA) else value


def csv_lines(rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """The rows as the lines of a CSV file, each made when it is asked for."""
    write = csv.writer(Line()).writerow
    yield MARK
    for row in rows:
        yield write([safe(value) for value in row])


def csv_response(name: str, rows: Iterable[Sequence[str]]) -> StreamingHttpResponse:
    """A download of this name, which ends in “.csv”."""
    return StreamingHttpResponse(
        csv_lines(rows),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )
