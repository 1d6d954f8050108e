"""Roles that teachers take on or aim at."""

from decimal import Decimal
from typing import ClassVar

from django.db import models
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel

from catalog.models import Jurisdiction
from home.models import BasePage
from home.numbers import money_text
from home.panels import FindingsPanel, WhereUsedPanel, source_panel
from pathways.enums import RoleKind


class RolePage(BasePage):
    """A role, status or stage of a career, as a law or source defines it."""

    kind: ClassVar[str] = "role"

    role_kind = models.CharField("kind of role", max_length=40, choices=RoleKind.choices)
    jurisdiction = models.ForeignKey(Jurisdiction, on_delete=models.PROTECT, related_name="+")
    requirements = models.TextField(blank=True, help_text="One per line.")
    pay = models.DecimalField(
        "pay in US dollars",
        max_digits=9,
        decimal_places=2,
        null=True,
        blank=True,
        help_text="Empty: not stated.",
    )
    pay_unit = models.CharField(max_length=120, blank=True)
    share_limit = models.CharField(max_length=160, blank=True)
    is_goal = models.BooleanField("a person can aim at it", default=False)
    source = models.CharField(max_length=500, blank=True)
    source_date = models.DateField(null=True, blank=True)
    source_ref = models.CharField(
        max_length=500, blank=True, help_text="For maintainers; never shown to visitors."
    )

    template = "pathways/role_page.html"
    parent_page_types: ClassVar[list[str]] = ["pathways.RoleIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    content_panels = [
        FindingsPanel(),
        *BasePage.content_panels,
        MultiFieldPanel(
            [
                FieldRowPanel(
                    [
                        FieldPanel("role_kind"),
                        FieldPanel("jurisdiction", help_text="Whose law or rule defines it."),
                    ]
                ),
                FieldPanel("is_goal", help_text="Leave this off for what merely happens to somebody."),
                FieldPanel("requirements"),
            ],
            "What it is",
        ),
        MultiFieldPanel(
            [
                FieldRowPanel(
                    [
                        FieldPanel("pay"),
                        FieldPanel(
                            "pay_unit", help_text="What follows the sum, such as “a year, if funds allow”."
                        ),
                    ]
                ),
                FieldPanel("share_limit", help_text="How many teachers may hold it, as the source words it."),
            ],
            "Pay and places",
        ),
        source_panel(notes=["source_ref"]),
        WhereUsedPanel(),
    ]

    class Meta:
        verbose_name = "role"

    @property
    def pay_text(self) -> str:
        """The pay with its unit, such as “$10,000 a year, if funds allow”; empty where it is not stated."""
        return pay_text(self.pay, self.pay_unit)

    @property
    def requirement_list(self) -> list[str]:
        """The requirements, one by one."""
        return [line.strip() for line in self.requirements.splitlines() if line.strip()]


def pay_text(pay: Decimal | None, unit: str) -> str:
    """A sum with its unit, such as “$10,000 a year, if funds allow”; empty where it is not stated."""
    return "" if pay is None else f"{money_text(pay)} {unit.removeprefix('USD ')}".strip()
