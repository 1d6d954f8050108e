"""Editing of the catalog's records in the admin."""

from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from catalog.models import (
    Competency,
    CompetencyFramework,
    District,
    Jurisdiction,
    QualityStandard,
    Recognition,
    Topic,
)
from catalog.viewsets.choosers import CompetencyChooserViewSet


class CompetencyViewSet(SnippetViewSet):
    """Competencies of all frameworks."""

    model = Competency
    icon = "list-ul"
    list_display = ["title", "code", "framework"]
    list_filter = ["framework"]
    chooser_viewset_class = CompetencyChooserViewSet
    ordering = ["framework", "pk"]


class CompetencyFrameworkViewSet(SnippetViewSet):
    """Frameworks."""

    model = CompetencyFramework
    icon = "folder-open-inverse"
    menu_label = "Frameworks"
    list_display = ["name", "address"]


class TopicViewSet(SnippetViewSet):
    """Topics."""

    model = Topic
    icon = "tag"
    list_display = ["name", "slug"]


class JurisdictionViewSet(SnippetViewSet):
    """Jurisdictions."""

    model = Jurisdiction
    icon = "globe"
    list_display = ["name", "kind", "code", "parent"]
    list_filter = ["kind", "demonstration"]


class DistrictViewSet(SnippetViewSet):
    """School districts."""

    model = District
    icon = "home"
    list_display = ["name", "lea_code", "county", "region"]
    list_filter = ["state", "region", "unit_kind"]


class RecognitionViewSet(SnippetViewSet):
    """What counts where."""

    model = Recognition
    icon = "tick"
    list_display = ["place", "kind", "row_class", "as_of"]
    list_filter = ["row_class", "level", "kind"]


class QualityStandardViewSet(SnippetViewSet):
    """Quality standards with their criteria."""

    model = QualityStandard
    icon = "clipboard-list"
    list_display = ["name"]


class CatalogViewSetGroup(SnippetViewSetGroup):
    """The menu “Catalog records”."""

    items = (
        CompetencyViewSet,
        CompetencyFrameworkViewSet,
        TopicViewSet,
        RecognitionViewSet,
        JurisdictionViewSet,
        DistrictViewSet,
        QualityStandardViewSet,
    )
    menu_icon = "folder-inverse"
    menu_label = "Catalog records"
    menu_order = 200
