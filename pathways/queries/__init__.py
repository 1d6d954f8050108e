"""From the database to the graph: a fixed number of queries, one graph for each version of the catalog."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TypeVar
from uuid import UUID

from catalog.models import CatalogVersion, CompetencyAlignment
from pathways.dated_graph import graph_on
from pathways.graph import Graph, Node, public_links, waiting_in
from pathways.models import PriorityLink
from pathways.queries.credentials import credential_nodes, issuers, stack_nodes
from pathways.queries.drafts import node_of, with_draft
from pathways.queries.equivalents import editions, equivalents
from pathways.queries.moved import Renamed, moved, renamed
from pathways.queries.public import Public
from pathways.queries.ways import (
    competency_nodes,
    pathway_nodes,
    priority_nodes,
    role_nodes,
    slugs_joined,
    stack_links,
)

__all__ = ["Renamed", "current", "load", "moved", "node_of", "on_day", "renamed", "with_draft"]

AnyNode = TypeVar("AnyNode", bound=Node)


class Keeper:
    """Keeps the last graph that was loaded, with the stamp of the catalog it was loaded from."""

    def __init__(self) -> None:
        self.kept: tuple[UUID, Graph] | None = None

    def graph(self) -> Graph:
        """The graph of the catalog as it is now; one query while nothing public changes."""
        stamp, kept = CatalogVersion.stamp_now(), self.kept
        if kept is not None and kept[0] == stamp:
            return kept[1]
        loaded = load()
        if stamp is not None:
            self.kept = stamp, loaded
        return loaded


current = Keeper().graph


def on_day(day: date) -> Graph:
    """The graph as the catalog is now, with what is offered on a day."""
    return graph_on(current(), day)


def load() -> Graph:
    """Everything a visitor may read, as a graph."""
    public = Public.read()
    by, public_issuers = issuers()
    credentials = credential_nodes(public, by)
    stacks = stack_nodes(public, credentials, by)
    priorities, roles = priority_nodes(public), role_nodes(public)
    pathways = pathway_nodes(public, stacks, priorities, roles)
    competencies = competency_nodes()
    links = list(stack_links(stacks))
    return Graph(
        credentials=by_slug(credentials),
        stacks=by_slug(stacks),
        pathways=by_slug(pathways),
        priorities=by_slug(priorities),
        roles=by_slug(roles),
        competencies=by_slug(competencies),
        links=tuple(public_links(links)),
        waiting=waiting_in(links),
        addressing=slugs_joined(PriorityLink, "priority_id", credentials, priorities),
        aligned=slugs_joined(CompetencyAlignment, "competency_id", credentials, competencies),
        issuers=public_issuers,
        editions=editions(),
        equivalents=tuple(equivalents(credentials)),
    )


def by_slug(nodes: Mapping[int, AnyNode]) -> dict[str, AnyNode]:
    """The same nodes by slug."""
    return {node.slug: node for node in nodes.values()}
