"""Editions of micro-credentials, and what was said to count for what, as the graph has them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from catalog.editions import Editions
from catalog.models import Equivalence, MicroCredentialPage
from pathways.equivalents import Equivalent
from pathways.graph import CredentialNode
from pathways.queries.rows import rows_of


def editions() -> Editions:
    """Which page takes the place of which, public or not: a chain holds together through what is not."""
    return Editions(dict(rows_of(MicroCredentialPage, "pk", "replaces_id", stated="replaces")))


def equivalents(credentials: Mapping[int, CredentialNode]) -> Iterator[Equivalent]:
    """What is said of public micro-credentials, on whatever day it holds."""
    columns = ("pk", "credential_id", "counts_for_id", "jurisdiction_id", "effective_from", "effective_until")
    rows = rows_of(Equivalence, *columns, order=("effective_from", "pk"), only="correction__isnull")
    for key, held, asked, board, first, last in rows:
        if held in credentials and asked in credentials:
            yield Equivalent(
                credentials[held].slug,
                credentials[asked].slug,
                day(first),
                last and day(last),
                board or 0,
                key,
            )


def day(stored: Any) -> date:
    """A day as the driver gives it: SQLite's is text."""
    return date.fromisoformat(str(stored))
