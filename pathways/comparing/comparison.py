"""Micro-credentials side by side: what an address asks for, what is shown of it, and what may be added."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from django.db.models import Q
from django.http import QueryDict
from wagtail.models import Site

from catalog.day_wording import Day, offer_mark
from catalog.models import Jurisdiction, MicroCredentialPage
from catalog.models.settings import today_of
from catalog.wording import few, listing
from home.addresses import absolute
from home.asking import Ignored
from home.numbers import noun_for
from home.plain_text import shortened
from pathways import queries
from pathways.comparing import reading
from pathways.comparing.asking import MOST, Asked, ask
from pathways.comparing.offers import Offers, by_words, neighbors
from pathways.comparing.rows import rows_of
from pathways.comparing.table import Cell, Mark, Row
from pathways.graph import Graph

UNKNOWN = "No published micro-credential has this address."
A_STACK = "This is a stack; micro-credentials alone stand side by side."
TOO_MANY = f"{few(MOST).capitalize()} stand side by side at the most."


@dataclass(frozen=True)
class Column:
    """One of the compared; `offered` says until when it is, `without` is the address that leaves it out."""

    page: MicroCredentialPage
    offered: str
    without: str


@dataclass(frozen=True)
class Moved:
    """A record that was asked for by an address it had before."""

    slug: str
    page: MicroCredentialPage


@dataclass(frozen=True)
class Comparison:
    """What is shown of a day: `rows` in the table, `unstated` under it."""

    asked: Asked
    on: date
    columns: tuple[Column, ...] = ()
    every_row: tuple[Row, ...] = ()
    priorities: tuple[str, ...] = ()
    moved: tuple[Moved, ...] = ()
    ignored: tuple[Ignored, ...] = ()
    found: Offers = field(default_factory=Offers)
    neighbors: Offers = field(default_factory=Offers)

    @property
    def slugs(self) -> list[str]:
        """The slugs of the columns."""
        return [column.page.slug for column in self.columns]

    @property
    def is_full(self) -> bool:
        """Whether no more fit."""
        return len(self.columns) >= MOST

    @property
    def heading(self) -> str:
        """What the page is called."""
        size = len(self.columns)
        return f"Compare {few(size)} micro-credentials" if size > 1 else "Compare micro-credentials"

    @property
    def all_of_them(self) -> str:
        """How a sentence about all of them begins."""
        size = len(self.columns)
        return "Both" if size == 2 else f"All {few(size)}"

    @property
    def shared(self) -> str:
        """The priorities that all of several address, as an enumeration."""
        return listing(list(self.priorities)) if len(self.columns) > 1 else ""

    @property
    def title(self) -> str:
        """What the page is called where others stand beside it."""
        named = f"Compare {listing([column.page.title for column in self.columns]) or 'micro-credentials'}"
        return f"Nothing found for “{shortened(self.asked.words)}”: {named}" if self.found_nothing else named

    @cached_property
    def shown(self) -> list[Row]:
        """The rows that say something."""
        return [row for row in self.every_row if row.is_shown]

    @property
    def unstated(self) -> list[str]:
        """The lesser facts that none of them states."""
        return [row.label for row in self.every_row if not row.is_shown]

    @property
    def compared(self) -> list[Row]:
        """The rows that can differ."""
        return [row for row in self.shown if row.compared]

    @property
    def marked(self) -> list[Row]:
        """Those of them that are not the same for all."""
        return [row for row in self.compared if row.mark is not Mark.SAME]

    @property
    def told(self) -> str:
        """How many facts differ, in a sentence."""
        differing = sum(row.mark is Mark.DIFFERS for row in self.marked)
        partly = len(self.marked) - differing
        size = len(self.compared)
        verb = "differs" if differing == 1 else "differ"
        rest = f"; {partly} more {noun_for(partly, 'is', 'are')} stated for some only" if partly else ""
        return f"{differing} of {size} facts {verb}{rest}."

    @property
    def only_differences(self) -> bool:
        """Whether what is the same is left out; with one column there is nothing to differ."""
        return self.asked.only_differences and len(self.columns) > 1

    @property
    def rows(self) -> Iterator[tuple[Row, list[tuple[Column, Cell]]]]:
        """The rows of the table, with their cells and columns."""
        for row in self.shown:
            if not (self.only_differences and row.is_same):
                yield row, list(zip(self.columns, row.cells, strict=True))

    @property
    def demonstration(self) -> bool:
        """Whether something shown is made up."""
        lines = (line for row in self.every_row for cell in row.cells for line in cell)
        decided = any(row.made_up for row in self.every_row)
        offered = (*self.found.pages, *self.neighbors.pages)
        return (
            decided or any(line.made_up for line in lines) or any(one.issuer.demonstration for one in offered)
        )

    def link(self, slugs: Sequence[str], **changes: str) -> str:
        """An address of the same page."""
        return self.asked.link(slugs, **changes)

    @property
    def all_rows(self) -> str:
        """The address that shows every row."""
        return self.link(self.slugs, only="")

    @property
    def differences(self) -> str:
        """The address that shows only what differs."""
        return self.link(self.slugs, only="differences")

    @property
    def today(self) -> str:
        """The address without the day."""
        return self.link(self.slugs, on="")

    @property
    def file(self) -> str:
        """The address of the file for a spreadsheet."""
        return self.link(self.slugs, only="", format="csv")

    @property
    def offers(self) -> list[tuple[MicroCredentialPage, str]]:
        """What the words found, each with the address that adds it."""
        return self.adding(self.found)

    @property
    def found_nothing(self) -> bool:
        """Whether words were looked up in vain."""
        return bool(self.asked.words) and not self.found.pages and not self.is_full

    @property
    def near_words(self) -> list[tuple[str, str]]:
        """The words nearest to those looked up in vain, each with the parameters that look it up."""
        return [(word, self.link(self.slugs, q=word).partition("?")[2]) for word in self.found.near]

    @property
    def near(self) -> list[tuple[MicroCredentialPage, str]]:
        """What stands in the same stacks, each with the address that adds it."""
        return self.adding(self.neighbors)

    def adding(self, offers: Offers) -> list[tuple[MicroCredentialPage, str]]:
        """Offers with the addresses that add them."""
        return [(page, self.link([*self.slugs, page.slug])) for page in offers.pages]

    def plain_rows(self) -> Iterator[list[str]]:
        """Everything as rows of words, for a file."""
        pages = [column.page for column in self.columns]
        yield ["Fact", *(page.title for page in pages), "Differs"]
        yield ["Address", *(absolute(page.url) if page.url else "" for page in pages), ""]
        for row in self.every_row:
            yield row.plain
        yield ["As of", *(self.on.isoformat() for _ in pages), ""]


def compare(params: QueryDict, site: Site | None, board: Jurisdiction | None) -> Comparison:
    """The comparison that these parameters ask for; the site's own board comes first."""
    asked = ask(params)
    hidden = reading.hidden_pages()
    today = today_of(board)
    day = Day(asked.day.on or today, today, asked.day.on is not None)
    graph = queries.on_day(day.on)
    pages, moved, ignored = choose(asked, graph, site, hidden)
    if not pages:
        return Comparison(
            asked, day.on, ignored=ignored, found=by_words(asked.words, (), hidden, graph, today)
        )
    known = reading.read(pages, graph, board, day, hidden)
    keys = [page.pk for page in pages]
    stacks = [one for page in pages for one in known.holding.stacks.get(page.pk, ())]
    room = len(pages) < MOST
    return Comparison(
        asked=asked,
        on=day.on,
        columns=tuple(columns(pages, asked, day)),
        every_row=tuple(rows_of(known)),
        priorities=shared_priorities(known),
        moved=moved,
        ignored=ignored,
        found=by_words(asked.words, keys, hidden, graph, today) if room else Offers(),
        neighbors=neighbors(stacks, keys, hidden, today) if room else Offers(),
    )


