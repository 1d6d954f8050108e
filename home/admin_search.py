"""The search of the admin: Wagtail's own, kept from text that its SQLite side cannot read.

A double quote ends a word in the language of SQLite's index, and a word without a letter or digit
finds nothing; so only letters, digits and what joins them reach the index.
"""

import re
from typing import Any

from django.db.models import QuerySet
from modelsearch.backends import database
from modelsearch.query import Phrase, PlainText

from home.querysets import typed_words

NOT_WORDS = re.compile(r"[^\w\s'’.&/-]+")


def readable(text: str) -> str:
    """The typed text with nothing in it that an index takes for a sign of its own language."""
    words = typed_words(NOT_WORDS.sub(" ", text))
    return " ".join(word for word in words if any(letter.isalnum() for letter in word))


def cleaned(query: Any) -> Any:
    """A query as it may be sent to the index; empty when nothing of it can be looked up."""
    if isinstance(query, str):
        return readable(query)
    if isinstance(query, PlainText):
        return PlainText(text, query.operator) if (text := readable(query.query_string)) else ""
    if isinstance(query, Phrase):
        return Phrase(text) if (text := readable(query.query_string)) else ""
    return query


class Surviving:
    """Searches for what can be looked up of any text."""

    def _search(self, compiler: type[Any], query: Any, rows: Any, **options: Any) -> Any:
        parent: Any = super()
        if known := cleaned(query):
            return parent._search(compiler, known, rows, **options)
        every = rows if isinstance(rows, QuerySet) else rows._default_manager.all()
        return parent._search(compiler, "nothing", every.none(), **options)


def backend_of_database(params: dict[str, Any]) -> Any:
    """Wagtail's backend for the site's database, made to survive."""
    plain = type(database.SearchBackend(dict(params)))
    return type("SurvivingBackend", (Surviving, plain), {})(params)


SearchBackend = backend_of_database
"""Wagtail looks for a backend by this name."""
