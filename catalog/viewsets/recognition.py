"""Recognition in the admin."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar

from django.db.models import Q, QuerySet
from django.forms import RadioSelect
from django_filters import ChoiceFilter, ModelChoiceFilter
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column

from catalog.day_wording import counting_mark
from catalog.enums import RecognitionClass
from catalog.in_force import Force
from catalog.models import Jurisdiction, Recognition
from catalog.models.settings import today_at
from catalog.viewsets.recording import COUNTS, CorrectedFilter, RecordingView, RecordingViewSet
from catalog.viewsets.today import TodayColumn


class ForceFilter(ChoiceFilter):
    """How a statement stands today."""

    parent: Any

    def __init__(self) -> None:
        choices = [(one.value, one.label) for one in Force]
        super().__init__(label="Today", choices=choices, widget=RadioSelect, empty_label="All")

    def filter(self, rows: QuerySet[Any], value: str) -> QuerySet[Any]:
        """The rows that stand so."""
        today = today_at(self.parent.request)
        going_on = Q(effective_until=None) | Q(effective_until__gte=today)
        conditions = {
            Force.IN_FORCE: Q(effective_from__lte=today) & going_on,
            Force.UNDATED: Q(effective_from=None) & going_on,
            Force.NOT_BEGUN: Q(effective_from__gt=today),
            Force.ENDED: Q(effective_until__lt=today),
        }
        return rows.filter(conditions[Force(value)]) if value in set(Force) else rows


def force_text(row: Recognition, today: date) -> str:
    """How a statement stands on a day, with its days."""
    return counting_mark(row.days, today)


class RecognitionFilterSet(WagtailFilterSet):
    """Recognition by place, class and whether it was corrected."""

    jurisdictions = ModelChoiceFilter(queryset=Jurisdiction.objects.all(), label="Jurisdiction")
    row_class = ChoiceFilter(label="Class", choices=RecognitionClass.choices)
    force = ForceFilter()
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
        TodayColumn("force", force_text, label="Today", sort_key="effective_until"),
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
