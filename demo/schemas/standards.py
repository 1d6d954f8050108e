"""Rows of competencies, quality standards and the glossary."""

from typing import Annotated

from pydantic import Field

from demo.fields import Code, Name, Reference, Short, Slug, Title, Words
from demo.schemas.base import Row


class CompetencyRow(Row):
    """competencies.csv."""

    key = ("framework", "code")

    framework: Annotated[Name, Field(max_length=120)]
    code: Code
    title: Title
    parent: Annotated[Short, Field(max_length=40)]
    source_ref: Reference


class CriterionRow(Row):
    """quality_standards.csv."""

    key = ("standard", "code")

    standard: Name
    group: Short
    code: Code
    criterion: Annotated[str, Field(min_length=1, max_length=2000)]
    source_ref: Reference


class GlossaryRow(Row):
    """glossary.csv."""

    slug: Slug
    term: Name
    also_known_as: Words
    definition: Annotated[str, Field(min_length=1, max_length=2000)]
    search_words: Words
    source_ref: Reference
