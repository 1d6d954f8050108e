"""The access log of the server that the how-to starts says nothing of plans and comparisons."""

from __future__ import annotations

import logging
import os
import re
import shlex
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from urllib.request import Request, urlopen

import pytest

from config.access_log import WithoutQuestions, without_questions
from config.env import ROOT
from tests.shared_database import shared
from tests.site import PATIENCE, free_port, wait_for

HOW_TO = ROOT / "docs" / "how-to" / "run-in-production.md"


@pytest.mark.parametrize(
    "path", ["/compare/", "/compare", "/plan/", "/plan/calendar/", "/api/v1/plan", "/api/v1/compare"]
)
def test_private_address_loses_its_question(path: str) -> None:
    said = without_questions({"path": path, "query_string": "held=secret", "status": 200})
    assert said == {"path": path, "query_string": "", "status": 200}


@pytest.mark.parametrize("path", ["/explore/", "/stacks/compare/", "/planning/", "/api/v1/search"])
def test_other_address_keeps_its_question(path: str) -> None:
    assert without_questions({"path": path, "query_string": "q=phonics"})["query_string"] == "q=phonics"


def test_page_that_somebody_came_from_loses_its_question() -> None:
    said = without_questions({"path": "/", "_h0": "https://example.org/compare/?c=secret", "_h1": "Firefox"})
    assert said == {"path": "/", "_h0": "https://example.org/compare/", "_h1": "Firefox"}


def test_line_of_another_shape_is_written_as_it_is(caplog: pytest.LogCaptureFixture) -> None:
    logger = logging.getLogger("tests.access")
    logger.addFilter(WithoutQuestions())
    logger.warning("started %s", "well")
    assert caplog.messages == ["started well"]


def documented() -> list[str]:
    """The words of the how-to's command that starts a server with an access log."""
    command = re.search(r"^ *\.venv/bin/granian (.*--access-log .*)$", HOW_TO.read_text(), re.MULTILINE)
    assert command
    return shlex.split(command[1])


def wait_until(done: Callable[[], bool]) -> None:
    """Return when it is so: a line is written when its answer has gone already."""
    last = time.monotonic() + PATIENCE
    while not done() and time.monotonic() < last:
        time.sleep(0.1)


def logged(folder: Path, *addresses: str) -> list[str]:
    """The lines that a server started as documented writes when it is asked for these, until it has ended."""
    port, log = free_port(), folder / "access.log"
    site = f"http://127.0.0.1:{port}"
    kept = {name: value for name, value in os.environ.items() if not name.startswith("COV")}
    database = {"DATABASE_URL": shared(folder / "site.sqlite3")}
    with log.open("w") as file:
        server = subprocess.Popen(
            [sys.executable, "-m", "granian", "--port", str(port), *documented()],
            cwd=ROOT,
            env={**kept, **database, "DJANGO_SETTINGS_MODULE": "config.settings.test"},
            stdout=file,
            stderr=file,
        )
        try:
            wait_for(f"{site}/healthz/")
            for address in addresses:
                with urlopen(Request(site + address, headers={"Referer": f"{site}{address}"})) as answer:
                    assert answer.status == 200
            wait_until(lambda: log.read_text().count("GET ") > len(addresses))
        finally:
            server.terminate()
            server.wait(PATIENCE)
    return log.read_text().splitlines()


@pytest.mark.usefixtures("transactional_db")
def test_server_logs_no_question_of_a_comparison(tmp_path: Path) -> None:
    lines = logged(tmp_path, "/compare/?c=secret", "/explore/?q=phonics")
    assert [line for line in lines if "GET /compare/? 200" in line]
    assert [line for line in lines if "GET /explore/?q=phonics 200" in line]
    assert [line for line in lines if "secret" in line] == []
