"""Locked requirements: what a package asks for with an extra is locked with it.

pip before 23.3, as Debian 12 and Python 3.11 bring it, reads `coverage[toml]` and `coverage` as two things.
Locked without its extra, it was asked for in its newest release, which has no hash here: from the day that
came out, nothing could be installed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.metadata import distributions

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from config.env import ROOT

LOCKED = re.compile(r"^([A-Za-z0-9._-]+)(?:\[([^]]+)\])?==", re.MULTILINE)


def locked(name: str) -> dict[str, set[str]]:
    """The packages of a lock, each with its extras."""
    text = (ROOT / "requirements" / name).read_text()
    return {canonicalize_name(found[1]): set((found[2] or "").split(",")) for found in LOCKED.finditer(text)}


def asked_with_extras() -> Iterator[Requirement]:
    """What installed packages ask for with an extra, without what they ask only for extras of their own."""
    for distribution in distributions():
        for text in distribution.requires or ():
            asked = Requirement(text)
            if asked.extras and (asked.marker is None or asked.marker.evaluate({"extra": ""})):
                yield asked


@pytest.mark.parametrize("lock", ["base.txt", "dev.txt"])
def test_locks_name_the_extras_that_packages_ask_for(lock: str) -> None:
    extras = locked(lock)
    asked = [one for one in asked_with_extras() if canonicalize_name(one.name) in extras]
    assert "willow" in {canonicalize_name(one.name) for one in asked}
    missing = [str(one) for one in asked if not one.extras <= extras[canonicalize_name(one.name)]]
    assert not missing
