"""What something costs and how long it takes, as a choice among a few: the same for search and pathways."""

from __future__ import annotations

from decimal import Decimal

from django.db import models

from catalog.totals import StackTotals, Total


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


COST_STEPS = ((Decimal(0), Cost.FREE), (Decimal(50), Cost.UP_TO_50), (Decimal(150), Cost.UP_TO_150))
HOUR_STEPS = ((Decimal(5), Hours.UP_TO_5), (Decimal(15), Hours.UP_TO_15), (Decimal(45), Hours.UP_TO_45))


def price_bracket(usd: Decimal) -> Cost:
    """The bracket of a price that holds for everyone."""
    return next((step for limit, step in COST_STEPS if usd <= limit), Cost.MORE)


def hours_bracket(most: Decimal) -> Hours:
    """The bracket of the most hours stated."""
    return next((step for limit, step in HOUR_STEPS if most <= limit), Hours.MORE)


def cost_of_ways(totals: StackTotals | None) -> Cost | None:
    """The bracket of the cheapest way to finish, where every step of every way states its price."""
    if totals is None:
        return None
    if is_stated_in_full(totals.cost):
        return price_bracket(totals.cost.low)
    free = any(is_stated_in_full(total) and total.low == 0 for _, total in totals.cost_for)
    return Cost.FREE_TO_SOME if free else None


def is_stated_in_full(total: Total) -> bool:
    """Whether every step of every way states the fact."""
    return total.stated and not total.not_stated
