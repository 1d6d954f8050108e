"""What pathways add to the admin."""

from wagtail import hooks
from wagtail.admin.viewsets.base import ViewSet

from pathways.viewsets import PriorityChooserViewSet, RoleChooserViewSet


@hooks.register("register_admin_viewset")
def choosers() -> list[ViewSet]:
    """Choosers of pages."""
    return [PriorityChooserViewSet("choose_priority"), RoleChooserViewSet("choose_role")]
