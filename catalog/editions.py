"""Editions of one micro-credential: records that take each other's place, at any distance and on any branch.

Plain data in, plain data out. Records are told apart by key; each takes the place of one other at the most.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property


class Edition(StrEnum):
    """How one edition stands to another: before it, after it, or on another branch."""

    EARLIER = "earlier"
    LATER = "later"
    OTHER = "other"


@dataclass(frozen=True)
class Editions:
    """`replaced` has, by key, the record that each one takes the place of."""

    replaced: Mapping[int, int]

    def before(self, key: int) -> list[int]:
        """The earlier editions, the nearest first; a loop, which forms refuse, is gone round once."""
        found: list[int] = []
        while (earlier := self.replaced.get(key)) is not None and earlier not in found:
            found.append(earlier)
            key = earlier
        return found

    @cached_property
    def families(self) -> dict[int, list[int]]:
        """All editions of each micro-credential that has several, by each one's key."""
        by_first: dict[int, set[int]] = {}
        for key in self.replaced:
            line = [key, *self.before(key)]
            by_first.setdefault(line[-1], set()).update(line)
        return {key: sorted(family) for family in by_first.values() for key in family}

    def others(self, key: int) -> list[int]:
        """Every other edition."""
        return [one for one in self.families.get(key, ()) if one != key]

    def related(self, key: int, to: int) -> Edition | None:
        """How one stands to another; None where they are no editions of one micro-credential."""
        if key not in self.others(to):
            return None
        if key in self.before(to):
            return Edition.EARLIER
        return Edition.LATER if to in self.before(key) else Edition.OTHER
