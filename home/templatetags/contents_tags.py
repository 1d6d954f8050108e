"""The list of a page's own sections."""

from __future__ import annotations

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from home.contents import FEWEST, HERE, with_anchors

register = template.Library()


@register.simple_tag
def on_this_page() -> SafeString:
    """Where the list of sections stands."""
    return SafeString(HERE)


@register.simple_block_tag
def with_contents(content: str) -> SafeString:
    """The page with the list of its sections, where it asks for one and is long enough for it."""
    if HERE not in content:
        return SafeString(content)
    html, sections = with_anchors(content)
    if len(sections) < FEWEST:
        return SafeString(content.replace(HERE, "", 1))
    nav = render_to_string("components/on_this_page.html", {"sections": sections})
    return SafeString(html.replace(HERE, nav, 1))
