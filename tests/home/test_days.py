"""Days: as typed in an address, in words, within sense."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from home.days import AskedDay, day_text, read_day, sensible_day


@pytest.mark.parametrize("given", ["2025-03-01", " 2025-03-01 "])
def test_read_day_reads_iso_days(given: str) -> None:
    assert read_day(given) == AskedDay(date(2025, 3, 1))
    assert read_day(given).text == "March 1, 2025"


@pytest.mark.parametrize("given", [None, "", "  "])
def test_read_day_of_nothing_is_today(given: str | None) -> None:
    assert read_day(given) == AskedDay()


@pytest.mark.parametrize(
    "given", ["2025-02-30", "yesterday", "03/01/2025", "0001-01-01", "9999-12-31", "1" * 500, "\x00", "😀"]
)
def test_read_day_leaves_out_what_is_no_day_and_says_so(given: str) -> None:
    asked = read_day(given)
    assert asked.on is None
    assert asked.reason
    assert len(asked.ignored) < 50
    assert "\x00" not in asked.ignored


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ("2025-02-30", "There is no such day from 1900 to 2100."),
        ("0001-01-01", "There is no such day from 1900 to 2100."),
        ("03/01/2025", "A day is written like 2025-03-01."),
    ],
)
def test_read_day_tells_a_day_that_is_not_from_what_is_no_day(given: str, reason: str) -> None:
    assert read_day(given).reason == reason


def test_day_text_names_the_month() -> None:
    assert day_text(date(2026, 5, 7)) == "May 7, 2026"


def test_sensible_day_refuses_a_mistyped_year() -> None:
    sensible_day(date(1900, 1, 1))
    with pytest.raises(ValidationError, match="Check the year"):
        sensible_day(date(1899, 12, 31))
