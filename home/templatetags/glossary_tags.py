"""Prose with the words of the glossary linked."""

from __future__ import annotations

from django import template
from django.http import HttpRequest
from django.template.context import Context
from django.utils.safestring import SafeString

from home.glossary import TermLinks
from home.models import GlossaryTerm

register = template.Library()

KEY = "stackway_term_links"


def links_for(request: HttpRequest) -> TermLinks:
    """The links of this request's page. The glossary is asked for once, and only by a page with prose."""
    kept: dict[str, TermLinks] = vars(request)
    if KEY not in kept:
        kept[KEY] = TermLinks(GlossaryTerm.named())
    return kept[KEY]


@register.simple_block_tag(takes_context=True)
def term_links(context: Context, content: str, own: str = "") -> SafeString:
    """The block with each term linked where the page first uses it; `own` is the page's own term."""
    request: HttpRequest | None = context.get("request")
    return SafeString(links_for(request).link(content, own) if request else content)
