"""The search of the admin: Wagtail's own, kept from text that its SQLite side cannot read, and folded.

A double quote ends a word in the language of SQLite's index, and a word without a letter or digit
finds nothing; so only letters, digits and what joins them reach the index. What is indexed and what is typed
fold alike, which neither SQLite's tokenizer nor PostgreSQL's would do.
"""

import re
from collections.abc import Iterable
from copy import copy
from typing import Any

from django.db.models import QuerySet
from django.utils.encoding import force_str
from modelsearch.backends import database
from modelsearch.index import BaseField, RelatedFields
from modelsearch.query import Phrase, PlainText

from home.folding import folded, words_looked_up

NOT_WORDS = re.compile(r"[^\w\s'.&/-]+")


def readable(text: str) -> str:
    """The typed words, folded, with nothing in them that an index takes for a sign of its own language."""
    return " ".join(words_looked_up(NOT_WORDS.sub(" ", folded(text))))


def cleaned(query: Any) -> Any:
    """A query as it may be sent to the index; empty when nothing of it can be looked up."""
    if isinstance(query, str):
        return readable(query)
    if isinstance(query, PlainText):
        return PlainText(text, query.operator) if (text := readable(query.query_string)) else ""
    if isinstance(query, Phrase):
        return Phrase(text) if (text := readable(query.query_string)) else ""
    return query


class FoldedRecord:
    """A record as the index reads it: its key, and its fields, which give folded text."""

    def __init__(self, record: Any) -> None:
        self.record = record
        self.pk = record.pk

    def get_search_fields(self) -> list[BaseField]:
        """The fields of its model, each with its content folded."""
        return [folded_field(field) for field in self.record.get_search_fields()]


def folded_field(field: BaseField) -> BaseField:
    """A field of an index that gives folded text; of related records their fields do."""
    one: Any = copy(field)
    if isinstance(field, RelatedFields):
        one.fields = [folded_field(inner) for inner in field.fields]
        one.get_value = lambda given: field.get_value(getattr(given, "record", given))
    else:
        one.get_value = lambda given: folded_content(field.get_value(getattr(given, "record", given)))
    return one


def folded_content(value: Any) -> str:
    """A value as the index would write it, folded."""
    if isinstance(value, dict | list | tuple):
        parts = value.values() if isinstance(value, dict) else value
        return ", ".join(map(folded_content, parts))
    return folded(force_str(value))


class FoldedIndex:
    """Writes folded text."""

    def add_items(self, model: Any, items: Iterable[Any]) -> None:
        """These records of a model."""
        parent: Any = super()
        parent.add_items(model, [FoldedRecord(item) for item in items])


class Surviving:
    """Searches for what can be looked up of any text."""

    def _search(self, compiler: type[Any], query: Any, rows: Any, **options: Any) -> Any:
        parent: Any = super()
        if known := cleaned(query):
            return parent._search(compiler, known, rows, **options)
        every = rows if isinstance(rows, QuerySet) else rows._default_manager.all()
        return parent._search(compiler, "nothing", every.none(), **options)


def backend_of_database(params: dict[str, Any]) -> Any:
    """Wagtail's backend for the site's database, made to survive and to fold."""
    plain = type(database.SearchBackend(dict(params)))
    index = type("FoldedIndex", (FoldedIndex, plain.index_class), {})
    return type("SurvivingBackend", (Surviving, plain), {"index_class": index})(params)


SearchBackend = backend_of_database
"""Wagtail looks for a backend by this name."""
