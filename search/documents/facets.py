"""The values a record has under each facet. What a kind cannot state it has no entry for."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from django.db import models
from django.utils.text import slugify

from catalog.brackets import Cost, cost_of_ways, hours_bracket, price_bracket
from catalog.enums import Grade
from catalog.in_force import Force
from catalog.models import MicroCredentialPage, StackPage
from catalog.totals import StackTotals
from catalog.wording import sentence_case
from pathways.models import PriorityPage
from search.documents.base import Choice
from search.query import NOT_STATED

Choices = tuple[Choice, ...]
UNKNOWN: Choices = (Choice(NOT_STATED, "Not stated"),)


GRADES = {grade.value: Choice(grade.value, f"Grade {grade}" if grade.isdigit() else grade) for grade in Grade}


def chosen(member: models.TextChoices) -> Choices:
    """One value of a closed list."""
    return (Choice(str(member.value), str(member.label)),)


def labeled(choices: type[models.TextChoices], codes: Iterable[str]) -> Choices:
    """Codes of a closed list, in its order, or “not stated”."""
    named = set(codes)
    return (
        tuple(Choice(slugify(one.value), str(one.label)) for one in choices if one.value in named) or UNKNOWN
    )


def grades(codes: Iterable[str]) -> Choices:
    """Single grades."""
    named = set(codes)
    return tuple(choice for code, choice in GRADES.items() if code in named) or UNKNOWN


def priorities(chains: Iterable[Iterable[PriorityPage]]) -> Choices:
    """Priorities with all above them: a parent includes its children."""
    found = {page.slug: Choice(page.slug, page.title) for chain in chains for page in chain}
    return tuple(found.values()) or UNKNOWN


def topics(pages: Iterable[MicroCredentialPage]) -> Choices:
    """Topics of micro-credentials."""
    found = {page.topic.slug: Choice(page.topic.slug, page.topic.name) for page in pages if page.topic}
    return tuple(found.values()) or UNKNOWN


def issuer(page: MicroCredentialPage | StackPage) -> Choices:
    """Who awards it."""
    return (Choice(page.issuer.slug, page.issuer.title),)


def credential_cost(page: MicroCredentialPage) -> Choices:
    """By its price; what is free for a group only is never free to everyone."""
    if page.cost_usd is None:
        return UNKNOWN
    if page.cost_usd == 0 and page.cost_applies_to:
        return chosen(Cost.FREE_TO_SOME)
    return chosen(price_bracket(page.cost_usd))


def stack_cost(totals: StackTotals | None) -> Choices:
    """By the cheapest way to finish, where every step states its price."""
    bracket = cost_of_ways(totals)
    return chosen(bracket) if bracket else UNKNOWN


def hours(most: Decimal | None) -> Choices:
    """By the most hours stated."""
    return UNKNOWN if most is None else chosen(hours_bracket(most))


def recognition(kind: str, *, counts: bool, force: Force) -> Choices:
    """What it counts for; what has ended or not begun, and background, count for nothing."""
    if not counts:
        return BACKGROUND
    return (Choice(slugify(kind), sentence_case(kind)),) if force.counts else AGO_OR_AHEAD[force]


AGO_OR_AHEAD: dict[Force, Choices] = {
    Force.ENDED: (Choice("ended", "Ended: it no longer counts"),),
    Force.NOT_BEGUN: (Choice("not-begun", "Not begun: it does not count yet"),),
}

BACKGROUND: Choices = (Choice("background", "Background: nothing that one earns"),)
