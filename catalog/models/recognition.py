"""What a micro-credential counts for, by place. Amounts are never converted between units or places.

Rows are kept as decisions are: what was recorded stays, and a correction takes its place at its address.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Exists, F, OuterRef, Q, prefetch_related_objects
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, MultiFieldPanel, Panel
from wagtail.search import index

from catalog.enums import RecognitionClass, RecognitionLevel
from catalog.forms import RecognitionForm
from catalog.in_force import Days
from catalog.models.credentials import MicroCredentialPage
from catalog.models.decisions import Record, of, of_any
from catalog.models.kept import Kept, KeptQuerySet
from catalog.models.places import District, Jurisdiction, place_heading
from catalog.models.stacks import StackPage
from home.days import sensible_day
from home.models import Addressed

Places = tuple[set[int], set[int]]


class RecognitionQuerySet(KeptQuerySet["Recognition"]):
    """Vocabulary of recognition."""

    def in_jurisdiction(self, slug: str) -> RecognitionQuerySet:
        """Rows that name this jurisdiction."""
        return self.filter(jurisdictions__slug=slug)

    def in_district(self, district: District) -> RecognitionQuerySet:
        """Rows that name this district; a district's rule is not its state's."""
        named = Q(districts=district) | Q(jurisdictions__slug=district.slug)
        return self.filter(named).distinct()

    def about(self, record: Record) -> RecognitionQuerySet:
        """Rows that name this record."""
        return self.filter(**of(record))

    def about_any(self, records: Iterable[Record]) -> RecognitionQuerySet:
        """Rows that name any of these records."""
        return self.filter(of_any(records))

    def counting(self) -> RecognitionQuerySet:
        """Rows by which a holder gains something; the others tell the policy around it."""
        return self.filter(row_class=RecognitionClass.COUNTS_FOR)

    def in_force(self, on: date) -> RecognitionQuerySet:
        """Rows that hold on a day as far as is known, as `Force.counts` has it."""
        begun = Q(effective_from=None) | Q(effective_from__lte=on)
        return self.filter(begun, Q(effective_until=None) | Q(effective_until__gte=on))

    def corrected(self, slug: str) -> list[Recognition]:
        """What stood at this address before, the latest first, with what corrects it."""
        rows = self.filter(slug=slug, correction__isnull=False).select_related("correction")
        return list(rows.order_by("-pk"))

    def same_as(self, one: Recognition) -> list[Recognition]:
        """Rows that count and say the same of the same places; none before the places are known."""
        if one.typed_places is None:
            return []
        rows = super().same_as(one)
        prefetch_related_objects(rows, "jurisdictions", "districts")
        return [row for row in rows if row.places == one.typed_places]

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


class Recognition(Kept, Addressed, index.Indexed):
    """One dated, sourced statement of what counts for what, where, for whom. Both its days belong to it."""

    plural: ClassVar[str] = "recognition"

    slug = models.SlugField(
        max_length=120,
        help_text="Its address below /recognition/; a correction keeps that of what it corrects.",
    )
    place = models.CharField(max_length=255, help_text="The place as the source words it.")
    jurisdictions = models.ManyToManyField(
        Jurisdiction, related_name="recognition", help_text="Where it holds: for these only."
    )
    districts = models.ManyToManyField(
        District,
        blank=True,
        related_name="recognition",
        help_text="School districts it holds in, where it is a district's own rule.",
    )
    credential = models.ForeignKey(
        MicroCredentialPage,
        null=True,
        blank=True,
        verbose_name="micro-credential",
        on_delete=models.PROTECT,
        related_name="recognition",
        help_text="The one it is about. Empty: the conditions say which.",
    )
    stack = models.ForeignKey(
        StackPage,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="recognition",
        help_text="The stack it is about. Empty: the conditions say which.",
    )
    level = models.CharField(max_length=20, choices=RecognitionLevel.choices)
    kind = models.CharField(max_length=60, help_text="Such as license renewal credit.")
    row_class = models.CharField("class", max_length=20, choices=RecognitionClass.choices)
    amount_min = models.DecimalField(max_digits=12, decimal_places=2, null=True, blank=True)
    amount_max = models.DecimalField(max_digits=12, decimal_places=2, null=True, blank=True)
    unit = models.CharField(max_length=80, blank=True)
    conditions = models.TextField(blank=True)
    as_of = models.CharField(max_length=60, blank=True, help_text="As the source dates it. Empty: not dated.")
    as_of_year = models.PositiveSmallIntegerField(null=True, blank=True)
    effective_from = models.DateField(
        "first day", null=True, blank=True, validators=[sensible_day], help_text="Empty: not stated."
    )
    effective_until = models.DateField(
        "last day", null=True, blank=True, validators=[sensible_day], help_text="Empty: no end is known."
    )
    source = models.CharField(max_length=255, blank=True)
    source_ref = models.CharField(
        max_length=500, blank=True, help_text="For maintainers; never shown to visitors."
    )

    objects = RecognitionQuerySet.as_manager()

    same_by = (
        "credential_id",
        "stack_id",
        "level",
        "row_class",
        "amount_min",
        "amount_max",
        "effective_from",
        "effective_until",
    )
    same_by_words = ("kind", "unit", "conditions")
    told_beside = "kind"
    typed_places: Places | None = None
    """Where one holds that is about to be recorded: its jurisdictions and districts."""

    base_form_class = RecognitionForm
    panels: ClassVar[list[Panel]] = [
        HelpPanel(
            "What you record stays as it is. "
            "A mistake, or a rule that changed, is mended by a correction at the same address.",
        ),
        MultiFieldPanel(
            [
                FieldPanel("place"),
                FieldPanel("slug"),
                FieldPanel("jurisdictions"),
                FieldPanel("districts"),
                FieldPanel("level"),
            ],
            "Where",
        ),
        MultiFieldPanel(
            [
                FieldPanel("row_class"),
                FieldPanel("kind"),
                FieldRowPanel([FieldPanel("amount_min"), FieldPanel("amount_max"), FieldPanel("unit")]),
                FieldPanel("conditions"),
                FieldRowPanel([FieldPanel("credential"), FieldPanel("stack")]),
            ],
            "What counts for what",
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("effective_from"), FieldPanel("effective_until")]),
                FieldRowPanel([FieldPanel("as_of"), FieldPanel("as_of_year")]),
            ],
            "When",
        ),
        MultiFieldPanel([FieldPanel("source"), FieldPanel("source_ref")], "Where it can be read"),
        FieldPanel("correction_reason"),
    ]
    search_fields = [
        index.SearchField("place"),
        index.SearchField("kind"),
        index.SearchField("conditions"),
        index.AutocompleteField("place"),
    ]

    class Meta(Kept.Meta):
        ordering = ["place", "kind", "slug"]
        verbose_name_plural = "recognition"
        constraints = [
            *Kept.Meta.constraints,
            models.UniqueConstraint(
                fields=["slug"],
                condition=Q(supersedes=None),
                name="recognition_address_once",
                violation_error_message="Another row of recognition has this address.",
            ),
            models.CheckConstraint(
                condition=Q(credential=None) | Q(stack=None),
                name="recognition_about_one_record",
                violation_error_message="Choose one micro-credential or one stack, or neither.",
            ),
            models.CheckConstraint(
                condition=Q(effective_until=None)
                | Q(effective_from=None)
                | Q(effective_until__gte=F("effective_from")),
                name="recognition_ends_after_start",
                violation_error_message="The last day is before the first day.",
            ),
            models.CheckConstraint(
                condition=Q(amount_min=None, amount_max=None)
                | Q(amount_min__isnull=False, amount_max__isnull=False, amount_max__gte=F("amount_min")),
                name="recognition_amount_both_or_neither",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.place}: {self.kind}"

    @property
    def places(self) -> Places:
        """The keys of the jurisdictions and the districts it holds in."""
        return {one.pk for one in self.jurisdictions.all()}, {one.pk for one in self.districts.all()}

    @property
    def counts(self) -> bool:
        """Whether a holder gains something by it."""
        return self.row_class == RecognitionClass.COUNTS_FOR

    @property
    def days(self) -> Days:
        """From when until when it holds, as the rules see it."""
        return Days(self.effective_from, self.effective_until)

    @property
    def amount(self) -> tuple[Decimal, Decimal] | None:
        """Least and most in `unit`, or None where the source gives no number."""
        if self.amount_min is None or self.amount_max is None:
            return None
        return (self.amount_min, self.amount_max)

    def clean(self) -> None:
        """Refuse, each beside its field, what cannot be; a correction keeps its address."""
        super().clean()
        problems = {}
        if self.effective_from and self.effective_until and self.effective_until < self.effective_from:
            problems["effective_until"] = "The last day is before the first day."
        if (self.amount_min is None) != (self.amount_max is None):
            problems["amount_max"] = "Give the least and the most, the same twice for one number, or neither."
        if self.amount and self.amount[1] < self.amount[0]:
            problems["amount_max"] = "The most is less than the least."
        earlier = Recognition.objects.filter(pk__in=[self.supersedes_id or 0]).first()
        if earlier is not None and self.slug != earlier.slug:
            problems["slug"] = f"A correction keeps the address of what it corrects: {earlier.slug}."
        if problems:
            raise ValidationError(problems)
