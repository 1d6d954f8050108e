"""`runlocal` prepares each thing once and says where to look."""

import os
import socket
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from django.db.migrations.executor import MigrationExecutor
from pytest_django import Settings

from config.management.commands import runlocal

COLLECTED: list[str] = []


@pytest.fixture(autouse=True)
def _laptop(settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder of the test's own, and neither the demonstration nor a collection of all files."""
    monkeypatch.setenv("PUBLIC_URL", "http://127.0.0.1:8000")
    settings.STATIC_ROOT = tmp_path / "static"
    settings.STATIC_ROOT.mkdir()
    COLLECTED.clear()
    monkeypatch.setattr(runlocal, "PASSWORD", tmp_path / "admin-password")
    monkeypatch.setattr(runlocal, "fingerprint_of_static_files", lambda: "one")
    monkeypatch.setattr(runlocal, "call_command", lambda name, **_: COLLECTED.append(name))
    monkeypatch.setattr("os.execv", lambda program, words: COLLECTED.append("served"))


@pytest.fixture
def taken_port() -> Iterator[int]:
    """A port that something listens on."""
    with socket.create_server((runlocal.HOST, 0)) as server:
        yield server.getsockname()[1]


@pytest.fixture
def free_port() -> int:
    """A port that nothing listens on."""
    with socket.create_server((runlocal.HOST, 0)) as server:
        port: int = server.getsockname()[1]
    return port


def runlocal_says(**options: object) -> str:
    out = StringIO()
    call_command("runlocal", stdout=out, **options)
    return out.getvalue()


@pytest.mark.django_db
def test_prepares_everything_and_serves(free_port: int) -> None:
    said = runlocal_says(port=free_port)
    assert COLLECTED == ["collectstatic", "load_demo", "rebuild_search", "served"]
    assert f"http://127.0.0.1:{free_port}/admin/" in said


@pytest.mark.django_db
def test_tells_a_password_that_signs_in(free_port: int) -> None:
    said = runlocal_says(port=free_port)
    password = said.split("admin / ")[1].split()[0]
    assert User.objects.get(username="admin", is_superuser=True).check_password(password)


@pytest.mark.django_db
def test_second_run_collects_nothing_and_keeps_the_password(free_port: int) -> None:
    first = runlocal_says(port=free_port)
    COLLECTED.clear()
    second = runlocal_says(port=free_port)
    assert "collectstatic" not in COLLECTED
    assert first.split("admin / ")[1] == second.split("admin / ")[1]


@pytest.mark.django_db
def test_prepares_only_when_asked_to() -> None:
    runlocal_says(prepare_only=True)
    assert COLLECTED == ["collectstatic", "load_demo", "rebuild_search"]


def test_port_in_use_is_told_before_anything_is_done(taken_port: int) -> None:
    with pytest.raises(CommandError, match=f"PORT={taken_port + 1}"):
        runlocal_says(port=taken_port)
    assert COLLECTED == []


@pytest.mark.django_db
def test_migrates_a_database_that_is_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(MigrationExecutor, "migration_plan", lambda executor, targets: [targets])
    runlocal_says(prepare_only=True)
    assert COLLECTED[0] == "migrate"


@pytest.mark.django_db
def test_address_follows_the_port(free_port: int) -> None:
    runlocal_says(port=free_port)
    assert os.environ["PUBLIC_URL"] == f"http://127.0.0.1:{free_port}"
