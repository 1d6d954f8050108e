"""Suggests what was meant by words that no record has. Plain Python around a library for near words."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable

from rapidfuzz import fuzz, process

from search.words import COMMON, WORD, folded, stem

NEAR = 80.0
"""How alike two words must sound, of 100."""

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


def suggestion(text: str, unknown: Collection[str], vocabulary: Callable[[], Iterable[str]]) -> str | None:
    """The text with each word whose stem is unknown replaced by the nearest one there is, or None."""
    strange = [word for word in WORD.findall(text) if is_strange(word, unknown)]
    if not strange:
        return None
    words = sorted(word for word in vocabulary() if len(word) >= SHORTEST)
    sounds = [sound(word) for word in words]
    meant = text
    for word in strange:
        near = process.extractOne(sound(word), sounds, scorer=fuzz.ratio, score_cutoff=NEAR)
        if near:
            meant = re.sub(rf"\b{re.escape(word)}\b", words[near[2]], meant)
    return meant if meant != text else None


def is_strange(word: str, unknown: Collection[str]) -> bool:
    """Whether a word is worth correcting."""
    plain = folded(word)
    return len(word) >= SHORTEST and plain not in COMMON and stem(plain) in unknown
