"""In what order tests run, and which of them one process runs in a row, because what they see is costly."""

from __future__ import annotations

from typing import Any

import pytest
from xdist.scheduler import LoadScopeScheduling

WHOLE_SITE = "tests/public/test_crawl.py"
EACH_PAGE = "tests/public/test_pages.py"


def shared_by(test: str) -> str:
    """What a test, named as pytest names it, shares with others: the crawl, a page, or only its name."""
    module, _, name = test.partition("::")
    if module == WHOLE_SITE:
        return module
    if module == EACH_PAGE:
        return f"{module}[{name.partition('[')[2]}"
    return test


def turn(test: str, asks_the_database: bool) -> int:
    """When a test comes: the crawl first, and while its process loads the demonstration, what needs none."""
    module = test.partition("::")[0]
    if module == WHOLE_SITE:
        return 0
    if not asks_the_database:
        return 1
    return 2 if module == EACH_PAGE else 3


class Scheduling(LoadScopeScheduling):
    """Hands out tests one by one in their order, and those that share something together."""

    def __init__(self, config: pytest.Config, log: Any = None) -> None:
        super().__init__(config, log)
        config.option.loadscopereorder = False

    def _split_scope(self, nodeid: str) -> str:
        """What xdist asks for the name of a group; its own `loadgroup` finds none under pytest 9.2."""
        return shared_by(nodeid)
