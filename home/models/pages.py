"""The home page and pages of prose."""

from typing import ClassVar

from django.db import models
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField

from home.blocks import ProseBlock
from home.models.base import BasePage


class HomePage(BasePage):
    """The front door: what the site is for, and where to start."""

    headline = models.CharField(
        max_length=120,
        default="Micro-credentials: which count, and where they lead",
        help_text="The page's title as visitors read it.",
    )
    body = StreamField(ProseBlock(), blank=True, help_text="Shown under the priorities.")

    template = "home/home_page.html"
    max_count = 1
    parent_page_types: ClassVar[list[str]] = ["wagtailcore.Page"]
    content_panels = [*BasePage.content_panels, FieldPanel("headline"), FieldPanel("body")]


class ProsePage(BasePage):
    """Privacy, accessibility and other pages to read."""

    body = StreamField(ProseBlock(), blank=True)
    in_footer = models.BooleanField("show in the footer", default=False)

    template = "home/prose_page.html"
    content_panels = [*BasePage.content_panels, FieldPanel("body")]
    promote_panels = [*BasePage.promote_panels, FieldPanel("in_footer")]
    subpage_types: ClassVar[list[str]] = ["home.ProsePage"]
