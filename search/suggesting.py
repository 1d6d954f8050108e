"""Suggests what was meant by words that no record has."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass

from home.nearest import MOST_STRANGE, SHORTEST, Near, in_turns, near_words
from search.words import COMMON, Word, stems_of, words_in

NEAR = 80.0
"""How alike two words must sound, of 100, for one to stand for the other."""


@dataclass(frozen=True, slots=True)
class Suggested:
    """What may have been meant: the text corrected, or None, and the words nearest to those unknown."""

    text: str | None = None
    words: tuple[str, ...] = ()


def suggestion(text: str, unknown: Collection[str], vocabulary: Callable[[], Iterable[str]]) -> Suggested:
    """What may have been meant by the words whose stems are unknown.

    In the text each is replaced by the nearest word there is, if that is near enough.
    """
    strange = [word for word in words_in(text) if is_strange(word.folded, unknown)][:MOST_STRANGE]
    if not strange:
        return Suggested()
    nearest = near_words([word.folded for word in strange], vocabulary())
    meant = replaced(text, [(word, near[0]) for word, near in zip(strange, nearest, strict=True) if near])
    return Suggested(meant if meant != text else None, in_turns(nearest))


def replaced(text: str, nearest: Iterable[tuple[Word, Near]]) -> str:
    """The text with each of these words of it replaced by the one that is near enough."""
    pieces, done = [], 0
    for word, near in nearest:
        if near.alike >= NEAR:
            pieces += [text[done : word.start], near.word]
            done = word.end
    return "".join([*pieces, text[done:]])


def is_strange(word: str, unknown: Collection[str]) -> bool:
    """Whether a folded word is worth correcting."""
    return len(word) >= SHORTEST and word not in COMMON and any(one in unknown for one in stems_of(word))
