"""What every JSON answer shares."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Schema
from pydantic import BeforeValidator

from home.days import read_day, reason_of_no_day


def iso_day(given: str) -> date:
    """The day, read as the page reads it; raises `ValueError`."""
    day = read_day(given)
    if day.on is None:
        raise ValueError(reason_of_no_day(given))
    return day.on


IsoDay = Annotated[date, BeforeValidator(iso_day)]
"""A day as an address writes it."""


def empty_means(default: Any) -> BeforeValidator:
    """An empty value, as a form sends it, means the same as none."""
    return BeforeValidator(lambda given: default if given == "" else given)


class IgnoredPart(Schema):
    """A part of the question that was left out."""

    field: str
    value: str
    reason: str


SHOWN = 80
"""Signs of an ignored name or value that are repeated."""


def ignored_parameters(request: HttpRequest, known: Collection[str]) -> Iterator[IgnoredPart]:
    """The parameters of a request that nobody reads."""
    for name, value in request.GET.items():
        if name not in known:
            yield IgnoredPart(
                field=name[:SHOWN], value=str(value)[:SHOWN], reason="There is no such parameter."
            )
