"""The script of maps, with what it needs to tell what counts of what a browser keeps as held."""

from __future__ import annotations

import json

from django import template
from django.template.context import Context
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString

from catalog.equivalents import day_of
from catalog.standing import site_jurisdiction
from catalog.templatetags.decision_tags import asked_day
from pathways import queries
from pathways.editions import editions_by_slug
from pathways.equivalents import ANY_BOARD, in_force, standing_in

register = template.Library()


@register.simple_tag(takes_context=True)
def map_script(context: Context) -> SafeString:
    """The script that marks maps; what stands in for members of stacks on pathways goes with it."""
    request = context.get("request")
    board = site_jurisdiction(request) if request else None
    graph = queries.current()
    members = {slug for stack in graph.passages for slug in graph.stacks[stack].rule.credentials()}
    said = in_force(
        graph.equivalents, day_of(request, asked_day(context).on), board.pk if board else ANY_BOARD
    )
    found = standing_in(members, said, editions_by_slug(graph))
    return format_html(
        '<script type="module" src="{}" data-counts="{}" data-undecided="{}"></script>',
        static("js/map.js"),
        json.dumps(found.counts),
        json.dumps(found.undecided),
    )
