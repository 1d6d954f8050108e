"""Reads from an address which micro-credentials to compare, and how; what was left out is told."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from urllib.parse import urlencode

from django.http import QueryDict
from django.urls import reverse

from home.asking import Ignored, unknown_parameters
from home.days import AskedDay, read_day
from home.folding import LONGEST, folded_value, words_looked_up
from home.plain_text import shortened

MOST = 4
"""Micro-credentials that fit side by side."""
MOST_READ = 24
"""Different slugs of an address that are looked up."""
LONGEST_SLUG = 255
SLUG = re.compile(r"[-\w]+")
KNOWN = ("c", "only", "on", "q", "format")
DIFFERENCES = "differences"
CSV = "csv"

TWICE = "It stands in the address more than once."
TOO_MANY_READ = f"Only the first {MOST_READ} were looked up."
NO_SLUG = "No micro-credential can have this address."


@dataclass(frozen=True)
class Asked:
    """What an address asks for. `slugs` are different ones, at most `MOST_READ`, in their order."""

    slugs: tuple[str, ...] = ()
    only_differences: bool = False
    words: str = ""
    as_csv: bool = False
    day: AskedDay = field(default_factory=AskedDay)
    ignored: tuple[Ignored, ...] = ()

    def link(self, slugs: Iterable[str], **changes: str) -> str:
        """The address that compares these in the same way, with these changes; empty ones take away."""
        kept = {"only": DIFFERENCES if self.only_differences else "", "on": self.on} | changes
        pairs = [*(("c", slug) for slug in slugs), *((name, value) for name, value in kept.items() if value)]
        return f"{reverse('compare')}?{urlencode(pairs)}" if pairs else reverse("compare")

    @property
    def on(self) -> str:
        """The day as an address writes it; empty for today."""
        return self.day.on.isoformat() if self.day.on else ""


def ask(params: QueryDict) -> Asked:
    """The question of these parameters; nothing is refused."""
    slugs, ignored = read_slugs(params.getlist("c"))
    words = params.get("q", "").replace("\0", " ").strip()
    ignored += read_words(words)
    ignored += read_choice("only", params.get("only", ""), DIFFERENCES)
    ignored += read_choice("format", params.get("format", ""), CSV)
    ignored += unknown_parameters(params, KNOWN)
    return Asked(
        slugs,
        folded_value(params.get("only", "")) == DIFFERENCES,
        words[:LONGEST].strip(),
        folded_value(params.get("format", "")) == CSV,
        read_day(params.get("on")),
        tuple(ignored),
    )


def read_slugs(given: Iterable[str]) -> tuple[tuple[str, ...], list[Ignored]]:
    """The different slugs in their order, and what of the others is told."""
    counted = Counter(text for slug in given if (text := slug.strip().strip("/")))
    slugs = [slug for slug in counted if is_slug(slug)]
    ignored = [Ignored("c", shortened(slug), NO_SLUG) for slug in counted if not is_slug(slug)]
    ignored += [Ignored("c", shortened(slug), TWICE) for slug in slugs if counted[slug] > 1]
    ignored += [Ignored("c", shortened(slug), TOO_MANY_READ) for slug in slugs[MOST_READ:]]
    return tuple(slugs[:MOST_READ]), ignored


def is_slug(text: str) -> bool:
    """Whether a page can have this slug."""
    return len(text) <= LONGEST_SLUG and SLUG.fullmatch(text) is not None


def read_words(text: str) -> Iterator[Ignored]:
    """What of the words to look up is not read."""
    if len(text) > LONGEST:
        yield Ignored("q", shortened(text[LONGEST:]), f"Only the first {LONGEST} signs were looked up.")
    if text and not words_looked_up(text):
        yield Ignored("q", shortened(text), "There is no word in it to look up.")


def read_choice(name: str, given: str, known: str) -> Iterator[Ignored]:
    """A parameter that has one value, where something else is given."""
    if given and folded_value(given) != known:
        yield Ignored(name, shortened(given), f"It can only be “{known}”.")
