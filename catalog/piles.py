"""A stack's plates, for drawing: plain data in, plain data out.

One plate is one micro-credential. From top to bottom: what is asked for, choice groups, what
is not on record. Sizes follow `docs/explanation/design.md`; units are pixels of the drawing.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from catalog.rules import Credential, Group, Stack

TALLEST = 72.0
PITCH = 8.0
THICKNESS = 0.62
SHIFTS = (0.0, 3.5, 1.0, 4.5, 1.7, 3.5, 0.0, 2.7, 4.5, 1.0)
"""How far each plate is moved right, so that it reads as a pile and not as a list."""


class PlateState(StrEnum):
    """How a plate is drawn."""

    ASKED = "asked"
    FREE = "free"
    UNNAMED = "unnamed"
    MARKED = "marked"


@dataclass(frozen=True, slots=True)
class Plate:
    """One plate. `step` is the slug it stands for; `group` numbers its choice group, 0 for none."""

    state: PlateState
    step: str = ""
    group: int = 0


@dataclass(frozen=True, slots=True)
class Pile:
    """The plates of a stack from top to bottom. Without plates its members are not stated."""

    plates: tuple[Plate, ...]

    @property
    def pitch(self) -> float:
        """Height of one place in the pile."""
        return min(PITCH, TALLEST / max(len(self.plates), 1))

    @property
    def brackets(self) -> list[tuple[int, int]]:
        """First and last plate of every choice group."""
        groups: dict[int, list[int]] = {}
        for place, plate in enumerate(self.plates):
            if plate.group:
                groups.setdefault(plate.group, []).append(place)
        return [(places[0], places[-1]) for places in groups.values()]


def pile_of(stack: Stack, marked: str = "") -> Pile:
    """The pile of a stack; the plate of the micro-credential `marked` has the color of the way."""
    plates: list[Plate] = []
    choices = [group for group in stack.groups if group.is_choice]
    for group in stack.groups:
        if not group.is_choice:
            for member in group.members:
                plates.extend(_plates(member, PlateState.ASKED, 0))
    for number, group in enumerate(choices, start=1):
        plates.extend(_choice(group, number))
    plates.extend(Plate(PlateState.UNNAMED, name) for name in stack.unnamed_names())
    return Pile(tuple(_mark(plate, marked) for plate in plates))


def _plates(member: Credential | Stack, state: PlateState, group: int) -> list[Plate]:
    """The plates of one member; a stack inside lends its own pile."""
    if isinstance(member, Credential):
        return [Plate(state, member.slug, group)]
    inside = pile_of(member).plates
    if state is PlateState.FREE:
        return [Plate(state, plate.step, group) for plate in inside]
    return [Plate(plate.state, plate.step, group) for plate in inside]


def _choice(group: Group, number: int) -> list[Plate]:
    """As many filled members as are asked for, then those that may be left out."""
    plates = []
    for place, member in enumerate(group.members):
        state = PlateState.ASKED if place < group.needed else PlateState.FREE
        plates.extend(_plates(member, state, number))
    return plates


def _mark(plate: Plate, marked: str) -> Plate:
    if not marked or plate.step != marked:
        return plate
    return Plate(PlateState.MARKED, plate.step, plate.group)
