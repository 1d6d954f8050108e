"""What one process publishes, a visitor of another one finds at the next request."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from config.env import ROOT
from home.addresses import absolute
from tests import factories as make
from tests.factories import home_page
from tests.shared_database import shared


class Process:
    """Another process at the same database."""

    def __init__(self, url: str) -> None:
        self.running = subprocess.Popen(
            [sys.executable, "-m", "tests.e2e.other_process"],
            cwd=ROOT,
            env={**os.environ, "DATABASE_URL": url, "LOG_LEVEL": "ERROR"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def ask(self, *line: object) -> None:
        """Tell it what to do."""
        assert self.running.stdin
        self.running.stdin.write(" ".join(map(str, line)) + "\n")
        self.running.stdin.flush()

    def answer(self) -> Any:
        """Wait for what it says."""
        assert self.running.stdout
        return json.loads(self.running.stdout.readline())

    def do(self, *line: object) -> Any:
        """Tell it, and wait."""
        self.ask(*line)
        return self.answer()

    def end(self) -> None:
        """Let it go."""
        assert self.running.stdin
        assert self.running.stdout
        self.running.stdin.close()
        self.running.wait(timeout=30)
        self.running.stdout.close()


@pytest.fixture
def start(transactional_db: None, tmp_path: Path) -> Iterator[Callable[[], Process]]:
    """Starts processes at the test's database; on SQLite at a copy of it in a file."""
    started: list[Process] = []
    file = tmp_path / "shared.sqlite3"

    def begin() -> Process:
        started.append(Process(shared(file)))
        return started[-1]

    yield begin
    for one in started:
        one.end()


def titles(process: Process, text: str) -> list[str]:
    """What a visitor of that process finds."""
    return sorted(title for title, _ in process.do("find", text))


def test_every_change_is_found_by_another_process_at_once(start: Callable[[], Process]) -> None:
    page = make.MicroCredentialFactory(title="Phoneme games")
    make.StackFactory(title="Phoneme stack", members=[page])
    guide = make.GuidePageFactory(title="Phoneme guide")
    shelf = make.ProsePageFactory(slug="shelf", parent=home_page())
    editor, visitor = start(), start()
    assert titles(visitor, "phoneme") == ["Phoneme games", "Phoneme guide", "Phoneme stack"]

    editor.do("publish", page.pk, "Grapheme games")
    assert titles(visitor, "grapheme") == ["Grapheme games", "Phoneme stack"]

    editor.do("unpublish", page.pk)
    assert titles(visitor, "grapheme") == []

    editor.do("move", guide.pk, shelf.pk)
    assert visitor.do("find", "guide") == [["Phoneme guide", absolute("/shelf/phoneme-guide/")]]

    editor.do("delete", guide.pk)
    assert titles(visitor, "guide") == []


def test_two_editors_at_five_publishes_a_second_leave_the_index_whole(start: Callable[[], Process]) -> None:
    pages = [make.MicroCredentialFactory() for _ in range(2)]
    make.StackFactory(title="Stack", members=pages)
    editors = [start(), start()]
    for editor, page in zip(editors, pages, strict=True):
        editor.ask("many", page.pk, 8)
    assert [editor.answer() for editor in editors] == ["published", "published"]
    visitor = start()
    assert titles(visitor, "title number 7") == ["Stack", *(f"Title {page.pk} number 7" for page in pages)]
    assert visitor.do("faults") == []
