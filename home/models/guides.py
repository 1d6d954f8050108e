"""Guides, and the list of them."""

from typing import ClassVar

from django.db import models
from django.db.models import Exists
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from home.blocks import ProseBlock
from home.directory import Entry
from home.enums import GuideAudience
from home.models.base import BasePage, IndexPage
from home.querysets import for_everybody


class GuideIndexPage(IndexPage):
    """The guides, by whom they are for, each group from A to Z."""

    template = "home/guide_index_page.html"
    groups: ClassVar[tuple[str, ...]] = tuple(map(str, GuideAudience.labels))
    jump_label = "Readers"
    subpage_types: ClassVar[list[str]] = ["home.GuidePage"]

    @classmethod
    def without_guides(cls) -> models.QuerySet["GuideIndexPage"]:
        """The list itself while it is empty, so that no link leads there."""
        pages: models.QuerySet[GuideIndexPage] = cls.objects.exclude(
            Exists(GuidePage.objects.filter(for_everybody()))
        )
        return pages

    def entries(self) -> list[Entry]:
        """Every live guide under its readers."""
        rows = GuidePage.objects.filter(for_everybody()).values_list("pk", "title", "audience")
        return [Entry(pk, title, group=str(GuideAudience(audience).label)) for pk, title, audience in rows]

    def cards(self, keys: list[int]) -> dict[int, "GuidePage"]:
        """The guides themselves."""
        pages: dict[int, GuidePage] = GuidePage.objects.in_bulk(keys)
        return pages


class GuidePage(BasePage):
    """Something explained for teachers, districts or state staff."""

    kind: ClassVar[str] = "guide"

    audience = models.CharField(max_length=20, choices=GuideAudience.choices, default=GuideAudience.TEACHERS)
    body = StreamField(ProseBlock(), blank=True)

    template = "home/guide_page.html"
    content_panels = [*BasePage.content_panels, FieldPanel("audience"), FieldPanel("body")]
    search_fields = [*BasePage.search_fields, index.SearchField("body"), index.FilterField("audience")]
    parent_page_types: ClassVar[list[str]] = ["home.GuideIndexPage"]
    subpage_types: ClassVar[list[str]] = []
