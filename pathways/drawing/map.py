"""A road as a map: what stands where on a grid of equal rows, and the lines behind it.

Rows and columns of the grid count from 1, its first row holds titles; a track is half of a row for a stack.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil

from pathways.drawing.lines import TRACK
from pathways.drawing.road import Road, RoadGoal, RoadLink, RoadStack, RoadStage, Sentence, told

MOST_COLUMNS = 6
"""So many fit beside each other, what the road leads to included."""

MOST_ROWS = 40
"""The style sheet can place so many rows. A longer stage is read from top to bottom at any width."""

MOST_BARS = 5
"""So many bars of a gate fit beside each other."""


@dataclass(frozen=True)
class Word:
    """A link at one of its cards, whose address is the other card if there is one.

    `letter` is that of the stack it comes from, where no line is drawn.
    """

    link: RoadLink
    drawn: bool
    letter: str

    @property
    def sentence(self) -> Sentence:
        """It alone."""
        return Sentence((self.link,))


@dataclass(frozen=True)
class Card:
    """A stack on the map. `entered` and `fallen_on` tell whether a line ends at its left or upper edge.

    Where links lead away from it that no line draws, it has a letter, which stands at their other ends, too.
    """

    stack: RoadStack
    middle: int
    words: tuple[Word, ...]
    entered: bool
    fallen_on: bool
    letter: str = ""
    goes_on: str = ""

    @property
    def far_words(self) -> list[Word]:
        """What comes before it that no line draws: it is told beside the map's lines."""
        return [word for word in self.words if not word.drawn and not word.link.onward]

    @property
    def near(self) -> tuple[Sentence, ...]:
        """All other links in words: a line draws them, or a letter tells where they go on."""
        return told(word.link for word in self.words if word.drawn or word.link.onward)


@dataclass(frozen=True)
class Gate:
    """How many stacks to finish, on the road: its column and first row of the grid, both from 1.

    `is_crossed` tells that a link runs behind it, as no place was free of links.
    """

    column: int
    row: int
    is_crossed: bool = False

    @property
    def middle(self) -> int:
        """Its middle, in tracks."""
        return self.row - 1


@dataclass(frozen=True)
class Column:
    """A stage with its cards from top to bottom; its title ends above the row `row` of the grid."""

    stage: RoadStage
    column: int
    row: int
    cards: tuple[Card, ...]
    gate: Gate

    @property
    def bars(self) -> int:
        """How many of the gate's bars stand beside each other, so that its rows are even."""
        return ceil(len(self.stage.marks) / self.bar_rows)

    @property
    def bar_rows(self) -> int:
        """How many rows its bars take."""
        return max(ceil(len(self.stage.marks) / MOST_BARS), 1)


@dataclass(frozen=True)
class Goal:
    """What the road leads to: `span` tracks from the row `row` of the grid on."""

    goals: tuple[RoadGoal, ...]
    column: int
    row: int
    span: int


@dataclass(frozen=True)
class Path:
    """A link as an SVG path between two stacks, by their anchors."""

    path: str
    required: bool
    before: str
    after: str


@dataclass(frozen=True)
class Line:
    """Some stages in a row, the last one with what the road leads to. `width` and `height` are in units."""

    rows: int
    width: float
    road: str
    links: tuple[Path, ...]
    columns: tuple[Column, ...]
    goal: Goal | None
    followers: tuple[Card, ...]
    followers_row: int

    @property
    def height(self) -> float:
        """The height of its tracks."""
        return 2 * self.rows * TRACK

    @property
    def end_column(self) -> int:
        """The column of the grid behind its last gate."""
        return 2 * len(self.columns) + 1

    @property
    def is_full(self) -> bool:
        """Whether its columns stand closer together."""
        return len(self.columns) + self.has_end >= MOST_COLUMNS

    @property
    def has_end(self) -> bool:
        """Whether anything stands behind its last gate."""
        return bool(self.goal or self.followers)


@dataclass(frozen=True)
class Map:
    """A road, drawn. One that does not fit is only read from top to bottom."""

    road: Road
    lines: tuple[Line, ...]

    @property
    def fits(self) -> bool:
        """Whether it can be drawn in columns."""
        return all(line.rows <= MOST_ROWS for line in self.lines)

    @property
    def has_letters(self) -> bool:
        """Whether a link is told by a letter."""
        return any(card.letter for card in self.cards)

    @property
    def has_links(self) -> bool:
        """Whether anything is drawn as an arrow."""
        return any(line.links for line in self.lines)

    @property
    def cards(self) -> Iterator[Card]:
        """Every card in the order of reading."""
        for line in self.lines:
            for column in line.columns:
                yield from column.cards
            yield from line.followers
