"""Which records have which value of which facet, asked of the catalog's own tables and of nothing else."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.utils.text import slugify

from catalog.enums import Grade
from catalog.models import (
    Competency,
    Decision,
    District,
    IssuerPage,
    Jurisdiction,
    MicroCredentialPage,
    Recognition,
    StackMember,
    StackPage,
)
from catalog.queries import stack_rules
from catalog.rules import Stack
from catalog.totals import totals
from home.models import GlossaryTerm, GuidePage
from pathways.models import PathwayPage, PriorityLink, PriorityPage, RolePage, StageStack

Record = tuple[str, int]
Plain = dict[str, dict[str, set[Record]]]

KINDS = {
    "priority": PriorityPage,
    "pathway": PathwayPage,
    "stack": StackPage,
    "micro-credential": MicroCredentialPage,
    "role": RolePage,
    "guide": GuidePage,
    "issuer": IssuerPage,
    "recognition": Recognition,
    "competency": Competency,
    "glossary": GlossaryTerm,
    "district": District,
}
UNKNOWN = "not-stated"

OUTCOMES = {
    "approve": "approved",
    "conditional": "conditional",
    "decline": "not-approved",
    "withdraw": "not-approved",
}
UNDECIDED = "no-decision"


def live(kind: str) -> set[Record]:
    """All records of a kind that visitors may see."""
    model: Any = KINDS[kind]
    rows = model.objects.live() if hasattr(model.objects, "live") else model.objects.all()
    if model is Recognition:
        rows = rows.exclude(pk__in=corrected(Recognition))
    return {(kind, key) for key in rows.values_list("pk", flat=True)}


def corrected(model: Any) -> list[int]:
    """What another row stands in the place of."""
    return list(model.objects.exclude(supersedes=None).values_list("supersedes", flat=True))


def credentials(**facts: object) -> set[Record]:
    """Live micro-credentials with these facts."""
    rows = MicroCredentialPage.objects.live().filter(**facts)
    return {("micro-credential", key) for key in rows.values_list("pk", flat=True)}


def inside(stack: int) -> tuple[set[int], set[int]]:
    """Micro-credentials and stacks in a stack at any depth, itself among them."""
    pages, stacks, waiting = set[int](), {stack}, [stack]
    while waiting:
        rows = StackMember.objects.filter(group__page=waiting.pop())
        pages |= set(rows.filter(credential__live=True).values_list("credential", flat=True))
        new = set(rows.filter(stack__live=True).values_list("stack", flat=True)) - stacks
        stacks |= new
        waiting += new
    return pages, stacks


def of_stacks(of_credentials: dict[str, set[Record]]) -> dict[str, set[Record]]:
    """Stacks have what their members have."""
    found: dict[str, set[Record]] = defaultdict(set)
    for stack in StackPage.objects.live():
        pages, _ = inside(stack.pk)
        for value, records in of_credentials.items():
            if value != UNKNOWN and pages & {key for _, key in records}:
                found[value].add(("stack", stack.pk))
    return found


def with_unknown(found: dict[str, set[Record]], kinds: Iterable[str]) -> dict[str, set[Record]]:
    """What of these kinds has no value is “not stated”."""
    everything = set().union(*(live(kind) for kind in kinds))
    rest = everything - set().union(*found.values())
    return {value: records for value, records in {**found, UNKNOWN: rest}.items() if records}


def merged(*parts: dict[str, set[Record]]) -> dict[str, set[Record]]:
    """All of these, value by value."""
    found: dict[str, set[Record]] = defaultdict(set)
    for part in parts:
        for value, records in part.items():
            found[value] |= records
    return found


def grade() -> dict[str, set[Record]]:
    """A record for PK to 5 is found under grade 2."""
    named = {code: credentials(grades__contains=f",{code},") for code in Grade.values}
    return with_unknown(merged(named, of_stacks(named)), ("micro-credential", "stack"))


def topic() -> dict[str, set[Record]]:
    """The data's area."""
    slugs = set(MicroCredentialPage.objects.exclude(topic=None).values_list("topic__slug", flat=True))
    named = {slug: credentials(topic__slug=slug) for slug in slugs}
    return with_unknown(merged(named, of_stacks(named)), ("micro-credential", "stack"))


