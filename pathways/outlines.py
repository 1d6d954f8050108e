"""From the database to outlines and roads, in a number of queries that does not depend on rows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from catalog import wording
from catalog.facts import StackFacts, stack_facts
from catalog.models import MicroCredentialPage, StackPage
from catalog.piles import pile_of
from catalog.rules import Group, Stack
from catalog.totals import StackTotals, totals
from home.children import held_rows, holds
from pathways.drawing import Road, RoadStack, RoadStage
from pathways.enums import LinkKind
from pathways.models import PathwayPage, PathwayStage, PriorityLink, PriorityPage, StackLink, StageStack


@dataclass(frozen=True)
class Line:
    """A stack of a stage, with the links that tell its order."""

    facts: StackFacts
    links: tuple[StackLink, ...]

    @property
    def needs(self) -> list[StackPage]:
        """Stacks to finish first."""
        return [link.before for link in self.links if link.kind == LinkKind.BUILDS_ON]

    @property
    def better_after(self) -> list[StackPage]:
        """Stacks that are better taken before."""
        return [link.before for link in self.links if link.kind == LinkKind.RECOMMENDED_BEFORE]


@dataclass(frozen=True)
class StageOutline:
    """A stage with its stacks."""

    stage: PathwayStage
    number: int
    lines: tuple[Line, ...]

    @property
    def group(self) -> Group:
        """The stage as a choice rule over stacks."""
        return Group(tuple(line.facts.rule for line in self.lines), self.stage.minimum)

    @property
    def pick(self) -> str:
        """The choice rule in words."""
        return wording.heading(self.group)

    @property
    def marks(self) -> list[bool]:
        """A mark for every stack, true for as many as are asked for."""
        return [place < self.group.needed for place in range(len(self.lines))]


@dataclass(frozen=True)
class Outline:
    """A pathway with its stages: the text that its road draws."""

    page: PathwayPage
    stages: tuple[StageOutline, ...]

    @property
    def stack_count(self) -> int:
        """How many stacks it names."""
        return sum(len(stage.lines) for stage in self.stages)

    @property
    def needed_count(self) -> int:
        """How many stacks finish it."""
        return sum(stage.group.needed for stage in self.stages)

    @cached_property
    def totals(self) -> StackTotals | None:
        """Totals over all ways to finish it, or None when nobody can."""
        rule = Stack(self.page.slug, self.page.title, tuple(stage.group for stage in self.stages))
        return totals(rule)

    @cached_property
    def road(self) -> Road:
        """The pathway for drawing."""
        return Road(self.page.slug, self.page.title, tuple(map(road_stage, self.stages)))

    def stage_of(self, stack: StackPage) -> StageOutline | None:
        """The first stage that names a stack."""
        naming = (
            stage for stage in self.stages if any(line.facts.page.pk == stack.pk for line in stage.lines)
        )
        return next(naming, None)


def road_stage(stage: StageOutline) -> RoadStage:
    """A stage for drawing."""
    stacks = tuple(
        RoadStack(line.facts.page.slug, line.facts.page.title, pile_of(line.facts.rule))
        for line in stage.lines
    )
    return RoadStage(stage.stage.title, stage.stage.level, stage.group.needed, stacks)


def outlines(pages: Iterable[PathwayPage]) -> list[Outline]:
    """The outlines of these pathways, in their order; a draft or a preview is read as it is."""
    listed = list(pages)
    by_page = stages_of(listed)
    lines = stage_lines([stage for stages in by_page.values() for stage in stages])
    return [
        Outline(
            page,
            tuple(
                StageOutline(stage, number, lines[id(stage)])
                for number, stage in enumerate(by_page.get(page.pk, []), start=1)
            ),
        )
        for page in listed
    ]


def stages_of(pages: list[PathwayPage]) -> dict[int | None, list[PathwayStage]]:
    """The stages of each pathway, by its page id, which a new one does not have yet."""
    found: dict[int | None, list[PathwayStage]] = {}
    stored = [page.pk for page in pages if not holds(page, "stages")]
    for stage in PathwayStage.objects.filter(page__in=stored).order_by("page", "sort_order", "pk"):
        found.setdefault(stage.page_id, []).append(stage)
    return found | {page.pk: held_rows(page, "stages") for page in pages if holds(page, "stages")}


def stage_lines(stages: list[PathwayStage]) -> dict[int, tuple[Line, ...]]:
    """The live stacks of each stage with their links, by the identity of the stage."""
    named = stacks_named(stages)
    pages = {stack.pk: stack for stacks in named.values() for stack in stacks}
    facts = {one.page.pk: one for one in stack_facts(pages.values())}
    links = links_into(facts)
    return {
        key: tuple(Line(facts[stack.pk], tuple(links.get(stack.pk, ()))) for stack in stacks)
        for key, stacks in named.items()
    }


def stacks_named(stages: list[PathwayStage]) -> dict[int, list[StackPage]]:
    """The live stacks that each stage names, by the identity of the stage."""
    stored = {stage.pk: id(stage) for stage in stages if not holds(stage, "stage_stacks")}
    rows = StageStack.objects.filter(stage__in=stored, stack__live=True).order_by("stage", "sort_order", "pk")
    found: dict[int, list[StackPage]] = {id(stage): [] for stage in stages}
    for row in rows.select_related("stack__issuer"):
        found[stored[row.stage_id]].append(row.stack)
    held = {
        id(stage): [row.stack_id for row in held_rows(stage, "stage_stacks")]
        for stage in stages
        if holds(stage, "stage_stacks")
    }
    return found | stacks_by_key(held)


def stacks_by_key(held: dict[int, list[int]]) -> dict[int, list[StackPage]]:
    """The live stacks of these ids, under the same keys; no query for none."""
    if not held:
        return {}
    named = {key for keys in held.values() for key in keys}
    pages = StackPage.objects.live().select_related("issuer").in_bulk(named)
    return {one: [pages[key] for key in keys if key in pages] for one, keys in held.items()}


def links_into(stacks: Iterable[int]) -> dict[int, list[StackLink]]:
    """What comes before each of these stacks, by the stack's page id."""
    found: dict[int, list[StackLink]] = {}
    rows = StackLink.objects.filter(page__in=list(stacks), before__live=True).select_related("before")
    for link in rows.order_by("page", "sort_order", "pk"):
        found.setdefault(link.page_id, []).append(link)
    return found


