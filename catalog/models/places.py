"""Where decisions and recognition hold: jurisdictions and districts."""

from datetime import date, datetime
from typing import ClassVar
from zoneinfo import ZoneInfo, available_timezones

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from wagtail.admin.panels import FieldPanel
from wagtail.search import index

from catalog.enums import PlaceKind, UnitKind
from home.chains import refuse_loop
from home.days import site_day
from home.models import Addressed, Whole


def place_heading(name: str, kind: str, parent: str | None) -> str:
    """A place's name; what lies in a state stands behind it, as in “North Carolina: Wake County”."""
    within = parent and kind in (PlaceKind.DISTRICT, PlaceKind.GROUP)
    return f"{parent}: {name}" if within else name


def known_time_zone(name: str) -> None:
    """Refuse a name that the time zone database does not have."""
    if name not in available_timezones():
        raise ValidationError(f"“{name}” is no time zone. Write it like America/New_York.", code="time_zone")


class Jurisdiction(Whole, index.Indexed, models.Model):
    """A nation, state, district or group that makes rules for its own place or members."""

    plural: ClassVar[str] = "jurisdictions"

    slug = models.SlugField(unique=True, max_length=120)
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=20, choices=PlaceKind.choices)
    code = models.CharField(max_length=10, blank=True, help_text="ISO 3166, such as US-NC.")
    parent = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="children"
    )
    time_zone = models.CharField(
        max_length=60,
        blank=True,
        validators=[known_time_zone],
        help_text="Whose calendar its days follow, such as America/New_York. Empty: the site's.",
    )
    demonstration = models.BooleanField(
        default=False, help_text="Made up for the demonstration; every page that shows it says so."
    )
    source = models.CharField(max_length=255, blank=True)
    source_ref = models.CharField(
        max_length=500, blank=True, help_text="For maintainers; never shown to visitors."
    )

    panels = [
        FieldPanel(name)
        for name in (
            "name",
            "slug",
            "kind",
            "code",
            "parent",
            "time_zone",
            "demonstration",
            "source",
            "source_ref",
        )
    ]
    search_fields = [index.SearchField("name"), index.AutocompleteField("name")]

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["code"], condition=~models.Q(code=""), name="jurisdiction_code_once"
            ),
            models.CheckConstraint(
                condition=~models.Q(parent=models.F("id")), name="jurisdiction_not_its_own_parent"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def heading(self) -> str:
        """What it stands under in the list of what counts where."""
        return place_heading(self.name, self.kind, self.parent.name if self.parent else None)

    def today(self) -> date:
        """What day it is there now."""
        return self.day_of(timezone.now())

    def day_of(self, moment: datetime) -> date:
        """What day it is there at a moment."""
        if not self.time_zone:
            return site_day(moment)
        return timezone.localdate(moment, timezone=ZoneInfo(self.time_zone))

    def clean(self) -> None:
        """Refuse a parent that lies below this one."""
        super().clean()
        refuse_loop(self, "parent", "name")


class District(Addressed, index.Indexed, models.Model):
    """A local education agency (LEA) of a state."""

    plural: ClassVar[str] = "districts"

    slug = models.SlugField(unique=True, max_length=120)
    lea_code = models.CharField("LEA code", max_length=10)
    name = models.CharField(max_length=160)
    county = models.CharField(max_length=80, blank=True)
    unit_kind = models.CharField(max_length=10, choices=UnitKind.choices)
    region = models.CharField(max_length=60, blank=True)
    region_number = models.PositiveSmallIntegerField(null=True, blank=True)
    state = models.ForeignKey(Jurisdiction, on_delete=models.PROTECT, related_name="districts")
    source = models.CharField(max_length=255, blank=True)
    source_ref = models.CharField(
        max_length=500, blank=True, help_text="For maintainers; never shown to visitors."
    )

    panels = [
        FieldPanel(name)
        for name in (
            "name",
            "slug",
            "lea_code",
            "county",
            "unit_kind",
            "region",
            "region_number",
            "state",
            "source",
            "source_ref",
        )
    ]
    search_fields = [index.SearchField("name"), index.SearchField("county"), index.AutocompleteField("name")]

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(fields=["state", "lea_code"], name="district_code_once_a_state")
        ]

    def __str__(self) -> str:
        return self.name
