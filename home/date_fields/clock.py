"""A typed day and time by the clock of whoever types it."""

from __future__ import annotations

from datetime import datetime

from django.core.exceptions import ValidationError
from django.forms.utils import from_current_timezone

from home.date_fields.reading import Trouble, UnreadError, read_moment


def moment_by_clock(text: str) -> datetime:
    """The moment that a text names; raises `UnreadError`, also where that clock is put on or back then."""
    read = read_moment(text)
    try:
        moment: datetime = from_current_timezone(read)
    except ValidationError:
        raise UnreadError(Trouble.CLOCK_CHANGES, day=read.date()) from None
    return moment
