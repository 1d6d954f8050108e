"""What is wrong with a data pack, and where."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One wrong cell. `row` is the line of the file, the header being line 1; 0 means the whole file."""

    file: str
    row: int
    column: str
    reason: str

    def __str__(self) -> str:
        place = [self.file]
        if self.row:
            place.append(f"row {self.row}")
        if self.column:
            place.append(f"column {self.column}")
        return f"{', '.join(place)}: {self.reason}"


class PackRefused(Exception):
    """The pack cannot be loaded; nothing was."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(set(problems))
        noun = "problem" if len(self.problems) == 1 else "problems"
        super().__init__(f"{len(self.problems)} {noun} in the data pack")


def shown(value: str, most: int = 60) -> str:
    """A cell as it may stand in a message: quoted, cut, without characters that cannot be printed."""
    clean = "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in value)
    return f"“{clean[: most - 1]}…”" if len(clean) > most else f"“{clean}”"
