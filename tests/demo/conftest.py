"""Data packs that tests may spoil."""

import csv
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from demo.pack import DATA

Spoil = Callable[[str, int, str, str], None]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the data pack."""
    return Path(shutil.copytree(DATA, tmp_path / "data"))


@pytest.fixture
def spoil(folder: Path) -> Spoil:
    """Write a value into a cell: file without `.csv`, line, column, value."""

    def write(file: str, line: int, column: str, value: str) -> None:
        path = folder / f"{file}.csv"
        with path.open(newline="", encoding="utf-8") as stream:
            rows = list(csv.reader(stream))
        rows[line - 1][rows[0].index(column)] = value
        with path.open("w", newline="", encoding="utf-8") as stream:
            csv.writer(stream, lineterminator="\n").writerows(rows)

    return write
