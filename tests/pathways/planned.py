"""Graphs in a line or two, for examples of plans.

A micro-credential takes 10 hours and costs $20 if nothing else is said.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from catalog.rules import Credential, Group, Price, Span, Stack
from pathways.graph import (
    CredentialNode,
    Graph,
    Kind,
    PathwayNode,
    PriorityNode,
    Relation,
    RoleNode,
    StackLink,
    StackNode,
    StageNode,
)
from pathways.planner import Goal, Plan

Member = Credential | Stack


def earn(
    slug: str, hours: int | None = 10, usd: int | None = 20, *, holds_for: str = "", offered: bool = True
) -> Credential:
    """A micro-credential."""
    span = None if hours is None else Span(Decimal(hours), Decimal(hours))
    price = None if usd is None else Price(Decimal(usd), holds_for)
    return Credential(slug, slug.capitalize(), span, price, offered=offered)


def hidden(key: int) -> Credential:
    """A member that is not published."""
    return Credential(f"unpublished:{key}", published=False)


def stack(
    slug: str, *members: Member, any_of: int | None = None, unnamed: int = 0, usd: int | None = None
) -> Stack:
    """A stack of one group."""
    groups = (Group(members, any_of),) if members else ()
    price = None if usd is None else Price(Decimal(usd))
    return Stack(slug, slug.capitalize(), groups, unnamed, price)


def builds_on(after: str, before: str) -> StackLink:
    """One stack builds on another."""
    return StackLink(before, after, Relation.BUILDS_ON)


def better_before(before: str, after: str) -> StackLink:
    """One stack is recommended before another."""
    return StackLink(before, after, Relation.RECOMMENDED_BEFORE)


def stage(pathway: str, number: int, *stacks: str, minimum: int = 1) -> StageNode:
    """A stage of a pathway."""
    title = {1: "Begin", 2: "Go on"}.get(number, "Lead")
    return StageNode(slug=f"{pathway}/{number}", title=title, number=number, minimum=minimum, stacks=stacks)


def pathway(
    slug: str, *stages: StageNode, priority: str = "reading", roles: Iterable[str] = ("coach",)
) -> PathwayNode:
    """A pathway to the priority “reading” and the role “coach”."""
    return PathwayNode(
        slug=slug, title=slug.capitalize(), stages=stages, priority=priority, roles=tuple(roles)
    )


def graph_of(
    *stacks: Stack,
    pathways: Iterable[PathwayNode] = (),
    links: Iterable[StackLink] = (),
    selections: Iterable[str] = (),
    addressing: Iterable[str] = (),
    others: Iterable[Credential] = (),
) -> Graph:
    """A graph of these stacks and all in them; `addressing` are micro-credentials that address “reading”."""
    every = [one for named in stacks for one in (*named.nested(), named)]
    found = [*(one for named in stacks for one in named.credentials().values()), *others]
    return Graph(
        credentials={
            one.slug: CredentialNode(slug=one.slug, title=one.title, rule=one)
            for one in found
            if one.published
        },
        stacks={
            one.slug: StackNode(slug=one.slug, title=one.title, rule=one, is_selection=one.slug in selections)
            for one in every
        },
        pathways={one.slug: one for one in pathways},
        priorities={
            "literacy": PriorityNode(slug="literacy", title="Literacy"),
            "reading": PriorityNode(slug="reading", title="Reading", parent="literacy"),
        },
        roles={"coach": RoleNode(slug="coach", title="Coach")},
        links=tuple(links),
        addressing=dict.fromkeys(addressing, ("reading",)),
    )


COACH = Goal(Kind.ROLE, "coach")
READING = Goal(Kind.PRIORITY, "reading")
LITERACY = Goal(Kind.PRIORITY, "literacy")


def to_stack(slug: str) -> Goal:
    """A stack as the goal."""
    return Goal(Kind.STACK, slug)


def to_pathway(slug: str) -> Goal:
    """A pathway as the goal."""
    return Goal(Kind.PATHWAY, slug)


def names(plan: Plan) -> list[str]:
    """The names of a plan's steps, in order."""
    return [step.name for step in plan.steps]


def used(plan: Plan) -> list[str]:
    """The slugs of a plan's stacks, in order."""
    return [one.slug for one in plan.stacks]
