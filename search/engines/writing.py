"""Writes documents into the embedded index, in the transaction it is called in."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field

from django.db import connection, transaction
from django.db.models import Q

from home.alphabet import plain
from search.documents import Document, DocumentKey, Kind, Part
from search.documents.base import BOOSTS, digest, face
from search.engines import bits
from search.engines.texts import Columns, texts_for
from search.models import FacetBits, IndexState, Quotation, SearchDocument, StatusSpan
from search.words import stems_in

LAYOUT = 6
"""Counts up when documents are built or kept otherwise than before, so that an old index is made anew."""

RANKS = {kind.value: place for place, kind in enumerate(Kind)}
NAMES = (Part.NAME, Part.EVERYDAY)
WHICH = ("id", "kind", "key", "starts")
UPDATED = tuple(one.name for one in SearchDocument._meta.concrete_fields if one.name not in WHICH)

Pair = tuple[str, str]
"""A facet and a value."""


@dataclass
class BitChange:
    """What becomes of one value's bit set."""

    label: str = ""
    added: set[int] = field(default_factory=set)
    removed: set[int] = field(default_factory=set)


class DocumentWriter:
    """One change of the index. Transactions that change it wait for each other from here to their end."""

    def __init__(self) -> None:
        self.texts = texts_for(connection.vendor)

    def write(self, documents: Sequence[Document]) -> None:
        """Put these documents in the place of all earlier ones of the same records."""
        if not documents:
            return
        with transaction.atomic():
            move_stamp()
            before = list(existing({one.identity for one in documents}))
            rows = SearchDocument.objects.bulk_create(
                [row_of(one) for one in documents],
                update_conflicts=True,
                unique_fields=["kind", "key", "starts"],
                update_fields=UPDATED,
                batch_size=500,
            )
            change_bits(bit_changes(before, rows))
            self.texts.write((row.pk, columns_of(one)) for row, one in zip(rows, documents, strict=True))
            write_quotations(rows, documents)
            write_spans(rows, documents)
            self.forget({row.pk for row in before} - {row.pk for row in rows})

    def remove(self, keys: Sequence[DocumentKey]) -> None:
        """Forget these documents."""
        with transaction.atomic():
            rows = list(existing(keys))
            if not rows:
                return
            move_stamp()
            change_bits(bit_changes(rows, []))
            self.forget({row.pk for row in rows})

    def forget(self, ids: Collection[int]) -> None:
        """Take these documents and their texts away; their bits are away already."""
        if ids:
            self.texts.remove(list(ids))
            SearchDocument.objects.filter(pk__in=ids).delete()

    def clear(self) -> None:
        """Forget everything."""
        with transaction.atomic():
            move_stamp()
            self.texts.clear()
            Quotation.objects.all().delete()
            StatusSpan.objects.all().delete()
            SearchDocument.objects.all().delete()
            FacetBits.objects.all().delete()


def move_stamp() -> None:
    """Tell every process that the index is another; holds the row until the transaction ends."""
    fresh = {"stamp": uuid.uuid4(), "layout": LAYOUT}
    if not IndexState.objects.filter(pk=1).update(**fresh):
        IndexState.objects.get_or_create(pk=1, defaults=fresh)


def existing(keys: Iterable[DocumentKey]) -> Iterable[SearchDocument]:
    """The rows of these documents that there are."""
    by_kind: dict[str, list[int]] = defaultdict(list)
    for kind, key in keys:
        by_kind[kind].append(key)
    asked = Q()
    for kind, listed in by_kind.items():
        asked |= Q(kind=kind, key__in=listed)
    return SearchDocument.objects.filter(asked) if by_kind else []


