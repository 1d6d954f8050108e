"""Loads the examples: full records of an issuer made up for the demonstration."""

import json
from collections.abc import Iterable
from datetime import date, timedelta
from html import escape
from pathlib import Path
from typing import Any

from django.core.files.base import ContentFile
from wagtail.blocks.stream_block import StreamValue
from wagtail.images.models import Image

from catalog.models import (
    CompetencyAlignment,
    EvidencePart,
    MicroCredentialPage,
    RubricCriterion,
    StackGroup,
    StackMember,
)
from demo.examples import FILE
from demo.loaders.catalog import priority_links
from demo.loaders.state import Load
from demo.naming import identifier
from demo.ordering import in_order
from demo.schemas.examples import Badge, ExampleCredential, ExampleGroup, Examples, ExampleStack, Research


def load_examples(load: Load, examples: Examples, folder: Path) -> None:
    """The issuer, its micro-credentials after those they replace, its stacks after those they hold."""
    load_issuer(load, examples)
    badge = badge_image(load, examples.badge, (folder / FILE).parent)
    for one in in_order(examples.credentials, lambda row: row.slug, lambda row: [row.replaces or ""]):
        values = credential_values(load, one) | known_facts(load, examples, one.source_days_before)
        load.credentials.put(one.slug, values | {"badge_image": badge}, FILE, 0)
    for stack in in_order(examples.stacks, lambda row: row.slug, lambda row: row.members):
        values = stack_values(load, stack) | known_facts(load, examples, stack.source_days_before)
        load.stacks.put(stack.slug, values, FILE, 0)


def load_issuer(load: Load, examples: Examples) -> None:
    """The issuer, marked as made up."""
    issuer = examples.issuer
    values = {
        "title": issuer.title,
        "summary": issuer.summary,
        "issuer_kind": issuer.kind.value,
        "website": issuer.website,
        "region": load.places_by_code[issuer.region],
        "demonstration": True,
        **origin(load, examples, issuer.source_days_before),
    }
    load.issuers.put(issuer.slug, values, FILE, 0)


def days_before(load: Load, days: int) -> date:
    """A day counted back from the day of the first load."""
    return load.first_day - timedelta(days=days)


def origin(load: Load, examples: Examples, days: int) -> dict[str, Any]:
    """Where the facts come from: nowhere."""
    return {
        "source": examples.source,
        "source_date": days_before(load, days),
        "source_ref": FILE,
        "maintainer_note": examples.note,
    }


def known_facts(load: Load, examples: Examples, days: int) -> dict[str, Any]:
    """What all records of the issuer share."""
    return {"issuer": load.issuers[examples.issuer.slug], **origin(load, examples, days)}


def badge_image(load: Load, badge: Badge, folder: Path) -> Image:
    """The badge as an image of the site, made once, and again when its file is lost."""
    image = Image.objects.filter(title=badge.title, description=badge.description).order_by("pk").first()
    if image is not None and image.file.storage.exists(image.file.name):
        load.tally.same["images"] += 1
        return image
    content = ContentFile((folder / badge.file).read_bytes(), name=badge.file)
    load.tally.made["images"] += 1
    if image is None:
        return Image.objects.create(title=badge.title, description=badge.description, file=content)
    image.file.save(badge.file, content)
    return image


SAME_NAME = (
    "title",
    "summary",
    "version",
    "title_status",
    "competency_statement",
    "evidence_kind",
    "scoring",
    "turnaround_days_min",
    "turnaround_days_max",
    "resubmission",
    "grades",
    "grade_band",
    "audience",
    "hours_min",
    "hours_max",
    "cost_usd",
    "cost_per",
    "cost_applies_to",
    "cost_note",
    "accommodations",
    "address",
    "address_kind",
)
"""Columns that are called the same in the file and in the catalog."""


def credential_values(load: Load, one: ExampleCredential) -> dict[str, Any]:
    """The columns and children of one micro-credential."""
    retired = one.retired_days_before
    return {
        **{name: getattr(one, name) for name in SAME_NAME},
        "identifier": identifier("micro-credentials", one.slug),
        "replaces": load.credentials[one.replaces] if one.replaces else None,
        "last_day_to_start": None if retired is None else days_before(load, retired),
        "retired": one.retired and retired is None,
        "topic": load.topics[one.topic],
        "method": numbered(one.method),
        "research": research(one.research),
        "license_types": codes("license_types", one.license_types),
        "delivery": codes("delivery", one.delivery),
        "languages": codes("languages", one.languages),
        "evidence_parts": [EvidencePart(**part.model_dump()) for part in one.evidence_parts],
        "rubric": [RubricCriterion(**line.model_dump()) for line in one.rubric],
        "alignments": [
            CompetencyAlignment(competency=load.competencies[row.competency], note=row.note)
            for row in one.alignments
        ],
        "priority_links": priority_links(load, one.priorities),
    }


def codes(field: str, given: Iterable[str]) -> Any:
    """Codes as the model keeps them: in the order of their list."""
    return MicroCredentialPage._meta.get_field(field).to_python([str(code) for code in given])


def numbered(steps: Iterable[str]) -> str:
    """Steps as a numbered list of rich text."""
    return f"<ol>{''.join(f'<li>{escape(step, quote=False)}</li>' for step in steps)}</ol>"


def research(given: Research) -> StreamValue:
    """Why it works, and what to read, as blocks of prose."""
    blocks = [{"type": "paragraph", "value": f"<p>{escape(given.why, quote=False)}</p>"}]
    resources = [{"type": "resource", "value": resource.model_dump()} for resource in given.resources]
    field = MicroCredentialPage._meta.get_field("research")
    value: StreamValue = field.to_python(json.dumps([*blocks, *resources]))
    return value


def stack_values(load: Load, stack: ExampleStack) -> dict[str, Any]:
    """The columns and groups of one stack."""
    return {
        "title": stack.title,
        "summary": stack.summary,
        "identifier": identifier("stacks", stack.slug),
        "member_count": stack.member_count,
        "complete": stack.complete,
        "cost_usd": stack.cost_usd,
        "address": stack.address,
        "address_kind": stack.address_kind,
        "groups": [group_of(load, group) for group in stack.groups],
    }


def group_of(load: Load, group: ExampleGroup) -> StackGroup:
    """A group whose members are micro-credentials or stacks."""
    members = [member_of(load, slug, place) for place, slug in enumerate(group.members)]
    return StackGroup(minimum=group.minimum, label=group.label, members=members)


def member_of(load: Load, slug: str, place: int) -> StackMember:
    """A member by its slug: the examples give no slug to both a micro-credential and a stack."""
    if slug in load.stacks.known:
        return StackMember(stack=load.stacks[slug], sort_order=place)
    return StackMember(credential=load.credentials[slug], sort_order=place)
