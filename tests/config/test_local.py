"""Secrets and notes of a laptop."""

import stat
from pathlib import Path

import pytest
from pytest_django import Settings

from config.local import fingerprint_of_static_files, kept_secret


def test_secret_is_made_once(tmp_path: Path) -> None:
    path = tmp_path / "var" / "key"
    assert kept_secret(path, lambda: "first") == "first"
    assert kept_secret(path, lambda: "second") == "first"


def test_secret_is_for_its_owner_only(tmp_path: Path) -> None:
    kept_secret(tmp_path / "key", lambda: "secret")
    assert stat.S_IMODE((tmp_path / "key").stat().st_mode) == 0o600


def test_fingerprint_moves_with_a_style_sheet(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet = tmp_path / "page.css"
    sheet.write_text("a{}")
    monkeypatch.setattr("config.local.get_finders", lambda: [OneFolder(tmp_path)])
    before = fingerprint_of_static_files()
    assert fingerprint_of_static_files() == before
    sheet.write_text("b{}")
    assert fingerprint_of_static_files() != before


class OneFolder:
    """A finder that knows the style sheet of the test."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def list(self, ignore_patterns: None) -> list[tuple[str, "OneFolder"]]:
        return [("page.css", self)]

    def open(self, name: str) -> object:
        return (self.folder / name).open("rb")
