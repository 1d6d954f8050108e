"""A typed day and time by the clock of whoever types it."""

from __future__ import annotations

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.forms.utils import from_current_timezone
from django.utils.timezone import make_naive

from home.date_fields.reading import Trouble, UnreadError, read_date, read_moment


def moment_by_clock(text: str) -> datetime:
    """The moment that a text names; raises `UnreadError`, also where that clock is put on or back then."""
    read = read_moment(text)
    try:
        moment: datetime = from_current_timezone(read)
    except ValidationError:
        raise UnreadError(Trouble.CLOCK_CHANGES, day=read.date()) from None
    return moment


def read_by_clock(text: str, *, with_time: bool) -> date:
    """The day that a text names, or with its time the moment, told without a zone; raises `UnreadError`."""
    return make_naive(moment_by_clock(text)) if with_time else read_date(text)