def issuer() -> dict[str, set[Record]]:
    """Who awards it."""
    found: dict[str, set[Record]] = defaultdict(set)
    for page in (*MicroCredentialPage.objects.live(), *StackPage.objects.live()):
        found[page.issuer.slug].add((page.kind, page.pk))
    return found


def priority() -> dict[str, set[Record]]:
    """A parent includes its children; a stack addresses one when a member does, or a pathway naming it."""
    found: dict[str, set[Record]] = {}
    for page in PriorityPage.objects.live():
        family = {page.pk, *PriorityPage.objects.filter(parent_priority=page).values_list("pk", flat=True)}
        linked = set(PriorityLink.objects.filter(priority__in=family).values_list("page", flat=True))
        pathways = set(PathwayPage.objects.live().filter(priority__in=family).values_list("pk", flat=True))
        named = set(StageStack.objects.filter(stage__page__in=pathways).values_list("stack", flat=True))
        held = {stack.pk: inside(stack.pk) for stack in StackPage.objects.live()}
        found[page.slug] = {
            *(("pathway", key) for key in pathways),
            *(record for record in credentials() if record[1] in linked),
            *(("stack", key) for key, (pages, stacks) in held.items() if pages & linked or stacks & named),
        }
    return with_unknown(found, ("micro-credential", "stack", "pathway"))


def level() -> dict[str, set[Record]]:
    """The stages that name a stack, and a pathway's own."""
    found: dict[str, set[Record]] = defaultdict(set)
    rows = StageStack.objects.filter(stage__page__live=True, stack__live=True)
    for value, stack, pathway in rows.values_list("stage__level", "stack", "stage__page"):
        found[value] |= {("stack", stack), ("pathway", pathway)}
    return with_unknown(found, ("stack", "pathway"))


def price(usd: Decimal) -> str:
    """The step of a price."""
    steps = ((0, "free"), (50, "up-to-50"), (150, "up-to-150"))
    return next((step for most, step in steps if usd <= most), "more")


def cost() -> dict[str, set[Record]]:
    """What it costs; what is free for a group is never free for everyone."""
    found: dict[str, set[Record]] = defaultdict(set)
    for page in MicroCredentialPage.objects.live().exclude(cost_usd=None):
        some = page.cost_usd == 0 and page.cost_applies_to
        found["free-to-some" if some else price(page.cost_usd)].add((page.kind, page.pk))
    for page, rule in rules():
        total = totals(rule)
        if total and total.cost.stated and not total.cost.not_stated:
            found[price(total.cost.low)].add((page.kind, page.pk))
        elif total and any(one.stated and not one.not_stated and not one.low for _, one in total.cost_for):
            found["free-to-some"].add((page.kind, page.pk))
    return with_unknown(found, ("micro-credential", "stack"))


def rules() -> list[tuple[StackPage, Stack]]:
    """Stacks that have totals, with their rules."""
    stacks = [page for page in StackPage.objects.live() if not page.is_selection]
    found = stack_rules(stacks)
    return [(page, found[page.pk]) for page in stacks]


def hours() -> dict[str, set[Record]]:
    """The most hours stated."""
    steps = ((5, "up-to-5"), (15, "up-to-15"), (45, "up-to-45"))
    found: dict[str, set[Record]] = defaultdict(set)
    stated = {(page.kind, page.pk): page.hours_max for page in MicroCredentialPage.objects.live()}
    for page, rule in rules():
        total = totals(rule)
        known = total and total.hours.stated and not total.hours.not_stated
        stated[(page.kind, page.pk)] = total.hours.high if total and known else None
    for record, most in stated.items():
        if most is not None:
            found[next((step for limit, step in steps if most <= limit), "more")].add(record)
    return with_unknown(found, ("micro-credential", "stack"))


