"""Time functions beside each other, so that a busy machine slows the floor as much as what stands on it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import ceil
from statistics import median
from time import perf_counter

ROUNDS = 15
FEWEST = 2


@dataclass(frozen=True, slots=True)
class Measured:
    """Milliseconds of each call, the quickest first."""

    name: str
    times: tuple[float, ...]

    @property
    def milliseconds(self) -> float:
        """The median."""
        return median(self.times)

    @property
    def p95(self) -> float:
        """What 95 of 100 calls did not exceed."""
        return at_95(self.times)


def at_95(times: Sequence[float]) -> float:
    """What 95 of 100 of these, the quickest first, did not exceed."""
    return times[ceil(len(times) * 0.95) - 1]


def measure(
    subjects: dict[str, Callable[[], object]], rounds: int = ROUNDS, seconds: float = 60
) -> list[Measured]:
    """Call each subject in turn, round by round; the first round warms up and is not counted.

    A subject that has taken so many seconds in at least `FEWEST` rounds sits out those that follow.
    """
    taken: dict[str, list[float]] = {name: [] for name in subjects}
    for _ in range(rounds + 1):
        for name, subject in subjects.items():
            if len(taken[name]) <= FEWEST or sum(taken[name]) < seconds * 1000:
                start = perf_counter()
                subject()
                taken[name].append((perf_counter() - start) * 1000)
    return [Measured(name, tuple(sorted(times[1:]))) for name, times in taken.items()]


def table(measured: list[Measured]) -> str:
    """One line a subject: median, the 95th percentile, and how many times the floor, which is the first."""
    floor = measured[0].milliseconds
    lines = [
        f"{one.milliseconds:9.2f} ms {one.p95:9.2f} ms {one.milliseconds / floor:8.1f} ×  {one.name}"
        for one in measured
    ]
    return "\n".join(["   median          p95   to floor", *lines])
