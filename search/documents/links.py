"""What several documents quote, read for many records at once; of pages, only what visitors may see."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from wagtail.models import Page

from catalog.facts import StackFacts
from catalog.models import CompetencyAlignment, MicroCredentialPage, StackMember, StackPage
from pathways.models import PathwayPage, PriorityLink, PriorityPage, RolePage, StageStack
from search.documents.base import DocumentKey, Kind, Part, Passage

Chain = tuple[PriorityPage, ...]
"""A priority and all live ones above it."""


def key_of(kind: Kind, key: int) -> DocumentKey:
    """The key of a document."""
    return DocumentKey(kind.value, key)


def keys_of(kind: Kind, pages: Iterable[Page]) -> set[DocumentKey]:
    """The keys of these pages' documents."""
    return {key_of(kind, page.pk) for page in pages}


@dataclass(frozen=True)
class Parts:
    """The live pages that the rules of some stacks are made of, by slug; `visible` are open to everybody."""

    credentials: dict[str, MicroCredentialPage]
    stacks: dict[str, StackPage]
    visible: frozenset[int]

    def credentials_in(self, facts: StackFacts) -> list[MicroCredentialPage]:
        """The micro-credentials of a stack at any depth."""
        return [page for slug in facts.rule.credentials() if (page := self.credentials.get(slug))]

    def stacks_in(self, facts: StackFacts) -> list[StackPage]:
        """The stacks inside a stack at any depth, each once."""
        found = (page for stack in facts.rule.nested() if (page := self.stacks.get(stack.slug)))
        return list({page.pk: page for page in found}.values())


def parts_of(found: Iterable[StackFacts]) -> Parts:
    """All that the rules of these stacks are made of."""
    listed = list(found)
    members = {slug for facts in listed for slug in facts.rule.credentials()}
    inner = {stack.slug for facts in listed for stack in facts.rule.nested()}
    credentials = MicroCredentialPage.objects.live().filter(slug__in=members).select_related("topic")
    stacks = StackPage.objects.live().filter(slug__in=inner)
    visible = {
        *credentials.public().values_list("pk", flat=True),
        *stacks.public().values_list("pk", flat=True),
    }
    return Parts(
        {page.slug: page for page in credentials}, {page.slug: page for page in stacks}, frozenset(visible)
    )


def priority_chains() -> dict[int, Chain]:
    """Every live priority with those above it, by page id; one query."""
    pages = {page.pk: page for page in PriorityPage.objects.live().public()}

    def above(page: PriorityPage, seen: frozenset[int] = frozenset()) -> Iterator[PriorityPage]:
        yield page
        parent = pages.get(page.parent_priority_id or 0)
        if parent and parent.pk not in seen:
            yield from above(parent, seen | {page.pk})

    return {key: tuple(above(page)) for key, page in pages.items()}


def credential_chains(credentials: Collection[int], chains: dict[int, Chain]) -> dict[int, list[Chain]]:
    """The priorities that each micro-credential addresses."""
    found: dict[int, list[Chain]] = defaultdict(list)
    rows = PriorityLink.objects.filter(page__in=credentials, priority__in=chains)
    for page, priority in rows.order_by("page", "sort_order").values_list("page_id", "priority_id"):
        found[page].append(chains[priority])
    return found


def alignments(credentials: Collection[int]) -> dict[int, list[CompetencyAlignment]]:
    """The competencies that each micro-credential proves."""
    found: dict[int, list[CompetencyAlignment]] = defaultdict(list)
    rows = CompetencyAlignment.objects.filter(page__in=credentials).select_related("competency__framework")
    for row in rows.order_by("page", "sort_order"):
        found[row.page_id].append(row)
    return found


def holders(credentials: Collection[int]) -> dict[int, list[StackPage]]:
    """The live stacks that name each micro-credential as a member."""
    found: dict[int, list[StackPage]] = defaultdict(list)
    visible = StackPage.objects.live().public()
    rows = StackMember.objects.filter(credential__in=credentials, group__page__in=visible)
    for row in rows.select_related("group__page").order_by("group__page__title"):
        found[row.credential_id or 0].append(row.group.page)
    return found


def stages_naming(stacks: Collection[int]) -> dict[int, list[StageStack]]:
    """The stages of live pathways that name each stack, with the pathway."""
    found: dict[int, list[StageStack]] = defaultdict(list)
    visible = PathwayPage.objects.live().public()
    rows = StageStack.objects.filter(stack__in=stacks, stage__page__in=visible)
    for row in rows.select_related("stage__page").order_by("stage__page__title", "stage__sort_order"):
        found[row.stack_id].append(row)
    return found


def roles_of(pathways: Collection[int]) -> dict[int, list[int]]:
    """The ids of the live roles that each pathway prepares for."""
    found: dict[int, list[int]] = defaultdict(list)
    through = PathwayPage.roles.through.objects
    visible = RolePage.objects.live().public()
    rows = through.filter(pathwaypage__in=pathways, rolepage__in=visible).order_by("rolepage__title")
    for pathway, role in rows.values_list("pathwaypage_id", "rolepage_id"):
        found[pathway].append(role)
    return found


def credential_passages(credentials: Iterable[MicroCredentialPage]) -> list[Passage]:
    """Members as a stack or pathway quotes them."""
    return [
        Passage(Part.MEMBER, page.title, key_of(Kind.MICRO_CREDENTIAL, page.pk), page.slug)
        for page in credentials
    ]


def priority_passages(chains: Iterable[Chain]) -> list[Passage]:
    """Priorities, those above included, as a record that addresses them quotes them."""
    pages = {page.pk: page for chain in chains for page in chain}
    return [Passage(Part.PRIORITY, page.title, key_of(Kind.PRIORITY, page.pk)) for page in pages.values()]


def competency_passages(rows: Iterable[CompetencyAlignment]) -> list[Passage]:
    """Competencies, with code and framework, as a record that proves them quotes them."""
    return [
        Passage(
            Part.COMPETENCY,
            f"{row.competency} ({row.competency.framework})",
            key_of(Kind.COMPETENCY, row.competency_id),
            row.competency.slug,
        )
        for row in rows
    ]
