"""Documents of pathways, priorities and roles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator

from catalog.facts import StackFacts
from catalog.models import MicroCredentialPage
from home.numbers import money_text, noun_for
from pathways.enums import Audience, Level
from pathways.models import PathwayPage, PriorityLink, PriorityPage, RolePage
from pathways.queries import Outline, outlines
from search.documents import facets, links
from search.documents.base import Document, DocumentKey, Kind, Meta, Part, Passage, passages, sources
from search.documents.links import Chain, key_of


def pathway_documents(keys: Collection[int]) -> Iterator[Document]:
    """The live and public pathways among these."""
    found = outlines(PathwayPage.objects.live().public().filter(pk__in=keys))
    chains, roles = links.priority_chains(), links.roles_of(keys)
    pages = RolePage.objects.in_bulk({role for held in roles.values() for role in held})
    slugs = {slug for outline in found for facts in stacks_of(outline) for slug in facts.rule.credentials()}
    members = {page.slug: page for page in MicroCredentialPage.objects.live().filter(slug__in=slugs)}
    for outline in found:
        chain = chains.get(outline.page.priority_id or 0, ())
        yield pathway_document(
            outline, chain, [pages[role] for role in roles.get(outline.page.pk, [])], members
        )


def stacks_of(outline: Outline) -> list[StackFacts]:
    """The stacks of all stages, in order."""
    return [line.facts for stage in outline.stages for line in stage.lines]


def stage_passages(outline: Outline) -> Iterator[Passage]:
    """Its stages, and the stacks to choose in each."""
    for stage in outline.stages:
        yield Passage(Part.TEXT, stage.stage.title)
        for line in stage.lines:
            page = line.facts.page
            yield Passage(
                Part.STAGE, page.title, key_of(Kind.STACK, page.pk), page.slug, f"Stage {stage.number}"
            )


def member_passages(outline: Outline, members: dict[str, MicroCredentialPage]) -> Iterator[Passage]:
    """The members of its stacks, each through the first stack that holds it."""
    seen: set[str] = set()
    for facts in stacks_of(outline):
        for slug in facts.rule.credentials():
            page = members.get(slug)
            if page and slug not in seen:
                seen.add(slug)
                key = key_of(Kind.MICRO_CREDENTIAL, page.pk)
                yield Passage(Part.MEMBER, page.title, key, slug, facts.page.title)


def pathway_document(
    outline: Outline, chain: Chain, roles: list[RolePage], members: dict[str, MicroCredentialPage]
) -> Document:
    """One pathway: its stages, their stacks and members, and where it leads."""
    page = outline.page
    said = passages(
        *stage_passages(outline),
        *member_passages(outline, members),
        *links.priority_passages([chain]),
        *(Passage(Part.ROLE, role.title, key_of(Kind.ROLE, role.pk)) for role in roles),
    )
    touched = [*(key_of(Kind.STACK, facts.page.pk) for facts in stacks_of(outline))]
    touched += [key_of(Kind.ROLE, role.pk) for role in roles]
    touched += [key_of(Kind.PRIORITY, above.pk) for above in chain]
    return Document(
        Kind.PATHWAY,
        page.pk,
        page.slug,
        page.title,
        page.summary,
        said,
        {
            "kind": facets.chosen(Kind.PATHWAY),
            "priority": facets.priorities([chain]),
            "level": facets.labeled(Level, (stage.stage.level for stage in outline.stages)),
            "audience": facets.labeled(Audience, [page.audience]),
        },
        body={"by": page.get_audience_display(), "meta": pathway_meta(outline, roles)},
        quotes=sources(said),
        touches=frozenset(touched),
    )


def pathway_meta(outline: Outline, roles: list[RolePage]) -> list[Meta]:
    """How long it is, and how many roles it leads to."""
    counted = [(len(outline.stages), "stage"), (outline.stack_count, "stack")]
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
    for page in PathwayPage.objects.live().filter(priority__isnull=False).order_by("title"):
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
    rows = PathwayPage.roles.through.objects.filter(rolepage__in=keys, pathwaypage__live=True)
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
    pay = f"{money_text(page.pay)} {page.pay_unit}".strip() if page.pay is not None else ""
    return Document(
        Kind.ROLE,
        page.pk,
        page.slug,
        page.title,
        page.summary,
        said,
        {"kind": facets.chosen(Kind.ROLE)},
        body={"by": f"{page.get_role_kind_display()}, {place.name}", "meta": [("Pay", pay)]},
        quotes=sources(said),
        touches=frozenset(key_of(Kind.PATHWAY, one.pk) for one in pathways),
    )
