"""A run that is not long tries each test, and among all of them every way to use the site."""

from types import SimpleNamespace
from typing import Any

import pytest

from tests.long_run import all_but_one_in

USES = ["phone-mouse", "phone-keyboard", "phone-plain", "desk-mouse", "desk-keyboard", "desk-plain"]


def kept(apart: int, tests: int, uses: list[str]) -> list[str]:
    """The names left of so many tests with these parameters."""
    items: list[Any] = [
        SimpleNamespace(nodeid=f"test_{test}[{use}]") for test in range(tests) for use in uses
    ]
    left_out = [*all_but_one_in(apart, items)]
    return [item.nodeid for item in items if item not in left_out]


@pytest.mark.parametrize("number", [1, 2, 3, 6])
def test_every_test_is_tried(number: int) -> None:
    tried = kept(4, tests=40, uses=USES[:number])
    assert {name.partition("[")[0] for name in tried} == {f"test_{test}" for test in range(40)}


def test_every_way_is_tried_by_some_test_and_no_test_tries_all() -> None:
    tried = kept(3, tests=40, uses=USES)
    assert {name.partition("[")[2].rstrip("]") for name in tried} == {*USES}
    assert len(tried) == 40 * 2
