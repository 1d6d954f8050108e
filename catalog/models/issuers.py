"""Bodies that make and award micro-credentials."""

from typing import ClassVar

from django.db import models
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.search import index

from catalog.enums import IssuerKind
from catalog.models.places import Jurisdiction
from home.models import BasePage
from home.panels import WhereUsedPanel, source_panel


class IssuerPage(BasePage):
    """An issuer; its name is the page's title."""

    kind: ClassVar[str] = "issuer"

    issuer_kind = models.CharField("kind of body", max_length=20, choices=IssuerKind.choices, blank=True)
    website = models.URLField(blank=True, max_length=500)
    region = models.ForeignKey(
        Jurisdiction,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="Where it is at home.",
    )
    demonstration = models.BooleanField(
        default=False, help_text="Made up for the demonstration; every page that shows it says so."
    )
    source = models.CharField(max_length=500, blank=True)
    source_date = models.DateField(null=True, blank=True)
    source_ref = models.CharField(
        max_length=500, blank=True, help_text="For maintainers; never shown to visitors."
    )
    maintainer_note = models.TextField(blank=True, help_text="For maintainers; never shown to visitors.")

    template = "catalog/issuer_page.html"
    parent_page_types: ClassVar[list[str]] = ["catalog.IssuerIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    content_panels = [
        *BasePage.content_panels,
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("issuer_kind"), FieldPanel("region")]),
                FieldPanel(
                    "website",
                    help_text="Its home page, from https:// on. Records without an address lead here.",
                ),
                FieldPanel("demonstration"),
            ],
            "What it is",
        ),
        source_panel(),
        WhereUsedPanel(),
    ]
    search_fields = [*BasePage.search_fields, index.FilterField("issuer_kind")]

    class Meta:
        verbose_name = "issuer"

    @property
    def shows_demonstration(self) -> bool:
        """An issuer made up for the demonstration says so."""
        return self.demonstration
