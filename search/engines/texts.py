"""The text index in the form each database has for it, kept beside the tables of `search.models`.

Both hold stems made by `search.words`, in four columns of falling weight, so both find the same documents.
Statements take the stems as parameters; nothing a visitor types is ever part of one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple, Protocol

from django.db import connection, connections
from django.db.backends.base.base import BaseDatabaseWrapper


class Columns(NamedTuple):
    """The stems of a document: its title, other names and summary, what it is linked to, all else."""

    title: list[str]
    names: list[str]
    linked: list[str]
    prose: list[str]


Row = tuple[int, Columns]


class Texts(Protocol):
    """A text index of one kind of database."""

    def create(self, connection: BaseDatabaseWrapper) -> None:
        """Make the index, empty."""
        ...

    def write(self, rows: Iterable[Row]) -> None:
        """Put the stems of these documents in the place of earlier ones."""
        ...

    def remove(self, ids: Sequence[int]) -> None:
        """Forget these documents."""
        ...

    def clear(self) -> None:
        """Forget everything."""
        ...

    def find(self, stems: Sequence[str], *, every: bool, ranked: bool) -> list[int]:
        """Documents with every one of the stems, or with some; best first when `ranked`."""
        ...


class SqliteTexts:
    """FTS5. Stems come ready, so its tokenizer only splits at spaces and keeps what it is given."""

    found = "SELECT rowid FROM search_text WHERE search_text MATCH %s"
    ranked = """
        SELECT search_text.rowid FROM search_text
        JOIN search_searchdocument AS document ON document.id = search_text.rowid
        WHERE search_text MATCH %s
        ORDER BY bm25(search_text, 8.0, 5.0, 3.0, 1.0) * document.boost, document.id
    """

    def create(self, connection: BaseDatabaseWrapper) -> None:
        """A virtual table whose rowid is the document's id."""
        with connection.cursor() as cursor:
            cursor.execute(
                "CREATE VIRTUAL TABLE search_text USING fts5("
                "title, names, linked, prose, tokenize='unicode61 remove_diacritics 0')"
            )

    def write(self, rows: Iterable[Row]) -> None:
        """Delete and insert."""
        given = [
            (
                one,
                " ".join(columns.title),
                " ".join(columns.names),
                " ".join(columns.linked),
                " ".join(columns.prose),
            )
            for one, columns in rows
        ]
        self.remove([row[0] for row in given])
        with connection.cursor() as cursor:
            cursor.executemany(
                "INSERT INTO search_text (rowid, title, names, linked, prose) VALUES (%s, %s, %s, %s, %s)",
                given,
            )

    def remove(self, ids: Sequence[int]) -> None:
        """By rowid."""
        with connection.cursor() as cursor:
            cursor.executemany("DELETE FROM search_text WHERE rowid = %s", [(one,) for one in ids])

    def clear(self) -> None:
        """All rows."""
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM search_text")

    def find(self, stems: Sequence[str], *, every: bool, ranked: bool) -> list[int]:
        """By bm25 with the columns' weights; each stem is quoted, so none is read as syntax."""
        asked = (" AND " if every else " OR ").join(f'"{stem}"' for stem in stems)
        with connection.cursor() as cursor:
            cursor.execute(self.ranked if ranked else self.found, [asked])
            return [row[0] for row in cursor.fetchall()]


class PostgresqlTexts:
    """A tsvector with a GIN index, put together from stems without PostgreSQL's own parser."""

    found = "SELECT document_id FROM search_text WHERE vector @@ %s::tsquery"
    ranked = """
        SELECT document_id FROM search_text
        JOIN search_searchdocument AS document ON document.id = document_id
        CROSS JOIN (SELECT %s::tsquery AS asked) AS question
        WHERE vector @@ asked
        ORDER BY ts_rank('{0.1, 0.35, 0.6, 1.0}', vector, asked) * document.boost DESC, document_id
    """
    last_position = 16_383

    def create(self, connection: BaseDatabaseWrapper) -> None:
        """A table of its own: one row a document."""
        with connection.cursor() as cursor:
            cursor.execute(
                "CREATE TABLE search_text (document_id bigint PRIMARY KEY, vector tsvector NOT NULL)"
            )
            cursor.execute("CREATE INDEX search_text_vector ON search_text USING gin (vector)")

    def write(self, rows: Iterable[Row]) -> None:
        """Insert or replace."""
        with connection.cursor() as cursor:
            cursor.executemany(
                "INSERT INTO search_text (document_id, vector) VALUES (%s, %s::tsvector)"
                " ON CONFLICT (document_id) DO UPDATE SET vector = excluded.vector",
                [(one, self.vector(columns)) for one, columns in rows],
            )

    def vector(self, columns: Columns) -> str:
        """The literal of a tsvector: every stem with its place and its column's weight."""
        place, entries = 0, []
        for letter, column in zip("ABCD", columns, strict=True):
            for stem in column:
                place = min(place + 1, self.last_position)
                entries.append(f"'{stem}':{place}{letter}")
        return " ".join(entries)

    def remove(self, ids: Sequence[int]) -> None:
        """By document."""
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM search_text WHERE document_id = ANY(%s)", [list(ids)])

    def clear(self) -> None:
        """All rows."""
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM search_text")

    def find(self, stems: Sequence[str], *, every: bool, ranked: bool) -> list[int]:
        """By ts_rank with the columns' weights."""
        asked = (" & " if every else " | ").join(f"'{stem}'" for stem in stems)
        with connection.cursor() as cursor:
            cursor.execute(self.ranked if ranked else self.found, [asked])
            return [row[0] for row in cursor.fetchall()]


def texts_for(vendor: str) -> Texts:
    """The text index of a kind of database."""
    return SqliteTexts() if vendor == "sqlite" else PostgresqlTexts()


def forget_strangers(using: str, **_: Any) -> None:
    """Empty the text index of a database whose documents were flushed, which knows nothing of it."""
    database = connections[using]
    if {"search_text", "search_searchdocument"} <= set(database.introspection.table_names()):
        with database.cursor() as cursor:
            cursor.execute("DELETE FROM search_text WHERE NOT EXISTS (SELECT 1 FROM search_searchdocument)")
