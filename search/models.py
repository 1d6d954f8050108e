"""The embedded index: documents, what they quote, how boards decided, and a bit set for every facet's values.

Every row is derived from the catalog; `manage.py rebuild_search` makes all of it anew. The text index stands
beside these tables, in the form the database has for it (`search.engines.texts`).
"""

from __future__ import annotations

import uuid
from datetime import date
from typing import ClassVar

from django.db import models


class IndexState(models.Model):
    """The one row that tells whether what a process keeps in memory is still true.

    `stamp` is drawn anew by every transaction that writes, so that nothing kept from one that was rolled
    back can be taken for what another one wrote. `layout` is that of the code that wrote the documents.
    """

    stamp = models.UUIDField(default=uuid.uuid4)
    layout = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints: ClassVar = [models.CheckConstraint(condition=models.Q(id=1), name="one_index_state")]

    def __str__(self) -> str:
        return str(self.stamp)


class SearchDocument(models.Model):
    """One record as search shows it, from a day until a day. Its id is its place in every bit set."""

    kind = models.CharField(max_length=20)
    key = models.PositiveBigIntegerField()
    starts = models.DateField(default=date.min, help_text="The first day on which it holds.")
    ends = models.DateField(null=True, help_text="The last day on which it holds; empty: from then on.")
    slug = models.CharField(max_length=255)
    title = models.CharField(max_length=400)
    summary = models.TextField(blank=True)
    body = models.JSONField(default=dict)
    facets = models.JSONField(default=dict)
    boost = models.FloatField(default=1, help_text="How much more its kind is looked for than others.")
    rank = models.PositiveSmallIntegerField(help_text="Place of its kind where nothing was asked.")
    sort_title = models.CharField(max_length=400)
    hours = models.DecimalField(max_digits=9, decimal_places=2, null=True)
    cost = models.DecimalField(max_digits=11, decimal_places=2, null=True)
    digest = models.CharField(max_length=64)
    face = models.CharField(max_length=64)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["kind", "key", "starts"], name="document_once")
        ]
        indexes: ClassVar = [
            models.Index(fields=["rank", "sort_title", "id"], name="document_by_rank"),
            models.Index(fields=["sort_title", "id"], name="document_by_title"),
            models.Index(fields=["hours", "sort_title", "id"], name="document_by_hours"),
            models.Index(fields=["cost", "sort_title", "id"], name="document_by_cost"),
            models.Index(fields=["id", "boost"], name="document_boost"),  # ranks without reading documents
        ]

    def __str__(self) -> str:
        return f"{self.kind}/{self.slug}"


class Quotation(models.Model):
    """A document quotes this record or fact, and is stale when that changes."""

    document = models.ForeignKey(SearchDocument, on_delete=models.CASCADE, related_name="quotations")
    kind = models.CharField(max_length=20)
    key = models.PositiveBigIntegerField()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["kind", "key"], name="quotation_of")]

    def __str__(self) -> str:
        return f"{self.kind}/{self.key}"


class StatusSpan(models.Model):
    """How a document stands with a board from a day until a day, both included; no end: from then on.

    `board` is the key of its jurisdiction. `status`, `ends_soon` and `ends_on` are those of
    `catalog.timeline.DayStatus`. They depend on the day asked about, so no bit set is stored.
    """

    document = models.ForeignKey(SearchDocument, on_delete=models.CASCADE, related_name="spans")
    board = models.PositiveBigIntegerField()
    status = models.CharField(max_length=20)
    ends_soon = models.BooleanField(default=False)
    ends_on = models.DateField(null=True)
    starts = models.DateField()
    ends = models.DateField(null=True)

    class Meta:
        indexes: ClassVar = [
            models.Index(
                fields=["board", "starts", "ends", "status", "ends_soon", "document"], name="status_on_a_day"
            )
        ]

    def __str__(self) -> str:
        return f"{self.status} from {self.starts}"


class FacetBits(models.Model):
    """The documents that have one value of one facet, a bit each: bit n stands for the document with id n."""

    facet = models.CharField(max_length=30)
    value = models.CharField(max_length=255)
    label = models.CharField(max_length=400)
    bits = models.BinaryField()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["facet", "value"], name="bits_once_a_value")]

    def __str__(self) -> str:
        return f"{self.facet}: {self.label}"
