"""A database for each size of catalog, kept between runs for as long as what fills it stays the same."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import blake2s
from pathlib import Path
from time import monotonic

from django.core.management import call_command
from django.db import connection, transaction

from benchmarks.synthetic import RecordMaker
from benchmarks.wagtail_pages import PageMaker
from search.engines.embedded import EmbeddedEngine
from search.indexing import in_batches

ROOT = Path(__file__).resolve().parent.parent
FILLED_BY = (
    "benchmarks/synthetic.py",
    "benchmarks/wagtail_pages.py",
    "search/words.py",
    "search/engines/texts.py",
    "search/engines/writing.py",
    "search/migrations/*.py",
)


def fingerprint() -> str:
    """A short name for the code that fills a database."""
    files = sorted(file for pattern in FILLED_BY for file in ROOT.glob(pattern))
    return blake2s(b"".join(file.read_bytes() for file in files), digest_size=8).hexdigest()


@contextmanager
def catalog_of(size: int) -> Iterator[None]:
    """Work in a copy of the loaded catalog whose index holds so many records, in Wagtail's index too."""
    main, suffix = connection.settings_dict["NAME"], f"search_{size}"
    own = connection.creation.get_test_db_clone_settings(suffix)["NAME"]
    connection.close()
    connection.creation.clone_test_db(suffix, verbosity=0, keepdb=True)
    connection.settings_dict["NAME"] = own
    try:
        if filled_by() != fingerprint():
            connection.close()
            connection.settings_dict["NAME"] = main
            connection.creation.clone_test_db(suffix, verbosity=0, keepdb=False)
            connection.settings_dict["NAME"] = own
            fill(size)
        yield
    finally:
        connection.close()
        connection.settings_dict["NAME"] = main


def filled_by() -> str:
    """The fingerprint under which this database was filled, or nothing."""
    if "benchmark" not in connection.introspection.table_names():
        return ""
    with connection.cursor() as cursor:
        cursor.execute("SELECT filled_by FROM benchmark")
        return str(cursor.fetchone()[0])


def fill(size: int) -> None:
    """Put the records into both indexes in place of the demonstration's."""
    call_command("migrate", verbosity=0, interactive=False)
    engine, pages = EmbeddedEngine(), PageMaker()
    with transaction.atomic():
        engine.clear()
        pages.clear()
        for documents in in_batches(RecordMaker(size).documents()):
            engine.write(documents)
            pages.write(documents)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("VACUUM ANALYZE")  # as its own housekeeping would soon do
        cursor.execute("CREATE TABLE benchmark (filled_by varchar(16))")
        cursor.execute("INSERT INTO benchmark VALUES (%s)", [fingerprint()])


@contextmanager
def at_most(seconds: int) -> Iterator[None]:
    """Let the database give up a statement, with an `OperationalError`, when this time is over."""
    connection.ensure_connection()
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            end = monotonic() + seconds
            connection.connection.set_progress_handler(lambda: monotonic() > end, 100_000)
        else:
            cursor.execute("SET statement_timeout = %s", [seconds * 1000])
        try:
            yield
        finally:
            if connection.vendor == "sqlite":
                connection.connection.set_progress_handler(None, 0)
            else:
                cursor.execute("SET statement_timeout = 0")