def choose(
    asked: Asked, graph: Graph, site: Site | None, hidden: Q
) -> tuple[list[MicroCredentialPage], tuple[Moved, ...], tuple[Ignored, ...]]:
    """The first that exist of what was asked for, what moved of them, and what was left out."""
    found = reading.find(asked.slugs, hidden) if asked.slugs else {}
    missing = (slug for slug in asked.slugs if slug not in found)
    old = reading.find_moved(missing, graph, site, hidden)
    named = {slug: found.get(slug) or old.get(slug) for slug in asked.slugs}
    pages = list(dict.fromkeys(page for page in named.values() if page))
    shown, rest = pages[:MOST], pages[MOST:]
    ignored = without_page([slug for slug, page in named.items() if page is None], graph)
    ignored += [Ignored("c", page.title, TOO_MANY) for page in rest]
    moved = tuple(Moved(slug, page) for slug, page in old.items() if page in shown)
    return shown, moved, (*asked.ignored, *ignored)


def without_page(slugs: list[str], graph: Graph) -> list[Ignored]:
    """What is left out because no micro-credential has this slug."""
    return [Ignored("c", shortened(slug), A_STACK if slug in graph.stacks else UNKNOWN) for slug in slugs]


def columns(pages: list[MicroCredentialPage], asked: Asked, day: Day) -> Iterator[Column]:
    """The pages with the addresses that leave each of them out."""
    slugs = [page.slug for page in pages]
    for page in pages:
        others = [slug for slug in slugs if slug != page.slug]
        yield Column(page, offer_mark(page.offering, day.on), asked.link(others))


def shared_priorities(known: reading.Known) -> tuple[str, ...]:
    """The titles of the priorities that all of them are sorted under."""
    titles = [[one.title for one in known.priorities.get(page.pk, ())] for page in known.pages]
    return tuple(title for title in titles[0] if all(title in other for other in titles))
