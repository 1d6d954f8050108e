"""Links words of the glossary in prose, each at its first use on a page. Plain data and HTML in, HTML out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from html.parser import HTMLParser

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
LITERAL = ("code", "kbd", "pre", "samp", "script", "style", "svg")
CONTROLS = ("a", "button", "label", "option", "select", "summary", "textarea")
UNTOUCHED = frozenset((*HEADINGS, *LITERAL, *CONTROLS))
"""Elements in which no word becomes a link."""

RAW = ("script", "style")
"""Elements whose text HTML takes as it stands."""

VOID = frozenset(("area", "br", "col", "embed", "hr", "img", "input", "source", "track", "wbr"))
"""Elements that hold nothing, as far as they may stand in prose."""

HYPHENS = "\N{HYPHEN}\N{NON-BREAKING HYPHEN}-"
PARTS = re.compile(rf"[\s{HYPHENS}]+")
NOT_BEFORE = rf"(?<![\w@./{HYPHENS}])"
NOT_AFTER = rf"(?![\w@\u00ad\u0300-\u036f]|[./{HYPHENS}]\w)"
"""A name that is a part of a longer word, an address, or words joined by a hyphen or a slash is none."""


@dataclass(frozen=True, slots=True)
class Term:
    """A term's address and its names, its own one first."""

    url: str
    names: tuple[str, ...]


def is_abbreviation(name: str) -> bool:
    """Whether a capital stands inside one of its words, as in CEU or SoR; it is then matched as written."""
    return any(part[1:] != part[1:].lower() for part in PARTS.split(name))


def plural(name: str) -> str:
    """The name of several of them, as far as the spelling of English tells: stacks, competencies, CEUs."""
    if name.lower().endswith("s"):
        return name
    if name.endswith(("x", "z", "ch", "sh")):
        return f"{name}es"
    if name.endswith("y") and name[-2:-1] not in "aeiou":
        return f"{name[:-1]}ies"
    return f"{name}s"


def spelled(text: str) -> str:
    """With plain hyphens, and one space where there are spaces or line ends."""
    return re.sub(f"[{HYPHENS}]", "-", " ".join(text.split()))


def pattern(form: str) -> str:
    """A regular expression for one form of a name, however its words are spaced."""
    exact = re.escape(form).replace(r"\ ", r"\s+").replace(r"\-", f"[{HYPHENS}]")
    return exact if is_abbreviation(form) else f"(?i:{exact})"


class Names:
    """All names of a glossary in singular and plural, and the addresses they lead to."""

    def __init__(self, terms: tuple[Term, ...]) -> None:
        self.exact: dict[str, str] = {}
        self.any_case: dict[str, str] = {}
        named = [(spelled(name), term.url) for term in terms for name in term.names[:1]]
        named += [(spelled(name), term.url) for term in terms for name in term.names[1:]]
        for name, url in named:
            for form in (name, plural(name)) if name else ():
                known = self.exact if is_abbreviation(form) else self.any_case
                known.setdefault(form if is_abbreviation(form) else form.casefold(), url)
        forms = sorted([*self.exact, *self.any_case], key=len, reverse=True)
        choice = "|".join(map(pattern, forms))
        self.pattern = re.compile(rf"{NOT_BEFORE}(?=\w)(?:{choice}){NOT_AFTER}") if forms else None

    def url_of(self, text: str) -> str | None:
        """Where a found name leads."""
        found = spelled(text)
        return self.exact.get(found) or self.any_case.get(found.casefold())


@lru_cache(maxsize=4)
def names_of(terms: tuple[Term, ...]) -> Names:
    """The names of these terms; made once for a glossary, and anew when any of it changes."""
    return Names(terms)


class TermLinks:
    """The links of one page: each term once, at its first use."""

    def __init__(self, terms: tuple[Term, ...]) -> None:
        self.names = names_of(terms)
        self.used: set[str] = set()

    def link(self, html: str, own: str = "") -> str:
        """The HTML with its words linked; `own` is the address of the term that the page is about."""
        self.used.add(own)
        if self.names.pattern is None:
            return html
        writer = Writer(self)
        writer.feed(html)
        writer.close()
        return "".join(writer.written)

    def link_text(self, text: str) -> str:
        """A run of text as HTML; the longest name counts, and one that was linked before stays a word."""
        found, last = [], 0
        for match in self.names.pattern.finditer(text) if self.names.pattern else ():
            url = self.names.url_of(match[0])
            if url is None or url in self.used:
                continue
            self.used.add(url)
            found.append(escape(text[last : match.start()], quote=False))
            found.append(f'<a class="term" href="{escape(url)}">{escape(match[0], quote=False)}</a>')
            last = match.end()
        return "".join([*found, escape(text[last:], quote=False)])


class Writer(HTMLParser):
    """Writes HTML as it was read, but for text that may hold links. Comments are left out."""

    def __init__(self, links: TermLinks) -> None:
        super().__init__()
        self.links = links
        self.written: list[str] = []
        self.inside: list[str] = []
        """The open elements whose text stays as it is, and those of the same name within them."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep the tag as it stands."""
        self.written.append(self.get_starttag_text() or "")
        begins = tag in UNTOUCHED or is_foreign(dict(attrs).get("lang")) or self.inside[-1:] == [tag]
        if begins and tag not in VOID:
            self.inside.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep a tag that closes itself."""
        self.written.append(self.get_starttag_text() or "")

    def handle_endtag(self, tag: str) -> None:
        """Keep the end of an element."""
        self.written.append(f"</{tag}>")
        if self.inside[-1:] == [tag]:
            self.inside.pop()

    def handle_data(self, data: str) -> None:
        """Link words where they may be linked."""
        if not self.inside:
            self.written.append(self.links.link_text(data))
        else:
            self.written.append(data if self.inside[-1] in RAW else escape(data, quote=False))


def is_foreign(language: str | None) -> bool:
    """Whether an element says that its text is in another language than the glossary, which is English."""
    return bool(language) and not str(language).lower().startswith("en")
