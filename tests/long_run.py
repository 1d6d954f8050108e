"""What is long by nature: a fair sample in every run, all of it in `make test-long`."""

import os
from collections.abc import Sequence
from typing import TypeVar

import pytest

Value = TypeVar("Value")

SHARE = 4
"""One in so many examples of a property is tried in every run."""


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


def leave_out_long(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Take tests marked as long out of a run that is not."""
    if in_long_run():
        return
    long = [item for item in items if item.get_closest_marker("long")]
    config.hook.pytest_deselected(items=long)
    items[:] = [item for item in items if item not in set(long)]
