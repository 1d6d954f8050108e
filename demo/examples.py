"""Reads the examples of a data pack, and holds their names against the pack."""

import json
from collections.abc import Iterator
from pathlib import Path

from pydantic import ValidationError

from demo.naming import competency_slug
from demo.pack import Pack
from demo.problems import PackRefused, Problem, shown
from demo.schemas.examples import Examples

FILE = "examples/examples.json"


def read_examples(folder: Path, pack: Pack) -> Examples | None:
    """The examples of the folder, or none where it has no such file; raises `PackRefused`."""
    path = folder / FILE
    if not path.exists():
        return None
    examples = parse(path)
    problems = [*unknown_names(examples, pack), *missing_badge(path, examples)]
    if problems:
        raise PackRefused(problems)
    return examples


def parse(path: Path) -> Examples:
    """The file by itself; a problem's column is the way to the value, such as `credentials.2.title`."""
    try:
        return Examples.model_validate(json.loads(path.read_text(encoding="utf-8")))
    except ValidationError as error:
        found = error.errors(include_url=False)
        raise PackRefused(
            Problem(FILE, 0, ".".join(map(str, detail["loc"])), detail["msg"]) for detail in found
        ) from None
    except json.JSONDecodeError as error:
        raise PackRefused([Problem(FILE, error.lineno, "", f"is no JSON: {error.msg}")]) from None
    except UnicodeDecodeError as error:
        row = error.object[: error.start].count(b"\n") + 1
        raise PackRefused([Problem(FILE, row, "", "is not UTF-8")]) from None


def unknown_names(examples: Examples, pack: Pack) -> Iterator[Problem]:
    """What the examples point to is in the pack, and their own slugs are not."""
    known = {
        "competency": {competency_slug(row.framework, row.code) for row in pack.competencies},
        "priorities": {row.slug for row in pack.priorities},
        "topic": {row.area for row in pack.microcredentials},
        "region": {row.code for row in pack.jurisdictions},
    }
    for column, name in pointing(examples):
        if name not in known[column]:
            yield Problem(FILE, 0, column, f"{shown(name)} is not in the data pack")
    taken = {row.slug for rows in (pack.microcredentials, pack.stacks, pack.issuers) for row in rows}
    own = {
        examples.issuer.slug,
        *(one.slug for one in examples.credentials),
        *(one.slug for one in examples.stacks),
    }
    for slug in sorted(own & taken):
        yield Problem(FILE, 0, "slug", f"{shown(slug)} is the slug of a real record")


def pointing(examples: Examples) -> Iterator[tuple[str, str]]:
    """Every name in the examples that the pack must know, with its column."""
    yield "region", examples.issuer.region
    for one in examples.credentials:
        yield "topic", one.topic
        yield from (("priorities", slug) for slug in one.priorities)
        yield from (("competency", alignment.competency) for alignment in one.alignments)


def missing_badge(path: Path, examples: Examples) -> Iterator[Problem]:
    """The picture lies beside the file."""
    if not (path.parent / examples.badge.file).is_file():
        yield Problem(FILE, 0, "badge.file", f"{shown(examples.badge.file)} is missing")
