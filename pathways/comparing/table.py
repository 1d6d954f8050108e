"""A table of facts side by side, and which of them differ. Plain data in, plain data out."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from catalog.timeline import Status
from home.numbers import NOT_STATED

MADE_UP = "made up for the demonstration"


class Mark(StrEnum):
    """How the cells of a row stand to one another."""

    SAME = "same"
    DIFFERS = "differs"
    PARTLY = "partly"

    @property
    def label(self) -> str:
        """Its words."""
        return LABELS[self]

    @property
    def icon(self) -> str:
        """Its sign."""
        return self.value


LABELS = {Mark.SAME: "The same", Mark.DIFFERS: "Differs", Mark.PARTLY: "Stated for some only"}


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a cell. `quiet` says that it only tells that there is nothing.

    Lines with the same words, link, note and status are the same; what is said aside makes no difference.
    """

    text: str
    url: str = ""
    note: str = ""
    status: Status | None = None
    aside: str = field(default="", compare=False)
    made_up: bool = field(default=False, compare=False)
    quiet: bool = field(default=False, compare=False)

    @property
    def plain(self) -> str:
        """It in words alone; the address of another site is one of them."""
        away = self.url if "://" in self.url else ""
        said = (self.note.rstrip("."), self.aside.rstrip("."), away, MADE_UP if self.made_up else "")
        notes = "; ".join(filter(None, said))
        return f"{self.text} ({notes})" if notes else self.text


Cell = tuple[Line, ...]
"""A fact of one record; empty where it is not stated."""


def cell_text(cell: Cell) -> str:
    """A cell in words alone."""
    return "; ".join(line.plain for line in cell) or NOT_STATED


@dataclass(frozen=True)
class Row:
    """A fact of every record, which is `asked_for` even where nobody states it.

    `compared` is false where it always differs and nobody decides by that.
    """

    label: str
    cells: tuple[Cell, ...]
    made_up: bool = False
    compared: bool = True
    asked_for: bool = False

    @property
    def is_shown(self) -> bool:
        """Whether any record states it, or everybody asks for it."""
        return self.asked_for or any(self.cells)

    @property
    def mark(self) -> Mark:
        """Whether the values differ; what is not stated is no value, and may be the same."""
        stated = {cell for cell in self.cells if cell}
        if not self.compared or len(self.cells) < 2:
            return Mark.SAME
        if len(stated) > 1:
            return Mark.DIFFERS
        return Mark.SAME if all(self.cells) or not stated else Mark.PARTLY

    @property
    def is_same(self) -> bool:
        """Whether one value holds for all of several records."""
        return self.compared and len(self.cells) > 1 and self.mark is Mark.SAME

    @property
    def plain(self) -> list[str]:
        """It in words alone: the label, a value for each record, and the mark."""
        label = f"{self.label} ({MADE_UP})" if self.made_up else self.label
        marked = self.compared and len(self.cells) > 1
        return [label, *map(cell_text, self.cells), self.mark.label if marked else ""]
