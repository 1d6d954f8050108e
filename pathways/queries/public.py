"""What visitors may read, as plain rows."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Any

from django.db.models import TextField
from django.db.models.functions import Cast
from wagtail.models import PageViewRestriction, Site

from home.models import BasePage

Row = tuple[Any, ...]
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
        sites = Site.objects.filter(is_default_site=True)
        root = sites.values_list("root_page__url_path", flat=True).first()
        closed = PageViewRestriction.objects.values_list("page__path", flat=True)
        return cls(root or "/", tuple(closed))

    def rows(self, model: type[BasePage], *columns: str, **texts: str) -> list[Row]:
        """Url, key, slug and title of each open live page of a kind, and these columns.

        `texts` are columns read as text: making numbers of each costs more than reading it.
        """
        pages = model.objects.filter(live=True).order_by("path")
        pages = pages.annotate(**{name: Cast(column, TextField()) for name, column in texts.items()})
        rows = pages.values_list("path", "url_path", "pk", "slug", "title", *columns, *texts)
        start = len(self.root)
        return [
            (f"/{address[start:]}", *rest)
            for path, address, *rest in rows
            if not path.startswith(self.closed)
        ]

    def named(self, model: type[BasePage], *columns: str, **texts: str) -> list[tuple[Names, Row]]:
        """The same, with what every page has by its name."""
        return [
            ({"url": url, "key": key, "slug": slug, "title": title}, tuple(rest))
            for url, key, slug, title, *rest in self.rows(model, *columns, **texts)
        ]


@lru_cache(maxsize=4096)
def number(text: str | None) -> Decimal | None:
    """A stored number, which is read as text: thousands of rows state few different ones."""
    return None if text is None else Decimal(text)


@lru_cache(maxsize=1024)
def codes(text: str) -> tuple[str, ...]:
    """Stored codes, such as grades: “,PK,K,”."""
    return tuple(code for code in text.split(",") if code)
