"""Loads priorities, roles and pathways."""

from collections import defaultdict

from demo.loaders.rooms import room
from demo.loaders.shelves import Pages
from demo.loaders.state import Load, sourced
from demo.ordering import in_order
from demo.schemas import StageRow
from pathways.models import PathwayIndexPage, PathwayPage, PathwayStage, StageStack


def load_priorities(load: Load) -> None:
    """priorities.csv, a parent before its parts."""
    rows = in_order(
        load.pack.priorities, lambda row: row.slug, lambda row: [row.parent] if row.parent else []
    )
    for row in rows:
        values = {
            "title": row.title,
            "summary": row.summary,
            "governing_document": row.governing_document,
            "parent_priority": load.priorities[row.parent] if row.parent else None,
            "reference": row.seed_ref,
            **sourced(row.source_ref, dated=True),
        }
        load.priorities.put(row.slug, values, "priorities.csv", row.line)


def load_roles(load: Load) -> None:
    """roles.csv."""
    places = load.places_by_code
    for row in load.pack.roles:
        values = {
            "title": row.title,
            "summary": row.summary,
            "role_kind": row.kind.value,
            "jurisdiction": places[row.jurisdiction_code],
            "requirements": one_per_line(row.requirements),
            "pay": row.pay,
            "pay_unit": row.pay_unit,
            "share_limit": row.share_limit,
            "is_goal": row.is_goal,
            **sourced(row.source_ref, dated=True),
        }
        load.roles.put(row.slug, values, "roles.csv", row.line)


def one_per_line(requirements: str) -> str:
    """Requirements on a line each; those after “At least two of:” are one requirement."""
    if requirements.startswith("At least"):
        return requirements
    return "\n".join(part.strip() for part in requirements.split(";") if part.strip())


def load_pathways(load: Load) -> None:
    """pathways.csv with pathway_stages.csv."""
    pages = Pages(PathwayPage, room(PathwayIndexPage), load.tally, ("stages__stage_stacks", "roles"))
    stages = defaultdict[str, list[StageRow]](list)
    for stage in sorted(load.pack.pathway_stages, key=lambda row: row.stage):
        stages[stage.pathway].append(stage)
    for row in load.pack.pathways:
        values = {
            "title": row.title,
            "summary": row.summary,
            "priority": load.priorities[row.priority] if row.priority else None,
            "roles": frozenset(load.roles[slug] for slug in row.roles),
            "audience": row.audience.value,
            "stages": [stage_of(load, stage) for stage in stages[row.slug]],
            **sourced(row.source_ref, dated=True),
        }
        pages.put(row.slug, values, "pathways.csv", row.line)


def stage_of(load: Load, row: StageRow) -> PathwayStage:
    """A stage as an inline row of its pathway."""
    stacks = [StageStack(stack=load.stacks[slug], sort_order=place) for place, slug in enumerate(row.stacks)]
    return PathwayStage(
        title=row.title,
        level=row.level.value,
        minimum=row.minimum,
        maintainer_note=row.note,
        stage_stacks=stacks,
    )
