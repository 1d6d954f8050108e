"""What public pages show of pathways: outlines brought together with priorities, roles and stacks."""

from __future__ import annotations

from dataclasses import dataclass

from catalog.facts import StackFacts, stack_facts
from catalog.models import MicroCredentialPage, StackPage
from home.children import held_rows, holds
from pathways.drawing import Road
from pathways.enums import LinkKind
from pathways.models import PathwayPage, PriorityPage, RolePage, StackLink
from pathways.outlines import (
    Outline,
    StageOutline,
    credentials_addressing,
    family,
    outlines,
    stacks_addressing,
)


@dataclass(frozen=True)
class PriorityRow:
    """A priority on the home page, with the road of the first pathway that leads to it."""

    page: PriorityPage
    outline: Outline | None
    pathway_count: int

    @property
    def road(self) -> Road | None:
        """The road, or None where no pathway leads here yet."""
        return self.outline.road if self.outline else None

    @property
    def stage_count(self) -> int:
        """How many stages the road has."""
        return len(self.outline.stages) if self.outline else 0

    @property
    def stack_count(self) -> int:
        """How many stacks the road names."""
        return self.outline.stack_count if self.outline else 0


@dataclass(frozen=True)
class Onward:
    """A stack that comes after or before another one, and why."""

    facts: StackFacts
    kind: str
    reason: str

    @property
    def required(self) -> bool:
        """Whether the order is asked for, not only advised."""
        return self.kind == LinkKind.BUILDS_ON


@dataclass(frozen=True)
class Passage:
    """A pathway through a stack, and the stage that names it."""

    outline: Outline
    stage: StageOutline


@dataclass(frozen=True)
class Standing:
    """The stage with one number in several pathways, all of which name a stack there."""

    number: int
    pathways: list[PathwayPage]


@dataclass(frozen=True)
class Leads:
    """Where a stack leads, and what comes before it."""

    before: list[Onward]
    onward: list[Onward]
    passages: list[Passage]


@dataclass(frozen=True)
class PriorityFacts:
    """What addresses a priority, its children included."""

    children: list[PriorityPage]
    outlines: list[Outline]
    stacks: list[StackFacts]
    credentials: list[MicroCredentialPage]


def priority_rows() -> list[PriorityRow]:
    """Live priorities that have none below them, in the editors' order, those with a pathway first."""
    pages = list(PriorityPage.objects.live().order_by("path"))
    parents = {page.parent_priority_id for page in pages}
    found: dict[int | None, list[Outline]] = {}
    for outline in outlines(PathwayPage.objects.live().filter(priority__live=True).order_by("path")):
        found.setdefault(outline.page.priority_id, []).append(outline)
    rows = [row_of(page, found.get(page.pk, [])) for page in pages if page.pk not in parents]
    return sorted(rows, key=lambda row: row.outline is None)


def row_of(page: PriorityPage, leading: list[Outline]) -> PriorityRow:
    """The row of one priority."""
    return PriorityRow(page, leading[0] if leading else None, len(leading))


def priority_facts(page: PriorityPage) -> PriorityFacts:
    """Everything live that addresses a priority; nothing yet where it was never saved."""
    if page.pk is None:
        return PriorityFacts([], [], [], [])
    keys = family(page)
    leading = PathwayPage.objects.live().filter(priority__in=keys).select_related("priority").order_by("path")
    return PriorityFacts(
        children=list(page.child_priorities.live().order_by("path")),
        outlines=outlines(leading),
        stacks=stacks_addressing(keys),
        credentials=credentials_addressing(keys),
    )


def role_outlines(page: RolePage) -> list[Outline]:
    """The live pathways that prepare for a role; none where it was never saved."""
    if page.pk is None:
        return []
    return outlines(page.pathways.live().select_related("priority").order_by("path"))


def pathway_outline(page: PathwayPage) -> Outline:
    """One pathway."""
    return outlines([page])[0]


def stack_leads(page: StackPage) -> Leads:
    """The links and live pathways of a stack; a draft or a preview tells what comes before by itself."""
    after = links_after(page)
    before = links_before(page)
    stacks = {link.page_id: link.page for link in after} | {link.before_id: link.before for link in before}
    facts = {one.page.pk: one for one in stack_facts(stacks.values())}
    return Leads(
        before=[onward(facts[link.before_id], link) for link in before],
        onward=[onward(facts[link.page_id], link) for link in after],
        passages=passages([page]).get(page.pk, []) if page.pk else [],
    )


def links_before(page: StackPage) -> list[StackLink]:
    """The links to live stacks that come before this one, those of a draft or a preview from its own rows."""
    if not holds(page, "stack_links"):
        rows = page.stack_links.filter(before__live=True).select_related("before__issuer")
        return list(rows.order_by("sort_order"))
    links = held_rows(page, "stack_links")
    named = StackPage.objects.live().select_related("issuer").in_bulk([link.before_id for link in links])
    return [
        StackLink(before=named[link.before_id], kind=link.kind, reason=link.reason)
        for link in links
        if link.before_id in named
    ]


def links_after(page: StackPage) -> list[StackLink]:
    """The links of live stacks that come after this one; none for a page that was never saved."""
    if page.pk is None:
        return []
    rows = page.links_onward.filter(page__live=True).select_related("page__issuer")
    return list(rows.order_by("page__title"))


def onward(facts: StackFacts, link: StackLink) -> Onward:
    """One link, seen from the other stack."""
    return Onward(facts, link.kind, link.reason)


def passages(stacks: list[StackPage]) -> dict[int, list[Passage]]:
    """The live pathways through each of these stacks, by the stack's page id."""
    naming = (
        PathwayPage.objects.live().filter(stages__stage_stacks__stack__in=stacks).distinct().order_by("path")
    )
    found: dict[int, list[Passage]] = {}
    for outline in outlines(naming):
        for stack in stacks:
            if stage := outline.stage_of(stack):
                found.setdefault(stack.pk, []).append(Passage(outline, stage))
    return found


def standings(found: list[Passage]) -> list[Standing]:
    """The pathways of these passages, those with the same stage number together."""
    by_number: dict[int, list[PathwayPage]] = {}
    for passage in found:
        by_number.setdefault(passage.stage.number, []).append(passage.outline.page)
    return [Standing(number, by_number[number]) for number in sorted(by_number)]
