"""Plain text is plain: what looks like a tag of HTML is refused, what only compares numbers is not."""

import re

from django.core.exceptions import ValidationError

TAG = re.compile(
    r"""
    <!--                                        # a comment
    | <!doctype\b | <\?xml\b                    # the head of a document
    | </\s*[a-z][\w:-]*\s*>                     # the end of an element
    | <[a-z][\w:-]*\s*/?>                       # an element without attributes
    | <[a-z][\w:-]*\s+[a-z_:@][\w:.@-]*\s*=     # an element with an attribute that has a value
    | <[a-z][\w:-]*\s[^<>]*=\s*["'][^<>]*>      # one with attributes that have none before it
    """,
    re.IGNORECASE | re.VERBOSE,
)
NAME = re.compile(r"</?\s*[!?]?[\w:-]+")
MOST_NAMED = 3
SHOWN = 80
"""Signs of a text that was left out which are repeated."""


def tags_in(text: str) -> list[str]:
    """What looks like a tag, in short and each once: `<b>`, `</p>`, `<!-- -->`."""
    return list(dict.fromkeys(short(found[0]) for found in TAG.finditer(text)))


def short(tag: str) -> str:
    """A tag by its name alone."""
    if tag.startswith("<!--"):
        return "<!-- -->"
    named = NAME.match(tag)
    return f"{named[0].lower()}>" if named else tag


def refuse_markup(text: str) -> None:
    """Raise `ValidationError` that names what to take out of a plain text."""
    found = tags_in(str(text))
    if found:
        more = f" and {len(found) - MOST_NAMED} more" if len(found) > MOST_NAMED else ""
        raise ValidationError(
            f"Plain text only: take out {', '.join(found[:MOST_NAMED])}{more}.", code="markup"
        )


def shortened(text: str, most: int = SHOWN) -> str:
    """A text that may be repeated on a page: one line, without NUL, at most so many signs of it."""
    text = " ".join(text.replace("\0", " ").split())
    return text if len(text) <= most else f"{text[:most]} …"
