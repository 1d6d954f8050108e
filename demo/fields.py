"""Types of the cells of the data pack: how text in a CSV file is read and what is refused."""

import re
from decimal import Decimal
from typing import Annotated, Any

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from pydantic import AfterValidator, BeforeValidator, StringConstraints

from catalog.enums import Grade

SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"
WHOLE = re.compile(r"[0-9]{1,5}")
NUMBER = re.compile(r"[0-9]{1,7}(\.[0-9]{1,2})?")
check_address = URLValidator(schemes=["http", "https"])


def empty_is_none(value: Any) -> Any:
    """An empty cell means not known."""
    return None if value == "" else value


def whole(value: str) -> int:
    """Digits only: no sign, no space, no point."""
    if not WHOLE.fullmatch(value):
        raise ValueError("is not a whole number of at most 5 digits")
    return int(value)


def number(value: str) -> Decimal:
    """Digits, with two after the point at most."""
    if not NUMBER.fullmatch(value):
        raise ValueError("is not a number such as 15 or 12.50")
    return Decimal(value)


def address(value: str) -> str:
    """An address a link can lead to."""
    try:
        check_address(value)
    except ValidationError:
        raise ValueError("is not an address that starts with https:// or http://") from None
    return value


def listed(value: str) -> tuple[str, ...]:
    """Items joined by a semicolon, each once."""
    items = tuple(value.split(";")) if value else ()
    if len(set(items)) < len(items):
        raise ValueError("names an item twice")
    return items


def slugs(items: tuple[str, ...]) -> tuple[str, ...]:
    """Every item is a slug."""
    wrong = next((item for item in items if not re.fullmatch(SLUG, item)), None)
    if wrong is not None:
        raise ValueError(f"holds “{wrong[:40]}”, which is no slug")
    return items


def grades(items: tuple[str, ...]) -> tuple[str, ...]:
    """Every item is a single grade; in the order of school years."""
    wrong = next((item for item in items if item not in Grade.values), None)
    if wrong is not None:
        raise ValueError(f"holds “{wrong[:40]}”, which is no grade")
    return tuple(grade for grade in Grade.values if grade in items)


def yes_or_no(value: str) -> bool:
    """`yes` or `no`, nothing else."""
    if value not in ("yes", "no"):
        raise ValueError("is neither yes nor no")
    return value == "yes"


def sized(least: int, most: int) -> Any:
    """Text of this length without spaces around it."""
    return StringConstraints(min_length=least, max_length=most, pattern=r"^(\S(.*\S)?)?$")


Slug = Annotated[str, StringConstraints(pattern=SLUG, max_length=120)]
OptionalSlug = Annotated[Slug | None, BeforeValidator(empty_is_none)]
Slugs = Annotated[tuple[str, ...], BeforeValidator(listed), AfterValidator(slugs)]
Grades = Annotated[tuple[str, ...], BeforeValidator(listed), AfterValidator(grades)]
Code = Annotated[str, sized(1, 40)]
Name = Annotated[str, sized(1, 120)]
Title = Annotated[str, sized(1, 255)]
Words = Annotated[str, sized(0, 255)]
Short = Annotated[str, sized(0, 80)]
Note = Annotated[str, sized(0, 2000)]
Reference = Annotated[str, sized(0, 500)]
Summary = Annotated[str, sized(0, 400)]
Whole = Annotated[int, BeforeValidator(whole)]
OptionalWhole = Annotated[int | None, BeforeValidator(lambda value: whole(value) if value else None)]
OptionalNumber = Annotated[Decimal | None, BeforeValidator(lambda value: number(value) if value else None)]
Address = Annotated[
    str, StringConstraints(max_length=500), AfterValidator(lambda value: value and address(value))
]
YesNo = Annotated[bool, BeforeValidator(yes_or_no)]
