"""The map of a pathway, and what its three forms share."""

from __future__ import annotations

from django import template
from django.http import HttpRequest
from django.utils.safestring import SafeString

from catalog.templatetags.decision_tags import Marks, asked_day
from catalog.templatetags.pile_tags import pile_svg
from pathways.drawing import layout
from pathways.drawing.map import Line
from pathways.drawing.road import Road, RoadStack
from pathways.drawing.sample import sample_road
from pathways.standing import marks_of

register = template.Library()

register.simple_tag(layout.layout, name="road_map")
register.simple_tag(sample_road)


@register.simple_tag(takes_context=True)
def road_marks(context: template.Context, road: Road) -> Marks:
    """The statuses of the stacks of a road's stages with the site's board, on the day asked for."""
    request: HttpRequest | None = context.get("request")
    return marks_of([road], request, asked_day(context).on)


@register.filter
def map_box(line: Line) -> str:
    """The coordinates that a line's drawing covers."""
    return f"0 0 {line.width:g} {line.height:g}"


@register.filter
def prefixed(address: str, prefix: str | None) -> str:
    """An address with this before the name of a place on the same page; any other address as it is."""
    return f"#{prefix}{address[1:]}" if prefix and address.startswith("#") else address


@register.simple_tag
def stack_pile(stack: RoadStack) -> SafeString:
    """The pile under a stack's card."""
    return pile_svg(stack.pile, "normal")
