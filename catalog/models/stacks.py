"""Stacks: sets of micro-credentials meant to be earned together, with their rules."""

import uuid
from typing import Any, ClassVar

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldRowPanel, PageChooserPanel
from wagtail.models import Orderable
from wagtail.search import index

from catalog.enums import AddressKind, Completeness, StackKind, TitleStatus
from catalog.forms import StackPageForm
from catalog.models.credentials import POSITIVE, MicroCredentialPage
from catalog.models.issuers import IssuerPage
from catalog.panels import GROUP_PANELS, STACK_PANELS
from catalog.querysets import StackManager, any_made_up
from home.models import BasePage
from home.panels import FindingsPanel, WhereUsedPanel

SPOKEN_OF = (
    Q(credential__decisions__jurisdiction__demonstration=True)
    | Q(stack__decisions__jurisdiction__demonstration=True)
    | Q(credential__equivalents__jurisdiction__demonstration=True)
    | Q(credential__equivalents__issuer__demonstration=True)
)
"""Members about which a board or an issuer made up for the demonstration said something."""


class StackPage(BasePage):
    """A stack asks for all its groups, a group for `minimum` of its members."""

    kind: ClassVar[str] = "stack"

    identifier = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    issuer = models.ForeignKey(IssuerPage, on_delete=models.PROTECT, related_name="stacks")
    stack_kind = models.CharField(
        "kind of set", max_length=20, choices=StackKind.choices, default=StackKind.STACK
    )
    title_status = models.CharField(max_length=40, choices=TitleStatus.choices, blank=True)
    member_count = models.PositiveSmallIntegerField(
        "members as published",
        null=True,
        blank=True,
        help_text="How many the issuer names or asks for; may be more than are on record here.",
    )
    complete = models.CharField(
        "all on record here?",
        max_length=10,
        choices=Completeness.choices,
        blank=True,
        help_text="Empty: not known.",
    )
    cost_usd = models.DecimalField(
        "price of the whole stack",
        max_digits=9,
        decimal_places=2,
        null=True,
        blank=True,
        validators=POSITIVE,
        help_text="In US dollars, where one price covers all of it.",
    )
    address = models.URLField(max_length=500, blank=True)
    address_kind = models.CharField(max_length=20, choices=AddressKind.choices, blank=True)
    source = models.CharField(max_length=500, blank=True)
    source_date = models.DateField(null=True, blank=True)
    source_ref = models.CharField(
        max_length=500, blank=True, help_text="For maintainers; never shown to visitors."
    )
    maintainer_note = models.TextField(blank=True, help_text="For maintainers; never shown to visitors.")

    objects = StackManager()

    base_form_class = StackPageForm
    template = "catalog/stack_page.html"
    gone_template = "catalog/gone.html"
    parent_page_types: ClassVar[list[str]] = ["catalog.StackIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    exclude_fields_in_copy: ClassVar[list[str]] = ["identifier"]
    content_panels = [FindingsPanel(), *BasePage.content_panels, *STACK_PANELS, WhereUsedPanel()]
    search_fields = [*BasePage.search_fields, index.FilterField("issuer"), index.FilterField("stack_kind")]

    class Meta:
        verbose_name = "stack"
        constraints = [
            models.CheckConstraint(
                condition=Q(cost_usd=None) | Q(cost_usd__gte=0),
                name="stack_price_not_negative",
                violation_error_message="A price cannot be below zero.",
            ),
            models.CheckConstraint(
                condition=(Q(address="") & Q(address_kind="")) | (~Q(address="") & ~Q(address_kind="")),
                name="stack_address_has_a_kind",
                violation_error_message="An address needs its kind; without an address leave that empty.",
            ),
        ]

    @property
    def title_sentence(self) -> str:
        """A plain sentence where the title may differ from its maker's."""
        return TitleStatus(self.title_status).sentence if self.title_status else ""

    @property
    def shows_demonstration(self) -> bool:
        """What a demonstration issuer awards, or a demonstration board spoke of, says so."""
        if self.issuer.demonstration or any_made_up(self, "decisions", "recognition"):
            return True
        members = StackMember.objects.filter(group__page=self.pk)
        return bool(members.filter(SPOKEN_OF).exists())

    @property
    def is_selection(self) -> bool:
        """A list of interest: shown as a list, never totaled, planned or drawn as a pile to finish."""
        return self.stack_kind == StackKind.SELECTION


class StackGroup(Orderable, ClusterableModel):
    """So many of these members; `minimum` empty asks for all of them.

    `size` is the number of members when the group was last saved: it lets the database
    itself refuse a minimum that nobody can reach.
    """

    page = ParentalKey(StackPage, on_delete=models.CASCADE, related_name="groups")
    label = models.CharField(
        max_length=160, blank=True, help_text="A short heading. Empty: made from the rule."
    )
    minimum = models.PositiveSmallIntegerField(
        null=True,
        blank=True,
        validators=[MinValueValidator(1)],
        help_text="How many of the members are asked for. Empty: all of them.",
    )
    size = models.PositiveSmallIntegerField(default=0, editable=False)
    source_ref = models.CharField(
        max_length=500, blank=True, help_text="For maintainers; never shown to visitors."
    )
    maintainer_note = models.TextField(blank=True, help_text="For maintainers; never shown to visitors.")

    panels = GROUP_PANELS

    class Meta(Orderable.Meta):
        constraints = [
            models.CheckConstraint(
                condition=Q(minimum=None) | Q(minimum__gte=1, minimum__lte=F("size")),
                name="group_can_be_finished",
                violation_error_message="A group cannot ask for more members than it has.",
            ),
        ]

    def __str__(self) -> str:
        if self.label:
            return self.label
        return f"any {self.minimum} of {self.size}" if self.minimum else f"all {self.size}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Count the members before the database checks the rule."""
        self.size = len(self.members.all())
        super().save(*args, **kwargs)


class StackMember(Orderable):
    """A micro-credential or stack of a group; a trigger refuses loops (`catalog.constraints`)."""

    group = ParentalKey(StackGroup, on_delete=models.CASCADE, related_name="members")
    credential = models.ForeignKey(
        MicroCredentialPage, null=True, blank=True, on_delete=models.PROTECT, related_name="memberships"
    )
    stack = models.ForeignKey(
        StackPage, null=True, blank=True, on_delete=models.PROTECT, related_name="memberships"
    )

    panels = [
        FieldRowPanel(
            [
                PageChooserPanel(
                    "credential", heading="Micro-credential", help_text="Either a micro-credential …"
                ),
                PageChooserPanel("stack", help_text="… or a whole stack that stands inside this one."),
            ]
        )
    ]

    class Meta(Orderable.Meta):
        constraints = [
            models.CheckConstraint(
                condition=Q(credential__isnull=False, stack=None) | Q(credential=None, stack__isnull=False),
                name="member_is_one_thing",
                violation_error_message="A member is either a micro-credential or a stack.",
            ),
            models.UniqueConstraint(fields=["group", "credential"], name="credential_once_a_group"),
            models.UniqueConstraint(fields=["group", "stack"], name="stack_once_a_group"),
        ]
