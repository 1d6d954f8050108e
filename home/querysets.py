"""The shell's vocabulary for asking the database."""

from collections.abc import Collection, Iterable
from typing import Any, TypeVar

from django.db.models import Case, CharField, Exists, ExpressionWrapper, F, OuterRef, Q, QuerySet, When
from wagtail.models import PageViewRestriction

from home.folding import holds, words_looked_up

LONGEST_KEY = 18
MOST_FOUND = 10_000
"""Rows that a search of columns finds at the most."""

Rows = TypeVar("Rows", bound=QuerySet[Any])


def closed(relation: str = "") -> Q:
    """Pages that ask their visitor to sign in, themselves or by a page above; it takes no query of its own.

    `relation` leads to the page.
    """
    path = ExpressionWrapper(OuterRef(f"{relation}__path" if relation else "path"), output_field=CharField())
    closing = PageViewRestriction.objects.annotate(asked=path).filter(asked__startswith=F("page__path"))
    return Q(Exists(closing))


def for_everybody(relation: str = "") -> Q:
    """Live pages that everybody may read: lists and links name no others. `relation` leads to the page."""
    return Q(**{f"{relation}__live" if relation else "live": True}) & ~closed(relation)


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
