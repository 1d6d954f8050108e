"""The pay of the roles that a plan leads to, which no micro-credential brings by itself."""

from __future__ import annotations

from pathways.graph import Graph, Kind, RoleNode
from pathways.planner import Goal


def roles_paid(graph: Graph, goal: Goal, pathway: str = "") -> list[RoleNode]:
    """The roles whose pay somebody may have in mind: the goal itself, else those of the way that state one.

    `pathway` is the slug of the pathway that leads to the goal, "" for none.
    """
    if goal.kind is Kind.ROLE:
        return [graph.roles[goal.slug]]
    way = graph.pathways.get(goal.slug if goal.kind is Kind.PATHWAY else pathway)
    named = (graph.roles[slug] for slug in way.roles if slug in graph.roles) if way else ()
    return [role for role in named if role.pay]
