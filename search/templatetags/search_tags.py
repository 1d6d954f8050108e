"""What templates of search ask for."""

from django import template
from django.utils.safestring import SafeString

from catalog.piles import Pile
from catalog.templatetags.pile_tags import pile_svg

register = template.Library()


@register.simple_tag
def drawn(pile: Pile) -> SafeString:
    """A pile read back from a document."""
    return pile_svg(pile, "normal")
