"""How credentials lead somewhere: priorities, roles, pathways."""

from pathways.models.indexes import PathwayIndexPage, PriorityIndexPage, RoleIndexPage
from pathways.models.pathways import PathwayPage, PathwayStage, StackLink, StageStack
from pathways.models.priorities import PriorityLink, PriorityPage
from pathways.models.roles import RolePage

__all__ = [
    "PathwayIndexPage",
    "PathwayPage",
    "PathwayStage",
    "PriorityIndexPage",
    "PriorityLink",
    "PriorityPage",
    "RoleIndexPage",
    "RolePage",
    "StackLink",
    "StageStack",
]
