"""The stages of pathways with the facts of their stacks, read for many pathways at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass

from catalog.facts import StackFacts, stack_facts
from catalog.models import StackPage
from pathways.models import PathwayStage, StageStack
from search.documents.base import ALWAYS


@dataclass(frozen=True)
class Stage:
    """A stage with its live stacks."""

    number: int
    title: str
    level: str
    stacks: tuple[StackFacts, ...]


def stages_of(pathways: Collection[int]) -> dict[int, list[Stage]]:
    """The stages of each of these pathways, by its key; a fixed number of queries."""
    inside = stacks_of(pathways)
    found: dict[int, list[Stage]] = defaultdict(list)
    for row in PathwayStage.objects.filter(page__in=pathways).order_by("page", "sort_order", "pk"):
        stages = found[row.page_id]
        stages.append(Stage(len(stages) + 1, row.title, row.level, tuple(inside.get(row.pk, ()))))
    return found


def stacks_of(pathways: Collection[int]) -> dict[int, list[StackFacts]]:
    """The live stacks of each stage of these pathways, by the stage's key."""
    rows = StageStack.objects.filter(stage__page__in=pathways, stack__live=True)
    named = list(rows.order_by("stage", "sort_order", "pk").values_list("stage_id", "stack_id"))
    pages = StackPage.objects.select_related("issuer").in_bulk({stack for _, stack in named})
    facts = {one.page.pk: one for one in stack_facts(pages.values(), ALWAYS)}
    found: dict[int, list[StackFacts]] = defaultdict(list)
    for stage, stack in named:
        found[stage].append(facts[stack])
    return found
