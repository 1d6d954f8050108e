"""What templates of every app ask for: facts in words, and the frame of the page."""

from __future__ import annotations

import json
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django import template
from django.http import HttpRequest
from django.template.context import Context
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString
from wagtail.models import Page

from home import asking, breaking, numbers, shell, wording
from home.addresses import absolute
from home.alphabet import title_key
from home.enums import GuideAudience
from home.models import BasePage, GuidePage
from home.numbers import Number
from home.querysets import for_everybody

register = template.Library()

NONE = format_html('<span class="none">{}</span>', numbers.NOT_STATED)
MOST_GUIDES = 6
"""Guides that a page which found nothing offers."""
ESCAPES = {ord(">"): "\\u003E", ord("<"): "\\u003C", ord("&"): "\\u0026"}


@register.filter
def lookup(mapping: Mapping[Any, Any], key: Any) -> Any:
    """The value under a key, or None."""
    return mapping.get(key)


@register.filter
def or_not_stated(value: Any) -> Any:
    """The value, or “not stated” in quiet words for None and what is empty. Zero and False are stated."""
    if value is None or value == numbers.NOT_STATED:
        return NONE
    if not isinstance(value, (bool, int, float, Decimal)) and not value:
        return NONE
    return value


@register.filter
def breakable(value: Any) -> Any:
    """Text whose addresses may go on in the next line after their dots; anything else as it is."""
    return (
        breaking.breakable(value) if isinstance(value, str) and not isinstance(value, SafeString) else value
    )


register.filter(asking.told)
register.filter(absolute)


@register.simple_tag
def not_stated() -> SafeString:
    """The words for what is not known."""
    return NONE


def in_figures(text: str) -> SafeString:
    """Text with figures that line up."""
    return format_html('<span class="num">{}</span>', text)


@register.simple_tag
def span(low: Number | None, high: Number | None = None, unit: str = "") -> SafeString:
    """A range with its unit, or “not stated”: {% span 20 60 "hours" %} is “20 to 60 hours”."""
    return NONE if low is None else in_figures(numbers.span_text(low, high, unit))


@register.simple_tag
def money_span(low: Number | None, high: Number | None = None) -> SafeString:
    """A range of US dollars, or “not stated”."""
    return NONE if low is None else in_figures(numbers.money_span_text(low, high))


@register.filter
def money(value: Number | None) -> SafeString:
    """US dollars, or “not stated”: “$20”, “$12.50”, “$0”."""
    return money_span(value)


@register.filter
def num(value: Number | None) -> SafeString:
    """A number, or “not stated”."""
    return span(value)


@register.filter
def counted(value: int, nouns: str) -> str:
    """A number and its noun: {{ 2|counted:"stack" }} is “2 stacks”; “competency,competencies” gives both."""
    one, _, many = nouns.partition(",")
    return f"{numbers.number_text(value)} {numbers.noun_for(value, one, many)}"


@register.filter
def two_lines(headline: str) -> SafeString:
    """A headline with a line break after its first colon."""
    first, colon, rest = headline.partition(": ")
    if not colon:
        return escape(headline)
    return format_html('<span class="line">{}: </span><span class="line">{}</span>', first, rest)


@register.simple_tag(takes_context=True)
def page_shell(context: Context) -> shell.Shell:
    """Settings and navigation around the page."""
    request = context.get("request")
    return shell.shell_for(request) if request else shell.Shell()


@register.filter
def looked_for_mail(looked_for: str, request: HttpRequest) -> str:
    """What a visitor's mail says who found nothing: what was looked for, and on which page."""
    return wording.looked_for_mail(looked_for, absolute(request.path))


@register.simple_tag
def guides_to_read() -> list[GuidePage]:
    """The first guides that are open to everybody, those for teachers before others, from A to Z."""
    order = {audience: place for place, audience in enumerate(GuideAudience.values)}
    pages = GuidePage.objects.filter(for_everybody())
    found = sorted(pages, key=lambda page: (order.get(page.audience, len(order)), title_key(page.title)))
    return found[:MOST_GUIDES]


@register.simple_tag(takes_context=True)
def breadcrumbs(context: Context) -> tuple[shell.Link, ...]:
    """What stands above the page or record."""
    request: HttpRequest | None = context.get("request")
    if request is None:
        return ()
    return shell.trail(request, context.get("page"), is_record="record" in context)


@register.simple_tag(takes_context=True)
def canonical(context: Context) -> str:
    """The page's one address: without parameters, but with the number of a list's later page."""
    request: HttpRequest = context["request"]
    shown = context.get("shown")
    tail = f"?page={shown.number}" if shown and shown.number > 1 else ""
    return absolute(f"{request.path}{tail}")


@register.simple_tag
def linked_data(page: BasePage | None) -> SafeString:
    """The page's facts for machines (JSON-LD), or nothing where it states none."""
    read = getattr(page, "linked_data", None)
    found = read() if read else None
    if not found:
        return SafeString()
    text = json.dumps(found, ensure_ascii=False, default=str).translate(ESCAPES)
    return format_html('<script type="application/ld+json">{}</script>', SafeString(text))


@register.simple_tag
def public_related(page: Page, field: str) -> Page | None:
    """The page that another one names in a field, where everybody may read it; one query at the most."""
    key = getattr(page, f"{field}_id")
    model = page._meta.get_field(field).related_model
    found: Page | None = model.objects.filter(for_everybody(), pk=key).first() if key else None
    return found
