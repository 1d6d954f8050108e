"""What a state sets once for its catalog."""

from datetime import date
from typing import ClassVar

from django.db import models
from django.http import HttpRequest
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.models import Site

from catalog.models.places import Jurisdiction
from home.days import read_day, site_today

KEPT = "stackway_board"


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

    @classmethod
    def board(cls, request: HttpRequest) -> Jurisdiction | None:
        """Whose decisions the site shows first, if any; asked once a request, without writing."""
        kept = vars(request)
        if KEPT not in kept:
            site = Site.find_for_request(request)
            found = cls.objects.select_related("jurisdiction").filter(site=site).first() if site else None
            kept[KEPT] = found.jurisdiction if found else None
        board: Jurisdiction | None = kept[KEPT]
        return board


def today_of(board: Jurisdiction | None) -> date:
    """What day it is where a board is, or in the site's own time zone where none is named."""
    return board.today() if board else site_today()


def today_at(request: HttpRequest | None) -> date:
    """What day it is where the site's jurisdiction is; by the site's own clock where nobody asks."""
    return today_of(CatalogSettings.board(request) if request else None)


def today_on_record() -> date:
    """What day it is where the jurisdiction of the default site is, where no visitor asks; one query."""
    found = CatalogSettings.objects.select_related("jurisdiction").filter(site__is_default_site=True).first()
    return today_of(found.jurisdiction if found else None)


def day_shown(request: HttpRequest | None) -> date:
    """The day that a page shows: the one its address asks for, else today."""
    asked = read_day(request.GET.get("on")).on if request else None
    return asked or today_at(request)
