"""What is said about typed days: read back in words, asked, or told how to write them."""

from datetime import date, datetime, time

import pytest

from home.date_fields import UnreadError, read_date
from home.date_fields.wording import read_back, why_unread

NOVEMBER_5 = date(2026, 11, 5)


def on(clock: time) -> datetime:
    """A moment of that day."""
    return datetime.combine(NOVEMBER_5, clock)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (NOVEMBER_5, "Thursday, November 5, 2026"),
        (on(time(14, 30)), "Thursday, November 5, 2026, 2:30 PM"),
        (on(time(0, 30)), "Thursday, November 5, 2026, 12:30 AM"),
        (on(time()), "Thursday, November 5, 2026, 12:00 AM, as the day begins"),
    ],
)
def test_read_back_names_weekday_and_time(value: date, words: str) -> None:
    assert read_back(value) == words


HOW = "Write it like 11/05/2026, 2026-11-05 or Nov 5, 2026."


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("11-5-26", "Which year: 1926 or 2026? Write it with four digits."),
        ("soon", f"“soon” is not read as a day. {HOW}"),
        ("2/30/2026", "There is no February 30 in 2026. That month has 28 days."),
        ("2/30/26", "There is no February 30 in 1926 or 2026. That month has 28 days."),
        ("13/5/2026", f"There is no month 13; the month comes first. Is May 13 meant? {HOW}"),
        ("2026-13-5", f"There is no month 13; after the year comes the month. Is May 13 meant? {HOW}"),
        ("40/50/2026", f"There is no month 40; the month comes first. {HOW}"),
        ("11/5", f"Say which year, with four digits. {HOW}"),
        ("11/5/202", f"Write the year with four digits. {HOW}"),
        ("11/5/0202", "Check the year: days from 1900 to 2100 are kept."),
        ("Fri, Nov 5, 2026", "November 5, 2026 is a Thursday, not a Friday. Check the day."),
        ("11/5/2026 9:00", f"Only a day is asked for here, without a time. {HOW}"),
    ],
)
def test_why_unread_says_what_is_wrong_and_how_to_write_it(text: str, said: str) -> None:
    with pytest.raises(UnreadError) as raised:
        read_date(text)
    assert why_unread(raised.value, text, with_time=False) == said


def test_why_unread_shortens_what_was_typed() -> None:
    text = "x" * 500
    with pytest.raises(UnreadError) as raised:
        read_date(text)
    assert len(why_unread(raised.value, text, with_time=True)) < 150
