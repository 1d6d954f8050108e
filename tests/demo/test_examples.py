"""The examples are checked like the rest of the pack, and fill every field."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.db import models

from catalog.models import MicroCredentialPage
from demo.examples import read_examples
from demo.pack import DATA
from demo.problems import PackRefused
from demo.reading import read_pack
from pathways.models import StageStack

Change = Callable[[dict[str, Any]], object]
NAME = "examples/examples.json"


def changed(folder: Path, change: Change) -> list[tuple[str, str]]:
    """What is told about the examples after a change: column and reason."""
    path = folder / NAME
    content = json.loads(path.read_text(encoding="utf-8"))
    change(content)
    path.write_text(json.dumps(content))
    with pytest.raises(PackRefused) as caught:
        read_examples(folder, read_pack(folder))
    assert {problem.file for problem in caught.value.problems} == {NAME}
    return [(problem.column, problem.reason) for problem in caught.value.problems]


@pytest.mark.parametrize(
    ("change", "column", "reason"),
    [
        (lambda file: file.pop("issuer"), "issuer", "required"),
        (lambda file: file.update(mood="good"), "mood", "not permitted"),
        (lambda file: file["credentials"][1].update(hours_min="50"), "credentials.1", "less than the least"),
        (
            lambda file: file["credentials"][1].update(turnaround_days_max=1),
            "credentials.1",
            "fewer than the",
        ),
        (
            lambda file: file["credentials"][1].update(retired_days_before=1),
            "credentials.1",
            "is not retired",
        ),
        (lambda file: file["credentials"][1].update(topic="tea"), "topic", "is not in the data pack"),
        (lambda file: file["credentials"][1].update(grades=["13"]), "credentials.1.grades", "no grade"),
        (lambda file: file["credentials"][0].update(replaces=file["credentials"][1]["slug"]), "", "a loop"),
        (lambda file: file["stacks"][0]["groups"][0].update(minimum=3), "stacks.0.groups.0", "cannot give 3"),
        (
            lambda file: file["stacks"][0]["groups"][0].update(members=[]),
            "stacks.0.groups.0",
            "needs members",
        ),
        (lambda file: file["stacks"][0].update(slug=file["credentials"][0]["slug"]), "", "given twice"),
        (lambda file: file["stacks"][0]["groups"][0].update(members=["tea"]), "", "no example is called tea"),
        (lambda file: file["issuer"].update(slug="nea"), "slug", "is the slug of a real record"),
        (lambda file: file["badge"].update(file="lost.png"), "badge.file", "is missing"),
    ],
)
def test_wrong_example_is_told(folder: Path, change: Change, column: str, reason: str) -> None:
    told = changed(folder, change)
    assert any(place == column and reason in why for place, why in told), told


@pytest.mark.parametrize(("content", "reason"), [(b'{"a":\n oops}', "is no JSON"), (b"\xff", "is not UTF-8")])
def test_file_that_is_no_text_is_told(folder: Path, content: bytes, reason: str) -> None:
    (folder / NAME).write_bytes(content)
    with pytest.raises(PackRefused, match="1 problem") as caught:
        read_examples(folder, read_pack(folder))
    assert reason in caught.value.problems[0].reason


def test_folder_without_examples_has_none(folder: Path) -> None:
    (folder / NAME).unlink()
    assert read_examples(folder, read_pack(DATA)) is None


def test_example_fills_every_field(demo_catalog: None) -> None:
    """What the others of its issuer leave out is that it retired, and that its price holds for some."""
    page = MicroCredentialPage.objects.get(slug="example-listening-to-one-reader")
    own = [field for field in page._meta.concrete_fields if field.model is MicroCredentialPage]
    empty = {field.name for field in own if is_empty(field, page)}
    assert empty == {
        "social_image",
        "last_day_to_start",
        "last_day_to_finish",
        "title_status",
        "cost_applies_to",
    }
    for relation in ("evidence_parts", "rubric", "alignments", "priority_links"):
        assert getattr(page, relation).exists()


def is_empty(field: "models.Field[Any, Any]", page: MicroCredentialPage) -> bool:
    """Whether the page says nothing there."""
    return field.value_from_object(page) in (None, "", ()) or field.value_to_string(page) == "[]"


def test_examples_stand_in_no_pathway(demo_catalog: None) -> None:
    assert not StageStack.objects.filter(stack__issuer__demonstration=True).exists()
