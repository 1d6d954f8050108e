"""The words there are that are nearest to one that nothing has, by spelling and sound.

Plain Python around a library. At most a few unknown words are held against each known one, so the cost does
not grow with what is typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import chain, zip_longest
from typing import NamedTuple

from rapidfuzz import fuzz, process

from home.folding import folded

ALIKE = 70.0
"""How alike two words must sound, of 100, for one to be offered beside others."""

SHORTEST = 4
"""Shorter words are like too many others."""

MOST_STRANGE = 6
"""Unknown words that near ones are looked for."""

MOST_NEAR = 6
"""Near words that are offered."""

LONGEST = 40
"""Letters of an unknown word that are read."""

WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
"""A word of a folded text, or a part of one with a hyphen."""

SOUNDS = (("ph", "f"), ("ck", "k"), ("qu", "kw"), ("x", "ks"), ("tion", "shun"), ("y", "i"))
DOUBLED = re.compile(r"(.)\1+")


class Near(NamedTuple):
    """A word there is, and how alike it sounds, of 100."""

    word: str
    alike: float


def sound(word: str) -> str:
    """A word as it sounds, roughly: “phonics” and “fonics” are one."""
    heard = folded(word)
    for written, spoken in SOUNDS:
        heard = heard.replace(written, spoken)
    return DOUBLED.sub(r"\1", heard)


def near_words(strange: Sequence[str], known: Iterable[str]) -> list[list[Near]]:
    """For each of these words the known ones that sound most like it, the nearest first."""
    words = sorted(word for word in known if len(word) >= SHORTEST)
    sounds = [sound(word) for word in words]
    return [
        [
            Near(words[place], alike)
            for _, alike, place in process.extract(
                sound(word[:LONGEST]), sounds, scorer=fuzz.ratio, score_cutoff=ALIKE, limit=MOST_NEAR
            )
        ]
        for word in strange[:MOST_STRANGE]
    ]


def in_turns(nearest: Iterable[Iterable[Near]]) -> tuple[str, ...]:
    """The nearest word of each, then the second of each and so on, few of them."""
    turns = chain.from_iterable(zip_longest(*nearest))
    return tuple(dict.fromkeys(near.word for near in turns if near))[:MOST_NEAR]


def words_near(looked_up: Iterable[str], texts: Iterable[str]) -> tuple[str, ...]:
    """The words of these texts that are nearest to the words looked up which none of them holds."""
    known = {word for text in texts for word in WORD.findall(folded(text))}
    everything = "\n".join(known)
    strange = [word for word in looked_up if len(word) >= SHORTEST and word not in everything]
    return in_turns(near_words(strange, known)) if strange else ()
