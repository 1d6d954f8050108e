"""What templates of search ask for."""

from django import template
from django.utils.safestring import SafeString

from catalog.piles import Pile
from catalog.templatetags.pile_tags import pile_svg
from catalog.timeline import Status

register = template.Library()

ICONS = {
    Status.APPROVED: "ok",
    Status.CONDITIONAL: "cond",
    Status.ENDING_SOON: "soon",
    Status.ENDED: "end",
    Status.NOT_APPROVED: "no",
    Status.NO_DECISION: "none",
}


@register.filter
def status_icon(status: Status) -> str:
    """The sign of a status."""
    return ICONS[status]


@register.simple_tag
def drawn(pile: Pile) -> SafeString:
    """A pile read back from a document."""
    return pile_svg(pile, "normal")
