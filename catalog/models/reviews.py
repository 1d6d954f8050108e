"""Quality standards that micro-credentials are held against."""

from django.db import models
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.models import Orderable
from wagtail.search import index


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
