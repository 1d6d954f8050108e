"""What the head of a page says of it."""

from django import template

from home import describing

register = template.Library()


@register.simple_block_tag
def one_line(content: str) -> str:
    """The block as plain text in one line: {% one_line as name %}…{% endone_line %}."""
    return describing.plain_line(content)


@register.simple_block_tag
def described(content: str) -> str:
    """The block as a description: each of its lines is a sentence, and those that fit are taken."""
    return describing.described(content)
