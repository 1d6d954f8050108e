"""The graph and the planner as JSON: what the pages draw and answer, by the rules for machines."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any

from django.http import HttpRequest, HttpResponse
from ninja import Field, Query, Router, Schema
from pydantic import BeforeValidator, StringConstraints, WithJsonSchema
from wagtail.models import Site

from catalog.standing import site_jurisdiction
from home.addresses import absolute
from home.api import (
    BOUNDS,
    EMPTY,
    REFUSALS,
    SHOWN,
    IgnoredPart,
    MaybeEmptyDay,
    empty_means,
    ignored_parameters,
)
from pathways import queries
from pathways.graph import Graph, Kind, Node, PathwayNode, Relation
from pathways.neighborhood import part_around
from pathways.planner import (
    Minimize,
)
from pathways.planning.answering import answer
from pathways.planning.asking import QUESTION, plain_hours
from pathways.planning.schemas import PlanOut, plan_out

Hours = Annotated[
    Annotated[Decimal, BeforeValidator(plain_hours)] | None,
    empty_means(None),
    WithJsonSchema({"anyOf": [{"type": "string", "pattern": r"^[0-9]{1,7}([.,][0-9]{1,2})?$"}, EMPTY]}),
]
"""A number of hours as the page takes it, or none."""
GoalName = Annotated[
    str,
    StringConstraints(pattern="^(role|priority|pathway|stack):."),
    Field(examples=["role:teacher-leader"]),
]
"""Kind and slug of a goal."""
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


class PlanAsked(Schema):
    """What may be asked of the planner."""

    goal: list[GoalName] = Field(
        description="Kind and slug, such as role:teacher-leader or stack:some-stack."
    )
    held: list[str] = Field(
        default_factory=list,
        description="Slugs of micro-credentials; “stack:” and a slug for a finished stack. Repeat it.",
    )
    minimize: Annotated[Minimize, empty_means(Minimize.COUNT)] = Field(
        Minimize.COUNT, description="What to have least of."
    )
    free: Annotated[bool, empty_means(False)] = Field(False, description="Only what is free for everyone.")
    hours_max: Hours = Field(
        None, description="Hours of one micro-credential at the most, such as 12 or 7.5; up to 9999."
    )
    grade: list[str] = Field(default_factory=list, description="PK, K, 1 to 12. Repeat it.")
    approved_by: str = Field("", description="The slug of a board that must have approved it.")
    on: MaybeEmptyDay = Field(
        None,
        description=f"The day of approval, of all statuses and of what counts; today without it. {BOUNDS}",
    )
    without_issuer: list[str] = Field(default_factory=list, description="Slugs of issuers to leave out.")
    use: list[str] = Field(default_factory=list, description="Ids such as stack:slug that must be used.")
    without: list[str] = Field(default_factory=list, description="Ids that may not be used.")
    any_status: Annotated[bool, empty_means(False)] = Field(
        False, description="Also plan with what the site's board declined, withdrew or let end."
    )
    without_equivalences: Annotated[bool, empty_means(False)] = Field(
        False, description="Count what is held for itself alone."
    )


@router.get(
    "/plan",
    response={200: PlanOut, **REFUSALS},
    by_alias=True,
    url_name="plan_as_json",
    summary="The least work to a goal",
)
def plan(request: HttpRequest, asked: Query[PlanAsked]) -> dict[str, Any]:
    """The exact plan with the fewest steps, hours or dollars, as the page `/plan/` shows it.

    Nothing that is asked is kept. Unknown values are left out and listed in `ignored`.
    """
    site = Site.find_for_request(request)
    return plan_out(answer(request.GET, site, QUESTION, deciding=site_jurisdiction(request)))
