"""Editing of the catalog's records in the admin."""

from collections.abc import Collection
from typing import Any

from wagtail.admin.ui.tables import UpdatedAtColumn
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from catalog.coded import named_by_code
from catalog.models import (
    Competency,
    CompetencyFramework,
    District,
    Jurisdiction,
    QualityStandard,
    Topic,
)
from catalog.viewsets.choosers import CompetencyChooserViewSet, NamedChooserViewSet
from home.viewsets import RecordIndexView, RecordViewSet


class CompetencyIndexView(RecordIndexView):
    """The list of competencies, which a code searches, too."""

    def first(self, text: str) -> Collection[Any]:
        """Those whose code is typed."""
        return named_by_code(text)


class CompetencyViewSet(RecordViewSet):
    """Competencies of all frameworks."""

    index_view_class = CompetencyIndexView

    model = Competency
    icon = "list-ul"
    list_display = ["title", "code", "framework", "parent"]
    list_filter = ["framework"]
    related = ("framework", "parent")
    search_fields = ["title", "code", "framework__name"]
    chooser_viewset_class = CompetencyChooserViewSet
    ordering = ["framework", "pk"]


class CompetencyFrameworkViewSet(RecordViewSet):
    """Frameworks."""

    model = CompetencyFramework
    chooser_viewset_class = NamedChooserViewSet
    icon = "folder-open-inverse"
    menu_label = "Frameworks"
    list_display = ["name", "address"]
    search_fields = ["name", "address"]


class TopicViewSet(RecordViewSet):
    """Topics."""

    model = Topic
    chooser_viewset_class = NamedChooserViewSet
    icon = "tag"
    list_display = ["name", "slug"]
    search_fields = ["name", "slug"]


class JurisdictionViewSet(RecordViewSet):
    """Jurisdictions."""

    model = Jurisdiction
    chooser_viewset_class = NamedChooserViewSet
    icon = "globe"
    list_display = ["name", "kind", "code", "parent"]
    list_filter = ["kind", "demonstration"]
    related = ("parent",)
    search_fields = ["name", "code", "parent__name"]
    ordering = ["name"]


class DistrictViewSet(RecordViewSet):
    """School districts."""

    model = District
    chooser_viewset_class = NamedChooserViewSet
    icon = "home"
    list_display = ["name", "lea_code", "county", "region", "unit_kind"]
    list_filter = ["state", "region", "unit_kind"]
    search_fields = ["name", "lea_code", "county", "region"]
    ordering = ["name"]


class QualityStandardViewSet(RecordViewSet):
    """Quality standards with their criteria."""

    model = QualityStandard
    chooser_viewset_class = NamedChooserViewSet
    icon = "clipboard-list"
    list_display = ["name", UpdatedAtColumn()]
    search_fields = ["name"]


class CatalogViewSetGroup(SnippetViewSetGroup):
    """The menu “Catalog records”."""

    items = (
        CompetencyViewSet,
        CompetencyFrameworkViewSet,
        TopicViewSet,
        JurisdictionViewSet,
        DistrictViewSet,
        QualityStandardViewSet,
    )
    menu_icon = "folder-inverse"
    menu_label = "Catalog records"
    menu_order = 200
