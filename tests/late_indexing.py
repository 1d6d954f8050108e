"""Puts the public search's index off until a test asks the site for something: most never search.

Indexing each row by itself takes as long as writing it. Tests of `search` and of the demonstration look at
the index itself, so there it follows each change at once, as it does on a site.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import get_ident
from typing import Any

from django.core.signals import request_finished, request_started

from search.documents import DocumentKey
from search.indexing import changed, waiting


@contextmanager
def at_once() -> Iterator[None]:
    """Let the index follow each change."""
    token = waiting.set(None)
    try:
        yield
    finally:
        waiting.reset(token)


@contextmanager
def when_asked() -> Iterator[None]:
    """Bring the index in step before each request of this thread; it follows what the request writes."""
    changes: set[DocumentKey] = set()
    thread = get_ident()

    def catch_up(**_: Any) -> None:
        if get_ident() == thread:
            waiting.set(None)
            missed = {*changes}
            changes.clear()
            changed(missed)

    def put_off_again(**_: Any) -> None:
        if get_ident() == thread:
            waiting.set(changes)

    token = waiting.set(changes)
    request_started.connect(catch_up, weak=False)
    request_finished.connect(put_off_again, weak=False)
    try:
        yield
    finally:
        request_started.disconnect(catch_up)
        request_finished.disconnect(put_off_again)
        waiting.reset(token)
