"""What every JSON answer shares."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Field, Schema
from pydantic import BeforeValidator, WithJsonSchema

from home.days import read_day, reason_of_no_day
from home.years import EARLIEST, LATEST

DAY = (
    r"^((19\d\d|20\d\d|2100)-((0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])|(0[13-9]|1[0-2])-(29|30)|(0[13578]|1[02])-31)"
    r"|(19(0[48]|[2468][048]|[13579][26])|20([02468][048]|[13579][26]))-02-29)$"
)
"""Every day from 1900 to 2100 and nothing else: bounds of days have no words of their own in a contract."""
DAY_SCHEMA = {
    "type": "string",
    "format": "date",
    "pattern": DAY,
    "formatMinimum": EARLIEST.isoformat(),
    "formatMaximum": LATEST.isoformat(),
}
BOUNDS = f"From {EARLIEST.isoformat()} to {LATEST.isoformat()}."
EMPTY = {"type": "string", "maxLength": 0}
"""A value as a form sends it that nobody filled in."""


def iso_day(given: str) -> date:
    """The day, read as the page reads it; raises `ValueError`."""
    day = read_day(given)
    if day.on is None:
        raise ValueError(reason_of_no_day(given))
    return day.on


def empty_means(default: Any) -> BeforeValidator:
    """An empty value, as a form sends it, means the same as none."""
    return BeforeValidator(lambda given: default if given == "" else given)


IsoDay = Annotated[date, BeforeValidator(iso_day)]
"""A day as an address writes it."""
MaybeDay = Annotated[IsoDay | None, WithJsonSchema(DAY_SCHEMA)]
"""A day, or the parameter is left out."""
MaybeEmptyDay = Annotated[IsoDay | None, empty_means(None), WithJsonSchema({"anyOf": [DAY_SCHEMA, EMPTY]})]
"""A day, or nothing, as a form sends it."""


class Problem(Schema):
    """What is in the way."""

    detail: str


class Fault(Schema):
    """One parameter that cannot be read, and why."""

    type: str = Field(description="A short name of what is wrong, such as missing or value_error.")
    loc: list[str | int] = Field(description="Where it stands; its name comes last.")
    msg: str
    ctx: dict[str, Any] | None = Field(None, description="Bounds and other values that belong to it.")


class Faults(Schema):
    """The parameters that cannot be read."""

    detail: list[Fault]


REFUSALS: dict[int, Any] = {400: Problem, 422: Faults}
"""What every address may answer besides what was asked for: a request that is none, a value that is none."""
NOT_THERE: dict[int, Any] = {301: None, 404: Problem}
"""What an address with a slug may answer too: it has another one now, or there is no such public record."""


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
