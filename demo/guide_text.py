"""The text of a guide: a small part of HTML in, blocks of prose and problems out."""

from collections.abc import Iterable
from html import escape
from html.parser import HTMLParser

from demo.schemas.guides import Block, Link

INLINE = ("a", "b", "i")
WITHIN = {
    "title": ("",),
    "h2": ("",),
    "p": ("",),
    "ul": ("",),
    "ol": ("",),
    "li": ("ul", "ol"),
    **dict.fromkeys(INLINE, ("p", "li", *INLINE)),
}
"""Each element with those it may stand in; nothing stands for the file itself."""

SAID = {"audience": "audience", "description": "summary"}
"""The names of `<meta>`, and what they are called in a guide."""

TEXT_HOLDERS = ("title", "h2", "p", "li", *INLINE)
ATTRIBUTES = {"a": {"href"}, "meta": {"name", "content"}}


class GuideText(HTMLParser):
    """Reads `<title>`, `<meta>`, and a body of `<h2>`, `<p>` and lists, strictly."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.title = ""
        self.said: dict[str, str] = {}
        self.blocks: list[Block] = []
        self.links: list[Link] = []
        self.problems: list[tuple[int, str]] = []
        self.open: list[str] = []
        self.written: list[str] = []
        self.feed(text)
        self.close()
        for tag in self.open:
            self.refuse(f"<{tag}> is not closed")

    def refuse(self, reason: str, further: int = 0) -> None:
        """Note a problem at the line read now, or so many lines further on."""
        self.problems.append((self.getpos()[0] + further, reason))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin an element, or take what a `<meta>` says."""
        given = {name: value or "" for name, value in attrs}
        self.check_attributes(tag, given)
        if tag == "meta":
            self.take(given)
            return
        if (self.open[-1:] or [""])[0] not in WITHIN.get(tag, ()):
            self.refuse(f"<{tag}> may not stand here")
        self.open.append(tag)
        if tag == "a":
            address = given.get("href", "")
            self.links.append(Link(self.getpos()[0], address))
            self.written.append(f'<a href="{escape(address)}">')
        elif tag not in ("title", "h2"):
            self.written.append(f"<{tag}>")

    def check_attributes(self, tag: str, given: Iterable[str]) -> None:
        """Only what is asked for may be given."""
        for name in sorted(set(given) - ATTRIBUTES.get(tag, set())):
            self.refuse(f"<{tag}> may not have “{name}”")

    def take(self, given: dict[str, str]) -> None:
        """The audience or the summary."""
        name = given.get("name", "")
        if name not in SAID or SAID[name] in self.said or self.open:
            self.refuse(f"<meta> must name each of {' and '.join(SAID)} once, outside of the text")
            return
        self.said[SAID[name]] = given.get("content", "")

    def handle_endtag(self, tag: str) -> None:
        """End an element; one that stands in nothing is a block."""
        if tag == "meta":
            return
        if self.open[-1:] != [tag]:
            self.refuse(f"</{tag}> closes nothing")
            return
        self.open.pop()
        if tag not in ("title", "h2"):
            self.written.append(f"</{tag}>")
        if not self.open:
            self.end_block(tag, "".join(self.written).strip())
            self.written = []

    def end_block(self, tag: str, text: str) -> None:
        """Keep the title, a heading, or a paragraph, which joins the one before it."""
        if tag == "title":
            if self.title:
                self.refuse("there is a second <title>")
            self.title = text
        elif tag == "h2":
            self.blocks.append(Block("heading", text))
        elif self.blocks and self.blocks[-1].type == "paragraph":
            self.blocks[-1] = Block("paragraph", self.blocks[-1].value + text)
        else:
            self.blocks.append(Block("paragraph", text))

    def handle_data(self, data: str) -> None:
        """Text of an element, with even spaces; plain in title and headings, HTML elsewhere."""
        holder = (self.open[-1:] or [""])[0]
        if not data.strip() and holder not in TEXT_HOLDERS:
            return
        if holder not in TEXT_HOLDERS:
            further = data[: -len(data.lstrip())].count("\n")
            self.refuse("text stands outside of a paragraph, heading or list", further)
            return
        words = " ".join(data.split())
        even = f"{' ' * data[:1].isspace()}{words}{' ' * (data[-1:].isspace() and bool(words))}"
        self.written.append(even if holder in ("title", "h2") else escape(even, quote=False))
