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
    """The outlines of these pathways, in their order."""
    listed = list(pages)
    stages = PathwayStage.objects.filter(page__in=[page.pk for page in listed]).order_by(
        "page", "sort_order", "pk"
    )
    lines = stage_lines([stage.pk for stage in stages])
    by_page: dict[int, list[PathwayStage]] = {}
    for stage in stages:
        by_page.setdefault(stage.page_id, []).append(stage)
    return [
        Outline(
            page,
            tuple(
                StageOutline(stage, number, tuple(lines.get(stage.pk, ())))
                for number, stage in enumerate(by_page.get(page.pk, []), start=1)
            ),
        )
        for page in listed
    ]


def stage_lines(stages: list[int]) -> dict[int, list[Line]]:
    """The live stacks of each stage, with their links."""
    rows = StageStack.objects.filter(stage__in=stages, stack__live=True).order_by("stage", "sort_order", "pk")
    named = list(rows.select_related("stack__issuer"))
    facts = {one.page.pk: one for one in stack_facts({row.stack_id: row.stack for row in named}.values())}
    links = links_into(facts)
    lines: dict[int, list[Line]] = {}
    for row in named:
        lines.setdefault(row.stage_id, []).append(
            Line(facts[row.stack_id], tuple(links.get(row.stack_id, ())))
        )
    return lines


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
