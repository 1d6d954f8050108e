"""What the lists of pages of one kind share: columns, filters, search, marks of what to look after."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from django.db.models import QuerySet
from django.forms import RadioSelect
from django.http import HttpRequest
from django_filters import ChoiceFilter
from wagtail.admin.ui.tables import BaseColumn, Column, DateColumn
from wagtail.admin.ui.tables.pages import BulkActionsColumn, PageStatusColumn, PageTitleColumn
from wagtail.admin.views.pages.listing import IndexView, PageFilterSet
from wagtail.admin.viewsets.pages import PageListingViewSet

from home.gaps import Gap, gaps_named, gaps_of, marked, with_gaps
from home.querysets import with_words
from home.waiting import Waiting, waiting_pages

STATUSES = (
    ("live", "Published"),
    ("changed", "Published, with changes that wait"),
    ("draft", "Never published or taken back"),
    ("new", "Never published"),
)
CONDITIONS: dict[str, dict[str, bool | None]] = {
    "live": {"live": True},
    "changed": {"live": True, "has_unpublished_changes": True},
    "draft": {"live": False},
    "new": {"first_published_at": None, "live": False},
}


FEW = 3
"""Gaps that a row names."""


class StatusFilter(ChoiceFilter):
    """How far a page is."""

    def filter(self, rows: QuerySet[Any], value: str) -> QuerySet[Any]:
        """The pages that are so far."""
        return rows.filter(**CONDITIONS.get(value, {}))


class GapFilter(ChoiceFilter):
    """What a record lacks: one gap, any that is urgent, or any that is only not stated."""

    def __init__(self, gaps: Sequence[Gap], **options: Any) -> None:
        self.gaps = gaps
        urgent = [("urgent", "Anything that is wrong")] if any(gap.urgent for gap in gaps) else []
        anything = [("stated", "Anything that is not stated")]
        choices = [*urgent, *anything, *((gap.name, gap.label) for gap in gaps)]
        super().__init__(
            label="Needs attention", choices=choices, widget=RadioSelect, empty_label="All", **options
        )

    def filter(self, rows: QuerySet[Any], value: str) -> QuerySet[Any]:
        """The records with the gap."""
        asked = gaps_named(self.gaps, value)
        return with_gaps(rows, asked) if asked else rows


class RecordPageFilterSet(PageFilterSet):
    """Wagtail's filters without those that tell nothing here: one site, pages without children."""

    site = None
    has_child_pages = None
    owner = None
    status = StatusFilter(label="Status", choices=STATUSES, widget=RadioSelect, empty_label="All")


class AttentionColumn(BaseColumn):
    """What a record lacks, in words."""

    cell_template_name = "home/admin/attention_cell.html"

    def __init__(self, gaps: Sequence[Gap]) -> None:
        self.gaps = gaps
        super().__init__("attention", label="Needs attention")

    def get_cell_context_data(self, instance: Any, parent_context: Any) -> dict[str, Any]:
        """The gaps of the row: urgent ones each, the others counted when there are many."""
        context: dict[str, Any] = super().get_cell_context_data(instance, parent_context)
        found = gaps_of(instance, self.gaps)
        return context | {
            "urgent": [gap for gap in found if gap.urgent],
            "others": in_short([gap.label for gap in found if not gap.urgent]),
        }


def in_short(labels: list[str]) -> str:
    """A few labels as one sentence; the rest is counted."""
    said = ", ".join([*labels[:1], *(label[0].lower() + label[1:] for label in labels[1:FEW])])
    return f"{said} and {len(labels) - FEW} more" if len(labels) > FEW else said


class RecordListView(IndexView):
    """The list. Rows are read with all they show, in a number of queries that does not grow."""

    template_name = "home/admin/listing.html"
    related: tuple[str, ...] = ()
    searched: tuple[str, ...] = ("title",)
    gaps: tuple[Gap, ...] = ()

    def annotate_queryset(self, pages: Any) -> Any:
        """What Wagtail's list asks for, and the marks; the pages are of their own kind already."""
        pages = pages.select_related("content_type", *self.related).prefetch_related("sites_rooted_here")
        pages = pages.defer_streamfields().prefetch_workflow_states()
        return marked(pages.annotate_site_root_state().annotate_approved_schedule(), self.gaps)

    def search_queryset(self, queryset: Any) -> Any:
        """The pages with every typed word in one of the searched columns, from A to Z."""
        if not self.is_searching:
            return queryset
        found = with_words(queryset, self.search_query, self.searched)
        return found if self.is_explicitly_ordered else found.order_by("title", "pk")


class RecordListViewSet(PageListingViewSet):
    """The list of one kind of page, with its entry in the menu."""

    index_view_class = RecordListView
    related: ClassVar[tuple[str, ...]] = ()
    searched: ClassVar[tuple[str, ...]] = ("title",)
    gaps: ClassVar[tuple[Gap, ...]] = ()
    add_to_admin_menu = True

    def waiting(self, request: HttpRequest) -> list[Waiting]:
        """What of this kind waits, for the dashboard."""
        return waiting_pages(request, self.model, self.menu_label, self.get_url_name("index"), self.gaps)

    def get_index_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        """Pass on what the view reads, searches and marks."""
        own = {"related": self.related, "searched": self.searched, "gaps": self.gaps}
        passed: dict[str, Any] = super().get_index_view_kwargs(**own, **kwargs)
        return passed


def list_columns(*own: Column, gaps: Sequence[Gap]) -> list[BaseColumn]:
    """The columns of a list: title, what its kind adds, what to look after, last change, status."""
    return [
        BulkActionsColumn("bulk_actions"),
        PageTitleColumn("title", label="Title", sort_key="title", classname="title"),
        *own,
        AttentionColumn(gaps),
        DateColumn(
            "latest_revision_created_at",
            label="Last changed",
            sort_key="latest_revision_created_at",
            width="12%",
        ),
        PageStatusColumn("status", label="Status", sort_key="live", width="10%"),
    ]
