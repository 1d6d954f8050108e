"""Pathways: stages of stacks that lead to a priority or a role."""

from typing import Any, ClassVar

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, PageChooserPanel
from wagtail.models import Orderable

from catalog.models import StackPage
from home.models import BasePage
from home.panels import FOR_MAINTAINERS, FindingsPanel, source_panel
from pathways.enums import Audience, Level, LinkKind
from pathways.forms import PathwayPageForm
from pathways.models.priorities import PriorityPage
from pathways.models.roles import RolePage


class PathwayPage(BasePage):
    """A pathway asks for all its stages, a stage for `minimum` of its stacks."""

    kind: ClassVar[str] = "pathway"

    priority = models.ForeignKey(
        PriorityPage, null=True, blank=True, on_delete=models.PROTECT, related_name="pathways"
    )
    roles = ParentalManyToManyField(RolePage, blank=True, related_name="pathways")
    audience = models.CharField(max_length=20, choices=Audience.choices, blank=True)
    source = models.CharField(max_length=500, blank=True)
    source_date = models.DateField(null=True, blank=True)
    source_ref = models.CharField(
        max_length=500, blank=True, help_text="For maintainers; never shown to visitors."
    )

    base_form_class = PathwayPageForm
    template = "pathways/pathway_page.html"
    parent_page_types: ClassVar[list[str]] = ["pathways.PathwayIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    content_panels = [
        FindingsPanel(),
        *BasePage.content_panels,
        MultiFieldPanel(
            [
                PageChooserPanel(
                    "priority", help_text="The state priority at its end. Empty: it leads to roles only."
                ),
                FieldPanel("roles", help_text="The roles it prepares for. Empty: none is named."),
                FieldPanel("audience", help_text="Empty: not stated."),
            ],
            "Where it leads, and for whom",
        ),
        InlinePanel(
            "stages",
            label="Stage",
            heading="Stages",
            help_text="In the order one travels. A pathway asks for all its stages.",
        ),
        source_panel(notes=["source_ref"]),
    ]

    class Meta:
        verbose_name = "pathway"

    @property
    def shows_demonstration(self) -> bool:
        """A pathway shows what a made-up board decided about its stacks."""
        stacks = StageStack.objects.filter(stage__page=self.pk)
        return bool(stacks.filter(stack__decisions__jurisdiction__demonstration=True).exists())


class PathwayStage(Orderable, ClusterableModel):
    """So many of these stacks; `minimum` empty asks for all of them.

    `size` is the number of stacks when the stage was last saved: it lets the database itself
    refuse a minimum that nobody can reach.
    """

    page = ParentalKey(PathwayPage, on_delete=models.CASCADE, related_name="stages")
    title = models.CharField(max_length=160)
    level = models.CharField(max_length=20, choices=Level.choices)
    minimum = models.PositiveSmallIntegerField(
        null=True,
        blank=True,
        validators=[MinValueValidator(1)],
        help_text="How many of the stacks finish the stage. Empty: all of them.",
    )
    size = models.PositiveSmallIntegerField(default=0, editable=False)
    maintainer_note = models.TextField(blank=True, help_text="For maintainers; never shown to visitors.")

    panels = [
        FieldPanel("title", help_text="What one does here, in a few words."),
        FieldRowPanel(
            [
                FieldPanel("level", help_text="How far along it stands. The stacks in it get this level."),
                FieldPanel(
                    "minimum",
                    heading="How many of them",
                    help_text="How many stacks finish the stage: 1 for “any 1 of these”. Empty: all.",
                ),
            ]
        ),
        InlinePanel("stage_stacks", label="Stack", heading="Stacks", min_num=1),
        FieldPanel("maintainer_note", help_text=FOR_MAINTAINERS),
    ]

    class Meta(Orderable.Meta):
        constraints = [
            models.CheckConstraint(
                condition=Q(minimum=None) | Q(minimum__gte=1, minimum__lte=F("size")),
                name="stage_can_be_finished",
                violation_error_message="A stage cannot ask for more stacks than it has.",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Count the stacks before the database checks the rule."""
        self.size = len(self.stage_stacks.all())
        super().save(*args, **kwargs)


class StageStack(Orderable):
    """A stack one may choose in a stage."""

    stage = ParentalKey(PathwayStage, on_delete=models.CASCADE, related_name="stage_stacks")
    stack = models.ForeignKey(StackPage, on_delete=models.PROTECT, related_name="stage_stacks")

    panels = [PageChooserPanel("stack")]

    class Meta(Orderable.Meta):
        constraints = [models.UniqueConstraint(fields=["stage", "stack"], name="stack_once_a_stage")]


class StackLink(Orderable):
    """What a stack builds on, or is better after."""

    page = ParentalKey(StackPage, on_delete=models.CASCADE, related_name="stack_links")
    before = models.ForeignKey(StackPage, on_delete=models.PROTECT, related_name="links_onward")
    kind = models.CharField(max_length=20, choices=LinkKind.choices)
    reason = models.CharField(max_length=255, blank=True)

    panels = [
        PageChooserPanel("before", heading="Stack", help_text="The stack that comes first."),
        FieldPanel(
            "kind", help_text="“Builds on” must be finished first; “better after” only tells the order."
        ),
        FieldPanel("reason", help_text="Why, in a sentence. Shown beside the link."),
    ]

    class Meta(Orderable.Meta):
        constraints = [
            models.UniqueConstraint(fields=["page", "before"], name="link_once"),
            models.CheckConstraint(condition=~Q(page=F("before")), name="link_not_to_itself"),
        ]

    def __str__(self) -> str:
        return str(LinkKind(self.kind).label)
