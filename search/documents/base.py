"""What a document is: a record as search sees it, the same for every engine."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any, NamedTuple

from django.db import models
from django.utils.html import strip_tags

from catalog.timeline import Span

BLOCK = re.compile(r"(?=</?(?:p|li|ul|ol|h[1-6]|div|section|blockquote|br|td|th|tr)\b)")
"""Just before a tag at which a line ends."""


ALWAYS = date.min
"""The first day of a document that holds from the beginning."""


class Kind(models.TextChoices):
    """The kinds that are found, in the order in which they stand when nothing was asked."""

    PRIORITY = "priority", "Priority"
    PATHWAY = "pathway", "Pathway"
    STACK = "stack", "Stack"
    MICRO_CREDENTIAL = "micro-credential", "Micro-credential"
    ROLE = "role", "Role"
    RECOGNITION = "recognition", "Recognition"
    GUIDE = "guide", "Guide"
    ISSUER = "issuer", "Issuer"
    COMPETENCY = "competency", "Competency"
    GLOSSARY = "glossary", "Glossary term"
    DISTRICT = "district", "District"


BOOSTS: dict[str, float] = {
    Kind.MICRO_CREDENTIAL.value: 1.6,
    Kind.STACK.value: 1.6,
    Kind.PATHWAY.value: 1.4,
    Kind.PRIORITY.value: 1.4,
    Kind.GUIDE.value: 1.2,
    Kind.COMPETENCY.value: 0.7,
    Kind.DISTRICT.value: 0.8,
}
"""How much more, or less, a kind is looked for than others when its text matches as well."""


class Part(StrEnum):
    """How a text belongs to a record."""

    TITLE = "title"
    NAME = "name"
    SUMMARY = "summary"
    MEMBER = "member"
    STAGE = "stage"
    HOLDER = "holder"
    PATHWAY = "pathway"
    PRIORITY = "priority"
    ROLE = "role"
    COMPETENCY = "competency"
    RECOGNITION = "recognition"
    ABOUT = "about"
    ISSUER = "issuer"
    TOPIC = "topic"
    PLACE = "place"
    TEXT = "text"
    EVERYDAY = "everyday"
    """Words of everyday language that find a term and are never shown."""


class DocumentKey(NamedTuple):
    """Which record a document is of, or which record or fact it quotes."""

    kind: str
    key: int


class Choice(NamedTuple):
    """A value of a facet and its words."""

    value: str
    label: str


class BoardSpan(NamedTuple):
    """How a record stands with a board, by its jurisdiction's key, from a day until a day.

    Both days are included; `ends` None: from then on. Days without a span have no decision on record.
    `status`, `ends_soon` and `ends_on` are those of `DayStatus`.
    """

    board: int
    status: str
    starts: date
    ends: date | None
    ends_soon: bool = False
    ends_on: date | None = None

    @classmethod
    def of(cls, board: int, span: Span) -> BoardSpan:
        """A span as an index keeps it."""
        stands = span.stands
        return cls(board, stands.status.value, span.starts, span.ends, stands.ends_soon, stands.ends_on)


@dataclass(frozen=True, slots=True)
class Passage:
    """A text of a document.

    `source` is the record it is quoted from and `slug` that record's slug; `via` says through what else.
    """

    part: Part
    text: str
    source: DocumentKey | None = None
    slug: str = ""
    via: str = ""


@dataclass(frozen=True)
class Document:
    """A record as search sees it.

    `quotes` names all whose change makes this document stale; `touches` names the documents that quote this
    one because of a link this record itself holds. `facets` has no entry for what its kind cannot state.
    `hours` and `cost` are what results are sorted by, None when not stated for everyone. `spans` are those of
    every board that decided about the record, so that any board can be asked about on any day. It holds from
    `starts` to `ends`, both included (None: from then on): a record whose facts turn on a day has several.
    """

    kind: Kind
    key: int
    slug: str
    title: str
    summary: str = ""
    passages: tuple[Passage, ...] = ()
    facets: Mapping[str, tuple[Choice, ...]] = field(default_factory=dict)
    hours: Decimal | None = None
    cost: Decimal | None = None
    body: Mapping[str, Any] = field(default_factory=dict)
    quotes: frozenset[DocumentKey] = frozenset()
    touches: frozenset[DocumentKey] = frozenset()
    spans: tuple[BoardSpan, ...] = ()
    starts: date = ALWAYS
    ends: date | None = None

    @property
    def identity(self) -> DocumentKey:
        """Which record it is of."""
        return DocumentKey(self.kind.value, self.key)


def clean(text: object) -> str:
    """One line of plain text, composed, without NUL."""
    return " ".join(unicodedata.normalize("NFC", str(text)).replace("\0", "").split())


def plain(markup: object) -> str:
    """The text of rich text or a rendered block; words of two blocks never grow together."""
    return clean(strip_tags(BLOCK.sub(" ", str(markup))))


def passages(*given: Passage | None) -> tuple[Passage, ...]:
    """The passages that say something, each once."""
    said = (replace(one, text=text) for one in given if one and (text := clean(one.text)))
    return tuple(dict.fromkeys(said))


def sources(given: Iterable[Passage]) -> frozenset[DocumentKey]:
    """Everything these passages are quoted from."""
    return frozenset(one.source for one in given if one.source)


Meta = tuple[str, str]
"""A line of facts below a result: its label, and its text or nothing when it is not stated."""

QUOTED_BY_NAME = (Kind.PRIORITY, Kind.ROLE, Kind.ISSUER, Kind.COMPETENCY)
"""Of these kinds other documents quote the title and what it is linked to, nothing else."""


def hashed(*parts: object) -> str:
    """A short name for exactly these values."""
    return hashlib.blake2s(repr(parts).encode(), digest_size=16).hexdigest()


def digest(document: Document) -> str:
    """Changes whenever anything of the document does."""
    return hashed(own_parts(document), document.spans, document.starts, document.ends)


def face(document: Document) -> str:
    """Changes whenever something of the document does that others may quote; nobody quotes a status."""
    named = document.kind in QUOTED_BY_NAME
    return hashed(face_parts(document) if named else own_parts(document))


def own_parts(document: Document) -> tuple[object, ...]:
    """All that a document says, but what boards decided about its record."""
    facets = sorted((name, choices) for name, choices in document.facets.items())
    return (
        face_parts(document),
        document.summary,
        document.passages,
        facets,
        str(document.hours),
        str(document.cost),
        sorted(document.body.items()),
        sorted(document.quotes),
    )


def face_parts(document: Document) -> tuple[object, ...]:
    """What others quote of every kind."""
    above = sorted(one.source for one in document.passages if one.part is Part.PRIORITY and one.source)
    return (document.slug, document.title, sorted(document.touches), above)
