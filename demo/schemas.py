"""The rows of the data pack, one class a file. The order of the fields is that of the columns."""

from decimal import Decimal
from typing import Annotated, ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError

from catalog.enums import IssuerKind, PlaceKind, RecognitionClass, RecognitionLevel, StackKind, UnitKind
from demo.fields import (
    Address,
    Code,
    Grades,
    Name,
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
    YesNo,
)
from pathways.enums import Audience, Level, LinkKind, RoleKind

AddressKindCell = Literal["", "own page", "issuer list", "source only"]
Completeness = Literal["", "yes", "no"]
CredentialTitle = Literal[
    "", "title uncertain", "listed by name only", "issuer uncertain", "named otherwise by its maker"
]
StackTitle = Literal["", "title not shown in the source", "title inferred", "grouping ours", "stands alone"]


def refuse(reason: str) -> PydanticCustomError:
    """A reason without the words that pydantic puts before a `ValueError`."""
    return PydanticCustomError("pack", reason)


class Row(BaseModel):
    """One row, with the line of the file it begins on."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    key: ClassVar[tuple[str, ...]] = ("slug",)
    """The fields that together name a row: no two rows of a file have the same."""

    line: int = Field(exclude=True)

    @classmethod
    def columns(cls) -> list[str]:
        """The header, as it must be."""
        return [field.alias or name for name, field in cls.model_fields.items() if name != "line"]

    @property
    def name(self) -> tuple[str, ...]:
        """What tells this row from the others of its file."""
        return tuple(str(getattr(self, part)) for part in self.key)


def both_or_neither(low: Decimal | None, high: Decimal | None) -> Decimal | None:
    """The greater of two numbers, refused when it stands alone or is the smaller."""
    if (low is None) != (high is None):
        raise refuse("stands alone: give both the least and the most, or neither")
    if low is not None and high is not None and high < low:
        raise refuse("is less than the least")
    return high


class WithAddress(Row):
    """A row with an address and its kind."""

    @field_validator("url_kind", check_fields=False)
    @classmethod
    def address_has_a_kind(cls, value: str, info: ValidationInfo) -> str:
        """An address needs its kind, and a kind its address."""
        if "url" in info.data and bool(info.data["url"]) != bool(value):
            raise refuse("says what the address is: give both url and url_kind, or neither")
        return value


class IssuerRow(Row):
    """issuers.csv"""

    slug: Slug
    title: Title = Field(alias="name")
    kind: IssuerKind
    website: Address
    region: Code
    note: Note
    source_ref: Reference


class CredentialRow(WithAddress):
    """microcredentials.csv"""

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
    """stacks.csv"""

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


class PriorityRow(Row):
    """priorities.csv"""

    slug: Slug
    title: Title
    summary: Summary
    governing_document: Words
    parent: OptionalSlug
    seed_ref: Annotated[Short, Field(max_length=40)]
    source_ref: Reference


class RoleRow(Row):
    """roles.csv"""

    slug: Slug
    title: Title
    kind: RoleKind
    jurisdiction: Code
    summary: Summary
    requirements: Note
    pay: OptionalNumber
    pay_unit: Annotated[Words, Field(max_length=120)]
    share_limit: Annotated[Words, Field(max_length=160)]
    is_goal: YesNo
    source_ref: Reference

    @property
    def jurisdiction_code(self) -> str:
        """The code as jurisdictions.csv gives it: a state stands here without its `US-`."""
        return self.jurisdiction if self.jurisdiction == "US" else f"US-{self.jurisdiction}"


class RecognitionRow(Row):
    """recognition.csv"""

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
        if value is not None and not (1900 <= value <= 2100 and str(value) in info.data.get("as_of", str(value))):
            raise refuse("is not a year that as_of names")
        return value


class JurisdictionRow(Row):
    """jurisdictions.csv"""

    slug: Slug
    title: Name = Field(alias="name")
    kind: PlaceKind
    code: Annotated[Short, Field(max_length=10)]
    parent: OptionalSlug
    source_ref: Reference


class CompetencyRow(Row):
    """competencies.csv"""

    key = ("framework", "code")

    framework: Annotated[Name, Field(max_length=120)]
    code: Code
    title: Title
    parent: Annotated[Short, Field(max_length=40)]
    source_ref: Reference


class PathwayRow(Row):
    """pathways.csv"""

    slug: Slug
    title: Title
    summary: Summary
    priority: OptionalSlug
    roles: Slugs
    audience: Audience
    source_ref: Reference


class StageRow(Row):
    """pathway_stages.csv"""

    key = ("pathway", "stage")

    pathway: Slug
    stage: Whole
    title: Annotated[Title, Field(max_length=160)]
    level: Level
    minimum: Whole
    stacks: Slugs
    note: Note

    @field_validator("stacks")
    @classmethod
    def can_be_finished(cls, value: tuple[str, ...], info: ValidationInfo) -> tuple[str, ...]:
        """As many stacks as the stage asks for."""
        minimum = info.data.get("minimum", 1)
        if not 1 <= minimum <= len(value):
            raise refuse(f"names {len(value)}, which cannot give the minimum of {minimum}")
        return value


class LinkRow(Row):
    """stack_links.csv"""

    key = ("before", "after")

    before: Slug = Field(alias="from_stack")
    after: Slug = Field(alias="to_stack")
    kind: LinkKind
    reason: Words


class RuleRow(Row):
    """stack_rules.csv. `members` is `*` for all members of the stack."""

    key = ("stack", "group")

    stack: Slug
    group: Whole
    label: Annotated[Words, Field(max_length=160)]
    minimum: Whole
    members: Literal["*"] | Slugs
    source_ref: Reference


class DistrictRow(Row):
    """districts.csv"""

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


class GlossaryRow(Row):
    """glossary.csv"""

    slug: Slug
    term: Name
    also_known_as: Words
    definition: Annotated[str, Field(min_length=1, max_length=2000)]
    search_words: Words
    source_ref: Reference


class CriterionRow(Row):
    """quality_standards.csv"""

    key = ("standard", "code")

    standard: Name
    group: Short
    code: Code
    criterion: Annotated[str, Field(min_length=1, max_length=2000)]
    source_ref: Reference
