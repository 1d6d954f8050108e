"""The shell's vocabulary for asking the database."""

from collections.abc import Iterable
from typing import Any, TypeVar

from django.db.models import Q, QuerySet

LONGEST = 200
"""Characters of a typed search that are read."""
MOST_WORDS = 12
QUOTES = "\"'“”‘’"
LONGEST_KEY = 18

Rows = TypeVar("Rows", bound=QuerySet[Any])


def typed_words(text: str) -> list[str]:
    """The words of a typed search: cut to a sensible length, without quotes and what a database refuses."""
    words = text[:LONGEST].replace("\x00", " ").split()[:MOST_WORDS]
    return [word.strip(QUOTES) or word for word in words]


def with_words(rows: Rows, text: str, columns: Iterable[str]) -> Rows:
    """The rows that hold every typed word in one of these columns, wherever it stands in it."""
    names = tuple(columns)
    for word in typed_words(text):
        anywhere = Q()
        for name in names:
            anywhere |= Q(**{f"{name}__icontains": word})
        rows = rows.filter(anywhere)
    return rows


def is_key(text: str) -> bool:
    """Whether typed text can be a record's number: digits, and not more than a database can hold."""
    return text.isdecimal() and len(text) <= LONGEST_KEY