def row_of(document: Document) -> SearchDocument:
    """The row of a document; a body with all its passages, so that a reason can be given."""
    said = [
        [one.part.value, one.text, one.source and list(one.source), one.slug, one.via]
        for one in document.passages
    ]
    return SearchDocument(
        kind=document.kind.value,
        key=document.key,
        starts=document.starts,
        ends=document.ends,
        slug=document.slug,
        title=document.title,
        summary=document.summary,
        body={**document.body, "said": said},
        facets={name: [list(choice) for choice in choices] for name, choices in document.facets.items()},
        boost=BOOSTS.get(document.kind.value, 1) * (0.8 if document.body.get("past") else 1),
        rank=RANKS[document.kind.value] * 2 + bool(document.body.get("past")),
        sort_title=plain(document.title)[:400],
        hours=document.hours,
        cost=document.cost,
        digest=digest(document),
        face=face(document),
    )


def columns_of(document: Document) -> Columns:
    """The stems of a document, by weight."""
    columns = Columns(stems_in(document.title), stems_in(document.summary), [], [])
    for one in document.passages:
        column = columns.names if one.part in NAMES else columns.linked
        (columns.prose if one.part is Part.TEXT else column).extend(stems_in(one.text))
    return columns


def bit_changes(before: Iterable[SearchDocument], after: Iterable[SearchDocument]) -> dict[Pair, BitChange]:
    """Which bits come and go, and what values are called now."""
    changes: dict[Pair, BitChange] = defaultdict(BitChange)
    for row in before:
        for pair, _ in values_of(row):
            changes[pair].removed.add(row.pk)
    for row in after:
        for pair, label in values_of(row):
            changes[pair].removed.discard(row.pk)
            changes[pair].added.add(row.pk)
            changes[pair].label = label
    return changes


def values_of(row: SearchDocument) -> Iterable[tuple[Pair, str]]:
    """Every value of every facet of a row, with its label."""
    for facet, choices in row.facets.items():
        for value, label in choices:
            yield (facet, value), label


def change_bits(changes: dict[Pair, BitChange]) -> None:
    """Write the bit sets that are other than before."""
    asked = Q()
    for facet in {facet for facet, _ in changes}:
        asked |= Q(facet=facet, value__in=[value for name, value in changes if name == facet])
    kept = {(row.facet, row.value): row for row in FacetBits.objects.filter(asked)} if changes else {}
    changed, emptied = [], []
    for pair, change in changes.items():
        row = kept.get(pair) or FacetBits(facet=pair[0], value=pair[1], bits=b"")
        now = bits.from_bytes(bytes(row.bits)) & ~bits.from_ids(change.removed) | bits.from_ids(change.added)
        label = change.label or row.label
        if not now and row.pk:
            emptied.append(row.pk)
        elif now and (bits.to_bytes(now) != bytes(row.bits) or label != row.label):
            row.bits, row.label = bits.to_bytes(now), label
            changed.append(row)
    FacetBits.objects.filter(pk__in=emptied).delete()
    FacetBits.objects.bulk_create(
        [FacetBits(facet=row.facet, value=row.value, label=row.label, bits=row.bits) for row in changed],
        update_conflicts=True,
        unique_fields=["facet", "value"],
        update_fields=["label", "bits"],
        batch_size=500,
    )


def write_quotations(rows: Sequence[SearchDocument], documents: Sequence[Document]) -> None:
    """What each of these documents quotes."""
    Quotation.objects.filter(document__in=[row.pk for row in rows]).delete()
    Quotation.objects.bulk_create(
        [
            Quotation(document_id=row.pk, kind=kind, key=key)
            for row, document in zip(rows, documents, strict=True)
            for kind, key in sorted(document.quotes)
        ],
        batch_size=1000,
    )


def write_spans(rows: Sequence[SearchDocument], documents: Sequence[Document]) -> None:
    """How boards decided about each of these records."""
    StatusSpan.objects.filter(document__in=[row.pk for row in rows]).delete()
    StatusSpan.objects.bulk_create(
        [
            StatusSpan(document_id=row.pk, **span._asdict())
            for row, document in zip(rows, documents, strict=True)
            for span in document.spans
        ],
        batch_size=1000,
    )
