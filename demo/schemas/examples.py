"""The examples of the demonstration issuer: full records, in `examples/examples.json` of a data pack.

Days are counted back from the day of the first load, so that they stay true.
"""

from typing import Annotated, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from catalog.enums import Delivery, IssuerKind, Language, LicenseType
from demo.fields import (
    Address,
    Code,
    Name,
    Note,
    OptionalNumber,
    Slug,
    Summary,
    Title,
    Words,
    grades,
    sized,
)
from demo.ordering import loop
from demo.schemas.base import AddressKindCell, both_or_neither, refuse

Grades = Annotated[tuple[str, ...], BeforeValidator(lambda value: grades(tuple(map(str, value))))]
Days = Annotated[int, Field(ge=0, le=3650)]
Prose = Annotated[str, sized(1, 2000)]


class Example(BaseModel):
    """A part of the file; nothing in it may be misspelled."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class ExampleIssuer(Example):
    """The issuer that all examples belong to."""

    slug: Slug
    title: Title
    summary: Summary
    kind: IssuerKind
    website: Address
    region: Code
    source_days_before: Days


class Badge(Example):
    """The picture of the badge, a file beside this one."""

    file: Annotated[str, Field(pattern=r"^[a-z0-9-]+\.png$")]
    title: Title
    description: Title


class Resource(Example):
    """A study or guide with a place to read it."""

    title: Title
    address: Address
    note: Note


class Research(Example):
    """What speaks for it."""

    why: Prose
    resources: tuple[Resource, ...]


class Part(Example):
    """One thing a teacher sends in."""

    title: Annotated[str, sized(1, 160)]
    description: Prose


class Criterion(Example):
    """One line of the rubric, with its levels."""

    title: Annotated[str, sized(1, 160)]
    meets: Prose
    nearly: Prose
    not_yet: Prose


class Alignment(Example):
    """A competency it proves, by the slug of framework and code."""

    competency: Slug
    note: Words


class ExampleCredential(Example):
    """A micro-credential with every field filled."""

    slug: Slug
    title: Title
    summary: Summary
    version: Code
    replaces: Slug | None
    retired: bool
    retired_days_before: Days | None
    title_status: str = Field(pattern="^$")
    topic: Slug
    competency_statement: Prose
    method: tuple[Prose, ...]
    research: Research
    evidence_kind: Words
    evidence_parts: tuple[Part, ...]
    rubric: tuple[Criterion, ...]
    scoring: Prose
    turnaround_days_min: Days
    turnaround_days_max: Days
    resubmission: Prose
    grades: Grades
    grade_band: Name
    audience: Words
    license_types: tuple[LicenseType, ...]
    hours_min: OptionalNumber
    hours_max: OptionalNumber
    cost_usd: OptionalNumber
    cost_per: Annotated[str, Field(pattern="^micro-credential$")]
    cost_applies_to: Annotated[str, sized(0, 120)]
    cost_note: Words
    delivery: tuple[Delivery, ...]
    languages: tuple[Language, ...]
    accommodations: Prose
    address: Address
    address_kind: AddressKindCell
    alignments: tuple[Alignment, ...]
    priorities: tuple[Slug, ...]
    source_days_before: Days

    @model_validator(mode="after")
    def ranges_hold(self) -> Self:
        """The least is not more than the most."""
        both_or_neither(self.hours_min, self.hours_max)
        if self.turnaround_days_max < self.turnaround_days_min:
            raise refuse("the most days of waiting are fewer than the least")
        if self.retired_days_before is not None and not self.retired:
            raise refuse("has a day of retirement but is not retired")
        return self


class ExampleGroup(Example):
    """So many of these members; no minimum asks for all of them."""

    minimum: Annotated[int, Field(ge=1)] | None
    label: Annotated[str, sized(0, 160)]
    members: tuple[Slug, ...]

    @model_validator(mode="after")
    def can_be_finished(self) -> Self:
        """As many members as are asked for, each once."""
        if not self.members or len(set(self.members)) < len(self.members):
            raise refuse("needs members, each of them once")
        if self.minimum is not None and self.minimum > len(self.members):
            raise refuse(f"{len(self.members)} members cannot give {self.minimum}")
        return self


class ExampleStack(Example):
    """A stack of the examples; a member may be another stack of them."""

    slug: Slug
    title: Title
    summary: Summary
    groups: tuple[ExampleGroup, ...]
    member_count: Annotated[int, Field(ge=1, le=999)]
    complete: Annotated[str, Field(pattern="^(yes|no)?$")]
    cost_usd: OptionalNumber
    address: Address
    address_kind: AddressKindCell
    source_days_before: Days

    @property
    def members(self) -> set[str]:
        """The slugs of all its groups."""
        return {slug for group in self.groups for slug in group.members}


class ExampleEquivalence(Example):
    """That one example counts for another, says the made-up issuer or board; days after the first load."""

    credential: Slug
    counts_for: Slug
    says: Annotated[str, Field(pattern="^(issuer|board)$")]
    decided: int
    starts: int
    ends: int | None


class Examples(Example):
    """The whole file."""

    issuer: ExampleIssuer
    badge: Badge
    source: Title
    note: Note
    credentials: tuple[ExampleCredential, ...]
    stacks: tuple[ExampleStack, ...]
    equivalences: tuple[ExampleEquivalence, ...]

    @model_validator(mode="after")
    def names_hold(self) -> Self:
        """Every slug once; members and earlier versions are here; nothing holds or follows itself."""
        credentials, stacks = [one.slug for one in self.credentials], [one.slug for one in self.stacks]
        everything = {*credentials, *stacks}
        if len(everything) < len(credentials) + len(stacks):
            raise refuse("a slug is given twice")
        used = {one.replaces for one in self.credentials if one.replaces}.union(
            *(one.members for one in self.stacks)
        )
        used |= {slug for one in self.equivalences for slug in (one.credential, one.counts_for)}
        if unknown := sorted(used - everything):
            raise refuse(f"no example is called {', '.join(unknown)}")
        versions = {one.slug: {one.replaces} for one in self.credentials if one.replaces}
        found = loop(versions) or loop({one.slug: one.members for one in self.stacks})
        if found:
            raise refuse(f"makes a loop: {' → '.join(map(str, found))}")
        return self
