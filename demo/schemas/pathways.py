"""Rows of priorities, roles, pathways and links between stacks."""

from typing import Annotated

from pydantic import Field, ValidationInfo, field_validator

from demo.fields import (
    Code,
    Note,
    OptionalNumber,
    OptionalSlug,
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
from demo.schemas.base import Row, refuse
from pathways.enums import Audience, Level, LinkKind, RoleKind


class PriorityRow(Row):
    """priorities.csv."""

    slug: Slug
    title: Title
    summary: Summary
    governing_document: Words
    parent: OptionalSlug
    seed_ref: Annotated[Short, Field(max_length=40)]
    source_ref: Reference


class RoleRow(Row):
    """roles.csv."""

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


class PathwayRow(Row):
    """pathways.csv."""

    slug: Slug
    title: Title
    summary: Summary
    priority: OptionalSlug
    roles: Slugs
    audience: Audience
    source_ref: Reference


class StageRow(Row):
    """pathway_stages.csv."""

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
    """stack_links.csv."""

    key = ("before", "after")

    before: Slug = Field(alias="from_stack")
    after: Slug = Field(alias="to_stack")
    kind: LinkKind
    reason: Words
