"""Quality reviews in the admin."""

from __future__ import annotations

from typing import Any, ClassVar

from django.forms import Form
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.safestring import SafeString
from django_filters import ModelChoiceFilter
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.admin.panels.base import get_form_for_model
from wagtail.admin.ui.tables import Column

from catalog.models import Jurisdiction, QualityReview, QualityStandard
from catalog.viewsets.recording import (
    COUNTS,
    CorrectedFilter,
    RecordedView,
    RecordingIndexView,
    RecordingView,
    RecordingViewSet,
    day_column,
)
from home.querysets import is_key


def choosing_form(data: QueryDict) -> Form:
    """What is reviewed, and against what; made when it is asked for, with the admin's choosers."""
    form_class = get_form_for_model(
        QualityReview, form_class=WagtailAdminModelForm, fields=["credential", "standard"]
    )
    keys = {name: key for name, key in data.items() if is_key(str(key))}
    form: Form = form_class(keys or None)
    return form


class QualityReviewView(RecordingView):
    """Record a review; the standard is chosen first, for it says which criteria there are."""

    named = ("credential", "standard", "jurisdiction")
    happened = ("reviewed_on",)
    template_name = "catalog/admin/quality_review.html"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Ask for the standard, or show the form for its criteria."""
        asked = choosing_form(request.GET)
        if self.chosen("corrects") or asked.is_valid():
            response: HttpResponse = super().get(request, *args, **kwargs)
            return response
        self.object = None
        return render(request, "catalog/admin/choose_standard.html", self.choosing(asked))

    def choosing(self, asked: Form) -> dict[str, Any]:
        """What the first step shows."""
        return {
            "page_title": "Record a quality review",
            "header_title": "Record a quality review",
            "header_icon": self.header_icon,
            "breadcrumbs_items": [*self.breadcrumbs_items, *self.get_breadcrumbs_items()],
            "form": asked,
            "media": asked.media,
            "action_url": self.add_url,
        }

    def correcting(self, earlier: Any) -> dict[str, Any]:
        """The findings of the review that is corrected, where the criteria are still the same."""
        found = {result.code: result for result in earlier.results.all()}
        values = super().correcting(earlier)
        for number, criterion in enumerate(earlier.standard.criteria.all()):
            if result := found.get(criterion.code):
                values |= {f"finding_{number}": result.finding, f"note_{number}": result.note}
        return values


class QualityReviewFilterSet(WagtailFilterSet):
    """Reviews by board, standard and whether they were corrected."""

    jurisdiction = ModelChoiceFilter(queryset=Jurisdiction.objects.all(), label="Board")
    standard = ModelChoiceFilter(queryset=QualityStandard.objects.all(), label="Standard")
    corrected = CorrectedFilter()

    class Meta:
        model = QualityReview
        fields: ClassVar[list[str]] = []


class QualityReviewIndexView(RecordingIndexView):
    """Reviews with what they are of."""

    related = ("jurisdiction", "credential", "standard")


class ReviewedView(RecordedView):
    """One review with its findings."""

    template_name = "catalog/admin/reviewed.html"

    def get_source_address_display_value(self) -> SafeString | str:
        """The link to the source."""
        return self.linked(self.object.source_address, self.object.source_address)


class QualityReviewViewSet(RecordingViewSet):
    """What quality reviews found."""

    model = QualityReview
    icon = "clipboard-list"
    menu_label = "Quality reviews"
    index_view_class = QualityReviewIndexView
    add_view_class = QualityReviewView
    inspect_view_class = ReviewedView
    filterset_class = QualityReviewFilterSet
    search_fields: ClassVar[list[str]] = ["credential__title", "standard__name", "reviewer", "summary"]
    list_display: ClassVar[list[Any]] = [
        "credential",
        Column("standard", label="Against", sort_key="standard__name"),
        Column("jurisdiction", label="Board", sort_key="jurisdiction__name"),
        day_column("reviewed_on", "Reviewed on"),
        COUNTS,
    ]
    inspect_view_fields: ClassVar[list[str]] = [
        "credential",
        "standard",
        "jurisdiction",
        "reviewed_on",
        "reviewer",
        "summary",
        "source",
        "source_address",
        "recorded_by_name",
        "recorded_at",
        "correction_reason",
    ]
