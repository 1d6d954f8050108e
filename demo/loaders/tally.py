"""Counts what a load did, and tells how it goes."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass
class Tally:
    """Rows made, restored and left alone, by kind. `tell` takes a line when a kind is done."""

    tell: Callable[[str], None]
    made: Counter[str] = field(default_factory=Counter)
    restored: Counter[str] = field(default_factory=Counter)
    same: Counter[str] = field(default_factory=Counter)

    def done(self, kind: str) -> None:
        """Tell what became of the rows of a kind."""
        made, restored, same = self.made[kind], self.restored[kind], self.same[kind]
        parts = [
            f"{made} new" * bool(made),
            f"{restored} restored" * bool(restored),
            f"{same} as they were" * bool(same),
        ]
        self.tell(f"{kind}: {', '.join(part for part in parts if part) or 'none'}")

    @property
    def changed(self) -> int:
        """How many rows were written."""
        return self.made.total() + self.restored.total()
