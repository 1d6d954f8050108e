"""A graph that is made up, much larger than any catalog today: the same seed gives the same graph.

A thousand stacks of fifty topics and ten thousand micro-credentials, each in one to three stacks of its
topic, so that what one goal can use shares as much as it can. A third of the facts are stated, as in the data
pack. To every fifth priority no pathway leads.
"""

from __future__ import annotations

from decimal import Decimal
from random import Random
from typing import Final

from catalog.rules import Credential, Group, Price, Span, Stack
from pathways.graph import (
    CredentialNode,
    Graph,
    PathwayNode,
    PriorityNode,
    Relation,
    RoleNode,
    StackLink,
    StackNode,
    StageNode,
)
from pathways.walks import gathered

SEED: Final = 2021
TOPICS: Final = 50
STACKS: Final = 1_000
CREDENTIALS: Final = 10_000
PATHWAYS: Final = 100
ROLES: Final = 40
STATED: Final = 0.35


def stack_slug(number: int) -> str:
    """A stack's slug."""
    return f"stack-{number:04}"


def priority_slug(topic: int) -> str:
    """The slug of the priority of a topic."""
    return f"priority-{topic:02}"


class GraphMaker:
    """Makes the graph."""

    def __init__(self, seed: int = SEED) -> None:
        self.random = Random(seed)  # noqa: S311 - nothing here is secret

    def graph(self) -> Graph:
        """All of it."""
        credentials = [self.credential(number) for number in range(CREDENTIALS)]
        members = gathered((stack, one) for one in credentials for stack in self.homes())
        rules: dict[int, Stack] = {}
        for number in range(STACKS):
            rules[number] = self.rule(number, members.get(number, []), rules)
        priorities = [priority_slug(topic) for topic in range(TOPICS)]
        roles = [f"role-{number:02}" for number in range(ROLES)]
        pathways = [self.pathway(number, roles) for number in range(PATHWAYS)]
        return Graph(
            credentials={
                one.slug: CredentialNode(slug=one.slug, title=one.title, rule=one) for one in credentials
            },
            stacks={one.slug: StackNode(slug=one.slug, title=one.title, rule=one) for one in rules.values()},
            pathways={pathway.slug: pathway for pathway in pathways},
            priorities={slug: PriorityNode(slug=slug, title=slug) for slug in priorities},
            roles={slug: RoleNode(slug=slug, title=slug) for slug in roles},
            links=tuple(self.links()),
            addressing={
                one.slug: (priority_slug(stack % TOPICS),)
                for stack, found in members.items()
                for one in found
                if self.random.random() < STATED
            },
        )

    def credential(self, number: int) -> Credential:
        """A micro-credential."""
        least = self.random.randint(1, 30)
        hours = Span(Decimal(least), Decimal(least + self.random.randint(0, 20)))
        price = Price(Decimal(self.random.choice([0, 20, 50, 75])))
        return Credential(
            f"credential-{number:05}",
            f"Credential {number}",
            hours if self.random.random() < STATED else None,
            price if self.random.random() < STATED else None,
        )

    def homes(self) -> list[int]:
        """The one to three stacks that hold a micro-credential, all of one topic."""
        topic = self.random.randrange(TOPICS)
        return self.random.sample(range(topic, STACKS, TOPICS), self.random.randint(1, 3))

    def rule(self, number: int, members: list[Credential], earlier: dict[int, Stack]) -> Stack:
        """A stack: half of them with a choice, few with another stack inside, a price or unnamed steps."""
        inside: list[Credential | Stack] = [*members]
        if number >= TOPICS and self.random.random() < 0.1:
            inside.append(earlier[number - TOPICS])
        half = len(inside) // 2
        choice = Group(tuple(inside[half:]), max(1, (len(inside) - half) // 3))
        groups = (
            (Group(tuple(inside[:half])), choice) if self.random.random() < 0.5 else (Group(tuple(inside)),)
        )
        price = Price(Decimal(150)) if self.random.random() < 0.1 else None
        unnamed = 1 if self.random.random() < 0.1 else 0
        return Stack(stack_slug(number), f"Stack {number}", groups, unnamed, price)

    def pathway(self, number: int, roles: list[str]) -> PathwayNode:
        """A pathway of five stages; its stacks are of two topics."""
        slug, topic = f"pathway-{number:03}", number % TOPICS
        near = [*range(topic, STACKS, TOPICS), *range((topic + 1) % TOPICS, STACKS, TOPICS)]
        stages = []
        for place in range(1, 6):
            named = tuple(stack_slug(one) for one in self.random.sample(near, 4))
            minimum = self.random.randint(1, 3)
            stages.append(
                StageNode(slug=f"{slug}/{place}", title="", number=place, minimum=minimum, stacks=named)
            )
        return PathwayNode(
            slug=slug,
            title=slug,
            stages=tuple(stages),
            priority=priority_slug(topic) if topic % 5 else "",
            roles=tuple(self.random.sample(roles, 2)),
        )

    def links(self) -> list[StackLink]:
        """A third of the stacks build on an earlier one of their topic."""
        later = [number for number in range(TOPICS, STACKS) if self.random.random() < 0.33]
        return [
            StackLink(
                stack_slug(self.random.randrange(number % TOPICS, number, TOPICS)),
                stack_slug(number),
                Relation.BUILDS_ON,
            )
            for number in later
        ]
