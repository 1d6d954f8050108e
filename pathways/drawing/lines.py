"""SVG paths of a map, in its units: a column is 100 wide, a track 10 high."""

from __future__ import annotations

from dataclasses import dataclass

TRACK = 10.0
COLUMN = 100.0
GATE_HALF = 5.2
BOX_HALF = 5.0
LEAVE, ENTER, MIDDLE = 94.0, 2.5, 50.0
NEAR, FAR = 0.02, 0.34
"""Where in a gutter the handles of its curves stand, as parts of its width."""
TIP = 7.0

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Lobe:
    """The part of the road under a stage."""

    left: float
    top: float
    bottom: float

    @property
    def right(self) -> float:
        """Where the gutter begins."""
        return self.left + COLUMN


@dataclass(frozen=True, slots=True)
class Neck:
    """The narrow part of the road in a gutter, around `middle`."""

    middle: float
    gutter: float


@dataclass(frozen=True, slots=True)
class End:
    """What the road runs into: a box at `middle`, to `right`; without one it ends in a tip."""

    right: float
    middle: float | None = None


def text(*numbers: float) -> str:
    """Coordinates with one decimal at the most."""
    return " ".join(f"{round(number, 1):g}" for number in numbers)


def road_path(lobes: list[Lobe], necks: list[Neck], end: End, *, continued: bool) -> str:
    """The outline of a road: its upper edge from left to right, then its lower edge back.

    Every lobe has a neck behind it. A road that is `continued` from above begins with a notch.
    """
    upper = [(lobe.top, neck.middle - GATE_HALF) for lobe, neck in zip(lobes, necks, strict=True)]
    lower = [(lobe.bottom, neck.middle + GATE_HALF) for lobe, neck in zip(lobes, necks, strict=True)]
    widths = [(lobe.left, neck.gutter) for lobe, neck in zip(lobes, necks, strict=True)]
    forward = [f"M{text(0, lobes[0].top)}", *edge(widths, upper)]
    backward = [f"L{text(0, lobes[0].bottom)}"]
    if continued:
        backward.append(f"L{text(TIP, (lobes[0].top + lobes[0].bottom) / 2)}")
    return "".join([*forward, *closing(widths, upper, lower, end), *mirrored(widths, lower), *backward, "Z"])


def edge(widths: list[tuple[float, float]], heights: list[tuple[float, float]]) -> list[str]:
    """One edge from the first lobe to the last neck, from left to right."""
    found = []
    for place, ((left, gutter), (lobe, neck)) in enumerate(zip(widths, heights, strict=True)):
        if place:
            found.append(out_of_neck(left, gutter, heights[place - 1][1], lobe))
        right = left + COLUMN
        handles = text(right + FAR * gutter, lobe, right + NEAR * gutter, neck)
        found.append(f"L{text(right, lobe)}C{handles} {text(right + gutter / 2, neck)}")
    return found


def out_of_neck(right: float, gutter: float, neck: float, lobe: float) -> str:
    """The curve from the middle of a gutter to the lobe, or box, that begins at `right`."""
    return f"C{text(right - NEAR * gutter, neck, right - FAR * gutter, lobe, right, lobe)}"


def mirrored(widths: list[tuple[float, float]], heights: list[tuple[float, float]]) -> list[str]:
    """The same edge from the last neck to the first lobe."""
    found = []
    for place in reversed(range(len(widths))):
        (left, gutter), (lobe, neck) = widths[place], heights[place]
        right = left + COLUMN
        handles = text(right + NEAR * gutter, neck, right + FAR * gutter, lobe)
        found.append(f"C{handles} {text(right, lobe)}L{text(left, lobe)}")
        if place:
            before = heights[place - 1][1]
            handles = text(left - FAR * gutter, lobe, left - NEAR * gutter, before)
            found.append(f"C{handles} {text(left - gutter / 2, before)}")
    return found


def closing(
    widths: list[tuple[float, float]],
    upper: list[tuple[float, float]],
    lower: list[tuple[float, float]],
    end: End,
) -> list[str]:
    """What joins both edges right of the last neck: a box, or a tip."""
    left, gutter = widths[-1]
    start, top, bottom = left + COLUMN + gutter, upper[-1][1], lower[-1][1]
    if end.middle is None:
        tip = [(start - TIP, top), (start, (top + bottom) / 2), (start - TIP, bottom)]
        return [*(f"L{text(*point)}" for point in tip), f"L{text(start - gutter / 2, bottom)}"]
    above, below = end.middle - BOX_HALF, end.middle + BOX_HALF
    handles = text(start - FAR * gutter, below, start - NEAR * gutter, bottom)
    return [
        out_of_neck(start, gutter, top, above),
        f"L{text(end.right, above)}L{text(end.right, below)}L{text(start, below)}",
        f"C{handles} {text(start - gutter / 2, bottom)}",
    ]


def across(left: float, start: float, right: float, end: float) -> str:
    """A link from a card to one in the next column; both columns are given by their left edges."""
    first, last = left + LEAVE, right + ENTER
    half = (first + last) / 2
    return f"M{text(first, start)}C{text(half, start, half, end, last, end)}"


def down(left: float, start: float, end: float) -> str:
    """A link to the next card below."""
    return f"M{text(left + MIDDLE, start)}V{text(end)}"
