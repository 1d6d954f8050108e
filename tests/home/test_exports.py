"""Files for a spreadsheet: whole, in order, and without formulas."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from home.exports import BEGINS_A_FORMULA, csv_lines, csv_response, safe


def read_back(rows: list[list[str]]) -> list[list[str]]:
    """What a reader of the file gets."""
    text = "".join(csv_lines(rows)).encode().decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline="")))


SIGNS = st.characters(exclude_categories=["Cs"], exclude_characters="\0")


@given(st.lists(st.lists(st.text(SIGNS), min_size=1)))
def test_file_holds_every_value(rows: list[list[str]]) -> None:
    assert read_back(rows) == [[safe(value) for value in row] for row in rows]


@pytest.mark.parametrize("value", ['=HYPERLINK("x")', "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_value_is_never_a_formula(value: str) -> None:
    assert not read_back([["a", value]])[0][1].startswith(BEGINS_A_FORMULA)


def test_plain_value_stays_as_it_is() -> None:
    assert safe("PK to 5, $40") == "PK to 5, $40"


def test_file_is_a_download_that_says_how_it_is_written() -> None:
    answer = csv_response("facts.csv", [["Höhe"]])
    assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert answer.headers["Content-Disposition"] == 'attachment; filename="facts.csv"'
    assert answer.getvalue() == "\ufeffHöhe\r\n".encode()
