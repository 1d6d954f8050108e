"""What visitors may read, as plain rows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any

from wagtail.models import PageViewRestriction, Site

from catalog.offering import OPEN, Offering
from catalog.queries import price, span
from catalog.rules import Price, Span
from home.models import BasePage
from pathways.queries.rows import Row, rows_of

Names = dict[str, Any]
"""What every page has: key, slug, title and url."""


@dataclass(frozen=True)
class Public:
    """What visitors may read: `root` is the site's own part of the tree's addresses.

    `closed` has the places in the tree that are not open to all.
    """

    root: str
    closed: tuple[str, ...]

    @classmethod
    def read(cls) -> Public:
        """As it is now; two queries."""
        roots = rows_of(Site, "root_page__url_path", only="is_default_site")
        closed = rows_of(PageViewRestriction, "page__path")
        return cls(roots[0][0] if roots else "/", tuple(path for (path,) in closed))

    def rows(self, model: type[BasePage], *columns: str) -> list[Row]:
        """Url, key, slug and title of each open live page of a kind, and these columns."""
        start, everywhere = len(self.root), ("path", "url_path", "pk", "slug", "title")
        return [
            (f"/{address[start:]}", *rest)
            for path, address, *rest in rows_of(model, *everywhere, *columns, order=("path",), only="live")
            if not path.startswith(self.closed)
        ]

    def named(self, model: type[BasePage], *columns: str) -> list[tuple[Names, Row]]:
        """The same, with what every page has by its name."""
        return [
            ({"url": url, "key": key, "slug": slug, "title": title}, tuple(rest))
            for url, key, slug, title, *rest in self.rows(model, *columns)
        ]


@lru_cache(maxsize=4096)
def number(text: str | None) -> Decimal | None:
    """A stored number, which is read as text: thousands of rows state few different ones."""
    return None if text is None else Decimal(text)


@lru_cache(maxsize=4096)
def hours(low: str | None, high: str | None) -> Span | None:
    """Stored hours, which are read as text."""
    return span(number(low), number(high))


@lru_cache(maxsize=4096)
def cost(usd: str | None, per: str, holds_for: str) -> Price | None:
    """A stored cost, whose amount is read as text."""
    return price(number(usd), per, holds_for)


def offering(start: date | str | None, finish: date | str | None, retired: bool) -> Offering:
    """Until when it is offered; a driver gives days as days or as text."""
    if start is None and finish is None:
        return Offering(retired=retired) if retired else OPEN
    return Offering(day(start), day(finish), retired)


def day(given: date | str | None) -> date | None:
    """A stored day."""
    return date.fromisoformat(given) if isinstance(given, str) else given


@lru_cache(maxsize=1024)
def codes(text: str) -> tuple[str, ...]:
    """Stored codes, such as grades: “,PK,K,”."""
    return tuple(code for code in text.split(",") if code)
