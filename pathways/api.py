"""The graph and the planner as JSON: what the pages draw and answer, by the rules for machines."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from ninja import Field, Query, Router, Schema

from home.api import IgnoredPart, ignored_parameters
from pathways import queries
from pathways.graph import Kind, Relation, part_around

router = Router(tags=["pathways"])


class NodeOut(Schema):
    """Anything on record."""

    id: str = Field(description="Kind and slug; a stage's slug is its pathway's and its number.")
    kind: Kind
    slug: str
    title: str
    url: str = Field(description="Address on this site.")


class EdgeOut(Schema):
    """One way to travel: from what comes first, or holds, to what it leads to, or is held."""

    source: str = Field(description="A node's id.")
    target: str = Field(description="A node's id.")
    kind: Relation


class GraphOut(Schema):
    """The whole graph, or the part that one pathway stands in."""

    nodes: list[NodeOut]
    edges: list[EdgeOut]
    demonstration: bool = Field(description="Whether any of it is made up for the demonstration.")
    ignored: list[IgnoredPart]


class GraphAsked(Schema):
    """What may be asked of the graph."""

    pathway: str = Field("", description="A pathway's slug; without it, everything.")


@router.get("/graph", response=GraphOut, summary="The graph of pathways")
def graph(request: HttpRequest, asked: Query[GraphAsked]) -> dict[str, Any]:
    """Everything on record and where it leads, or the part around one pathway.

    Edges point the way one travels: prerequisite to dependent, stack to member, stack to priority, pathway to
    role. A parent priority includes its children: what leads to a child leads to its parents.
    """
    whole = queries.current()
    ignored = list(ignored_parameters(request, GraphAsked.model_fields))
    nodes, edges = list(whole.nodes.values()), list(whole.edges)
    if asked.pathway in whole.pathways:
        nodes, edges = part_around(whole, whole.pathways[asked.pathway])
    elif asked.pathway:
        ignored.append(unknown_pathway(asked.pathway))
    issuers = (getattr(node, "issuer", None) for node in nodes)
    return {
        "nodes": nodes,
        "edges": [{"source": one.source, "target": one.target, "kind": one.relation} for one in edges],
        "demonstration": any(issuer and issuer.demonstration for issuer in issuers),
        "ignored": ignored,
    }


def unknown_pathway(slug: str) -> IgnoredPart:
    """A pathway that is not on record."""
    return IgnoredPart(field="pathway", value=slug[:80], reason="No pathway on record has this slug.")
