"""What is said of days: of an offer, and of what counts."""

from __future__ import annotations

from datetime import date

import pytest

from catalog.day_wording import (
    Day,
    counting_mark,
    counting_told,
    last_days,
    offer_mark,
    offer_today,
    offer_told,
    over_words,
    start_by,
    too_late,
)
from catalog.in_force import Days
from catalog.offering import OPEN, Offering

TODAY = date(2026, 11, 30)
JUNE, DECEMBER = date(2027, 6, 30), date(2027, 12, 31)


def offered(offering: Offering, on: date | None = None) -> str:
    """What is said of an offer, today or of a day."""
    return offer_told(offering, Day(on or TODAY, TODAY, on is not None)).text


def counted(first: date | None, last: date | None, on: date | None = None) -> str:
    """What is said of a statement, today or of a day."""
    return counting_told(Days(first, last), Day(on or TODAY, TODAY, on is not None)).text


def test_an_end_ahead_is_told_as_ahead() -> None:
    assert offered(Offering(JUNE, DECEMBER)) == (
        "Offered until June 30, 2027. That is the last day to start. "
        "The last day to finish is December 31, 2027."
    )


def test_between_the_days_it_can_be_finished() -> None:
    assert offered(Offering(date(2026, 6, 30), DECEMBER)) == (
        "No longer offered. The last day to start was June 30, 2026. "
        "Whoever has begun can finish until December 31, 2027."
    )


def test_after_both_days_it_is_over() -> None:
    text = offered(Offering(date(2025, 6, 30), date(2025, 12, 31)))
    assert text.endswith("The last day to finish was December 31, 2025.")


def test_a_day_that_is_not_stated_is_told_so() -> None:
    assert offered(Offering(retired=True)) == "No longer offered. Since when is not stated."
    assert "The last day to finish is not stated." in offered(Offering(JUNE))


def test_of_a_day_asked_for_nobody_can_tell_without_a_day() -> None:
    text = offered(Offering(retired=True), on=date(2020, 1, 1))
    assert text.startswith("No longer offered today. Since when is not stated, so nobody can tell here")


def test_what_was_offered_then_is_told_of_then() -> None:
    over = Offering(date(2026, 6, 30))
    text = offered(over, on=date(2025, 3, 1))
    assert text.startswith("Still offered on March 1, 2025. The last day to start was")
    assert offer_today(over, Day(date(2025, 3, 1), TODAY, True)).head == "No longer offered"


def test_what_is_open_needs_no_words() -> None:
    assert (offered(OPEN), offer_mark(OPEN, TODAY), last_days(OPEN)) == ("", "", "")


def test_marks_of_a_list_are_short() -> None:
    offering = Offering(JUNE, DECEMBER)
    assert offer_mark(offering, JUNE) == "Offered until June 30, 2027"
    assert offer_mark(offering, DECEMBER) == "No longer offered"


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (
            date(2026, 7, 1),
            date(2026, 7, 2),
            "You would start it on July 1, 2026; the last day to start is",
        ),
        (
            date(2026, 6, 1),
            date(2026, 9, 2),
            "You would finish it on September 2, 2026; the last day",
        ),
        (date(2026, 6, 1), date(2026, 8, 1), ""),
    ],
)
def test_a_step_that_comes_too_late_is_told(first: date, last: date, said: str) -> None:
    told = too_late(Offering(date(2026, 6, 30), date(2026, 8, 1)), first, last)
    assert told.startswith(said)
    assert bool(told) == bool(said)


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (date(2020, 1, 1), date(2022, 6, 30), "This counted until June 30, 2022. It counted since"),
        (date(2028, 1, 1), None, "This will count from January 1, 2028. No end is stated."),
        (date(2025, 1, 1), None, "This counts. It has counted since January 1, 2025. No end is stated."),
        (None, None, "This counts. Since when, and until when, is not stated."),
        (None, date(2027, 6, 30), "This counts. Since when is not stated. The last day is June 30, 2027."),
    ],
)
def test_recognition_says_how_it_stands_today(first: date | None, last: date | None, said: str) -> None:
    assert counted(first, last).startswith(said)


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (date(2020, 1, 1), date(2022, 6, 30), "This counted on March 1, 2021."),
        (date(2020, 1, 1), date(2020, 6, 30), "This no longer counted on March 1, 2021."),
        (date(2025, 1, 1), None, "This did not count yet on March 1, 2021. It counts from January 1, 2025"),
        (date(2028, 1, 1), None, "This did not count yet on March 1, 2021. It will count from"),
        (None, None, "Not dated. Its first day is not stated, so nobody can tell here"),
    ],
)
def test_recognition_says_how_it_stood_on_a_day(first: date | None, last: date | None, said: str) -> None:
    assert counted(first, last, on=date(2021, 3, 1)).startswith(said)


def test_marks_of_recognition_name_the_day_that_matters() -> None:
    assert counting_mark(Days(None, date(2022, 6, 30)), TODAY) == "Ended: the last day was June 30, 2022"
    assert counting_mark(Days(date(2028, 1, 1)), TODAY) == "Not begun: the first day is January 1, 2028"
    assert counting_mark(Days(), TODAY) == "Since when is not stated; no end is stated"


@pytest.mark.parametrize(
    ("offering", "over", "advice"),
    [
        (OPEN, "since when is not stated", ""),
        (Offering(retired=True), "since when is not stated", ""),
        (
            Offering(JUNE),
            "last day to start: June 30, 2027",
            "Start it by June 30, 2027; the last day to finish is not stated.",
        ),
        (
            Offering(JUNE, DECEMBER),
            "last day to start: June 30, 2027; last day to finish: December 31, 2027",
            "Start it by June 30, 2027, and finish it by December 31, 2027.",
        ),
        (
            Offering(None, DECEMBER),
            "last day to finish: December 31, 2027",
            "Finish it by December 31, 2027; the last day to start is not stated.",
        ),
    ],
)
def test_last_days_are_told_in_plans(offering: Offering, over: str, advice: str) -> None:
    assert (over_words(offering), start_by(offering)) == (over, advice)
