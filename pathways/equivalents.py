"""What counts for what on a day: plain data in, plain data out.

Each statement holds for its two micro-credentials alone, one way: that A counts for B and B for C says
nothing about A and C.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from pathways.walks import gathered

ANY_BOARD = 0


@dataclass(frozen=True, slots=True)
class Equivalent:
    """Whoever holds `held` is taken to hold `counts_for` (slugs), from `starts` to `ends`, both included.

    `board` is the key of the board that says so, 0 for an issuer; `key` its own in the database.
    """

    held: str
    counts_for: str
    starts: date
    ends: date | None = None
    board: int = 0
    key: int = 0

    def holds_on(self, day: date) -> bool:
        """Whether it holds on a day."""
        return self.starts <= day and (self.ends is None or day <= self.ends)


def in_force(said: Iterable[Equivalent], on: date, board: int = ANY_BOARD) -> list[Equivalent]:
    """Those that hold on a day where this board decides: of issuers and its own; all, where none does."""
    return [one for one in said if one.holds_on(on) and (board == ANY_BOARD or one.board in (0, board))]


def taken_as_held(said: Iterable[Equivalent], held: Container[str]) -> dict[str, list[Equivalent]]:
    """What is not held but taken to be, by its slug, with all that say so."""
    counting = (one for one in said if one.held in held and one.counts_for not in held)
    return gathered((one.counts_for, one) for one in counting)


@dataclass(frozen=True)
class Standing:
    """What stands in for micro-credentials that are asked for, by their slugs: what counts, and what may."""

    counts: dict[str, list[str]]
    undecided: dict[str, list[str]]


def standing_in(
    asked: Iterable[str], said: Iterable[Equivalent], editions: Mapping[str, Sequence[str]]
) -> Standing:
    """What counts for each of these by statements in force, and their other editions besides."""
    wanted = set(asked)
    counts = gathered((one.counts_for, one.held) for one in said if one.counts_for in wanted)
    left = {
        slug: [one for one in editions.get(slug, ()) if one not in counts.get(slug, ())]
        for slug in sorted(wanted & editions.keys())
    }
    return Standing(
        {slug: sorted(set(held)) for slug, held in counts.items()},
        {slug: others for slug, others in left.items() if others},
    )
