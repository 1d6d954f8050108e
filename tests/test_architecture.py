"""The house in order: the arrow where no import shows it, the sizes, the mutes, the names of tests."""

import re
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import grimp
import pytest
from django.apps import apps
from django.db import models
from django.db.migrations.loader import MigrationLoader

from config.env import ROOT
from tests import tree

LONGEST_FILE = 400
LONGEST_FUNCTION = 50
MOST_MUTES = 19
MUTE = re.compile(
    r"# no[q]a|# type: ignor[e]|# pragma: no cove[r]|djlint:of[f]|pylint: disabl|(?:es|style)lint-disabl"
    r'|"ignore(?::|")'
)
OF_A_MACHINE = re.compile(
    r"(?m)(?:^|[\s=\"'(])/(?:root|work|opt|home/\w+|Users/\w+)/|file:/{3}(?![…$])|(?:^|\s)--(?:extra-)?index-ur[l]|"
    r"(?:^|\s)--find-link[s]|pypi\.or[g]|pythonhosted\.or[g]|registry\.npmj[s]|deb\.debian\.or[g]"
)
NOT_MIRRORED = ("e2e", "public", "factories")


def own_models() -> list[type[models.Model]]:
    return [
        model
        for app in tree.ARROW
        for model in apps.get_app_config(app).get_models(include_auto_created=True)
    ]


@pytest.mark.parametrize("model", own_models(), ids=lambda model: model.__name__)
def test_relations_follow_the_arrow(model: type[models.Model]) -> None:
    meta = model._meta
    related = {
        field.name: field.related_model._meta.app_label
        for field in [*meta.local_fields, *meta.local_many_to_many]
        if field.related_model
    }
    assert [name for name, other in related.items() if not tree.may_know(meta.app_label, other)] == []


def test_migrations_follow_the_arrow() -> None:
    migrations = MigrationLoader(None, ignore_no_migrations=True).disk_migrations
    upward = [
        (app, name, dependency)
        for (app, name), migration in migrations.items()
        for dependency in [*migration.dependencies, *((other, "") for other, _ in migration.run_before)]
        if app in tree.ARROW and not tree.may_know(app, dependency[0])
    ]
    assert upward == []


def test_modules_do_not_import_in_a_loop() -> None:
    graph = grimp.build_graph(*tree.ARROW, cache_dir=None)
    imports = {module: graph.find_modules_directly_imported_by(module) for module in graph.modules}
    try:
        TopologicalSorter(imports).prepare()
    except CycleError as error:
        pytest.fail(" → ".join(error.args[1]))


def test_nobody_imports_the_demonstration() -> None:
    graph = grimp.build_graph(*tree.ARROW, cache_dir=None)
    outside = {module for module in graph.modules if not module.startswith("demo")}
    assert [module for module in outside if graph.find_modules_directly_imported_by(module) - outside] == []


def test_files_are_short() -> None:
    lengths = {
        tree.named(path): len(path.read_text().splitlines())
        for path in tree.sources(".py", ".html", ".css", ".js")
    }
    assert {name: length for name, length in lengths.items() if length > LONGEST_FILE} == {}


def test_functions_are_short() -> None:
    long = [
        f"{tree.named(path)}:{node.lineno} {node.name}"
        for path in tree.sources(".py")
        for node in tree.functions(path)
        if (node.end_lineno or 0) - node.lineno >= LONGEST_FUNCTION
    ]
    assert long == []


def test_few_warnings_are_muted() -> None:
    found = [
        f"{tree.named(path)}: {line.strip()}"
        for path in tree.sources(".py", ".html", ".css", ".js", ".toml")
        for line in path.read_text().splitlines()
        if MUTE.search(line)
    ]
    assert len(found) <= MOST_MUTES, "\n".join(found)


def test_no_file_names_a_machine_or_a_registry() -> None:
    found = [
        f"{tree.named(path)}: {match[0].strip()}"
        for path in tree.files()
        if is_text(path) and (match := OF_A_MACHINE.search(path.read_text()))
    ]
    assert found == []


def is_text(path: Path) -> bool:
    """Whether the file is for reading; pictures and fonts are not."""
    return b"\0" not in path.read_bytes()[:8000]


def test_tests_mirror_the_source() -> None:
    strangers = []
    for path in (ROOT / "tests").glob("*/**/test_*.py"):
        folder = path.parent.relative_to(ROOT / "tests")
        module = ROOT / folder / path.stem.removeprefix("test_")
        if folder.parts[0] not in NOT_MIRRORED and not (
            module.is_dir() or module.with_suffix(".py").is_file()
        ):
            strangers.append(tree.named(path))
    assert strangers == []
