"""The links of a page to its own sections, read from its headings, so that no page lists them twice."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from html import unescape

from django.utils.html import strip_tags
from django.utils.text import slugify

HERE = "<!-- on this page -->"
"""Stands in a page where its list of sections is wanted."""
FEWEST = 3
"""A page of fewer sections is read without a list of them."""
HEADING = re.compile(r"<h2\b([^>]*)>(.*?)</h2>", re.DOTALL)
ID = re.compile(r"""\bid=["']([^"']+)["']""")
UNLISTED = re.compile(r'\bclass="[^"]*\bvh\b|\bdata-unlisted\b')


@dataclass(frozen=True, slots=True)
class Section:
    """A section of a page: its heading and the place it has there."""

    title: str
    anchor: str


def with_anchors(html: str) -> tuple[str, list[Section]]:
    """The page with a place at every heading of its sections, and the sections.

    A heading that is for screen readers only, or says `data-unlisted`, is left alone.
    """
    taken = set(ID.findall(html))
    sections: list[Section] = []

    def anchored(heading: re.Match[str]) -> str:
        attributes, inside = heading.groups()
        title = " ".join(unescape(strip_tags(inside)).split())
        if UNLISTED.search(attributes) or not title:
            return heading[0]
        found = ID.search(attributes)
        anchor = found[1] if found else free_anchor(title, taken)
        taken.add(anchor)
        sections.append(Section(title, anchor))
        return heading[0] if found else f'<h2 id="{anchor}"{attributes}>{inside}</h2>'

    return HEADING.sub(anchored, html), sections


def free_anchor(title: str, taken: Collection[str]) -> str:
    """A place named after a heading that nothing else on the page has."""
    name = slugify(title)[:60].strip("-") or "section"
    number = 1
    while (anchor := name if number == 1 else f"{name}-{number}") in taken:
        number += 1
    return anchor
