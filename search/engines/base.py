"""The contract between the site and whatever engine it searches with."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

from search.documents import Document, DocumentKey
from search.query import SearchQuery, SearchResults


class Engine(Protocol):
    """Keeps documents and answers searches.

    `write` and `remove` belong to the transaction they are called in; what they did is seen by every
    search that begins after it is committed, in any process.
    """

    name: str

    def search(self, query: SearchQuery) -> SearchResults:
        """The page of results asked for; `docs/reference/search.md` defines totals and counts.

        Where the query names a board and a day, micro-credentials and stacks have the facet `status`, with
        every value of `catalog.timeline.Status`: those of the span (`DayStatus.values`), among the document's
        spans of that board, which holds the day, else no decision. Where no span of any document is that
        board's, they have none.
        Of a record with several documents only the one that holds on the day is there.
        """
        ...

    def unknown(self, stems: Sequence[str]) -> set[str]:
        """Those of the stems that no document has."""
        ...

    def vocabulary(self) -> Iterable[str]:
        """Every word of every title, folded, for suggestions."""
        ...

    def write(self, documents: Iterable[Document]) -> None:
        """Put these in the place of all earlier documents of the same keys; those of one come together."""
        ...

    def remove(self, keys: Iterable[DocumentKey]) -> None:
        """Forget these documents; unknown keys are no error."""
        ...

    def clear(self) -> None:
        """Forget everything."""
        ...
