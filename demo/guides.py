"""Reads the guides of a data pack, and holds their links against the pack."""

from collections.abc import Iterator
from pathlib import Path

from django.core.exceptions import ValidationError as WrongAddress
from pydantic import ValidationError

from demo.fields import check_address
from demo.guide_text import GuideText
from demo.naming import competency_slug
from demo.pack import Pack
from demo.problems import PackRefused, Problem, shown
from demo.schemas.examples import Examples
from demo.schemas.guides import GuideFile
from demo.tables import explain, unprintable

FOLDER = "guides"
SINGLE_PAGES = ("/", "/privacy/", "/accessibility/")
SAME_NAME = ("pathways", "priorities", "roles", "issuers", "recognition", "districts", "glossary")
"""Kinds whose files are called like their addresses."""


def read_guides(folder: Path, pack: Pack, examples: Examples | None) -> tuple[GuideFile, ...]:
    """The guides of the folder, none where it has no such folder; raises `PackRefused`."""
    problems: list[Problem] = []
    read = [read_guide(path, problems) for path in sorted((folder / FOLDER).glob("*.html"))]
    guides = tuple(guide for guide in read if guide is not None)
    problems += wrong_links(guides, pack, examples) if not problems else []
    if problems:
        raise PackRefused(problems)
    return guides


def file_of(slug: str) -> str:
    """A guide's file, as problems name it."""
    return f"{FOLDER}/{slug}.html"


def read_guide(path: Path, problems: list[Problem]) -> GuideFile | None:
    """One guide, or its problems."""
    file = file_of(path.stem)
    text = path.read_bytes().decode("utf-8", errors="surrogateescape")
    if wrong := next((why for line in text.splitlines() if (why := unprintable(line))), ""):
        problems.append(Problem(file, 0, "", wrong))
        return None
    guide = GuideText(text)
    problems += (Problem(file, line, "", reason) for line, reason in guide.problems)
    said = {"slug": path.stem, "title": guide.title, **guide.said}
    try:
        return GuideFile.model_validate({"line": 0, "blocks": guide.blocks, "links": guide.links, **said})
    except ValidationError as error:
        for detail in error.errors(include_url=False):
            name = str(detail["loc"][0])
            problems.append(Problem(file, 0, name, explain(detail, said.get(name, ""))))
    return None


def wrong_links(guides: tuple[GuideFile, ...], pack: Pack, examples: Examples | None) -> Iterator[Problem]:
    """Links that lead to nothing in the pack, and to no address elsewhere."""
    known = addresses(guides, pack, examples)
    for guide in guides:
        for link in guide.links:
            page = link.address.partition("#")[0]
            if page not in known and not leads_elsewhere(link.address):
                yield Problem(file_of(guide.slug), link.line, "", f"{shown(link.address)} leads to no record")


def leads_elsewhere(address: str) -> bool:
    """Whether it is the address of another site."""
    try:
        check_address(address)
    except WrongAddress:
        return False
    return True


def addresses(guides: tuple[GuideFile, ...], pack: Pack, examples: Examples | None) -> set[str]:
    """Every address that the site has when the pack is loaded."""
    made_up = ((), ()) if examples is None else (examples.credentials, examples.stacks)
    kinds: dict[str, list[str]] = {
        "competencies": [competency_slug(row.framework, row.code) for row in pack.competencies],
        "guides": [guide.slug for guide in guides],
        "micro-credentials": [row.slug for row in (*pack.rows("microcredentials"), *made_up[0])],
        "stacks": [row.slug for row in (*pack.rows("stacks"), *made_up[1])],
    }
    for kind in SAME_NAME:
        kinds[kind] = [row.slug for row in pack.rows(kind)]
    records = {f"/{kind}/{slug}/" for kind, slugs in kinds.items() for slug in slugs}
    return {*SINGLE_PAGES, *(f"/{kind}/" for kind in kinds), *records}
