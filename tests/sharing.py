"""Which tests one process runs in a row, because they look at something that is costly to see."""

from __future__ import annotations

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


class Scheduling(LoadScopeScheduling):
    """Hands out tests one by one, and those that share something together and first."""

    def _split_scope(self, nodeid: str) -> str:
        """What xdist asks for the name of a group; its own `loadgroup` finds none under pytest 9.2."""
        return shared_by(nodeid)
