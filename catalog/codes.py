"""Finds which competencies a typed text names by their code, such as “InTASC A” or “std 2.4”.

Spacing, capitals and signs between the parts of a code make no difference. Beside the code only words of the
framework's name, of the competency's title, or words for what it is may stand. Plain Python.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from home.folding import folded

PIECE = re.compile(r"\d+|[^\W\d_]+")
MOST_PIECES = 24
"""A text of more letters and numbers than that names nothing by its code."""
TELLING = 4
"""Letters of a word that says something."""
CALLED = frozenset(
    {"standard", "standards", "std", "stds", "competency", "competencies", "code", "element", "number", "no"}
)
"""Words for what a code belongs to."""

Pieces = tuple[str, ...]


def pieces_of(text: str) -> Pieces:
    """The runs of letters and the runs of digits of a text, folded."""
    return tuple(PIECE.findall(folded(text)))


def may_name(text: str) -> bool:
    """Whether any competency at all could be named: there is a number, or letters as few as codes have."""
    return any(piece.isdigit() or len(piece) < TELLING for piece in pieces_of(text))


@dataclass(frozen=True)
class Coded:
    """A competency: its key, its code, its title without the code, and what its framework is called."""

    key: int
    code: str
    title: str
    framework: str

    @property
    def is_joined(self) -> bool:
        """Whether signs stand in the code, as in I.a or 2.4, so that it is nothing but a code."""
        return not self.code.isalnum()

    @cached_property
    def title_pieces(self) -> frozenset[str]:
        """The words of its title."""
        return frozenset(pieces_of(self.title))

    @cached_property
    def short_names(self) -> frozenset[str]:
        """What alone tells the framework: its abbreviations, such as NC or InTASC, and its initials."""
        words = re.findall(r"[^\W\d_]+", self.framework)
        initials = "".join(word if word.isupper() else word[0] for word in words if word[0].isupper())
        return frozenset(folded(one) for one in (*words, initials) if one[1:] != one[1:].lower())

    @cached_property
    def allowed(self) -> frozenset[str]:
        """What may stand beside its code."""
        return self.title_pieces | self.short_names | CALLED | set(pieces_of(self.framework))

    def is_named_beside(self, rest: Pieces) -> bool:
        """Whether what stands beside its code leaves no doubt that the code is meant."""
        said = set(rest) - CALLED
        if not said <= self.allowed:
            return False
        telling = sum(len(one) >= TELLING for one in said)
        return (
            not said
            or self.is_joined
            or telling > 1
            or bool(said & self.short_names)
            or (said >= self.title_pieces)
        )


def with_parts(keys: Iterable[int], parts_of: Callable[[set[int]], Iterable[int]]) -> set[int]:
    """These competencies and all that is part of them, however deep."""
    found = set(keys)
    further = found
    while further:
        further = set(parts_of(further)) - found
        found = found | further
    return found


class Codes:
    """The codes of all competencies."""

    def __init__(self, coded: Iterable[Coded]) -> None:
        self.all = tuple(coded)
        self.by_pieces: dict[Pieces, list[Coded]] = defaultdict(list)
        for one in self.all:
            if pieces := pieces_of(one.code):
                self.by_pieces[pieces].append(one)

    def named_in(self, text: str) -> tuple[Coded, ...]:
        """Every competency the text names, in their order; of codes that hold each other the longest."""
        pieces = pieces_of(text)
        if len(pieces) > MOST_PIECES:
            return ()
        for size in sorted({len(one) for one in self.by_pieces}, reverse=True):
            if found := list(dict.fromkeys(self.of_size(size, pieces))):
                return tuple(sorted(found, key=lambda one: one.key))
        return ()

    def of_size(self, size: int, pieces: Pieces) -> Iterator[Coded]:
        """Those whose code has so many pieces."""
        for start in range(len(pieces) - size + 1):
            rest = (*pieces[:start], *pieces[start + size :])
            for one in self.by_pieces.get(pieces[start : start + size], ()):
                if one.is_named_beside(rest):
                    yield one
