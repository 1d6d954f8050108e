"""What is long by nature: a fair sample in every run, all of it in `make test-long`."""

import os
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar
from zlib import crc32

import pytest
from django.db import connections

Value = TypeVar("Value")

SHARE = 4
"""One in so many examples of a property is tried in every run."""
WAYS = {"explorer", "teacher", "travel", "visitor"}
"""Fixtures of somebody at each window, who uses a mouse, a finger, the keyboard alone, or no scripts."""
WAYS_APART = 3
"""One in so many of these is tried by each test in every run."""


def in_long_run() -> bool:
    """Whether this is `make test-long`."""
    return os.environ.get("LONG", "").lower() in ("1", "true", "yes")


def examples(number: int) -> int:
    """How many examples of a property are tried, which a long run tries so many times."""
    return number if in_long_run() else max(number // SHARE, 5)


def sample(values: Sequence[Value], turn: int = 0) -> Sequence[Value]:
    """Which of these values are tried: all in a long run, else one in `SHARE`, others at each turn."""
    return values if in_long_run() else values[turn % SHARE :: SHARE]


def sample_of_parameters(*values: object, always: int = 1) -> list[object]:
    """Parameters of a test of which the first ones are tried in every run, the others in a long one."""
    return [*values[:always], *(pytest.param(value, marks=pytest.mark.long) for value in values[always:])]


def by_test(items: Iterable[pytest.Item]) -> dict[str, list[pytest.Item]]:
    """Each test with all its parameters."""
    found: dict[str, list[pytest.Item]] = {}
    for item in items:
        found.setdefault(item.nodeid.partition("[")[0], []).append(item)
    return found


def all_but_one_in(apart: int, items: Iterable[pytest.Item]) -> Iterator[pytest.Item]:
    """Of each test all parameters but one in so many, beginning with another one at each test."""
    for test, found in by_test(items).items():
        first = crc32(test.encode()) % min(apart, len(found))
        yield from (item for place, item in enumerate(found) if (place - first) % apart)


def left_out(items: list[pytest.Item]) -> Iterator[pytest.Item]:
    """What only a long run tries: some ways to use the site and, on a second database, some parameters."""
    yield from (item for item in items if item.get_closest_marker("long"))
    of_ways = [item for item in items if WAYS & {*getattr(item, "fixturenames", ())}]
    yield from all_but_one_in(WAYS_APART, of_ways)
    if connections["default"].vendor != "sqlite":
        yield from all_but_one_in(SHARE, items)


def leave_out_long(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Take what is long by nature out of a run that is not."""
    if in_long_run():
        return
    long = {*left_out(items)}
    config.hook.pytest_deselected(items=[*long])
    items[:] = [item for item in items if item not in long]
