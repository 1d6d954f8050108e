"""Micro-credentials: the full record of one proof of one skill."""

import uuid
from typing import ClassVar

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Orderable
from wagtail.search import index

from catalog.enums import AddressKind, CostUnit, Delivery, Grade, Language, LicenseType, TitleStatus
from catalog.fields import CodesField
from catalog.models.competencies import Competency, Topic
from catalog.models.issuers import IssuerPage
from catalog.offering import Offering
from catalog.panels import CREDENTIAL_PANELS
from catalog.querysets import CredentialManager, any_made_up
from home.blocks import RICH_TEXT, ProseBlock
from home.chains import refuse_loop
from home.days import sensible_day
from home.models import BasePage
from home.panels import WhereUsedPanel

POSITIVE = [MinValueValidator(0)]
FINISH_FIRST = "The last day to finish is before the last day to start."
DAY_OR_MARK = "With a last day to start, leave the mark that the day is not stated empty."


class MicroCredentialPage(BasePage):
    """One micro-credential. An empty fact means not known: it is shown as "not stated"."""

    kind: ClassVar[str] = "micro-credential"

    identifier = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    issuer = models.ForeignKey(IssuerPage, on_delete=models.PROTECT, related_name="credentials")
    version = models.CharField(max_length=40, blank=True, help_text="As its issuer numbers it.")
    replaces = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="successors",
        help_text="The earlier version that this one takes the place of.",
    )
    last_day_to_start = models.DateField(
        null=True,
        blank=True,
        validators=[sensible_day],
        help_text="It is offered until this day, the day included. Empty: no such day is known.",
    )
    last_day_to_finish = models.DateField(
        null=True,
        blank=True,
        validators=[sensible_day],
        help_text="Until when whoever has begun can finish it, the day included. Empty: not known.",
    )
    retired = models.BooleanField(
        "no longer offered, day not stated",
        default=False,
        help_text="Only where it is no longer offered and nothing says since when.",
    )
    title_status = models.CharField(max_length=40, choices=TitleStatus.choices, blank=True)
    topic = models.ForeignKey(Topic, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    competency_statement = models.TextField(blank=True, help_text="What the earner can do, in one sentence.")
    method = RichTextField(blank=True, features=RICH_TEXT, help_text="How the skill is practiced.")
    research = StreamField(ProseBlock(), blank=True, help_text="Research and resources behind it.")

    evidence_kind = models.CharField(
        max_length=255, blank=True, help_text="What a teacher sends in, in short; parts separated by “;”."
    )
    scoring = models.TextField(blank=True, help_text="Who scores it, and how.")
    turnaround_days_min = models.PositiveSmallIntegerField(
        "result after, at the least (days)", null=True, blank=True
    )
    turnaround_days_max = models.PositiveSmallIntegerField(
        "result after, at the most (days)", null=True, blank=True
    )
    resubmission = models.TextField(blank=True, help_text="Whether and how often one may send in again.")

    grades = CodesField(codes=Grade.choices, blank=True, help_text="None: the source names no grades.")
    grade_band = models.CharField(max_length=40, blank=True, help_text="As published, such as PK-5.")
    audience = models.CharField(max_length=255, blank=True, help_text="Whom it is for, in words.")
    license_types = CodesField(codes=LicenseType.choices, blank=True, help_text="None: not stated.")

    hours_min = models.DecimalField(
        max_digits=7, decimal_places=2, null=True, blank=True, validators=POSITIVE
    )
    hours_max = models.DecimalField(
        max_digits=7, decimal_places=2, null=True, blank=True, validators=POSITIVE
    )
    cost_usd = models.DecimalField(
        "cost in US dollars", max_digits=9, decimal_places=2, null=True, blank=True, validators=POSITIVE
    )
    cost_per = models.CharField("the price buys", max_length=20, choices=CostUnit.choices, blank=True)
    cost_applies_to = models.CharField(
        max_length=120,
        blank=True,
        help_text="For whom the price holds, such as NEA members. Empty: everyone.",
    )
    cost_note = models.CharField(max_length=255, blank=True)

    delivery = CodesField(codes=Delivery.choices, blank=True, help_text="None: not stated.")
    languages = CodesField(codes=Language.choices, blank=True, help_text="None: not stated.")
    accommodations = models.TextField(blank=True, help_text="What is done so that everyone can take part.")

    address = models.URLField(max_length=500, blank=True)
    address_kind = models.CharField(max_length=20, choices=AddressKind.choices, blank=True)
    badge_image = models.ForeignKey(
        "wagtailimages.Image", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    source = models.CharField(max_length=500, blank=True)
    source_date = models.DateField(null=True, blank=True)
    source_ref = models.CharField(
        max_length=500, blank=True, help_text="For maintainers; never shown to visitors."
    )
    maintainer_note = models.TextField(blank=True, help_text="For maintainers; never shown to visitors.")

    objects = CredentialManager()

    template = "catalog/micro_credential_page.html"
    gone_template = "catalog/gone.html"
    parent_page_types: ClassVar[list[str]] = ["catalog.MicroCredentialIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    exclude_fields_in_copy: ClassVar[list[str]] = ["identifier"]
    content_panels = [*BasePage.content_panels, *CREDENTIAL_PANELS, WhereUsedPanel()]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("competency_statement"),
        index.FilterField("issuer"),
        index.FilterField("topic"),
        index.FilterField("last_day_to_start"),
        index.FilterField("retired"),
    ]

    class Meta:
        verbose_name = "micro-credential"
        constraints = [
            models.CheckConstraint(
                condition=Q(hours_min=None, hours_max=None)
                | Q(
                    hours_min__isnull=False,
                    hours_max__isnull=False,
                    hours_min__gte=0,
                    hours_max__gte=F("hours_min"),
                ),
                name="hours_both_or_neither",
                violation_error_message="Give both the least and the most hours, least first, or neither.",
            ),
            models.CheckConstraint(
                condition=Q(cost_usd=None, cost_per="")
                | (Q(cost_usd__isnull=False, cost_usd__gte=0) & ~Q(cost_per="")),
                name="cost_says_what_it_buys",
                violation_error_message="A price needs what it buys; without a price leave that empty.",
            ),
            models.CheckConstraint(
                condition=Q(turnaround_days_min=None, turnaround_days_max=None)
                | Q(
                    turnaround_days_min__isnull=False,
                    turnaround_days_max__isnull=False,
                    turnaround_days_max__gte=F("turnaround_days_min"),
                ),
                name="turnaround_both_or_neither",
                violation_error_message="Give both the least and the most days, the least first, or neither.",
            ),
            models.CheckConstraint(
                condition=(Q(address="") & Q(address_kind="")) | (~Q(address="") & ~Q(address_kind="")),
                name="credential_address_has_a_kind",
                violation_error_message="An address needs its kind; without an address leave that empty.",
            ),
            models.CheckConstraint(
                condition=Q(retired=False) | Q(last_day_to_start=None),
                name="retired_without_a_day",
                violation_error_message=DAY_OR_MARK,
            ),
            models.CheckConstraint(
                condition=Q(last_day_to_start=None)
                | Q(last_day_to_finish=None)
                | Q(last_day_to_finish__gte=F("last_day_to_start")),
                name="finish_not_before_start",
                violation_error_message=FINISH_FIRST,
            ),
            models.CheckConstraint(
                condition=~Q(replaces=F("page_ptr")),
                name="credential_does_not_replace_itself",
                violation_error_message="A micro-credential cannot replace itself.",
            ),
        ]

    def clean(self) -> None:
        """Refuse, each beside its field, days that cannot be, and a version chain that comes back here."""
        super().clean()
        start, finish = self.last_day_to_start, self.last_day_to_finish
        problems = {}
        if start and finish and finish < start:
            problems["last_day_to_finish"] = FINISH_FIRST
        if self.retired and start:
            problems["retired"] = DAY_OR_MARK
        if problems:
            raise ValidationError(problems)
        refuse_loop(self, "replaces", "title")

    @property
    def offering(self) -> Offering:
        """Until when it is offered, as the rules see it."""
        return Offering(self.last_day_to_start, self.last_day_to_finish, self.retired)

    @property
    def title_sentence(self) -> str:
        """A plain sentence where the title may differ from its maker's."""
        return TitleStatus(self.title_status).sentence if self.title_status else ""

    @property
    def shows_demonstration(self) -> bool:
        """What a demonstration issuer awards, or a demonstration board spoke of, says so."""
        return bool(self.issuer.demonstration) or any_made_up(
            self, "decisions", "recognition", "reviews", "equivalences", "equivalents"
        )


class EvidencePart(Orderable):
    """One thing a teacher sends in."""

    page = ParentalKey(MicroCredentialPage, on_delete=models.CASCADE, related_name="evidence_parts")
    title = models.CharField(max_length=160)
    description = models.TextField(blank=True)
    limit = models.CharField(
        max_length=120, blank=True, help_text="Such as “at most 500 words” or “10 minutes”."
    )

    panels = [
        FieldPanel("title", help_text="What it is, such as “A lesson plan”."),
        FieldPanel("description", help_text="What it must show."),
        FieldPanel("limit"),
    ]


class RubricCriterion(Orderable):
    """One line of the rubric, with its levels in words."""

    page = ParentalKey(MicroCredentialPage, on_delete=models.CASCADE, related_name="rubric")
    title = models.CharField(max_length=160)
    meets = models.TextField("meets it", help_text="What passes.")
    nearly = models.TextField("nearly meets it", blank=True)
    not_yet = models.TextField("not yet", blank=True)

    panels = [
        FieldPanel("title", help_text="What is judged, in a few words."),
        FieldPanel("meets"),
        FieldPanel("nearly", help_text="What nearly passes. Empty: not stated."),
        FieldPanel("not_yet", help_text="What does not pass yet. Empty: not stated."),
    ]


class CompetencyAlignment(Orderable):
    """The micro-credential proves this competency."""

    page = ParentalKey(MicroCredentialPage, on_delete=models.CASCADE, related_name="alignments")
    competency = models.ForeignKey(Competency, on_delete=models.PROTECT, related_name="+")
    note = models.CharField(max_length=255, blank=True)

    panels = [FieldPanel("competency"), FieldPanel("note", help_text="A few words shown under it.")]

    class Meta(Orderable.Meta):
        constraints = [models.UniqueConstraint(fields=["page", "competency"], name="alignment_once")]
