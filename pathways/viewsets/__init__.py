"""Editing of pathways, priorities and roles in the admin."""

from pathways.viewsets.choosers import PriorityChooserViewSet, RoleChooserViewSet
from pathways.viewsets.listings import PathwayListViewSet, PriorityListViewSet, RoleListViewSet
from pathways.viewsets.problems import ProblemsViewSet

__all__ = [
    "PathwayListViewSet",
    "PriorityChooserViewSet",
    "PriorityListViewSet",
    "ProblemsViewSet",
    "RoleChooserViewSet",
    "RoleListViewSet",
]