def family(priority: PriorityPage) -> list[int]:
    """Page ids of a priority and all live ones below it: a parent includes its children."""
    below: dict[int | None, list[int]] = {}
    for key, parent in PriorityPage.objects.live().values_list("pk", "parent_priority_id"):
        below.setdefault(parent, []).append(key)
    found, pending = [priority.pk], [priority.pk]
    while pending:
        inside = [key for key in below.get(pending.pop(), []) if key not in found]
        found += inside
        pending += inside
    return found


def credentials_addressing(priorities: Iterable[int]) -> list[MicroCredentialPage]:
    """Live micro-credentials sorted under any of these priorities, by title."""
    linked = PriorityLink.objects.filter(priority__in=list(priorities)).values("page")
    pages = MicroCredentialPage.objects.live().filter(pk__in=linked)
    return list(pages.select_related("issuer").order_by("title"))


def stacks_addressing(priorities: list[int]) -> list[StackFacts]:
    """Live stacks with a member under these priorities, or named by a pathway that leads there."""
    members = StackPage.objects.live().filter(
        groups__members__credential__priority_links__priority__in=priorities,
        groups__members__credential__live=True,
    )
    named = StackPage.objects.live().filter(
        stage_stacks__stage__page__priority__in=priorities, stage_stacks__stage__page__live=True
    )
    keys = {*members.values_list("pk", flat=True), *named.values_list("pk", flat=True)}
    return stack_facts(StackPage.objects.filter(pk__in=keys).select_related("issuer").order_by("title"))