def audience() -> dict[str, set[Record]]:
    """License types of a micro-credential, teachers of a pathway, readers of a guide."""
    found: dict[str, set[Record]] = defaultdict(set)
    for page in MicroCredentialPage.objects.live():
        for code in page.license_types:
            found[code].add((page.kind, page.pk))
    for pathway in PathwayPage.objects.live().exclude(audience=""):
        found[slugify(pathway.audience)].add((pathway.kind, pathway.pk))
    for guide in GuidePage.objects.live():
        found[guide.audience].add((guide.kind, guide.pk))
    return with_unknown(found, ("micro-credential", "pathway", "guide"))


def recognition() -> dict[str, set[Record]]:
    """What a row counts for."""
    found: dict[str, set[Record]] = defaultdict(set)
    for row in Recognition.objects.exclude(pk__in=corrected(Recognition)):
        value = slugify(row.kind) if row.row_class == "counts_for" else "background"
        found[value].add(("recognition", row.pk))
    return found


def decisions(board: Jurisdiction) -> dict[Record, list[Decision]]:
    """What a board decided about live records and did not correct, as it was recorded."""
    found: dict[Record, list[Decision]] = defaultdict(list)
    rows = Decision.objects.filter(jurisdiction=board).exclude(pk__in=corrected(Decision))
    for row in rows.order_by("pk"):
        page = row.credential or row.stack
        if page and page.live:
            found[page.kind, page.pk].append(row)
    return found


YES = ("approved", "conditional")


def covers(row: Decision, on: date) -> bool:
    """Whether a day is among those of a decision."""
    return row.effective_from <= on and (row.effective_until is None or row.effective_until >= on)


def said_on(rows: list[Decision], on: date) -> str:
    """What the decisions say of one day by itself: each that began takes the place of the one before."""
    word, begun = UNDECIDED, (date.min, date.min)
    for row in rows:
        if row.effective_from <= on and (row.effective_from, row.decided_on) >= begun:
            word = OUTCOMES[row.outcome] if covers(row, on) else "ended"
            begun = (row.effective_from, row.decided_on)
    return word


def statuses_of(rows: list[Decision], on: date) -> tuple[str, list[str]]:
    """What the decisions say of a day in one word, and all words that hold.

    What was decided by then counts, and what covers the day; a yes that some day up to 91 days later is none
    ends soon.
    """
    told = [row for row in rows if row.decided_on <= on or covers(row, on)]
    word = said_on(told, on)
    if word not in YES:
        return word, [word]
    soon = any(said_on(told, on + timedelta(days=number)) not in YES for number in range(1, 92))
    narrower = [*(["conditional"] if word == "conditional" else []), *(["ending-soon"] if soon else [])]
    return "ending-soon" if soon and word == "approved" else word, ["approved", *narrower]


def one_word(board: Jurisdiction, on: date) -> dict[Record, str]:
    """What a board's decisions say of a day in one word about each record it decided about."""
    return {record: statuses_of(rows, on)[0] for record, rows in decisions(board).items()}


def status(board: Jurisdiction, on: date) -> dict[str, set[Record]]:
    """Every word that holds by a board's decisions, day by day; nothing when it decided nothing."""
    found: dict[str, set[Record]] = defaultdict(set)
    for record, rows in decisions(board).items():
        for word in statuses_of(rows, on)[1]:
            found[word].add(record)
    if found:
        decided = set().union(*(records for word, records in found.items() if word != UNDECIDED))
        found[UNDECIDED] = (live("micro-credential") | live("stack")) - decided
    return found


def plain_values() -> Plain:
    """Every value of every facet that does not depend on the day."""
    return {
        "kind": {kind: records for kind in KINDS if (records := live(kind))},
        "priority": priority(),
        "grade": grade(),
        "topic": topic(),
        "level": level(),
        "audience": audience(),
        "cost": cost(),
        "hours": hours(),
        "issuer": issuer(),
        "recognition": recognition(),
    }
