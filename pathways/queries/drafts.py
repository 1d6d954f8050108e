"""Drafts and previews in the graph: what an editor has before them, in the place of what is published."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from catalog.models import StackPage
from catalog.queries import stack_rules
from home.children import held_rows, holds
from pathways import models
from pathways.graph import Graph, PathwayNode, Relation, StackLink, StackNode, public_links, waiting_in
from pathways.queries.ways import stage_node


def node_of(page: models.PathwayPage, graph: Graph) -> PathwayNode:
    """The node of a pathway's page; a draft or a preview is read as it is."""
    published = graph.pathways.get(page.slug)
    if published and published.key == page.pk and not holds(page, "stages"):
        return published
    named = {"key": page.pk or 0, "slug": page.slug, "title": page.title, "url": page.url or ""}
    by_key = {node.key: node.slug for node in graph.stacks.values()}
    stages = (
        stage_node(
            named,
            place,
            (stage.title, stage.level, stage.minimum),
            [by_key.get(row.stack_id, "") for row in held_rows(stage, "stage_stacks")],
        )
        for place, stage in enumerate(held_rows(page, "stages"), start=1)
    )
    roles = {role.slug for role in page.roles.all()}
    return PathwayNode(
        **named,
        stages=tuple(stages),
        priority=page.priority.slug if page.priority and page.priority.slug in graph.priorities else "",
        roles=tuple(slug for slug in graph.roles if slug in roles),
        audience=page.audience,
        summary=page.summary,
    )


def with_draft(graph: Graph, page: Any) -> Graph:
    """The graph as it would be with what an editor has before them: a pathway, or a stack with its links."""
    if isinstance(page, models.PathwayPage):
        return graph.with_pathway(node_of(page, graph))
    if isinstance(page, StackPage) and page.slug:
        return with_stack(graph, page)
    return graph


def with_stack(graph: Graph, page: StackPage) -> Graph:
    """The graph with a draft of a stack in the place of what is published of it."""
    node = StackNode(
        key=page.pk or 0,
        slug=page.slug,
        title=page.title,
        url=page.url or "",
        rule=stack_rules([page])[page.pk],
        is_selection=page.is_selection,
    )
    by_key = {one.key: one.slug for one in graph.stacks.values()}
    links = [
        StackLink(by_key.get(row.before_id, ""), page.slug, Relation(row.kind), row.reason)
        for row in held_rows(page, "stack_links")
    ]
    others = [link for link in graph.links if link.after != page.slug]
    waiting = graph.waiting - {page.slug} | waiting_in(links)
    stacks = {**graph.stacks, page.slug: node}
    return replace(graph, stacks=stacks, links=tuple(public_links([*others, *links])), waiting=waiting)
