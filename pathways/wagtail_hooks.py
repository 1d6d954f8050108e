"""What pathways add to the admin."""

from wagtail import hooks
from wagtail.admin.viewsets.base import ViewSet

from pathways.viewsets import (
    PathwayListViewSet,
    PriorityChooserViewSet,
    PriorityListViewSet,
    RoleChooserViewSet,
    RoleListViewSet,
)


@hooks.register("register_admin_viewset")
def choosers() -> list[ViewSet]:
    """Choosers of pages."""
    return [PriorityChooserViewSet("choose_priority"), RoleChooserViewSet("choose_role")]


@hooks.register("register_admin_viewset")
def lists() -> list[ViewSet]:
    """Lists of pages, in the menu."""
    return [PathwayListViewSet("pathways"), PriorityListViewSet("priorities"), RoleListViewSet("roles")]
