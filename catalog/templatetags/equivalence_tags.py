"""What templates ask about equivalences and editions of records."""

from __future__ import annotations

from collections.abc import Iterable

from django import template
from django.template.context import Context

from catalog.editions import Edition
from catalog.equivalents import Equivalents, Standin, day_of, equivalents_of, standins
from catalog.facts import PulledGroup
from catalog.models import MicroCredentialPage
from catalog.templatetags.decision_tags import asked_day
from catalog.wording import EDITIONS
from home.days import span_of_days

register = template.Library()
register.simple_tag(span_of_days)


@register.simple_tag(takes_context=True)
def equivalents(context: Context, page: MicroCredentialPage) -> Equivalents:
    """What a record counts for and what counts for it, on the day that the address asks for."""
    asked = asked_day(context)
    return equivalents_of(page, day_of(context.get("request"), asked.on), asked.on is not None)


@register.simple_tag(takes_context=True)
def member_standins(context: Context, groups: Iterable[PulledGroup]) -> dict[int, list[Standin]]:
    """What counts for the micro-credentials of a pulled-apart pile, and their earlier editions."""
    pages = [member.credential for group in groups for member in group.members if member.credential]
    return standins(pages, day_of(context.get("request"), asked_day(context).on)) if pages else {}


@register.filter
def edition_words(related: Edition) -> str:
    """What an edition is to the record it is told at."""
    return EDITIONS[related][0]
