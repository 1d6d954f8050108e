"""What a micro-credential counts for, by place. Amounts are never converted between units or places."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any, ClassVar

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.search import index

from catalog.enums import RecognitionClass, RecognitionLevel
from catalog.models.places import Jurisdiction, place_heading
from home.models import Addressed


class RecognitionQuerySet(models.QuerySet["Recognition"]):
    """Vocabulary of recognition."""

    def in_place(self, slug: str) -> RecognitionQuerySet:
        """Rows that name this jurisdiction; a district's rule is not its state's."""
        return self.filter(jurisdictions__slug=slug)

    def with_places(self) -> RecognitionQuerySet:
        """With their jurisdictions and what these lie in, in two more queries."""
        return self.prefetch_related("jurisdictions__parent")

    def marked(self) -> RecognitionQuerySet:
        """Each with `demonstration`: whether a jurisdiction it holds in is made up."""
        made_up = Jurisdiction.objects.filter(recognition=OuterRef("pk"), demonstration=True)
        return self.annotate(demonstration=Exists(made_up))

    def by_place(self) -> Iterator[tuple[Recognition, str]]:
        """Each row once for every place it holds in, with the place's heading; one query."""
        named = {
            "in_place": F("jurisdictions__name"),
            "in_kind": F("jurisdictions__kind"),
            "in_parent": F("jurisdictions__parent__name"),
        }
        for row in self.annotate(**named):
            place: Any = row
            within = place_heading(place.in_place, place.in_kind, place.in_parent) if place.in_place else ""
            yield row, within or row.place


class Recognition(Addressed, index.Indexed, models.Model):
    """One dated, sourced statement of what counts for what, where, for whom."""

    plural: ClassVar[str] = "recognition"

    slug = models.SlugField(unique=True, max_length=120)
    place = models.CharField(max_length=255, help_text="The place as the source words it.")
    jurisdictions = models.ManyToManyField(Jurisdiction, related_name="recognition")
    level = models.CharField(max_length=20, choices=RecognitionLevel.choices)
    kind = models.CharField(max_length=60, help_text="Such as license renewal credit.")
    row_class = models.CharField("class", max_length=20, choices=RecognitionClass.choices)
    amount_min = models.DecimalField(max_digits=12, decimal_places=2, null=True, blank=True)
    amount_max = models.DecimalField(max_digits=12, decimal_places=2, null=True, blank=True)
    unit = models.CharField(max_length=80, blank=True)
    conditions = models.TextField(blank=True)
    as_of = models.CharField(max_length=60, blank=True, help_text="As the source dates it. Empty: not dated.")
    as_of_year = models.PositiveSmallIntegerField(null=True, blank=True)
    source = models.CharField(max_length=255, blank=True)
    source_ref = models.CharField(
        max_length=500, blank=True, help_text="For maintainers; never shown to visitors."
    )

    objects = RecognitionQuerySet.as_manager()

    panels = [
        FieldPanel("slug"),
        FieldPanel("place"),
        FieldPanel("jurisdictions"),
        FieldRowPanel([FieldPanel("level"), FieldPanel("kind"), FieldPanel("row_class")]),
        FieldRowPanel([FieldPanel("amount_min"), FieldPanel("amount_max"), FieldPanel("unit")]),
        FieldPanel("conditions"),
        FieldRowPanel([FieldPanel("as_of"), FieldPanel("as_of_year")]),
        FieldPanel("source"),
        FieldPanel("source_ref"),
    ]
    search_fields = [
        index.SearchField("place"),
        index.SearchField("kind"),
        index.SearchField("conditions"),
        index.AutocompleteField("place"),
    ]

    class Meta:
        ordering = ["place", "kind", "slug"]
        verbose_name_plural = "recognition"
        constraints = [
            models.CheckConstraint(
                condition=Q(amount_min=None, amount_max=None)
                | Q(amount_min__isnull=False, amount_max__isnull=False, amount_max__gte=F("amount_min")),
                name="recognition_amount_both_or_neither",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.place}: {self.kind}"

    @property
    def counts(self) -> bool:
        """Whether a holder gains something by it."""
        return self.row_class == RecognitionClass.COUNTS_FOR

    @property
    def amount(self) -> tuple[Decimal, Decimal] | None:
        """Least and most in `unit`, or None where the source gives no number."""
        if self.amount_min is None or self.amount_max is None:
            return None
        return (self.amount_min, self.amount_max)
