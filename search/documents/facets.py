"""The values a record has under each facet. What a kind cannot state it has no entry for."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from django.db import models
from django.utils.text import slugify

from catalog.enums import Grade
from catalog.models import MicroCredentialPage, StackPage
from catalog.totals import StackTotals, Total
from catalog.wording import sentence_case
from pathways.models import PriorityPage
from search.documents.base import Choice
from search.query import NOT_STATED

Choices = tuple[Choice, ...]
UNKNOWN: Choices = (Choice(NOT_STATED, "Not stated"),)


class Cost(models.TextChoices):
    """What it costs, as a choice."""

    FREE = "free", "Free to everyone"
    FREE_TO_SOME = "free-to-some", "Free to some"
    UP_TO_50 = "up-to-50", "Up to $50"
    UP_TO_150 = "up-to-150", "Over $50, up to $150"
    MORE = "more", "More than $150"


class Hours(models.TextChoices):
    """How long it takes, as a choice, by the most hours stated."""

    UP_TO_5 = "up-to-5", "Up to 5 hours"
    UP_TO_15 = "up-to-15", "Over 5, up to 15 hours"
    UP_TO_45 = "up-to-45", "Over 15, up to 45 hours"
    MORE = "more", "More than 45 hours"


GRADES = {grade.value: Choice(grade.value, f"Grade {grade}" if grade.isdigit() else grade) for grade in Grade}
COST_STEPS = ((Decimal(0), Cost.FREE), (Decimal(50), Cost.UP_TO_50), (Decimal(150), Cost.UP_TO_150))
HOUR_STEPS = ((Decimal(5), Hours.UP_TO_5), (Decimal(15), Hours.UP_TO_15), (Decimal(45), Hours.UP_TO_45))


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


def price_step(usd: Decimal) -> Choices:
    """The step a price falls into."""
    return chosen(next((step for limit, step in COST_STEPS if usd <= limit), Cost.MORE))


def credential_cost(page: MicroCredentialPage) -> Choices:
    """By its price; what is free for a group only is never free to everyone."""
    if page.cost_usd is None:
        return UNKNOWN
    if page.cost_usd == 0 and page.cost_applies_to:
        return chosen(Cost.FREE_TO_SOME)
    return price_step(page.cost_usd)


def stack_cost(totals: StackTotals | None) -> Choices:
    """By the cheapest way to finish, where every step states its price."""
    if totals is None:
        return UNKNOWN
    if full(totals.cost):
        return price_step(totals.cost.low)
    free = any(full(total) and total.low == 0 for _, total in totals.cost_for)
    return chosen(Cost.FREE_TO_SOME) if free else UNKNOWN


def hours(most: Decimal | None) -> Choices:
    """By the most hours stated."""
    if most is None:
        return UNKNOWN
    return chosen(next((step for limit, step in HOUR_STEPS if most <= limit), Hours.MORE))


def full(total: Total) -> bool:
    """Whether every step of every way states the fact."""
    return total.stated and not total.not_stated


def recognition(kind: str, *, counts: bool) -> Choices:
    """What it counts for; background counts for nothing."""
    return (Choice(slugify(kind), sentence_case(kind)),) if counts else BACKGROUND


BACKGROUND: Choices = (Choice("background", "Background: nothing that one earns"),)
