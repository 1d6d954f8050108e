"""What the documents say is there: links, commands, decisions."""

import re
from pathlib import Path

import pytest
from django.core.management import get_commands

from config.env import ROOT
from tests import tree

LINK = re.compile(r"\]\((?!https?:|#|mailto:)([^)#\s]+)")
MAKE = re.compile(r"(?m)(?:^|`)(?:[A-Z_]+=\S+ )*make ([a-z]+)")
MANAGE = re.compile(r"manage\.py ([a-z_]+)")
TARGET = re.compile(r"(?m)^([a-z]+):.*##")
NAMED_IN_REQUIREMENTS = re.compile(r"(?m)^([A-Za-z][\w.-]*)")

DOCUMENTS = [path for path in tree.files(".md") if "data" not in path.parts]


@pytest.mark.parametrize("path", DOCUMENTS, ids=tree.named)
def test_links_lead_somewhere(path: Path) -> None:
    assert [link for link in LINK.findall(path.read_text()) if not (path.parent / link).exists()] == []


@pytest.mark.parametrize("path", DOCUMENTS, ids=tree.named)
def test_commands_exist(path: Path) -> None:
    text = path.read_text()
    targets = TARGET.findall((ROOT / "Makefile").read_text())
    assert set(MAKE.findall(text)) - set(targets) == set()
    assert set(MANAGE.findall(text)) - set(get_commands()) == set()


def test_every_target_is_documented() -> None:
    targets = TARGET.findall((ROOT / "Makefile").read_text())
    reference = (ROOT / "docs" / "reference" / "commands.md").read_text()
    assert [name for name in targets if f"`make {name}`" not in reference and name != "help"] == []


def test_every_decision_is_listed() -> None:
    folder = ROOT / "docs" / "decisions"
    listed = (folder / "README.md").read_text()
    assert [path.name for path in folder.glob("0*.md") if path.name not in listed] == []


@pytest.mark.parametrize("name", ["base", "elasticsearch", "test", "dev"])
def test_requirements_are_locked(name: str) -> None:
    asked = NAMED_IN_REQUIREMENTS.findall((ROOT / "requirements" / f"{name}.in").read_text())
    locked = re.findall(r"(?m)^([\w.-]+)(?:\[[\w,-]+\])?==", (ROOT / "requirements" / "dev.txt").read_text())
    assert [one for one in asked if one.lower().replace("_", "-") not in locked] == []
