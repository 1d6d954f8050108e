"""Pathways of the graph, and what they lead to."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from catalog.models import Competency
from pathways import models
from pathways.graph import (
    CompetencyNode,
    Node,
    PathwayNode,
    PriorityNode,
    Relation,
    RoleNode,
    StackLink,
    StackNode,
    StageNode,
)
from pathways.models.roles import pay_text
from pathways.queries.public import Names, Public, number
from pathways.queries.rows import rows_of
from pathways.walks import gathered

AS_EDITED = ("page_id", "sort_order", "pk")


def priority_nodes(public: Public) -> dict[int, PriorityNode]:
    """The priorities by key."""
    rows = public.named(models.PriorityPage, "parent_priority_id", "summary")
    slugs = {named["key"]: named["slug"] for named, _ in rows}
    return {
        named["key"]: PriorityNode(**named, parent=slugs.get(parent, ""), summary=summary)
        for named, (parent, summary) in rows
    }


def role_nodes(public: Public) -> dict[int, RoleNode]:
    """The roles by key."""
    rows = public.named(models.RolePage, "is_goal", "pay_unit", "pay::text")
    return {
        named["key"]: RoleNode(**named, is_goal=bool(goal), pay=pay_text(number(pay), unit))
        for named, (goal, unit, pay) in rows
    }


def competency_nodes() -> dict[int, CompetencyNode]:
    """The competencies by key."""
    columns = ("pk", "slug", "code", "title", "framework__name", "parent_id")
    rows = rows_of(Competency, *columns, order=("framework_id", "pk"))
    return {
        key: CompetencyNode(
            key=key,
            slug=slug,
            title=f"{code} {title}",
            url=f"/{Competency.plural}/{slug}/",
            code=code,
            framework=framework,
            parent=parent,
        )
        for key, slug, code, title, framework, parent in rows
    }


def pathway_nodes(
    public: Public,
    stacks: Mapping[int, StackNode],
    priorities: Mapping[int, PriorityNode],
    roles: Mapping[int, RoleNode],
) -> dict[int, PathwayNode]:
    """The pathways by key, with their stages."""
    rows = public.named(models.PathwayPage, "priority_id", "audience", "summary")
    stages = stage_nodes({named["key"]: named for named, _ in rows}, stacks)
    through = rows_of(models.PathwayPage.roles.through, "pathwaypage_id", "rolepage_id", order=("pk",))
    led = gathered((page, roles[role].slug) for page, role in through if role in roles)
    return {
        named["key"]: PathwayNode(
            **named,
            stages=tuple(stages.get(named["key"], ())),
            priority=priorities[priority].slug if priority in priorities else "",
            roles=tuple(led.get(named["key"], ())),
            audience=audience,
            summary=summary,
        )
        for named, (priority, audience, summary) in rows
    }


def stage_nodes(pathways: Mapping[int, Names], stacks: Mapping[int, StackNode]) -> dict[int, list[StageNode]]:
    """The stages of these pathways by the pathway's key."""
    order = ("stage_id", "sort_order", "pk")
    asked = rows_of(models.StageStack, "stage_id", "stack_id", order=order)
    named = gathered((stage, stack) for stage, stack in asked)
    rows = rows_of(models.PathwayStage, "page_id", "pk", "title", "level", "minimum", order=AS_EDITED)
    found: dict[int, list[StageNode]] = {}
    for page, *row in rows:
        if page in pathways:
            earlier = found.setdefault(page, [])
            inside = [stacks[key].slug if key in stacks else "" for key in named.get(row[0], ())]
            earlier.append(stage_node(pathways[page], len(earlier) + 1, row[1:], inside))
    return found


def stage_node(pathway: Names, place: int, facts: Iterable[Any], stacks: Collection[str]) -> StageNode:
    """A stage: its pathway, its place from 1 on, its title, level and minimum, and its stacks by slug.

    A stack that is not public has no slug, "". One that asks for all of its stacks asks for those, too.
    """
    title, level, minimum = facts
    return StageNode(
        slug=f"{pathway['slug']}/{place}",
        title=title,
        url=f"{pathway['url']}#stage-{place}",
        number=place,
        level=level,
        minimum=len(stacks) if minimum is None else minimum,
        stacks=tuple(filter(None, stacks)),
    )


def stack_links(stacks: Mapping[int, StackNode]) -> Iterator[StackLink]:
    """What comes before what; what is not public has no slug, ""."""
    rows = rows_of(models.StackLink, "before_id", "page_id", "kind", "reason", order=AS_EDITED)
    for before, after, kind, reason in rows:
        if after in stacks:
            earlier = stacks[before].slug if before in stacks else ""
            yield StackLink(earlier, stacks[after].slug, Relation(kind), reason)


def slugs_joined(
    model: type[Any], column: str, pages: Mapping[int, Node], others: Mapping[int, Node]
) -> dict[str, tuple[str, ...]]:
    """The slugs of what the rows of a page lead to, by the page's slug."""
    rows = rows_of(model, "page_id", column, order=AS_EDITED)
    found = gathered(
        (pages[page].slug, others[other].slug) for page, other in rows if page in pages and other in others
    )
    return {slug: tuple(slugs) for slug, slugs in found.items()}
