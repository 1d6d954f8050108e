"""In what order titles stand from A to Z, and under which letter. Plain data in, plain data out."""

from typing import Any

from home.folding import folded

OTHER = "0–9"


def plain(text: str) -> str:
    """Folded, in single spaces and without leading punctuation, so that “Élan” stands under E."""
    return " ".join(folded(text).split()).lstrip(" \"'¿¡([.,-")


def letter_of(title: str) -> str:
    """The heading a title stands under: a letter of any script, or one for digits and signs."""
    first = plain(title)[:1].upper()
    return first if first.isalpha() else OTHER


def title_key(title: str) -> tuple[bool, str]:
    """Digits before letters, letters by plain spelling."""
    return (letter_of(title) != OTHER, plain(title))


def titled(entry: Any) -> tuple[bool, str]:
    """The key by which pages and records stand from A to Z."""
    return title_key(entry.title)
