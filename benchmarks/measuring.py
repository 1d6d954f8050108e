"""Time functions beside each other, so that a busy machine slows the floor as much as what stands on it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from statistics import median
from time import perf_counter

ROUNDS = 15


@dataclass(frozen=True, slots=True)
class Measured:
    """Median milliseconds of one call."""

    name: str
    milliseconds: float


def measure(subjects: dict[str, Callable[[], object]], rounds: int = ROUNDS) -> list[Measured]:
    """Call each subject in turn, round by round; the first round warms up and is not counted."""
    taken: dict[str, list[float]] = {name: [] for name in subjects}
    for _ in range(rounds + 1):
        for name, subject in subjects.items():
            start = perf_counter()
            subject()
            taken[name].append((perf_counter() - start) * 1000)
    return [Measured(name, median(times[1:])) for name, times in taken.items()]


def table(measured: list[Measured]) -> str:
    """One line a subject: its time, and how many times the floor, which is the first."""
    floor = measured[0].milliseconds
    lines = [f"{one.milliseconds:9.2f} ms {one.milliseconds / floor:8.1f} ×  {one.name}" for one in measured]
    return "\n".join(lines)
