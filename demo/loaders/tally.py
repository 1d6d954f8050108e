"""Counts what a load did."""

from collections import Counter
from dataclasses import dataclass, field


@dataclass
class Tally:
    """Rows made, restored and left alone, by kind."""

    made: Counter[str] = field(default_factory=Counter)
    restored: Counter[str] = field(default_factory=Counter)
    same: Counter[str] = field(default_factory=Counter)

    def kinds(self) -> list[str]:
        """What was dealt with, in that order."""
        return list(dict.fromkeys([*self.made, *self.restored, *self.same]))

    def line(self, kind: str) -> str:
        """What became of the rows of a kind."""
        counts = (
            (self.made[kind], "new"),
            (self.restored[kind], "restored"),
            (self.same[kind], "as they were"),
        )
        return f"{kind}: {', '.join(f'{count} {word}' for count, word in counts if count)}"

    @property
    def changed(self) -> int:
        """How many rows were written."""
        return self.made.total() + self.restored.total()
