"""A guide, as its file gives it."""

from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from demo.fields import Slug, Summary, Title
from demo.schemas.base import Row
from home.enums import GuideAudience


@dataclass(frozen=True, slots=True)
class Block:
    """A block of the guide's body: a heading as plain text, or paragraphs and lists as HTML."""

    type: str
    value: str


@dataclass(frozen=True, slots=True)
class Link:
    """Where a link leads, and the line it stands on."""

    line: int
    address: str


class GuideFile(Row):
    """One file of the folder `guides`; its name without `.html` is the slug."""

    slug: Slug
    title: Title
    summary: Annotated[Summary, Field(min_length=1)]
    audience: GuideAudience
    blocks: Annotated[tuple[Block, ...], Field(min_length=1)]
    links: tuple[Link, ...]
