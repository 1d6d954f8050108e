"""The graph as JSON, and slugs that records had before: what the pages draw, by the rules for machines."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import Field, Query, Router, Schema
from wagtail.models import Site

from home.addresses import absolute
from home.api import (
    REFUSALS,
    SHOWN,
    IgnoredPart,
    ignored_parameters,
)
from pathways import queries
from pathways.graph import Graph, Kind, Node, PathwayNode, Relation
from pathways.neighborhood import part_around

MOVED_AGE = 300
"""Seconds for which a list of old slugs may be kept."""

router = Router(tags=["pathways"])


class NodeOut(Schema):
    """Anything on record."""

    id: str = Field(description="Kind and slug; a stage's slug is its pathway's and its number.")
    kind: Kind
    slug: str
    title: str
    url: str = Field(description="Address of its page.")


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


@router.get("/graph", response={200: GraphOut, **REFUSALS}, summary="The graph of pathways")
def graph(request: HttpRequest, asked: Query[GraphAsked]) -> dict[str, Any]:
    """Everything on record and where it leads, or the part around one pathway.

    Edges point the way one travels: prerequisite to dependent, stack to member, stack to priority, pathway to
    role. A parent priority includes its children: what leads to a child leads to its parents.
    """
    whole = queries.current()
    ignored = list(ignored_parameters(request, GraphAsked.model_fields))
    *others, _ = ["", *request.GET.getlist("pathway")]
    ignored += [double_pathway(slug) for slug in others if slug]
    nodes, edges = list(whole.nodes.values()), list(whole.edges)
    pathway = pathway_named(asked.pathway, whole, Site.find_for_request(request)) if asked.pathway else None
    if pathway:
        nodes, edges = part_around(whole, pathway)
    elif asked.pathway:
        ignored.append(unknown_pathway(asked.pathway))
    issuers = (getattr(node, "issuer", None) for node in nodes)
    return {
        "nodes": [node_out(node) for node in nodes],
        "edges": [{"source": one.source, "target": one.target, "kind": one.relation} for one in edges],
        "demonstration": any(issuer and issuer.demonstration for issuer in issuers),
        "ignored": ignored,
    }


def pathway_named(slug: str, graph: Graph, site: Site | None) -> PathwayNode | None:
    """The pathway of this slug, or the one that had it before."""
    name = f"{Kind.PATHWAY}:{slug}"
    now = queries.moved([name], graph, site).get(name, name)
    return graph.pathways.get(now.partition(":")[2])


def node_out(node: Node) -> dict[str, Any]:
    """A node as JSON has it."""
    return {
        "id": node.id,
        "kind": node.kind,
        "slug": node.slug,
        "title": node.title,
        "url": absolute(node.url),
    }


def double_pathway(slug: str) -> IgnoredPart:
    """A pathway that another one came after."""
    return IgnoredPart(field="pathway", value=slug[:SHOWN], reason="Only one can be given; the last counts.")


def unknown_pathway(slug: str) -> IgnoredPart:
    """A pathway that is not on record."""
    return IgnoredPart(field="pathway", value=slug[:SHOWN], reason="No pathway on record has this slug.")


class RenamedOut(Schema):
    """A record by a slug that it had before."""

    kind: Kind
    was: str = Field(description="A slug that no record of this kind has now.")
    slug: str = Field(description="The slug that the record has now.")
    url: str = Field(description="Address of its page.")


class MovedOut(Schema):
    """Every old slug."""

    moved: list[RenamedOut]
    ignored: list[IgnoredPart]


@router.get(
    "/moved",
    response={200: MovedOut, **REFUSALS},
    url_name="moved_as_json",
    summary="Old slugs and the new ones",
)
def moved(request: HttpRequest, response: HttpResponse) -> dict[str, Any]:
    """What was called otherwise before: for lists that name records by their slugs and are kept elsewhere.

    Old slugs work in every address; this tells them all at once, so that nobody has to say which are kept.
    """
    response.headers["Cache-Control"] = f"public, max-age={MOVED_AGE}"
    found = [renamed_out(one) for one in queries.renamed(queries.current())]
    return {"moved": found, "ignored": list(ignored_parameters(request, ()))}


def renamed_out(one: queries.Renamed) -> dict[str, Any]:
    """A record by an old slug, as JSON has it."""
    return {"kind": one.node.kind, "was": one.was, "slug": one.node.slug, "url": absolute(one.node.url)}
