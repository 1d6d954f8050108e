"""The project's own files, for the tests that hold the house in order."""

import ast
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from config.env import ROOT

ARROW = ("home", "catalog", "pathways", "search", "config", "demo")
"""Each may know itself and what stands before it."""


@cache
def files(*endings: str) -> tuple[Path, ...]:
    """Files that are or could be committed, by the ends of their names; all of them without one."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    paths = (ROOT / name for name in listed.stdout.split("\0") if name)
    return tuple(path for path in paths if path.is_file() and (not endings or path.suffix in endings))


def sources(*endings: str) -> Iterator[Path]:
    """Files written by hand: neither migrations nor what others wrote."""
    for path in files(*endings):
        if not {"migrations", "vendor"} & set(path.parts):
            yield path


def named(path: Path) -> str:
    """The path as a reader of the project knows it."""
    return str(path.relative_to(ROOT))


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Every function of a Python file, methods and inner ones included."""
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def may_know(app: str, other: str) -> bool:
    """Whether the arrow lets an app know another; apps that are not ours may always be known."""
    return other not in ARROW or ARROW.index(other) <= ARROW.index(app)
