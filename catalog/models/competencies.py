"""Competency frameworks as trees, and the topics micro-credentials are sorted by."""

from collections.abc import Iterable
from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from wagtail.admin.panels import FieldPanel
from wagtail.search import index

from home.chains import refuse_loop
from home.models import Addressed, Whole
from home.panels import WhereUsedPanel


class Topic(Whole, index.Indexed, models.Model):
    """What a micro-credential is about, such as mathematics."""

    plural: ClassVar[str] = "topics"

    slug = models.SlugField(unique=True, max_length=60)
    name = models.CharField(max_length=60, unique=True)

    panels = [FieldPanel("name"), FieldPanel("slug")]
    search_fields = [index.SearchField("name"), index.AutocompleteField("name")]

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class CompetencyFramework(Whole, index.Indexed, models.Model):
    """A published set of competencies or standards."""

    plural: ClassVar[str] = "frameworks"

    slug = models.SlugField(unique=True, max_length=120)
    name = models.CharField(max_length=160, unique=True)
    address = models.URLField(blank=True, help_text="Where its owner publishes it.")

    panels = [FieldPanel("name"), FieldPanel("slug"), FieldPanel("address")]
    search_fields = [index.SearchField("name"), index.AutocompleteField("name")]

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Competency(Addressed, index.Indexed, models.Model):
    """One item of a framework; a micro-credential may prove it."""

    plural: ClassVar[str] = "competencies"

    framework = models.ForeignKey(CompetencyFramework, on_delete=models.PROTECT, related_name="competencies")
    code = models.CharField(max_length=40, help_text="As the framework numbers it, such as 1a.")
    slug = models.SlugField(unique=True, max_length=180, help_text="Framework and code.")
    title = models.CharField(max_length=255)
    parent = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="children"
    )
    source = models.CharField(max_length=255, blank=True)
    source_ref = models.CharField(
        max_length=500, blank=True, help_text="For maintainers; never shown to visitors."
    )

    panels = [
        *(
            FieldPanel(name)
            for name in ("framework", "code", "slug", "title", "parent", "source", "source_ref")
        ),
        WhereUsedPanel(),
    ]
    search_fields = [
        index.SearchField("title"),
        index.SearchField("code"),
        index.AutocompleteField("title"),
        index.AutocompleteField("code"),
        index.FilterField("framework"),
    ]

    class Meta:
        ordering = ["framework", "pk"]
        verbose_name_plural = "competencies"
        constraints = [
            models.UniqueConstraint(fields=["framework", "code"], name="competency_code_once_a_framework"),
            models.CheckConstraint(
                condition=~models.Q(parent=models.F("id")), name="competency_not_its_own_parent"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.title}"

    def clean(self) -> None:
        """Refuse a parent of another framework, or one that lies below this one."""
        super().clean()
        if self.parent is not None and self.parent.framework_id != self.framework_id:
            raise ValidationError({"parent": "The parent belongs to another framework."})
        refuse_loop(self, "parent", "code")


def around(one: Competency, framework: Iterable[Competency]) -> list[Competency]:
    """Of a framework what lies above a competency, beside it and right below it, in the framework's order."""
    items = list(framework)
    parents = {item.pk: item.parent_id for item in items}
    above, parent = set[int | None](), one.parent_id
    while parent is not None and parent not in above:
        above.add(parent)
        parent = parents.get(parent)
    return [item for item in items if item.pk in above or item.parent_id in (one.parent_id, one.pk)]
