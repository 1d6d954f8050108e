"""Decisions in the admin, and the menu of all that is recorded."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.safestring import SafeString
from django_filters import BooleanFilter, ChoiceFilter, ModelChoiceFilter
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column
from wagtail.admin.viewsets.base import ViewSetGroup
from wagtail.admin.widgets.button import Button, HeaderButton

from catalog.enums import Outcome
from catalog.models import Decision, Jurisdiction
from catalog.standing import ending_soon
from catalog.timeline import status_on
from catalog.viewsets.equivalences import EquivalenceViewSet
from catalog.viewsets.recognition import RecognitionViewSet
from catalog.viewsets.recording import (
    COUNTS,
    CitedView,
    CorrectedFilter,
    RecordingIndexView,
    RecordingView,
    RecordingViewSet,
    day_column,
)
from catalog.viewsets.reviews import QualityReviewViewSet


class EndingSoonFilter(BooleanFilter):
    """Approvals that end soon and that nothing follows."""

    def filter(self, rows: QuerySet[Decision], value: bool | None) -> QuerySet[Decision]:
        """Those, or all others."""
        if value is None:
            return rows
        keys = ending_soon()
        return rows.filter(pk__in=keys) if value else rows.exclude(pk__in=keys)


class DecisionFilterSet(WagtailFilterSet):
    """Decisions by board, outcome, whether they end soon and whether they were corrected."""

    jurisdiction = ModelChoiceFilter(queryset=Jurisdiction.objects.all(), label="Board")
    outcome = ChoiceFilter(label="What was decided", choices=Outcome.choices)
    ending_soon = EndingSoonFilter(label="Ending soon")
    corrected = CorrectedFilter()

    class Meta:
        model = Decision
        fields: ClassVar[list[str]] = []


class DecisionIndexView(RecordingIndexView):
    """Decisions with what they are about."""

    related = ("jurisdiction", "credential", "stack")


class DecisionView(RecordingView):
    """Record a decision about a record (`?credential=`, `?stack=`), or its withdrawal (`?withdraws=`)."""

    named = ("credential", "stack", "jurisdiction")
    happened = ("decided_on",)

    def get_initial(self) -> dict[str, Any]:
        """A withdrawal starts with the board and the record of the approval, and with today."""
        approval = self.chosen("withdraws")
        if approval is None:
            return super().get_initial()
        today = approval.jurisdiction.today()
        return {
            "credential": approval.credential_id,
            "stack": approval.stack_id,
            "jurisdiction": approval.jurisdiction_id,
            "outcome": Outcome.WITHDRAW,
            "decided_on": today,
            "effective_from": today,
        }


class DecidedView(CitedView):
    """One decision, with the way to take an approval back."""

    def get_record_display_value(self) -> SafeString | str:
        """What it is about, with its public page."""
        return self.linked(self.object.record.url or "", self.object.record.title)

    def more_buttons(self) -> list[Button]:
        """Record its withdrawal, while its approval is in force."""
        board = self.object.jurisdiction
        rulings = [one.ruling for one in Decision.objects.current().by(board).about(self.object.record)]
        if self.object.outcome == Outcome.WITHDRAW or not status_on(rulings, board.today()).in_force:
            return []
        address = f"{reverse(self.add_url_name)}?withdraws={self.object.pk}"
        return [HeaderButton("Record its withdrawal", address, icon_name="cross")]


class DecisionViewSet(RecordingViewSet):
    """What boards decided."""

    model = Decision
    icon = "circle-check"
    menu_label = "Decisions"
    index_view_class = DecisionIndexView
    add_view_class = DecisionView
    inspect_view_class = DecidedView
    filterset_class = DecisionFilterSet
    search_fields: ClassVar[list[str]] = ["credential__title", "stack__title", "citation_title", "scope"]
    list_display: ClassVar[list[Any]] = [
        "about",
        Column("jurisdiction", label="Board", sort_key="jurisdiction__name"),
        day_column("effective_from", "First day"),
        day_column("effective_until", "Last day"),
        COUNTS,
    ]
    inspect_view_fields: ClassVar[list[str]] = [
        "record",
        "jurisdiction",
        "outcome",
        "conditions",
        "scope",
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


class DecisionViewSetGroup(ViewSetGroup):
    """The menu “Decisions”."""

    items = (
        DecisionViewSet("decisions"),
        QualityReviewViewSet("quality_reviews"),
        RecognitionViewSet("recognition"),
        EquivalenceViewSet("equivalences"),
    )
    menu_icon = "circle-check"
    menu_label = "Decisions"
    menu_order = 110
