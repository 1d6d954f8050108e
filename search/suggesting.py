"""Suggests what was meant by words that no record has. Plain Python around a library for near words."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import NamedTuple

from rapidfuzz import fuzz, process

from home.folding import folded
from search.words import COMMON, Word, stems_of, words_in

NEAR = 80.0
"""How alike two words must sound, of 100, for one to stand for the other."""

ALIKE = 60.0
"""How alike they must sound for one to be offered beside others."""

MOST_STRANGE = 6
"""Unknown words of a text that near ones are looked for."""

MOST_NEAR = 6
"""Near words that are offered."""

SHORTEST = 4
"""Shorter words are like too many others."""

SOUNDS = (("ph", "f"), ("ck", "k"), ("qu", "kw"), ("x", "ks"), ("tion", "shun"), ("y", "i"))
DOUBLED = re.compile(r"(.)\1+")


def sound(word: str) -> str:
    """A word as it sounds, roughly: “phonics” and “fonics” are one."""
    heard = folded(word)
    for written, spoken in SOUNDS:
        heard = heard.replace(written, spoken)
    return DOUBLED.sub(r"\1", heard)


@dataclass(frozen=True, slots=True)
class Suggested:
    """What may have been meant: the text corrected, or None, and the words nearest to those unknown."""

    text: str | None = None
    words: tuple[str, ...] = ()


def suggestion(text: str, unknown: Collection[str], vocabulary: Callable[[], Iterable[str]]) -> Suggested:
    """What may have been meant by the words whose stems are unknown.

    In the text each is replaced by the nearest word there is, if that is near enough. The words are the
    nearest ones of each, taken in turns, in that order.
    """
    strange = [word for word in words_in(text) if is_strange(word.folded, unknown)][:MOST_STRANGE]
    if not strange:
        return Suggested()
    known = sorted(word for word in vocabulary() if len(word) >= SHORTEST)
    sounds = [sound(word) for word in known]
    nearest = [near_words(word.folded, known, sounds) for word in strange]
    meant = replaced(text, [(word, near[0]) for word, near in zip(strange, nearest, strict=True) if near])
    in_turns = (one.word for turn in zip_longest(*nearest) for one in turn if one)
    return Suggested(meant if meant != text else None, tuple(dict.fromkeys(in_turns))[:MOST_NEAR])


class Near(NamedTuple):
    """A word there is, and how alike it sounds, of 100."""

    word: str
    alike: float


def near_words(word: str, known: Sequence[str], sounds: Sequence[str]) -> list[Near]:
    """The words that sound most like this one; `sounds` are those of the words known."""
    found = process.extract(sound(word), sounds, scorer=fuzz.ratio, score_cutoff=ALIKE, limit=MOST_NEAR)
    return [Near(known[place], alike) for _, alike, place in found]


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
