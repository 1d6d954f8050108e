"""What the frame of every page asks of the catalog."""

from __future__ import annotations

from django import template
from django.template.context import Context

from catalog.demonstration import hold_back

register = template.Library()


@register.simple_tag(takes_context=True)
def hold_back_from_search(context: Context) -> bool:
    """Whether the page asks search engines to stay away, as a site with made-up records does."""
    request = context.get("request")
    return hold_back(request) if request else False
