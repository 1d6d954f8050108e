"""Time functions beside each other, so that a busy machine slows the floor as much as what stands on it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import ceil
from statistics import median
from time import perf_counter, process_time

Call = Callable[[], object]
Sample = tuple[float, float]

ROUNDS = 15
FEWEST = 2


@dataclass(frozen=True, slots=True)
class Measured:
    """Milliseconds of each call, the quickest first; `processor` is what this process worked in them.

    On a machine shared with others the second says more; it leaves out the work of a database server.
    """

    name: str
    times: tuple[float, ...]
    processor: tuple[float, ...]

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
    worked: dict[str, list[float]] = {name: [] for name in subjects}
    for _ in range(rounds + 1):
        for name, subject in subjects.items():
            if len(taken[name]) <= FEWEST or sum(taken[name]) < seconds * 1000:
                start, work = perf_counter(), process_time()
                subject()
                worked[name].append((process_time() - work) * 1000)
                taken[name].append((perf_counter() - start) * 1000)
    return [
        Measured(name, tuple(sorted(taken[name][1:])), tuple(sorted(worked[name][1:]))) for name in subjects
    ]


def measure_each(floor: str, subject: Call, groups: Mapping[str, Sequence[Call]]) -> list[Measured]:
    """Call each of several groups once, with the floor before every call; a first call warms up."""
    subject()
    floors: list[Sample] = []
    found = [(floor, floors)]
    for name, calls in groups.items():
        samples: list[Sample] = []
        for call in calls:
            floors.append(sample(subject))
            samples.append(sample(call))
        found.append((name, samples))
    return [
        Measured(
            name, tuple(sorted(taken for taken, _ in samples)), tuple(sorted(work for _, work in samples))
        )
        for name, samples in found
    ]


def sample(call: Call) -> Sample:
    """Milliseconds of one call, and of this process's own work in it."""
    start, work = perf_counter(), process_time()
    call()
    worked = (process_time() - work) * 1000
    return (perf_counter() - start) * 1000, worked


def table(measured: list[Measured]) -> str:
    """One line a subject: median, p95, p95 of the processor, and how many times the floor, the first."""
    floor = measured[0].milliseconds
    lines = [
        f"{one.milliseconds:9.2f} ms {one.p95:9.2f} ms {at_95(one.processor):9.2f} ms "
        f"{one.milliseconds / floor:8.1f} ×  {one.name}"
        for one in measured
    ]
    return "\n".join(["   median          p95    processor   to floor", *lines])
