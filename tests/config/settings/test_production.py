"""A public server with made-up settings: it starts when they are right and refuses when not."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from config.env import ROOT, Environment

RIGHT = {
    "SECRET_KEY": "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "PUBLIC_URL": "https://stackway.example.org",
    "DATABASE_URL": "postgres://stackway@127.0.0.1/stackway",
}


@pytest.fixture
def public(tmp_path: Path) -> dict[str, str]:
    """The environment of a public server with nothing wrong."""
    (tmp_path / "staticfiles.json").write_text('{"version": "1.1", "paths": {}}')
    theirs = {
        name: value
        for name, value in os.environ.items()
        if name.lower() not in Environment.model_fields and not name.startswith("DJANGO_")
    }
    ours = {"STATIC_ROOT": str(tmp_path), "MEDIA_ROOT": str(tmp_path / "media")}
    return {**theirs, **RIGHT, **ours, "DJANGO_SETTINGS_MODULE": "config.settings.production"}


def run(environment: dict[str, str], *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments], cwd=ROOT, env=environment, check=False, capture_output=True, text=True
    )


def test_right_deployment_passes_every_check_of_django(public: dict[str, str]) -> None:
    done = run(public, "manage.py", "check", "--deploy", "--fail-level", "WARNING")
    assert done.returncode == 0, done.stderr


def test_right_deployment_starts(public: dict[str, str]) -> None:
    done = run(public, "-c", "import config.wsgi")
    assert done.returncode == 0, done.stderr


def test_missing_key_stops_the_start(public: dict[str, str]) -> None:
    del public["SECRET_KEY"]
    done = run(public, "-c", "import config.wsgi")
    assert done.returncode != 0
    assert "SECRET_KEY is not set" in done.stderr


def test_wrong_deployment_stops_the_start(public: dict[str, str]) -> None:
    public["PUBLIC_URL"] = "http://stackway.example.org"
    done = run(public, "-c", "import config.wsgi")
    assert done.returncode != 0
    assert "config.E003" in done.stderr
