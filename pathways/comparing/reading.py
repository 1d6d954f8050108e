"""Reads what is compared from the database, in a number of queries that does not depend on rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from django.db.models import Model, Q
from wagtail.models import Page, Site

from catalog.boards import BoardStatus
from catalog.day_wording import Day
from catalog.models import (
    CompetencyAlignment,
    EvidencePart,
    Jurisdiction,
    MicroCredentialPage,
    QualityReview,
    Recognition,
)
from catalog.offers import Succession, successions
from catalog.standing import boards_about
from pathways import queries
from pathways.graph import Graph, Kind, PathwayNode, StackNode, StageNode
from pathways.models import PriorityLink, PriorityPage

Held = TypeVar("Held", bound=Model)


@dataclass(frozen=True)
class Holding:
    """The stacks that hold each record as a member, and the stages that name these or those around them."""

    stacks: dict[int, list[StackNode]]
    stages: dict[int, list[tuple[PathwayNode, StageNode]]]


@dataclass(frozen=True)
class Known:
    """What is on record about the compared, by the keys of their pages."""

    pages: tuple[MicroCredentialPage, ...]
    day: Day
    holding: Holding
    boards: list[list[BoardStatus]]
    evidence: dict[int, list[EvidencePart]]
    alignments: dict[int, list[CompetencyAlignment]]
    priorities: dict[int, list[PriorityPage]]
    recognition: dict[int, list[Recognition]]
    reviews: dict[int, list[QualityReview]]
    successions: dict[int, Succession[MicroCredentialPage]]


def hidden_pages() -> Q:
    """The pages that not everybody may read; one query."""
    hidden: Q = Page.objects.all().private_q()
    return hidden


def find(slugs: Iterable[str], hidden: Q) -> dict[str, MicroCredentialPage]:
    """The published micro-credentials that anybody may read, by slug, with what their facts need."""
    pages = MicroCredentialPage.objects.live().exclude(hidden).filter(slug__in=list(slugs))
    return {page.slug: page for page in pages.select_related("issuer", "topic")}


def find_moved(
    slugs: Iterable[str], graph: Graph, site: Site | None, hidden: Q
) -> dict[str, MicroCredentialPage]:
    """The micro-credentials that once had these slugs, by the old slug."""
    before = f"{Kind.MICRO_CREDENTIAL}:"
    moved = {
        old.removeprefix(before): now.removeprefix(before)
        for old, now in queries.moved((f"{before}{slug}" for slug in slugs), graph, site).items()
    }
    found = find(moved.values(), hidden)
    return {old: found[now] for old, now in moved.items() if now in found}


def read(
    pages: Iterable[MicroCredentialPage],
    graph: Graph,
    first: Jurisdiction | None,
    day: Day,
    hidden: Q,
) -> Known:
    """Everything that is compared of these."""
    listed = tuple(pages)
    keys = [page.pk for page in listed]
    return Known(
        pages=listed,
        day=day,
        holding=holding(listed, graph),
        boards=boards_about(listed, first, day.on if day.asked else None),
        evidence=grouped(EvidencePart.objects.filter(page__in=keys).order_by("sort_order", "pk"), "page_id"),
        alignments=grouped(
            CompetencyAlignment.objects.filter(page__in=keys)
            .select_related("competency__framework")
            .order_by("sort_order", "pk"),
            "page_id",
        ),
        priorities=priorities(keys, hidden),
        recognition=grouped(
            Recognition.objects.current().about_any(listed).counting().marked(),
            "credential_id",
        ),
        reviews=grouped(QualityReview.objects.current().of(*listed), "credential_id"),
        successions=successions(listed, day.today, hidden),
    )


def holding(pages: Iterable[MicroCredentialPage], graph: Graph) -> Holding:
    """The stacks that hold these micro-credentials, and the stages that name those or ones around them."""
    named = {page.pk: graph.holders.get(f"{Kind.MICRO_CREDENTIAL}:{page.slug}", []) for page in pages}
    return Holding(
        {key: sorted(map(graph.stacks.__getitem__, slugs), key=title_of) for key, slugs in named.items()},
        {key: stages_through(graph, slugs) for key, slugs in named.items()},
    )


def title_of(stack: StackNode) -> str:
    """What a stack is called."""
    return stack.title


def stages_through(graph: Graph, stacks: Iterable[str]) -> list[tuple[PathwayNode, StageNode]]:
    """The stages that name these stacks or one around them, in the order of pathways, each once."""
    around = graph.with_holders(stacks)
    return [
        (pathway, stage)
        for pathway in graph.pathways.values()
        for stage in pathway.stages
        if around & set(stage.stacks)
    ]


def priorities(keys: list[int], hidden: Q) -> dict[int, list[PriorityPage]]:
    """The priorities that anybody may read under which each micro-credential is sorted, by title."""
    public = PriorityPage.objects.live().exclude(hidden)
    rows = PriorityLink.objects.filter(page__in=keys, priority__in=public).select_related("priority")
    return {
        key: [link.priority for link in links]
        for key, links in grouped(rows.order_by("priority__title"), "page_id").items()
    }


def grouped(rows: Iterable[Held], name: str) -> dict[int, list[Held]]:
    """The rows by the key in this column."""
    found: dict[int, list[Held]] = defaultdict(list)
    for row in rows:
        found[getattr(row, name)].append(row)
    return dict(found)
