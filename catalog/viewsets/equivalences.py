"""Equivalences in the admin."""

from __future__ import annotations

from typing import Any, ClassVar

from django.utils.safestring import SafeString
from django_filters import BooleanFilter, ModelChoiceFilter
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column

from catalog.models import Equivalence, IssuerPage, Jurisdiction
from catalog.viewsets.recording import (
    COUNTS,
    CitedView,
    CorrectedFilter,
    RecordingIndexView,
    RecordingView,
    RecordingViewSet,
    day_column,
)


class EquivalenceFilterSet(WagtailFilterSet):
    """Equivalences by who says so, whether they end and whether they were corrected."""

    issuer = ModelChoiceFilter(queryset=IssuerPage.objects.order_by("title"), label="Issuer")
    jurisdiction = ModelChoiceFilter(queryset=Jurisdiction.objects.all(), label="Board")
    open_ended = BooleanFilter(field_name="effective_until", lookup_expr="isnull", label="Without a last day")
    corrected = CorrectedFilter()

    class Meta:
        model = Equivalence
        fields: ClassVar[list[str]] = []


class EquivalenceIndexView(RecordingIndexView):
    """Equivalences with what they name."""

    related = ("credential", "counts_for", "issuer", "jurisdiction")


class EquivalenceView(RecordingView):
    """Record what counts for what (`?credential=`, `?counts_for=`)."""

    named = ("credential", "counts_for", "issuer", "jurisdiction")
    happened = ("decided_on",)

    def get_page_subtitle(self) -> str:
        """What is being recorded."""
        return "Correct an equivalence" if self.chosen("corrects") else "Record an equivalence"


class EquivalenceRecordedView(CitedView):
    """One equivalence, with the public pages of both micro-credentials."""

    def get_credential_display_value(self) -> SafeString | str:
        """The one that counts."""
        return self.linked(self.object.credential.url or "", self.object.credential.title)

    def get_counts_for_display_value(self) -> SafeString | str:
        """The one it counts for."""
        return self.linked(self.object.counts_for.url or "", self.object.counts_for.title)


class EquivalenceViewSet(RecordingViewSet):
    """What counts for what."""

    model = Equivalence
    icon = "link"
    menu_label = "Equivalences"
    index_view_class = EquivalenceIndexView
    add_view_class = EquivalenceView
    inspect_view_class = EquivalenceRecordedView
    filterset_class = EquivalenceFilterSet
    search_fields: ClassVar[list[str]] = [
        "credential__title",
        "counts_for__title",
        "issuer__title",
        "jurisdiction__name",
        "citation_title",
    ]
    list_display: ClassVar[list[Any]] = [
        "about",
        Column("told", label="Who says so"),
        day_column("effective_from", "First day"),
        day_column("effective_until", "Last day"),
        COUNTS,
    ]
    inspect_view_fields: ClassVar[list[str]] = [
        "credential",
        "counts_for",
        "issuer",
        "jurisdiction",
        "decided_on",
        "effective_from",
        "effective_until",
        "citation_title",
        "citation_address",
        "citation_file",
        "recorded_by_name",
        "recorded_at",
        "correction_reason",
    ]
