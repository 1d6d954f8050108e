"""The shell's vocabulary for asking the database."""

from collections.abc import Collection, Iterable
from typing import Any, TypeVar

from django.db.models import Case, CharField, Exists, ExpressionWrapper, F, OuterRef, QuerySet, When
from wagtail.models import Page, PageViewRestriction
from wagtail.query import PageQuerySet

from home.folding import holds, words_looked_up

LONGEST_KEY = 18
MOST_FOUND = 10_000
"""Rows that a search of columns finds at the most."""

Rows = TypeVar("Rows", bound=QuerySet[Any])


def closed(path: str = "path") -> Exists:
    """Whether a page asks its visitor to sign in, itself or by what stands above it; asked in the same query.

    `path` leads to the page's place in the tree.
    """
    closing = PageViewRestriction.objects.annotate(place=ExpressionWrapper(OuterRef(path), CharField()))
    return Exists(closing.filter(place__startswith=F("page__path")))


def open_to_all(model: type[Page]) -> PageQuerySet:
    """The pages of a kind that everybody may read: lists and links name no others."""
    return model._default_manager.live().exclude(closed())


def with_words(rows: Rows, text: str, columns: Iterable[str], first: Collection[Any] = ()) -> Rows:
    """The rows that hold every typed word in one of these columns, wherever it stands in it.

    Columns are read and folded here, because no two databases fold alike: 5,000 titles with issuer and
    summary take 60 ms. A text without a word finds nothing, an empty one keeps every row. The rows whose keys
    are `first` are found, too, before the others.
    """
    words = words_looked_up(text)
    if not words:
        return rows.none() if text.strip() else rows
    read = rows.order_by().values_list("pk", *columns)
    found = [key for key, *texts in read if key in first or holds(words, *map(text_of, texts))]
    kept = rows.filter(pk__in=found[:MOST_FOUND])
    if not first:
        return kept
    place = Case(When(pk__in=first, then=0), default=1)
    return kept.order_by(place, *(rows.query.order_by or rows.model._meta.ordering))


def text_of(value: object) -> str:
    """What stands in a column."""
    return "" if value is None else str(value)


def is_key(text: str) -> bool:
    """Whether typed text can be a record's number: digits, and not more than a database can hold."""
    return text.isdecimal() and len(text) <= LONGEST_KEY
