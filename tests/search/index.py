"""Reads everything the index holds, so that one kept in step can be held against one made anew."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Any

from django.db import connection

from search.documents.base import ALWAYS
from search.engines import bits
from search.models import FacetBits, Quotation, SearchDocument, StatusSpan

TEXTS = {
    "sqlite": "SELECT rowid, title, names, linked, prose FROM search_text",
    "postgresql": "SELECT document_id, vector::text FROM search_text",
}


def identities() -> dict[int, tuple[str, int, date]]:
    """Which record, from which day on, each place in a bit set stands for."""
    return {row.pk: (row.kind, row.key, row.starts) for row in SearchDocument.objects.all()}


def contents() -> dict[str, Any]:
    """Documents, bit sets, quotations, spans and texts, by record and not by place."""
    at = identities()
    with connection.cursor() as cursor:
        cursor.execute(TEXTS[connection.vendor])
        texts = {at.get(row[0], row[0]): row[1:] for row in cursor.fetchall()}
    return {
        "documents": {
            at[row.pk]: (
                row.title,
                row.slug,
                row.summary,
                row.body,
                row.facets,
                row.hours,
                row.cost,
                row.ends,
            )
            for row in SearchDocument.objects.all()
        },
        "facets": {
            (row.facet, row.value, row.label): sorted(
                at.get(one, (str(one), 0, ALWAYS)) for one in bits.ids_in(bits.from_bytes(bytes(row.bits)))
            )
            for row in FacetBits.objects.all()
        },
        "quotations": Counter((*at[row.document_id], row.kind, row.key) for row in Quotation.objects.all()),
        "spans": Counter(
            (*at[row.document_id], row.board, row.status, row.starts, row.ends)
            for row in StatusSpan.objects.all()
        ),
        "texts": texts,
    }
