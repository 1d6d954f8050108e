"""Quality standards, and the results of holding micro-credentials against them."""

from __future__ import annotations

import uuid
from collections import Counter
from typing import Any, ClassVar

from django.db import models, transaction
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel, Panel
from wagtail.models import Orderable
from wagtail.search import index

from catalog.enums import Finding
from catalog.forms import QualityReviewForm
from catalog.models.credentials import MicroCredentialPage
from catalog.models.kept import Kept, KeptError, KeptQuerySet
from catalog.models.places import Jurisdiction
from home.days import sensible_day


class QualityStandard(index.Indexed, ClusterableModel):
    """A published set of criteria for good micro-credentials."""

    slug = models.SlugField(unique=True, max_length=120)
    name = models.CharField(max_length=160, unique=True)

    panels = [FieldPanel("name"), FieldPanel("slug"), InlinePanel("criteria", label="Criterion")]
    search_fields = [index.SearchField("name"), index.AutocompleteField("name")]

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class QualityCriterion(Orderable):
    """One thing a standard asks for."""

    standard = ParentalKey(QualityStandard, on_delete=models.CASCADE, related_name="criteria")
    group = models.CharField(max_length=80, blank=True)
    code = models.CharField(max_length=40)
    text = models.TextField()
    source = models.CharField(max_length=255, blank=True)
    source_ref = models.CharField(
        max_length=500, blank=True, help_text="For maintainers; never shown to visitors."
    )

    panels = [FieldPanel(name) for name in ("group", "code", "text", "source", "source_ref")]

    class Meta(Orderable.Meta):
        constraints = [
            models.UniqueConstraint(fields=["standard", "code"], name="criterion_code_once_a_standard")
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.text}"


class QualityReviewQuerySet(KeptQuerySet["QualityReview"]):
    """Vocabulary of quality reviews."""

    def of(self, *credentials: MicroCredentialPage) -> QualityReviewQuerySet:
        """Reviews of these micro-credentials, the latest first, with their results in one more query."""
        rows = self.filter(credential__in=credentials)
        rows = rows.select_related("jurisdiction", "standard", "supersedes__jurisdiction")
        return rows.prefetch_related("results").order_by("-reviewed_on", "-pk")


class QualityReview(Kept):
    """What holding one micro-credential against a standard found; a review is not a decision."""

    identifier = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    jurisdiction = models.ForeignKey(
        Jurisdiction, on_delete=models.PROTECT, related_name="reviews", help_text="For whom it was reviewed."
    )
    credential = models.ForeignKey(
        MicroCredentialPage,
        verbose_name="micro-credential",
        on_delete=models.PROTECT,
        related_name="reviews",
    )
    standard = models.ForeignKey(QualityStandard, on_delete=models.PROTECT, related_name="reviews")
    reviewed_on = models.DateField(validators=[sensible_day])
    reviewer = models.CharField(
        max_length=160, blank=True, help_text="Who reviewed, such as a panel's name. Empty: not stated."
    )
    summary = models.TextField(blank=True, help_text="What the reviewers say about it as a whole.")
    source = models.CharField(max_length=255, blank=True, help_text="Where the review can be read.")
    source_address = models.URLField("its link", max_length=500, blank=True)

    objects = QualityReviewQuerySet.as_manager()

    same_by = ("credential_id", "standard_id", "jurisdiction_id", "reviewed_on")
    same_by_words = ("reviewer",)
    told_beside = "reviewed_on"
    base_form_class = QualityReviewForm
    panels: ClassVar[list[Panel]] = [
        FieldPanel(name)
        for name in (
            "credential",
            "jurisdiction",
            "reviewed_on",
            "reviewer",
            "summary",
            "source",
            "source_address",
            "correction_reason",
        )
    ]

    class Meta(Kept.Meta):
        ordering = ["reviewed_on", "pk"]
        constraints = [*Kept.Meta.constraints]

    def __str__(self) -> str:
        return f"{self.credential}: {self.standard}, {self.reviewed_on}"

    @transaction.atomic
    def record(self, results: list[QualityResult]) -> None:
        """Write it with what was found of each criterion."""
        self.save()
        for result in results:
            result.review = self
            result.save()

    @property
    def counts(self) -> list[tuple[Finding, int]]:
        """How many criteria there are of each finding, in its order."""
        counted = Counter(result.finding for result in self.results.all())
        return [(one, counted[one.value]) for one in Finding if counted[one.value]]


class QualityResultQuerySet(KeptQuerySet["QualityResult"]):
    """Results, kept with their review."""


class QualityResult(models.Model):
    """What a review found of one criterion, in the words that the criterion had on that day."""

    review = models.ForeignKey(QualityReview, on_delete=models.PROTECT, related_name="results")
    group = models.CharField(max_length=80, blank=True)
    code = models.CharField(max_length=40)
    text = models.TextField()
    finding = models.CharField(max_length=20, choices=Finding.choices)
    note = models.TextField(blank=True)

    objects = QualityResultQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["review", "code"], name="result_once_a_criterion")]

    def __str__(self) -> str:
        return f"{self.code}: {self.get_finding_display()}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Write it once."""
        if not self._state.adding:
            raise KeptError
        super().save(*args, **kwargs)

    def delete(self, *_: Any, **__: Any) -> Any:
        """Refuse."""
        raise KeptError
