"""State priorities, as a tree, and what addresses them."""

from typing import ClassVar

from django.db import models
from django.db.models import F
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, PageChooserPanel
from wagtail.models import Orderable

from catalog.models import MicroCredentialPage
from home.chains import refuse_loop
from home.models import BasePage
from home.panels import FindingsPanel, WhereUsedPanel, source_panel


class PriorityPage(BasePage):
    """Something the state wants its teachers to be able to do. A parent includes its children."""

    kind: ClassVar[str] = "priority"

    governing_document = models.CharField(max_length=255, blank=True)
    parent_priority = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="child_priorities"
    )
    reference = models.CharField(max_length=40, blank=True, help_text="Number in the governing document.")
    source = models.CharField(max_length=500, blank=True)
    source_date = models.DateField(null=True, blank=True)
    source_ref = models.CharField(
        max_length=500, blank=True, help_text="For maintainers; never shown to visitors."
    )

    template = "pathways/priority_page.html"
    parent_page_types: ClassVar[list[str]] = ["pathways.PriorityIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    content_panels = [
        FindingsPanel(),
        *BasePage.content_panels,
        MultiFieldPanel(
            [
                PageChooserPanel(
                    "parent_priority",
                    help_text="The wider priority that includes this one. Empty: it stands on top.",
                ),
                FieldRowPanel(
                    [
                        FieldPanel("governing_document", help_text="The law or plan that names it."),
                        FieldPanel("reference"),
                    ]
                ),
            ],
            "Where it stands",
        ),
        source_panel(notes=["source_ref"]),
        WhereUsedPanel(),
    ]

    class Meta:
        verbose_name = "priority"
        verbose_name_plural = "priorities"
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(parent_priority=F("page_ptr")), name="priority_not_its_own_parent"
            ),
        ]

    def clean(self) -> None:
        """Refuse a parent that lies below this one."""
        super().clean()
        refuse_loop(self, "parent_priority", "title")


class PriorityLink(Orderable):
    """A micro-credential addresses a priority: an editor's sorting, not a decision of a board."""

    page = ParentalKey(MicroCredentialPage, on_delete=models.CASCADE, related_name="priority_links")
    priority = models.ForeignKey(PriorityPage, on_delete=models.PROTECT, related_name="credential_links")

    panels = [PageChooserPanel("priority")]

    class Meta(Orderable.Meta):
        constraints = [
            models.UniqueConstraint(fields=["page", "priority"], name="priority_once_a_credential")
        ]
