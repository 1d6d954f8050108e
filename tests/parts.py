"""Real parts that a laptop may lack and CI must have: a browser, Java's HTML checker, PostgreSQL."""

import os
import shutil
from pathlib import Path
from typing import TypeVar

import pytest

from config.env import ROOT

Part = TypeVar("Part")

CHROMIUM_NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
"""The first is the same browser without windows: it takes less than half the time."""


def in_ci() -> bool:
    """Whether a missing part is a failure and not a skip."""
    return os.environ.get("CI", "").lower() in ("1", "true", "yes")


def require_part(part: Part | None, missing: str) -> Part:
    """The part; without it the test is skipped on a laptop and fails in CI, saying what is missing."""
    if part is not None:
        return part
    if in_ci():
        pytest.fail(f"CI must have it: {missing}", pytrace=False)
    pytest.skip(missing)


def chromium() -> Path | None:
    """The installed Chromium, the quickest one first."""
    found = next(filter(None, map(shutil.which, CHROMIUM_NAMES)), None)
    return Path(found) if found else None


def vnu_jar() -> Path | None:
    """The Nu Html Checker: the file that `VNU_JAR` names, or where `.ci/run` puts it."""
    path = Path(os.environ.get("VNU_JAR") or ROOT / "var" / "tools" / "vnu.jar")
    return path if path.is_file() and shutil.which("java") else None
