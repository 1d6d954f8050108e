"""Rows of places, and of what counts there."""

from decimal import Decimal
from typing import Annotated

from pydantic import Field, ValidationInfo, field_validator

from catalog.enums import PlaceKind, RecognitionClass, RecognitionLevel, UnitKind
from demo.fields import (
    Code,
    Name,
    Note,
    OptionalNumber,
    OptionalSlug,
    OptionalWhole,
    Reference,
    Short,
    Slug,
    Slugs,
    Title,
)
from demo.schemas.base import Row, both_or_neither, refuse


class JurisdictionRow(Row):
    """jurisdictions.csv."""

    slug: Slug
    title: Name = Field(alias="name")
    kind: PlaceKind
    code: Annotated[Short, Field(max_length=10)]
    parent: OptionalSlug
    source_ref: Reference


class DistrictRow(Row):
    """districts.csv."""

    slug: Slug
    lea_code: Annotated[Code, Field(max_length=10)]
    title: Name = Field(alias="name")
    county: Short
    unit_kind: UnitKind
    region: Annotated[Short, Field(max_length=60)]
    region_number: OptionalWhole
    state: Annotated[Code, Field(max_length=5)]
    source_ref: Reference

    @property
    def state_code(self) -> str:
        """The state's code as jurisdictions.csv gives it."""
        return f"US-{self.state}"


class RecognitionRow(Row):
    """recognition.csv."""

    slug: Slug
    jurisdiction: Title
    level: RecognitionLevel
    kind: Annotated[Name, Field(max_length=60)]
    unit: Short
    conditions: Note
    as_of: Annotated[Short, Field(max_length=60)]
    row_class: RecognitionClass = Field(alias="class")
    jurisdictions: Slugs
    amount_min: OptionalNumber
    amount_max: OptionalNumber
    as_of_year: OptionalWhole
    source_ref: Reference

    @field_validator("amount_max")
    @classmethod
    def amount_is_a_range(cls, value: Decimal | None, info: ValidationInfo) -> Decimal | None:
        """Both or neither."""
        return both_or_neither(info.data["amount_min"], value) if "amount_min" in info.data else value

    @field_validator("jurisdictions")
    @classmethod
    def holds_somewhere(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        """A rule of nowhere is no rule."""
        if not value:
            raise refuse("is empty: the row holds nowhere")
        return value

    @field_validator("as_of_year")
    @classmethod
    def year_is_likely(cls, value: int | None, info: ValidationInfo) -> int | None:
        """The first year of `as_of`."""
        if value is not None and not (
            1900 <= value <= 2100 and str(value) in info.data.get("as_of", str(value))
        ):
            raise refuse("is not a year that as_of names")
        return value
