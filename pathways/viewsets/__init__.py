"""Editing of pathways, priorities and roles in the admin."""

from pathways.viewsets.choosers import PriorityChooserViewSet, RoleChooserViewSet
from pathways.viewsets.listings import PathwayListViewSet, PriorityListViewSet, RoleListViewSet

__all__ = [
    "PathwayListViewSet",
    "PriorityChooserViewSet",
    "PriorityListViewSet",
    "RoleChooserViewSet",
    "RoleListViewSet",
]
