"""Reads what is compared from the database, in a number of queries that does not depend on rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from django.db.models import Model, Q
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Site

from catalog.enums import RecognitionClass
from catalog.facts import StackFacts, stack_facts
from catalog.models import (
    CompetencyAlignment,
    EvidencePart,
    Jurisdiction,
    MicroCredentialPage,
    QualityReview,
    Recognition,
    StackMember,
    StackPage,
)
from catalog.standing import BoardStatus, boards_about
from pathways.facts import Passage, passages
from pathways.models import PathwayPage, PriorityLink, PriorityPage

Held = TypeVar("Held", bound=Model)

FOLDER = "/micro-credentials/"


@dataclass(frozen=True)
class Holding:
    """The stacks that hold each record as a member, and the pathways through these and those around them."""

    stacks: dict[int, list[StackFacts]]
    passages: dict[int, list[Passage]]


@dataclass(frozen=True)
class Known:
    """What is on record about the compared, by the keys of their pages."""

    pages: tuple[MicroCredentialPage, ...]
    on: date | None
    holding: Holding
    boards: list[list[BoardStatus]]
    evidence: dict[int, list[EvidencePart]]
    alignments: dict[int, list[CompetencyAlignment]]
    priorities: dict[int, list[PriorityPage]]
    recognition: dict[int, list[Recognition]]
    reviews: dict[int, list[QualityReview]]
    successors: dict[int, list[MicroCredentialPage]]


def hidden_pages() -> Q:
    """The pages that not everybody may read; one query."""
    hidden: Q = Page.objects.all().private_q()
    return hidden


def find(slugs: Iterable[str], hidden: Q) -> dict[str, MicroCredentialPage]:
    """The published micro-credentials that anybody may read, by slug, with what their facts need."""
    pages = MicroCredentialPage.objects.live().exclude(hidden).filter(slug__in=list(slugs))
    return {page.slug: page for page in pages.select_related("issuer", "topic")}


def find_moved(slugs: Iterable[str], site: Site | None, hidden: Q) -> dict[str, MicroCredentialPage]:
    """The micro-credentials that once had these slugs, by the old slug."""
    paths = {Redirect.normalise_path(f"{FOLDER}{slug}/"): slug for slug in slugs}
    if not paths:
        return {}
    rows = Redirect.get_for_site(site).filter(old_path__in=paths, redirect_page__isnull=False)
    moved = {paths[row.old_path]: row.redirect_page_id for row in rows}
    pages = MicroCredentialPage.objects.live().exclude(hidden).select_related("issuer", "topic")
    found = pages.in_bulk(list(moved.values()))
    return {slug: found[key] for slug, key in moved.items() if key in found}


def read(
    pages: Iterable[MicroCredentialPage], first: Jurisdiction | None, on: date | None, hidden: Q
) -> Known:
    """Everything that is compared of these."""
    listed = tuple(pages)
    keys = [page.pk for page in listed]
    return Known(
        pages=listed,
        on=on,
        holding=holding(keys, hidden),
        boards=boards_about(listed, first, on),
        evidence=grouped(EvidencePart.objects.filter(page__in=keys).order_by("sort_order", "pk"), "page_id"),
        alignments=grouped(
            CompetencyAlignment.objects.filter(page__in=keys)
            .select_related("competency__framework")
            .order_by("sort_order", "pk"),
            "page_id",
        ),
        priorities=priorities(keys, hidden),
        recognition=grouped(
            Recognition.objects.current()
            .about_any(listed)
            .filter(row_class=RecognitionClass.COUNTS_FOR)
            .marked(),
            "credential_id",
        ),
        reviews=grouped(QualityReview.objects.current().of(*listed), "credential_id"),
        successors=grouped(
            MicroCredentialPage.objects.live().exclude(hidden).filter(replaces__in=keys).order_by("title"),
            "replaces_id",
        ),
    )


def holding(keys: list[int], hidden: Q) -> Holding:
    """The stacks that hold these micro-credentials, those around them, and the pathways that name either."""
    members = StackMember.objects.filter(credential__in=keys, group__page__live=True)
    named = list(dict.fromkeys(members.values_list("credential_id", "group__page_id")))
    around = stacks_around()
    within = {stack: [stack, *enclosing(stack, around)] for _, stack in named}
    wanted = {key for stacks in within.values() for key in stacks}
    pages = StackPage.objects.live().exclude(hidden).select_related("issuer").in_bulk(wanted)
    facts = {one.page.pk: one for one in stack_facts(pages[stack] for stack in within if stack in pages)}
    leading = public_passages(list(pages.values()), hidden)
    stacks: dict[int, list[StackFacts]] = defaultdict(list)
    found: dict[int, list[Passage]] = defaultdict(list)
    for credential, stack in named:
        if stack in facts:
            stacks[credential].append(facts[stack])
        found[credential] += [one for key in within[stack] for one in leading.get(key, ())]
    return Holding(
        {key: sorted(held, key=lambda one: one.page.title) for key, held in stacks.items()},
        {key: once(held) for key, held in found.items()},
    )


def stacks_around() -> dict[int, list[int]]:
    """The live stacks right around each stack that stands in another one; one query."""
    rows = StackMember.objects.filter(stack__live=True, group__page__live=True)
    found: dict[int, list[int]] = defaultdict(list)
    for inside, outside in rows.values_list("stack_id", "group__page_id"):
        found[inside or 0].append(outside)
    return dict(found)


def enclosing(stack: int, around: dict[int, list[int]]) -> list[int]:
    """The stacks around one, at any distance, the nearest first."""
    found: list[int] = []
    pending = [*around.get(stack, ())]
    while pending:
        key = pending.pop(0)
        if key not in found:
            found.append(key)
            pending += around.get(key, ())
    return found


def public_passages(stacks: list[StackPage], hidden: Q) -> dict[int, list[Passage]]:
    """The passages of pathways that anybody may read, by the stack's page id."""
    found = passages(stacks)
    named = {one.outline.page.pk for held in found.values() for one in held}
    public = set(PathwayPage.objects.exclude(hidden).filter(pk__in=named).values_list("pk", flat=True))
    return {key: [one for one in held if one.outline.page.pk in public] for key, held in found.items()}


def once(found: Iterable[Passage]) -> list[Passage]:
    """Each stage of each pathway once, in the order of pathways and stages."""
    by_stage = {(one.outline.page.path, one.stage.number): one for one in found}
    return [by_stage[key] for key in sorted(by_stage)]


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
