"""Follows the links of the site from its home page, and keeps what each address answered."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from html.parser import HTMLParser
from urllib.parse import urldefrag, urljoin, urlsplit
from zlib import crc32

from django.test import Client

from tests.long_run import SHARE
from tests.shared_database import kept_open

HERE = "http://testserver"
UPLOADS = "/media/"
"""Served by the machine in front of the site, not by Django."""
SEARCH = "/explore/"
COMPARE = "/compare/"
MANY = "micro-credentials|competencies|districts|stacks|issuers|recognition|glossary"
"""The kinds with the most pages, which are much alike."""
RECORD = re.compile(rf"/(?:{MANY})/[^/?]+/")
NOT_LINKS = ("canonical", "nofollow")
"""What `rel` says of an address that is not to be followed: any record can be put beside any other."""
LINKS = {"a": "href", "link": "href", "img": "src", "script": "src", "source": "src", "form": "action"}
DATA = ("application/ld+json", "application/json")
"""Types of script that hold data and run nothing."""


class Reader(HTMLParser):
    """Takes from a page its links, ids, words and whatever a strict content policy would refuse."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: list[str] = []
        self.words: list[str] = []
        self.refused: list[str] = []
        self.inside = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note one element."""
        given = {name: value or "" for name, value in attrs}
        self.inside = tag
        if tag in LINKS and given.get("rel") not in NOT_LINKS and (link := given.get(LINKS[tag])):
            self.links.append(link)
        if "id" in given:
            self.ids.append(given["id"])
        self.refused += [f"{name} of {tag}" for name in given if name == "style" or name.startswith("on")]
        runs = tag == "script" and "src" not in given and given.get("type") not in DATA
        if runs or tag == "style":
            self.refused.append(f"inline {tag}")

    def handle_data(self, data: str) -> None:
        """Note words that a visitor reads."""
        if self.inside not in ("script", "style"):
            self.words.append(data)


@dataclass(frozen=True)
class Answer:
    """What one address answered."""

    address: str
    status: int
    media_type: str
    html: str = ""

    @cached_property
    def page(self) -> Reader:
        """The page, read."""
        reader = Reader()
        reader.feed(self.html)
        reader.close()
        return reader

    @cached_property
    def text(self) -> str:
        """All words of the page, spaces made even."""
        return " ".join(" ".join(self.page.words).split())

    @cached_property
    def links(self) -> list[tuple[str, str]]:
        """Address and fragment of every link that stays on the site."""
        found = (urljoin(HERE + self.address, link) for link in self.page.links)
        own = (urldefrag(link) for link in found if link.startswith(HERE + "/"))
        paths = ((link.url.removeprefix(HERE), link.fragment) for link in own)
        return [(path, fragment) for path, fragment in paths if not path.startswith(UPLOADS)]


@dataclass
class Crawl:
    """What can be reached from the home page, and from where."""

    answers: dict[str, Answer] = field(default_factory=dict)
    named_by: dict[str, str] = field(default_factory=dict)
    sampled: bool = False
    """Whether it asks for some of the many records alone."""

    def follow(self, client: Client, *starts: str) -> Crawl:
        """Ask for every address once, beginning with these."""
        waiting = [*starts]
        while waiting:
            address = waiting.pop()
            if address in self.answers or (self.sampled and is_left_out(address)):
                continue
            answer = self.answers[address] = ask(client, address)
            for link in followed(answer):
                self.named_by.setdefault(link, address)
                waiting.append(link)
        return self

    @property
    def pages(self) -> list[Answer]:
        """The answers that are pages."""
        return [answer for answer in self.answers.values() if answer.media_type == "text/html"]


def is_left_out(address: str) -> bool:
    """Whether a sample leaves it out: of the many records it has one in `SHARE`."""
    return bool(RECORD.fullmatch(address)) and crc32(address.encode()) % SHARE > 0


def followed(answer: Answer) -> Iterator[str]:
    """The links to follow: one search leads to no other, or every page in every order would be asked for."""
    searched = answer.address.startswith(f"{SEARCH}?")
    for link, _ in answer.links:
        if not (searched and link.startswith(f"{SEARCH}?")):
            yield link


def ask(client: Client, address: str) -> Answer:
    """Ask for one address; only of a page the text is kept."""
    response = client.get(address)
    media_type = response.headers.get("Content-Type", "").partition(";")[0]
    is_page = media_type == "text/html" and not response.streaming
    html = response.content.decode() if is_page else ""
    with kept_open():
        response.close()
    return Answer(address, response.status_code, media_type, html)


def plain(address: str) -> str:
    """The address without its query."""
    return urlsplit(address).path
