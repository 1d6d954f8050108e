"""What a state sets once for its catalog."""

from typing import ClassVar

from django.db import models
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting

from catalog.models.places import Jurisdiction


@register_setting(icon="globe")
class CatalogSettings(BaseSiteSetting):
    """Whose decisions the site shows first and sorts records by."""

    jurisdiction = models.ForeignKey(
        Jurisdiction,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="The board whose decisions give a record its status in lists and search.",
    )

    select_related: ClassVar[list[str]] = ["jurisdiction"]
    panels = [FieldPanel("jurisdiction")]

    class Meta:
        verbose_name = "catalog settings"
