"""Rows of issuers, micro-credentials and stacks."""

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field, ValidationInfo, field_validator

from catalog.enums import IssuerKind, StackKind
from demo.fields import (
    Address,
    Code,
    Grades,
    Note,
    OptionalNumber,
    OptionalSlug,
    OptionalWhole,
    Reference,
    Short,
    Slug,
    Slugs,
    Summary,
    Title,
    Whole,
    Words,
)
from demo.schemas.base import AddressKindCell, Row, WithAddress, both_or_neither, refuse

Completeness = Literal["", "yes", "no"]
CredentialTitle = Literal[
    "", "title uncertain", "listed by name only", "issuer uncertain", "named otherwise by its maker"
]
StackTitle = Literal["", "title not shown in the source", "title inferred", "grouping ours", "stands alone"]


class IssuerRow(Row):
    """issuers.csv."""

    slug: Slug
    title: Title = Field(alias="name")
    kind: IssuerKind
    website: Address
    region: Code
    note: Note
    source_ref: Reference


class CredentialRow(WithAddress):
    """microcredentials.csv."""

    slug: Slug
    title: Title
    summary: Summary
    issuer: Slug
    stacks: Slugs
    area: Annotated[Slug, Field(max_length=60)]
    priority: OptionalSlug
    grade_band: Annotated[Short, Field(max_length=40)]
    url: Address
    cost_usd: OptionalNumber
    cost_note: Words
    evidence_kind: Words
    title_status: CredentialTitle
    hours_min: OptionalNumber
    hours_max: OptionalNumber
    cost_applies_to: Annotated[Words, Field(max_length=120)]
    cost_per: Literal["", "micro-credential", "stack", "two people"]
    url_kind: AddressKindCell
    grades: Grades
    note: Note
    source_ref: Reference

    @field_validator("hours_max")
    @classmethod
    def hours_are_a_range(cls, value: Decimal | None, info: ValidationInfo) -> Decimal | None:
        """Both or neither."""
        return both_or_neither(info.data["hours_min"], value) if "hours_min" in info.data else value

    @field_validator("cost_applies_to", "cost_per")
    @classmethod
    def price_comes_first(cls, value: str, info: ValidationInfo) -> str:
        """Whom a price holds for, or what it buys, says nothing without a price."""
        if value and "cost_usd" in info.data and info.data["cost_usd"] is None:
            raise refuse("speaks of a price, but cost_usd is empty")
        return value

    @field_validator("cost_per")
    @classmethod
    def price_buys_something(cls, value: str, info: ValidationInfo) -> str:
        """A price needs what it buys."""
        if not value and info.data.get("cost_usd") is not None:
            raise refuse("is empty, but cost_usd gives a price")
        return value


class StackRow(WithAddress):
    """stacks.csv."""

    slug: Slug
    title: Title
    issuer: Slug
    members: Slugs
    member_count: OptionalWhole
    url: Address
    note: Note
    title_status: StackTitle
    kind: StackKind
    complete: Completeness
    cost_usd: OptionalNumber
    url_kind: AddressKindCell
    source_ref: Reference

    @field_validator("member_count")
    @classmethod
    def fits_the_column(cls, value: int | None) -> int | None:
        """No stack has that many."""
        if value is not None and value > 999:
            raise refuse("is more than 999")
        return value


class RuleRow(Row):
    """stack_rules.csv. `members` is `*` for all members of the stack."""

    key = ("stack", "group")

    stack: Slug
    group: Whole
    label: Annotated[Words, Field(max_length=160)]
    minimum: Whole
    members: Literal["*"] | Slugs
    source_ref: Reference
