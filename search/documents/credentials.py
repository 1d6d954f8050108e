"""Documents of micro-credentials and stacks."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial

from catalog.brackets import is_stated_in_full
from catalog.dated_rules import on_day, turns
from catalog.day_wording import offer_mark
from catalog.enums import LicenseType
from catalog.facts import StackFacts, cost_text, facts_of, hours_text, known, stack_facts
from catalog.models import CompetencyAlignment, MicroCredentialPage, StackPage
from catalog.piles import pile_of
from catalog.totals import StackTotals
from catalog.wording import grades_text
from pathways.enums import Level
from pathways.models import StageStack
from search.documents import facets, links
from search.documents.base import (
    ALWAYS,
    Choice,
    Document,
    DocumentKey,
    Kind,
    Meta,
    Part,
    Passage,
    passages,
    plain,
    sources,
)
from search.documents.decided import Decided, decided_about
from search.documents.links import Chain, key_of
from search.documents.spells import spells


def issuer_passage(page: MicroCredentialPage | StackPage) -> Passage:
    """Who awards it."""
    return Passage(Part.ISSUER, page.issuer.title, key_of(Kind.ISSUER, page.issuer_id))


def topic_passage(page: MicroCredentialPage) -> Passage | None:
    """What it is about."""
    return Passage(Part.TOPIC, page.topic.name, DocumentKey("topic", page.topic.pk)) if page.topic else None


def credential_documents(keys: Collection[int]) -> Iterator[Document]:
    """The live and public micro-credentials among these."""
    pages = MicroCredentialPage.objects.live().public().filter(pk__in=keys).select_related("issuer", "topic")
    found = list(pages.prefetch_related("evidence_parts", "rubric"))
    chains = links.credential_chains(keys, links.priority_chains())
    proofs, holders = links.alignments(keys), links.holders(keys)
    decided = decided_about(Kind.MICRO_CREDENTIAL, keys)
    for page in found:
        reading = CredentialReading(
            page,
            chains.get(page.pk, []),
            proofs.get(page.pk, []),
            holders.get(page.pk, []),
            decided[page.pk],
        )
        days = (*page.offering.turns(), *reading.decided.turns)
        yield from spells(days, partial(credential_document, reading))


@dataclass(frozen=True)
class CredentialReading:
    """A micro-credential with all that its document quotes."""

    page: MicroCredentialPage
    chains: list[Chain]
    proofs: list[CompetencyAlignment]
    holders: list[StackPage]
    decided: Decided


def credential_passages(reading: CredentialReading, on: date) -> tuple[Passage, ...]:
    """All that a micro-credential says and quotes on a day, in words."""
    page = reading.page
    return passages(
        issuer_passage(page),
        *links.competency_passages(reading.proofs),
        *links.priority_passages(reading.chains),
        topic_passage(page),
        *(Passage(Part.HOLDER, stack.title, key_of(Kind.STACK, stack.pk)) for stack in reading.holders),
        *reading.decided.passages(on),
        *(Passage(Part.TEXT, text) for text in credential_texts(page)),
    )


def credential_document(reading: CredentialReading, on: date) -> Document:
    """One micro-credential on a day: its own text, and that of all it is linked to."""
    page, decided, said = reading.page, reading.decided, credential_passages(reading, on)
    return Document(
        Kind.MICRO_CREDENTIAL,
        page.pk,
        page.slug,
        page.title,
        page.summary,
        said,
        credential_facets(page, reading.chains),
        page.hours_min,
        None if page.cost_applies_to else page.cost_usd,
        {
            "by": page.issuer.title,
            "meta": credential_meta(page),
            "plates": [["asked", page.slug, 0]],
            "offer": offer_mark(page.offering, on),
            "past": not page.offering.can_be_started(on),
            "demonstration": page.issuer.demonstration,
            "counts_made_up": decided.made_up(on),
        },
        quotes=sources(said) | decided.sources,
        touches=decided.touches | links.keys_of(Kind.STACK, reading.holders),
        spans=decided.spans,
    )


def credential_texts(page: MicroCredentialPage) -> list[str]:
    """Everything else that it says in words."""
    parts = [f"{part.title} {part.description}" for part in page.evidence_parts.all()]
    rubric = [f"{row.title} {row.meets}" for row in page.rubric.all()]
    own = [page.competency_statement, plain(page.method), plain(page.research), page.evidence_kind]
    return [*own, *parts, *rubric, page.audience, page.scoring, page.accommodations]


def credential_facets(page: MicroCredentialPage, chains: list[Chain]) -> dict[str, tuple[Choice, ...]]:
    """Its values under each facet."""
    return {
        "kind": facets.chosen(Kind.MICRO_CREDENTIAL),
        "priority": facets.priorities(chains),
        "grade": facets.grades(page.grades),
        "topic": facets.topics([page]),
        "issuer": facets.issuer(page),
        "audience": facets.labeled(LicenseType, page.license_types),
        "cost": facets.credential_cost(page),
        "hours": facets.hours(page.hours_max),
    }


def credential_meta(page: MicroCredentialPage) -> list[Meta]:
    """The facts a teacher decides by."""
    return [
        ("Grades", grades_text(page.grades)),
        ("Hours", known(hours_text(page))),
        ("Cost", known(cost_text(page))),
    ]


@dataclass(frozen=True)
class StackReading:
    """A stack with all that its document quotes, itself and the stacks inside it taken together.

    `inside` and `credentials` are open to everybody; `depends` names all that its rule is made of.
    """

    facts: StackFacts
    inside: list[StackPage]
    credentials: list[MicroCredentialPage]
    depends: frozenset[DocumentKey]
    chains: list[Chain]
    proofs: list[CompetencyAlignment]
    stages: list[StageStack]
    holders: list[StackPage]
    decided: Decided


def stack_documents(keys: Collection[int]) -> Iterator[Document]:
    """The live and public stacks among these."""
    pages = StackPage.objects.live().public().filter(pk__in=keys).select_related("issuer")
    for reading in read_stacks(stack_facts(pages, ALWAYS)):
        days = (*turns([reading.facts.rule]), *reading.decided.turns)
        yield from spells(days, partial(stack_document, reading))


def read_stacks(found: list[StackFacts]) -> Iterator[StackReading]:
    """All that these stacks quote, in a number of queries that does not depend on rows."""
    parts = links.parts_of(found)
    keys = [page.pk for page in parts.credentials.values()]
    all_chains = links.priority_chains()
    chains, proofs = links.credential_chains(keys, all_chains), links.alignments(keys)
    own = {facts.page.pk for facts in found}
    stages = links.stages_naming(own | {page.pk for page in parts.stacks.values()})
    holders, decided = stack_holders(own), decided_about(Kind.STACK, own)
    for facts in found:
        members, inside = parts.credentials_in(facts), parts.stacks_in(facts)
        naming = [row for page in (facts.page, *inside) for row in stages.get(page.pk, [])]
        leading = [all_chains[key] for row in naming if (key := row.stage.page.priority_id) in all_chains]
        yield StackReading(
            facts,
            [page for page in inside if page.pk in parts.visible],
            [page for page in members if page.pk in parts.visible],
            frozenset(links.keys_of(Kind.MICRO_CREDENTIAL, members) | links.keys_of(Kind.STACK, inside)),
            [*(chain for page in members for chain in chains.get(page.pk, [])), *leading],
            [row for page in members for row in proofs.get(page.pk, [])],
            naming,
            holders.get(facts.page.pk, []),
            decided[facts.page.pk],
        )


def stack_holders(keys: Collection[int]) -> dict[int, list[StackPage]]:
    """The live stacks that name each of these stacks as a member."""
    found: dict[int, list[StackPage]] = {}
    rows = (
        StackPage.objects.live().public().filter(groups__members__stack__in=keys).order_by("title").distinct()
    )
    for page, inner in rows.values_list("pk", "groups__members__stack"):
        found.setdefault(inner, []).append(page)
    pages = StackPage.objects.in_bulk({page for held in found.values() for page in held})
    return {inner: [pages[page] for page in held] for inner, held in found.items()}


def stack_passages(reading: StackReading, on: date) -> tuple[Passage, ...]:
    """Members, and whom and what it is linked to on a day."""
    pathways = {row.stage.page.pk: row.stage.page for row in reading.stages}
    named_topics = {page.topic_id: topic_passage(page) for page in reading.credentials}
    return passages(
        *links.credential_passages(reading.credentials),
        *(Passage(Part.MEMBER, page.title, key_of(Kind.STACK, page.pk)) for page in reading.inside),
        issuer_passage(reading.facts.page),
        *links.competency_passages(reading.proofs),
        *links.priority_passages(reading.chains),
        *(Passage(Part.PATHWAY, page.title, key_of(Kind.PATHWAY, page.pk)) for page in pathways.values()),
        *(Passage(Part.HOLDER, page.title, key_of(Kind.STACK, page.pk)) for page in reading.holders),
        *named_topics.values(),
        *reading.decided.passages(on),
        *(Passage(Part.TEXT, group.label) for group in reading.facts.rule.groups),
    )


def stack_document(reading: StackReading, on: date) -> Document:
    """One stack on a day: its own text, its members', and that of all they are linked to."""
    facts = facts_of(reading.facts.page, on_day(reading.facts.rule, on), on)
    page, totals = facts.page, facts.totals
    said = stack_passages(reading, on)
    holders = links.keys_of(Kind.STACK, reading.holders)
    pathways = {*(key_of(Kind.PATHWAY, row.stage.page_id) for row in reading.stages)}
    return Document(
        Kind.STACK,
        page.pk,
        page.slug,
        page.title,
        page.summary,
        said,
        stack_facets(reading, totals),
        totals.hours.low if totals and is_stated_in_full(totals.hours) else None,
        totals.cost.low if totals and is_stated_in_full(totals.cost) else None,
        {
            "by": page.issuer.title,
            "rule": f"{facts.short}." if page.is_selection else facts.sentence,
            "meta": stack_meta(facts),
            "plates": [] if page.is_selection else stack_plates(facts),
            "selection": page.is_selection,
            "size": len(facts.rule.credentials()),
            "demonstration": page.issuer.demonstration,
            "counts_made_up": reading.decided.made_up(on),
        },
        quotes=sources(said) | reading.depends | reading.decided.sources,
        touches=frozenset(reading.depends | holders | pathways | reading.decided.touches),
        spans=reading.decided.spans,
    )


def stack_plates(facts: StackFacts) -> list[list[str | int]]:
    """The plates of its pile, as plain lists."""
    return [[plate.state.value, plate.step, plate.group] for plate in pile_of(facts.rule).thinned().plates]


def stack_facets(reading: StackReading, totals: StackTotals | None) -> dict[str, tuple[Choice, ...]]:
    """Its values under each facet; what it is about is what its members are about."""
    return {
        "kind": facets.chosen(Kind.STACK),
        "priority": facets.priorities(reading.chains),
        "grade": facets.grades(grade for page in reading.credentials for grade in page.grades),
        "topic": facets.topics(reading.credentials),
        "level": facets.labeled(
            Level, (row.stage.level for row in reading.stages if row.stack_id == reading.facts.page.pk)
        ),
        "issuer": facets.issuer(reading.facts.page),
        "cost": facets.stack_cost(totals),
        "hours": facets.hours(totals.hours.high if totals and is_stated_in_full(totals.hours) else None),
    }


def stack_meta(facts: StackFacts) -> list[Meta]:
    """Totals over all ways to finish; a selection has none."""
    if facts.page.is_selection:
        return []
    costs = [(line.label, known(line.text)) for line in facts.costs]
    return [("Hours", known(facts.hours)), *costs]
