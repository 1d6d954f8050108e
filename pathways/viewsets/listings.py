"""Lists of pathways, priorities and roles in the admin."""

from django.forms import RadioSelect
from django_filters import ChoiceFilter, ModelChoiceFilter
from wagtail.admin.ui.tables import Column

from home.viewsets.listings import GapFilter, RecordListViewSet, RecordPageFilterSet, list_columns
from pathways.enums import Audience, RoleKind
from pathways.gaps import PATHWAY_GAPS, PRIORITY_GAPS, ROLE_GAPS
from pathways.models import PathwayPage, PriorityPage, RolePage

PRIORITIES = PriorityPage.objects.order_by("title")


class PathwayFilterSet(RecordPageFilterSet):
    """Pathways by priority, audience, status and what they lack."""

    priority = ModelChoiceFilter(queryset=PRIORITIES, label="Priority")
    audience = ChoiceFilter(label="For whom", choices=Audience.choices, widget=RadioSelect, empty_label="All")
    gap = GapFilter(PATHWAY_GAPS)


class PathwayListViewSet(RecordListViewSet):
    """Pathways."""

    model = PathwayPage
    icon = "arrow-right-full"
    menu_label = "Pathways"
    menu_order = 103
    related = ("priority",)
    searched = ("title", "priority__title", "summary")
    gaps = PATHWAY_GAPS
    filterset_class = PathwayFilterSet
    columns = list_columns(
        Column("priority", label="Priority", accessor="priority", sort_key="priority__title"),
        Column("audience", label="For whom", accessor="get_audience_display", sort_key="audience"),
        gaps=PATHWAY_GAPS,
    )


class PriorityFilterSet(RecordPageFilterSet):
    """Priorities by what they are part of, status and what they lack."""

    parent_priority = ModelChoiceFilter(queryset=PRIORITIES, label="Part of")
    gap = GapFilter(PRIORITY_GAPS)


class PriorityListViewSet(RecordListViewSet):
    """Priorities."""

    model = PriorityPage
    icon = "pick"
    menu_label = "Priorities"
    menu_order = 104
    related = ("parent_priority",)
    searched = ("title", "governing_document", "summary")
    gaps = PRIORITY_GAPS
    filterset_class = PriorityFilterSet
    columns = list_columns(
        Column("parent", label="Part of", accessor="parent_priority", sort_key="parent_priority__title"),
        Column("governing_document", label="Governing document", sort_key="governing_document"),
        gaps=PRIORITY_GAPS,
    )


class RoleFilterSet(RecordPageFilterSet):
    """Roles by kind, status and what they lack."""

    role_kind = ChoiceFilter(label="Kind", choices=RoleKind.choices, widget=RadioSelect, empty_label="All")
    gap = GapFilter(ROLE_GAPS)


class RoleListViewSet(RecordListViewSet):
    """Roles."""

    model = RolePage
    icon = "user"
    menu_label = "Roles"
    menu_order = 106
    related = ("jurisdiction",)
    searched = ("title", "jurisdiction__name", "summary")
    gaps = ROLE_GAPS
    filterset_class = RoleFilterSet
    columns = list_columns(
        Column("kind", label="Kind", accessor="get_role_kind_display", sort_key="role_kind"),
        Column("jurisdiction", label="Where", sort_key="jurisdiction__name"),
        gaps=ROLE_GAPS,
    )
