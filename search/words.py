"""Words of a text as both engines and the reasons see them: folded, split and stemmed. Plain Python.

One analysis for indexing, asking and marking, so that every database finds the same records and a mark
stands on just the words that were found. Words are looked for in the folded text: a soft hyphen or another
sign that is not seen ends none.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass
from functools import lru_cache

import snowballstemmer

from home.folding import folded, folded_with_places

MOST_WORDS = 32
"""A search asks for so many different words at the most."""

LONGEST = 60
"""Letters of a stem that are kept."""

WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")
"""A word of a folded text."""
PIECE = re.compile(r"[^\W_]+")
POSSESSIVE = re.compile(r"'s$")
FIELD_WORD = re.compile(r"^micro(credential\w*)$")
"""The word of the field is written with and without a hyphen."""

COMMON_WORDS = """
a about all am an and any are as at be because been but by can cannot could did do does doing don
for from get had has have having he her hers him his how i if in into is it its just me my no nor
not of on or our ours out she should so some such than that the their theirs them then there these
they this those to too up us very was we were what when where which while who whom why will with
would you your yours
"""
COMMON = frozenset(COMMON_WORDS.split())
"""Words that say nothing about what somebody looks for; asked for only when nothing else is."""

stemmer = snowballstemmer.stemmer("english")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: where it stands, it folded, and the stems by which it is found."""

    start: int
    end: int
    folded: str
    stems: tuple[str, ...]


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """The stem of one folded word."""
    return str(stemmer.stemWord(word))[:LONGEST]


@lru_cache(maxsize=50_000)
def stems_of(word: str) -> tuple[str, ...]:
    """The stems a folded word is found by: its parts, and all of it where it has a hyphen."""
    plain = FIELD_WORD.sub(r"micro-\1", POSSESSIVE.sub("", word))
    pieces = PIECE.findall(plain)
    whole = [stem("".join(pieces))] if len(pieces) > 1 else []
    return tuple(dict.fromkeys([*map(stem, pieces), *whole]))


def words_in(text: str) -> Iterator[Word]:
    """The words of a text, in order; what is not seen between the letters of one belongs to it."""
    plain, places = folded_with_places(text)
    for found in WORD.finditer(plain):
        start, last = places[found.start()], places[found.end() - 1]
        end = places[found.end()] if found.end() < len(places) else len(text)
        yield Word(start, max(end, last + 1), found.group(), stems_of(found.group()))


def stems_in(text: str) -> list[str]:
    """The stems of a text, in order, each as often as it stands there."""
    return [one for word in WORD.findall(folded(text)) for one in stems_of(word)]


def asked_for(text: str) -> list[str]:
    """The stems a search asks for, at most `MOST_WORDS`: no common words unless there is nothing else."""
    return all_asked_for(text)[:MOST_WORDS]


def all_asked_for(text: str) -> list[str]:
    """The same, however many there are."""
    pieces = pieces_in(text)
    telling = [piece for piece in pieces if piece not in COMMON] or pieces
    return list(dict.fromkeys(map(stem, telling)))


def has_telling_word(text: str) -> bool:
    """Whether any word of a search says what somebody looks for."""
    return any(piece not in COMMON for piece in pieces_in(text))


def pieces_in(text: str) -> list[str]:
    """The words of a search and the parts of those with a hyphen, folded."""
    words = WORD.findall(folded(text))
    return [piece for word in words for piece in PIECE.findall(POSSESSIVE.sub("", word))]


def covered(text: str, asked: Container[str]) -> set[str]:
    """Which of the stems asked for stand in the text."""
    return {one for one in stems_in(text) if one in asked}


def segments(text: str, asked: Container[str]) -> list[tuple[str, bool]]:
    """The text cut into pieces; true for each piece that is a word asked for."""
    pieces, done = [], 0
    for word in words_in(text):
        if word.start >= done and any(one in asked for one in word.stems):
            pieces += [(text[done : word.start], False), (text[word.start : word.end], True)]
            done = word.end
    return [(piece, hit) for piece, hit in [*pieces, (text[done:], False)] if piece]


def excerpt(text: str, asked: Container[str], around: int = 70) -> str:
    """The part of a long text that holds the first word asked for, cut at spaces."""
    if len(text) <= 2 * around:
        return text
    found = next((word for word in words_in(text) if any(one in asked for one in word.stems)), None)
    middle = found.start if found else 0
    start = text.rfind(" ", 0, max(middle - around, 0)) + 1 if middle > around else 0
    end = text.find(" ", min(middle + around, len(text)))
    head, tail = "… " if start else "", " …" if end != -1 else ""
    return f"{head}{text[start : end if end != -1 else None].strip()}{tail}"
