"""Documents of pathways, priorities and roles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from catalog.facts import StackFacts
from catalog.models import StackPage
from home.numbers import noun_for
from pathways.enums import Audience, Level
from pathways.models import PathwayPage, PriorityLink, PriorityPage, RolePage
from search.documents import facets, links
from search.documents.base import Document, DocumentKey, Kind, Meta, Part, Passage, passages, sources
from search.documents.links import Chain, Parts, key_of
from search.documents.stages import Stage, stages_of


@dataclass(frozen=True)
class PathwayReading:
    """A pathway with all that its document quotes; `visible` are ids of pages open to everybody."""

    page: PathwayPage
    stages: list[Stage]
    chain: Chain
    roles: list[RolePage]
    parts: Parts
    visible: set[int]

    @property
    def stacks(self) -> list[StackFacts]:
        """The stacks of all stages, in order."""
        return [facts for stage in self.stages for facts in stage.stacks]


def pathway_documents(keys: Collection[int]) -> Iterator[Document]:
    """The live and public pathways among these."""
    found = list(PathwayPage.objects.live().public().filter(pk__in=keys))
    stages = stages_of([page.pk for page in found])
    chains, roles = links.priority_chains(), links.roles_of(keys)
    pages = RolePage.objects.in_bulk({role for held in roles.values() for role in held})
    parts = links.parts_of(facts for held in stages.values() for stage in held for facts in stage.stacks)
    named = StackPage.objects.live().public().filter(stage_stacks__stage__page__in=keys)
    visible = {*named.values_list("pk", flat=True), *parts.visible}
    for page in found:
        chain = chains.get(page.priority_id or 0, ())
        leading = [pages[role] for role in roles.get(page.pk, [])]
        yield pathway_document(PathwayReading(page, stages[page.pk], chain, leading, parts, visible))


def stage_passages(reading: PathwayReading) -> Iterator[Passage]:
    """Its stages, and the stacks to choose in each."""
    for stage in reading.stages:
        yield Passage(Part.TEXT, stage.title)
        for page in (facts.page for facts in stage.stacks):
            if page.pk in reading.visible:
                key = key_of(Kind.STACK, page.pk)
                yield Passage(Part.STAGE, page.title, key, page.slug, f"Stage {stage.number}")


def member_passages(reading: PathwayReading) -> Iterator[Passage]:
    """The members of its stacks, each through the first stack that holds it."""
    seen: set[int] = set()
    for facts in reading.stacks:
        if facts.page.pk in reading.visible:
            for page in reading.parts.credentials_in(facts):
                if page.pk in reading.visible - seen:
                    seen.add(page.pk)
                    key = key_of(Kind.MICRO_CREDENTIAL, page.pk)
                    yield Passage(Part.MEMBER, page.title, key, page.slug, facts.page.title)


def pathway_document(reading: PathwayReading) -> Document:
    """One pathway: its stages, their stacks and members, and where it leads."""
    page, stacks = reading.page, reading.stacks
    said = passages(
        *stage_passages(reading),
        *member_passages(reading),
        *links.priority_passages([reading.chain]),
        *(Passage(Part.ROLE, role.title, key_of(Kind.ROLE, role.pk)) for role in reading.roles),
    )
    named = {key_of(Kind.STACK, facts.page.pk) for facts in stacks}
    members = {one.pk: one for facts in stacks for one in reading.parts.credentials_in(facts)}
    inside = {one.pk: one for facts in stacks for one in reading.parts.stacks_in(facts)}
    depends = named | links.keys_of(Kind.MICRO_CREDENTIAL, members.values())
    depends |= links.keys_of(Kind.STACK, inside.values())
    leading = links.keys_of(Kind.ROLE, reading.roles) | links.keys_of(Kind.PRIORITY, reading.chain)
    return Document(
        Kind.PATHWAY,
        page.pk,
        page.slug,
        page.title,
        page.summary,
        said,
        {
            "kind": facets.chosen(Kind.PATHWAY),
            "priority": facets.priorities([reading.chain]),
            "level": facets.labeled(Level, (stage.level for stage in reading.stages)),
            "audience": facets.labeled(Audience, [page.audience]),
        },
        body={"by": page.get_audience_display(), "meta": pathway_meta(reading)},
        quotes=sources(said) | depends,
        touches=frozenset(named | leading),
    )


def pathway_meta(reading: PathwayReading) -> list[Meta]:
    """How long it is, and how many roles it leads to."""
    roles = reading.roles
    counted = [(len(reading.stages), "stage"), (len(reading.stacks), "stack")]
    meta: list[Meta] = [("", f"{count} {noun_for(count, noun)}") for count, noun in counted]
    return [*meta, ("", f"leads to {len(roles)} {noun_for(len(roles), 'role')}")] if roles else meta


def priority_documents(keys: Collection[int]) -> Iterator[Document]:
    """The live and public priorities among these."""
    pages = list(PriorityPage.objects.live().public().filter(pk__in=keys))
    chains = links.priority_chains()
    leading = pathways_by_priority()
    linked = addressed_by(chains)
    for page in pages:
        family = [key for key, chain in chains.items() if page in chain]
        pathways = list({one.pk: one for key in family for one in leading.get(key, [])}.values())
        touched = [key for member in family for key in linked.get(member, [])]
        yield priority_document(page, chains[page.pk][1:], pathways, touched, family)


def pathways_by_priority() -> dict[int, list[PathwayPage]]:
    """The live pathways that lead to each priority itself."""
    found: dict[int, list[PathwayPage]] = defaultdict(list)
    for page in PathwayPage.objects.live().public().filter(priority__isnull=False).order_by("title"):
        found[page.priority_id].append(page)
    return found


def addressed_by(priorities: Collection[int]) -> dict[int, list[DocumentKey]]:
    """The micro-credentials sorted under each priority."""
    found: dict[int, list[DocumentKey]] = defaultdict(list)
    rows = PriorityLink.objects.filter(priority__in=priorities, page__live=True)
    for priority, page in rows.values_list("priority_id", "page_id"):
        found[priority].append(key_of(Kind.MICRO_CREDENTIAL, page))
    return found


def priority_document(
    page: PriorityPage,
    above: Chain,
    pathways: list[PathwayPage],
    addressed: list[DocumentKey],
    family: list[int],
) -> Document:
    """One priority: what it is part of, and the pathways that lead to it."""
    said = passages(
        *links.priority_passages([above]),
        *(Passage(Part.PATHWAY, one.title, key_of(Kind.PATHWAY, one.pk)) for one in pathways),
        Passage(Part.TEXT, page.governing_document),
    )
    count = len(pathways)
    relatives = {key_of(Kind.PRIORITY, key) for key in family if key != page.pk}
    parents = {key_of(Kind.PRIORITY, one.pk) for one in above}
    named = {key_of(Kind.PATHWAY, one.pk) for one in pathways}
    return Document(
        Kind.PRIORITY,
        page.pk,
        page.slug,
        page.title,
        page.summary,
        said,
        {"kind": facets.chosen(Kind.PRIORITY)},
        body={
            "by": f"part of {above[0].title}" if above else "",
            "meta": [("", f"{count} {noun_for(count, 'pathway')}")] if count else [],
        },
        quotes=sources(said) | relatives,
        touches=frozenset({*relatives, *parents, *addressed, *named}),
    )


def role_documents(keys: Collection[int]) -> Iterator[Document]:
    """The live and public roles among these."""
    pages = RolePage.objects.live().public().filter(pk__in=keys).select_related("jurisdiction")
    visible = PathwayPage.objects.live().public()
    rows = PathwayPage.roles.through.objects.filter(rolepage__in=keys, pathwaypage__in=visible)
    pathways: dict[int, list[PathwayPage]] = defaultdict(list)
    for row in rows.select_related("pathwaypage").order_by("pathwaypage__title"):
        pathways[row.rolepage_id].append(row.pathwaypage)
    for page in pages:
        yield role_document(page, pathways.get(page.pk, []))


def role_document(page: RolePage, pathways: list[PathwayPage]) -> Document:
    """One role: where it exists, what it asks for, and the pathways that prepare for it."""
    place = page.jurisdiction
    said = passages(
        Passage(Part.PLACE, place.name, DocumentKey("jurisdiction", place.pk)),
        *(Passage(Part.PATHWAY, one.title, key_of(Kind.PATHWAY, one.pk)) for one in pathways),
        Passage(Part.TEXT, page.get_role_kind_display()),
        *(Passage(Part.TEXT, line) for line in page.requirement_list),
    )
    return Document(
        Kind.ROLE,
        page.pk,
        page.slug,
        page.title,
        page.summary,
        said,
        {"kind": facets.chosen(Kind.ROLE)},
        body={"by": f"{page.get_role_kind_display()}, {place.name}", "meta": [("Pay", page.pay_text)]},
        quotes=sources(said),
        touches=frozenset(key_of(Kind.PATHWAY, one.pk) for one in pathways),
    )
