"""Recognition in the admin."""

from __future__ import annotations

from typing import Any, ClassVar

from django_filters import ChoiceFilter, ModelChoiceFilter
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column

from catalog.enums import RecognitionClass
from catalog.models import Jurisdiction, Recognition
from catalog.viewsets.recording import COUNTS, CorrectedFilter, RecordingView, RecordingViewSet


class RecognitionFilterSet(WagtailFilterSet):
    """Recognition by place, class and whether it was corrected."""

    jurisdictions = ModelChoiceFilter(queryset=Jurisdiction.objects.all(), label="Jurisdiction")
    row_class = ChoiceFilter(label="Class", choices=RecognitionClass.choices)
    corrected = CorrectedFilter()

    class Meta:
        model = Recognition
        fields: ClassVar[list[str]] = []


class RecognitionView(RecordingView):
    """Record what counts where."""

    named = ("credential", "stack")

    def get_page_subtitle(self) -> str:
        """What is being recorded."""
        return "Correct recognition" if self.chosen("corrects") else "Record recognition"


class RecognitionViewSet(RecordingViewSet):
    """What counts where."""

    model = Recognition
    icon = "tick"
    menu_label = "Recognition"
    add_view_class = RecognitionView
    filterset_class = RecognitionFilterSet
    search_fields: ClassVar[list[str]] = ["place", "kind", "conditions"]
    list_display: ClassVar[list[Any]] = [
        "place",
        Column("kind", sort_key="kind"),
        Column("get_row_class_display", label="Class", sort_key="row_class"),
        Column("as_of", label="As of"),
        COUNTS,
    ]
    inspect_view_fields: ClassVar[list[str]] = [
        "place",
        "slug",
        "jurisdictions",
        "districts",
        "level",
        "row_class",
        "kind",
        "amount_min",
        "amount_max",
        "unit",
        "conditions",
        "credential",
        "stack",
        "effective_from",
        "effective_until",
        "as_of",
        "source",
        "source_ref",
        "recorded_by_name",
        "recorded_at",
        "correction_reason",
    ]
