"""Documents of records that change by the calendar alone: one for each spell of days between two turns.

So the index answers for any day, and nothing has to be written anew at midnight. Plain data in and out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from search.documents.base import ALWAYS, Document, own_parts

DAY = timedelta(days=1)


def spells(turns: Iterable[date], made_on: Callable[[date], Document]) -> Iterator[Document]:
    """A record's documents, each from its first to its last day; `made_on` gives that of a day.

    Spells that say the same are one.
    """
    pending: Document | None = None
    for start in [ALWAYS, *sorted(set(turns) - {ALWAYS})]:
        document = made_on(start)
        if pending is not None and own_parts(document) == own_parts(pending):
            continue
        if pending is not None:
            yield replace(pending, ends=start - DAY)
        pending = replace(document, starts=start)
    if pending is not None:
        yield pending
