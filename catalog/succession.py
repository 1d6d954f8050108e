"""What takes the place of a record, through all the editions between: plain data in, plain data out."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

Record = TypeVar("Record")


@dataclass(frozen=True, slots=True)
class Edition(Generic[Record]):
    """An edition that everybody may read, and whether it is offered on the day."""

    record: Record
    offered: bool


@dataclass(frozen=True, slots=True)
class Heir(Generic[Record]):
    """What takes a record's place at the end of one line; `between` came before it, the latest first.

    None among them stands for one that is not published: nothing is said of it.
    """

    record: Record
    between: tuple[Record | None, ...] = ()


@dataclass(frozen=True, slots=True)
class Succession(Generic[Record]):
    """`offered` are the heirs that are offered on the day, `gone` those at the end of lines where none is.

    `hidden` tells that a line has nothing but what is not published.
    """

    offered: tuple[Heir[Record], ...] = ()
    gone: tuple[Heir[Record], ...] = ()
    hidden: bool = False

    def __bool__(self) -> bool:
        return bool(self.offered or self.gone or self.hidden)


def succession(
    key: int, after: Mapping[int, Collection[int]], editions: Mapping[int, Edition[Record]]
) -> Succession[Record]:
    """What takes the place of the record of this key.

    `after` has the keys of what was made in the place of each, `editions` those that everybody may read.
    Of each line the last edition that is offered counts; where none is, the last that everybody may read.
    """
    offered: dict[int, Heir[Record]] = {}
    gone: dict[int, Heir[Record]] = {}
    hidden = False
    for line in lines(key, after):
        places = [place for place, one in enumerate(line) if one in editions]
        able = [place for place in places if editions[line[place]].offered]
        if able:
            offered.setdefault(line[able[-1]], heir(line[: able[-1] + 1], editions))
        elif places:
            gone.setdefault(line[places[-1]], heir(line[: places[-1] + 1], editions))
        else:
            hidden = True
    return Succession(tuple(offered.values()), tuple(gone.values()), hidden)


def lines(start: int, after: Mapping[int, Collection[int]]) -> Iterator[tuple[int, ...]]:
    """Every line of keys that begins after a record, to its end, in the given order."""
    pending: list[tuple[int, ...]] = [(one,) for one in reversed([*after.get(start, ())])]
    while pending:
        line = pending.pop()
        onward = [one for one in after.get(line[-1], ()) if one not in line and one != start]
        pending += [(*line, one) for one in reversed(onward)]
        if not onward:
            yield line


def heir(line: tuple[int, ...], editions: Mapping[int, Edition[Record]]) -> Heir[Record]:
    """The last of a line, with those before it, the latest first."""
    *between, last = line
    shown = (editions[one].record if one in editions else None for one in reversed(between))
    return Heir(editions[last].record, tuple(shown))
