"""A stack's plates, for drawing: plain data in, plain data out.

One plate is one micro-credential. From top to bottom: what is asked for, choice groups, what
is not on record. Sizes follow `docs/explanation/design.md`; units are pixels of the drawing.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import count

from catalog.rules import Credential, Group, Stack

TALLEST = 72.0
PITCH = 8.0
THICKNESS = 0.62
MOST_DRAWN = 48
"""A taller pile is drawn with so many plates: more would melt into one block and weigh down the page."""

SHIFTS = (0.0, 4.0, 1.0, 5.0, 2.0, 4.0, 0.0, 3.0, 5.0, 1.0, 4.0, 2.0, 5.0, 0.0, 3.0, 4.0)
"""How far each plate is moved right, so that it reads as a pile and not as a list."""


class PlateState(StrEnum):
    """How a plate is drawn."""

    ASKED = "asked"
    FREE = "free"
    UNNAMED = "unnamed"
    MARKED = "marked"
    HELD = "held"


@dataclass(frozen=True, slots=True)
class Plate:
    """One plate. `step` is the slug it stands for; `group` numbers its choice group, 0 for none."""

    state: PlateState
    step: str = ""
    group: int = 0


@dataclass(frozen=True, slots=True)
class Bar:
    """A plate in its place: its upper edge, how thick it is, how far it is moved right."""

    state: PlateState
    top: float
    thickness: float
    shift: float


@dataclass(frozen=True, slots=True)
class Pile:
    """The plates of a stack from top to bottom. Without plates its members are not stated."""

    plates: tuple[Plate, ...]

    @property
    def pitch(self) -> float:
        """Height of one place in the pile."""
        return self.pitch_within(PITCH, TALLEST)

    @property
    def is_plain(self) -> bool:
        """Whether its number of plates is exactly what one earns: nothing to choose, nothing unnamed."""
        return bool(self.plates) and {plate.state for plate in self.plates} <= {
            PlateState.ASKED,
            PlateState.MARKED,
        }

    @property
    def brackets(self) -> list[tuple[int, int]]:
        """First and last plate of every choice group."""
        groups: dict[int, list[int]] = {}
        for place, plate in enumerate(self.plates):
            if plate.group:
                groups.setdefault(plate.group, []).append(place)
        return [(places[0], places[-1]) for places in groups.values()]

    def pitch_within(self, pitch: float, tallest: float) -> float:
        """Height of one place: `pitch`, or less so that the pile is not higher than `tallest`."""
        return min(pitch, tallest / max(len(self.plates), 1))

    def thinned(self, most: int = MOST_DRAWN) -> Pile:
        """At most so many plates, evenly chosen; one of the color of the way always stays."""
        size = len(self.plates)
        if size <= most:
            return self
        picked = [place * size // most for place in range(most)]
        marked = next(
            (place for place, plate in enumerate(self.plates) if plate.state is PlateState.MARKED), None
        )
        if marked is not None:
            picked[bisect_right(picked, marked) - 1] = marked
        return Pile(tuple(self.plates[place] for place in picked))

    def bars(self, pitch: float = PITCH, tallest: float = TALLEST) -> list[Bar]:
        """Every plate in its place, from the top down."""
        step = self.pitch_within(pitch, tallest)
        return [
            Bar(plate.state, place * step, step * THICKNESS, SHIFTS[place % len(SHIFTS)])
            for place, plate in enumerate(self.plates)
        ]

    def holding(self, held: Collection[str]) -> Pile:
        """The same pile for somebody who holds these micro-credentials."""
        return Pile(
            tuple(
                replace(plate, state=PlateState.HELD) if plate.step in held else plate
                for plate in self.plates
            )
        )

    def all_marked(self) -> Pile:
        """The same pile with every plate in the color of the way: the stack itself is meant."""
        return Pile(tuple(replace(plate, state=PlateState.MARKED) for plate in self.plates))


def pile_of(stack: Stack, marked: str = "") -> Pile:
    """The pile of a stack; the plate of the micro-credential `marked` has the color of the way."""
    plates = without_doubles(_stack_plates(stack, count(1)))
    ordered = sorted(plates, key=_rank)
    return Pile(tuple(_mark(plate, marked) for plate in ordered))


def without_doubles(plates: Iterator[Plate]) -> list[Plate]:
    """A micro-credential asked for twice is earned, and drawn, once."""
    seen: set[str] = set()
    kept = []
    for plate in plates:
        if plate.group == 0 and plate.step in seen:
            continue
        if plate.group == 0:
            seen.add(plate.step)
        kept.append(plate)
    return kept


def _rank(plate: Plate) -> int:
    """Asked for, then choices in their order, then what is not on record."""
    if plate.group:
        return 1
    return 2 if plate.state is PlateState.UNNAMED else 0


def _stack_plates(stack: Stack, numbers: Iterator[int]) -> Iterator[Plate]:
    """The plates of a stack; choice groups are numbered in the order they are met."""
    for group in stack.groups:
        if group.is_choice:
            yield from _choice(group, next(numbers))
        else:
            for member in group.members:
                yield from _member_plates(member, numbers)
    for name in stack.unnamed_names():
        yield Plate(PlateState.UNNAMED, name)


def _member_plates(member: Credential | Stack, numbers: Iterator[int]) -> Iterator[Plate]:
    """One plate for a micro-credential; a stack lends all of its own."""
    if isinstance(member, Credential):
        yield Plate(PlateState.ASKED if member.published else PlateState.UNNAMED, member.slug)
    else:
        yield from _stack_plates(member, numbers)


def _choice(group: Group, number: int) -> Iterator[Plate]:
    """As many filled members as are asked for, then those that may be left out, in one bracket."""
    for place, member in enumerate(group.members):
        for plate in _member_plates(member, count(1)):
            state = plate.state if place < group.needed else PlateState.FREE
            yield Plate(state, plate.step, number)


def _mark(plate: Plate, marked: str) -> Plate:
    if not marked or plate.step != marked:
        return plate
    return replace(plate, state=PlateState.MARKED)
