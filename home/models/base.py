"""What every page of the site has in common."""

from typing import Any, ClassVar

from django.db import models, transaction
from django.http import HttpRequest
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import Page, Revision
from wagtail.search import index

from home.children import make_way
from home.directory import NOTHING_ON_RECORD, ON_RECORD, Directory, Entry, read_page_number
from home.forms import PageForm
from home.publishing import refuse_incomplete
from home.references import noting_references_once
from home.signals import page_being_written, page_written


class BasePage(Page):
    """A public page: a sentence for lists, a picture for sharing, a hook for linked data."""

    kind: ClassVar[str] = ""
    """The kind's name in JSON and search, such as "micro-credential"; empty where there is none."""

    gone_template: ClassVar[str] = "home/gone.html"
    """What is shown at its address once it was public and is no more: none of its facts."""

    summary = models.TextField(
        blank=True,
        max_length=400,
        help_text="One or two plain sentences. Shown under the title, in lists and by search engines.",
    )
    social_image = models.ForeignKey(
        "wagtailimages.Image",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="Shown where the page is shared. At least 1200 by 630 pixels.",
    )

    base_form_class = PageForm
    content_panels = [*Page.content_panels, FieldPanel("summary")]
    promote_panels = [*Page.promote_panels, MultiFieldPanel([FieldPanel("social_image")], "Sharing")]
    search_fields = [*Page.search_fields, index.SearchField("summary")]

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Write the page with all its children in one transaction, and tell of it inside that."""
        with transaction.atomic():
            with page_being_written():
                if kwargs.get("update_fields") is None:  # a draft is noted with only some columns
                    make_way(self)
                with noting_references_once(self):
                    super().save(*args, **kwargs)
            page_written.send(type(self), page=self)

    def publish(self, revision: Revision, *args: Any, **kwargs: Any) -> None:
        """Bring a draft live that its form would take, too; the editor has asked its form already."""
        refuse_incomplete(revision.as_object())
        super().publish(revision, *args, **kwargs)

    @property
    def preview_sizes(self) -> list[dict[str, Any]]:
        """A phone and a desk, as wide as the design is drawn for."""
        return [
            {"name": "mobile", "icon": "mobile-alt", "device_width": 360, "label": "Preview on a phone"},
            {"name": "desktop", "icon": "desktop", "device_width": 1280, "label": "Preview on a desk"},
        ]

    @property
    def description(self) -> str:
        """What search engines and shared links show."""
        return self.search_description or self.summary

    def linked_data(self) -> dict[str, Any] | None:
        """The page as a JSON-LD object, or None where it states no facts."""
        return None

    @property
    def shows_demonstration(self) -> bool:
        """Whether the page shows something made up for the demonstration."""
        return False


class IndexPage(BasePage):
    """An A to Z list of one kind: what has nothing on record says so and sorts last."""

    per_page: ClassVar[int] = 100
    first_heading: ClassVar[str] = ON_RECORD
    last_heading: ClassVar[str] = NOTHING_ON_RECORD
    groups: ClassVar[tuple[str, ...]] = ()
    """Headings of groups that do not stand from A to Z, in their order."""
    jump_label: ClassVar[str] = ""
    """What the groups are; empty where the list has letters instead."""
    max_count = 1

    class Meta:
        abstract = True

    def entries(self) -> list[Entry]:
        """Key, title and whether there is anything on record, for every row, in a fixed number of queries."""
        raise NotImplementedError

    def entries_for(self, request: HttpRequest) -> list[Entry]:
        """The same for one visitor: a kind whose list depends on the day reads it from the address."""
        return self.entries()

    def cards(self, keys: list[int]) -> dict[int, Any]:
        """What the template shows of each of these rows, in a fixed number of queries."""
        raise NotImplementedError

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the directory page asked for by `?page=` and the cards it shows."""
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        asked, ignored = read_page_number(request.GET.get("page"))
        directory = Directory(
            self.entries_for(request), self.per_page, self.last_heading, self.first_heading, self.groups
        )
        shown = directory.page(asked)
        cards = self.cards([entry.key for entry in shown.entries])
        context |= {"directory": directory, "shown": shown, "cards": cards, "ignored_page": ignored}
        return context
