"""What search engines and previews of shared links show of a page: whole sentences, as many as fit."""

from __future__ import annotations

from html import unescape

from django.utils.html import strip_tags

MOST = 160
"""Signs that a search engine shows."""
LEAST_WORDS = 60
"""A text that is cut keeps at least so many signs before the cut goes through a word."""
ENDS = (".", "!", "?", "…", "”")


def plain_line(html: str) -> str:
    """HTML as one line of text."""
    return " ".join(unescape(strip_tags(html)).split())


def described(html: str) -> str:
    """The lines of a text as sentences, as many as fit: the first one always, cut where it is too long."""
    first, *rest = [*filter(None, map(plain_line, html.splitlines())), ""]
    found = cut(sentence(first))
    for line in filter(None, rest):
        if len(longer := f"{found} {sentence(line)}") <= MOST:
            found = longer
    return found


def sentence(line: str) -> str:
    """A line with a full stop, unless it ends otherwise."""
    return line if not line or line.endswith(ENDS) else f"{line}."


def cut(text: str) -> str:
    """As much of a text as fits, to the end of a word."""
    if len(text) <= MOST:
        return text
    kept = text[: MOST - 1]
    end = kept.rfind(" ")
    return f"{kept[: end if end >= LEAST_WORDS else MOST - 1].rstrip(' ,;:–—-')}…"
