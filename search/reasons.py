"""Says why a record was found: which of its texts hold the words, with the words marked."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace

from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe

from search.documents import DocumentKey, Kind, Part
from search.query import Hit
from search.words import covered, excerpt, segments

MOST = 3
"""Texts named for one result."""

ORDER = {part: place for place, part in enumerate(Part)}
LONG = (Part.SUMMARY, Part.TEXT)

SENTENCES = {
    Part.TITLE: "“{}” is in the title.",
    Part.NAME: "Also known as {}.",
    Part.SUMMARY: "It says: “{}”",
    Part.MEMBER: "Holds {}.",
    Part.STAGE: "{via} has {}.",
    Part.HOLDER: "Part of {}.",
    Part.PATHWAY: "On the pathway {}.",
    Part.PRIORITY: "Addresses {}.",
    Part.ROLE: "Leads to the role {}.",
    Part.COMPETENCY: "Proves {}.",
    Part.RECOGNITION: "It counts for {}.",
    Part.ABOUT: "It is about {}.",
    Part.ISSUER: "Awarded by {}.",
    Part.TOPIC: "Its topic is {}.",
    Part.PLACE: "Belongs to {}.",
    Part.TEXT: "Its record says: “{}”",
    Part.EVERYDAY: "Your words are an everyday way to say it.",
}

SENTENCES_OF_KINDS = {
    (Kind.STACK, Part.MEMBER): "Holds {}, 1 of its {size}.",
    (Kind.PATHWAY, Part.MEMBER): "Its stack {via} holds {}.",
    (Kind.PATHWAY, Part.PRIORITY): "Leads to {}.",
    (Kind.PRIORITY, Part.PRIORITY): "Part of {}.",
    (Kind.PRIORITY, Part.PATHWAY): "The pathway {} leads here.",
    (Kind.ROLE, Part.PATHWAY): "The pathway {} leads here.",
    (Kind.ROLE, Part.PLACE): "A role in {}.",
    (Kind.RECOGNITION, Part.PLACE): "It holds in {}.",
    (Kind.ISSUER, Part.PLACE): "At home in {}.",
    (Kind.DISTRICT, Part.PLACE): "A district of {}.",
    (Kind.COMPETENCY, Part.PLACE): "Part of {}.",
}


@dataclass(frozen=True)
class Said:
    """A text of a record found, read back from its document; `code` was asked for and begins it."""

    part: Part
    text: str
    source: DocumentKey | None = None
    slug: str = ""
    via: str = ""
    code: str = ""


@dataclass(frozen=True)
class Reason:
    """A sentence that says why, with the words marked; `highlight` is the text alone."""

    sentence: SafeString
    highlight: SafeString


def said_by(hit: Hit) -> Iterator[Said]:
    """Title, summary and all else that its document quotes."""
    yield Said(Part.TITLE, hit.title)
    yield Said(Part.SUMMARY, hit.summary)
    for part, text, source, slug, via in hit.body.get("said", ()):
        yield Said(Part(part), text, DocumentKey(*source) if source else None, slug, via)


def telling(hit: Hit, asked: Collection[str]) -> list[Said]:
    """The fewest texts that hold the words: each the one with the most words not yet found."""
    rest = set(asked)
    found: list[Said] = []
    texts = [(one, words) for one in said_by(hit) if (words := covered(one.text, rest))]
    while rest and texts and len(found) < MOST:
        best, words = max(texts, key=lambda pair: (len(pair[1] & rest), -ORDER[pair[0].part]))
        if not words & rest:
            break
        found.append(best)
        rest -= words
    return found


def proving(hit: Hit, coded: Mapping[int, str]) -> list[Said]:
    """The texts that name a competency asked for by its code, each with that code."""
    kind = Kind.COMPETENCY.value
    said = (one for one in said_by(hit) if one.source and one.source.kind == kind and one.source.key in coded)
    return [replace(one, code=coded[one.source.key]) for one in said if one.source][:MOST]


def code_reason(code: str) -> Reason:
    """Why a competency was found whose code was asked for."""
    quoted = format_html("<mark>{}</mark>", code)
    return Reason(format_html("Its code is {}.", quoted), quoted)


def marked(text: str, asked: Collection[str]) -> SafeString:
    """The text as HTML, escaped, with a mark around each word asked for."""
    pieces = (
        f"<mark>{escape(piece)}</mark>" if hit else escape(piece) for piece, hit in segments(text, asked)
    )
    return mark_safe("".join(pieces))  # noqa: S308 - every piece is escaped


def shown_text(one: Said, asked: Collection[str]) -> SafeString:
    """What is quoted of a text: of a title the words found, of a long text the part around them."""
    if one.part is Part.TITLE:
        words = (piece for piece, hit in segments(one.text, asked) if hit)
        return marked(" … ".join(dict.fromkeys(words)), asked)
    return quotation(one, asked)


def reason(hit: Hit, one: Said, asked: Collection[str], address: str) -> Reason:
    """A sentence about one text that holds words asked for; `address` is that of its source, or empty."""
    text = shown_text(one, asked)
    pattern = SENTENCES_OF_KINDS.get((Kind(hit.kind), one.part), SENTENCES[one.part])
    quoted = format_html('<a href="{}">{}</a>', address, text) if address else text
    sentence = format_html(pattern, quoted, via=one.via, size=hit.body.get("size", 0))
    return Reason(sentence, SafeString("") if one.part is Part.EVERYDAY else quotation(one, asked))


def quotation(one: Said, asked: Collection[str]) -> SafeString:
    """The text with its words marked, or the code it begins with; of a long one the part around them."""
    if one.code and one.text.startswith(one.code):
        return format_html("<mark>{}</mark>{}", one.code, one.text.removeprefix(one.code))
    return marked(excerpt(one.text, asked) if one.part in LONG else one.text, asked)
