"""Sets of documents as whole numbers: bit n stands for document n. Plain Python."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import reduce
from operator import or_


@dataclass(frozen=True, slots=True)
class ValueBits:
    """The documents with one value of a facet."""

    value: str
    label: str
    bits: int


def union(sets: Iterable[int]) -> int:
    """All documents of these sets."""
    return reduce(or_, sets, 0)


def from_ids(ids: Iterable[int]) -> int:
    """The set of these documents."""
    listed = list(ids)
    if not listed:
        return 0
    room = bytearray(max(listed) // 8 + 1)
    for one in listed:
        room[one >> 3] |= 1 << (one & 7)
    return int.from_bytes(room, "little")


def from_bytes(stored: bytes) -> int:
    """The set that was stored."""
    return int.from_bytes(stored, "little")


def to_bytes(bits: int) -> bytes:
    """The set for storing, no longer than it must be."""
    return bits.to_bytes((bits.bit_length() + 7) // 8, "little")


def ids_in(bits: int) -> Iterator[int]:
    """The documents of a set, in order."""
    stored = to_bytes(bits)
    for place, byte in enumerate(stored):
        if byte:
            yield from (place * 8 + bit for bit in range(8) if byte >> bit & 1)


def has(stored: bytes, one: int) -> bool:
    """Whether a document is in a set given as bytes."""
    return (one >> 3) < len(stored) and bool(stored[one >> 3] >> (one & 7) & 1)
