"""Small catalogs with a question each: shared members, nesting, loops, prices, gaps, limits and swaps.

Each is drawn by the numbers of one seed, which hypothesis chooses: drawn piece by piece, most would be too
bare to have two plans.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from random import Random

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
from pathways.planner import Goal, Question, held_with

CREDENTIALS = ("b", "d", "f", "h", "j", "l")
STACKS = ("a", "c", "e", "g", "k")
PRIORITIES = {
    "wide": PriorityNode(slug="wide", title="Wide"),
    "narrow": PriorityNode(slug="narrow", title="Narrow", parent="wide"),
}
ROLES = {"lead": RoleNode(slug="lead", title="Lead")}


class CatalogMaker:
    """Makes one small catalog."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)  # noqa: S311 - nothing here is secret

    def chance(self, percent: int) -> bool:
        return self.random.randrange(100) < percent

    def some(self, items: list[str], least: int, most: int) -> list[str]:
        """So many of these at the most, in any order."""
        most = min(most, len(items))
        return self.random.sample(items, self.random.randint(min(least, most), most))

    def dollars(self, holds_for: str = "") -> Price:
        return Price(Decimal(self.random.choice([0, 10, 10, 25])), holds_for)

    def hours(self) -> Span:
        ends = sorted((self.random.randint(0, 6), self.random.randint(0, 6)))
        return Span(Decimal(ends[0]), Decimal(ends[1]))

    def credential(self, slug: str) -> Credential:
        """A micro-credential; few are retired or not published."""
        if self.chance(5):
            return Credential(f"unpublished:{slug}", published=False)
        hours = self.hours() if self.chance(60) else None
        holder = "NEA members" if self.chance(25) else ""
        price = self.dollars(holder) if self.chance(60) else None
        return Credential(slug, slug.upper(), hours, price, offered=not self.chance(5))

    def group(self, pool: dict[str, Credential | Stack]) -> Group:
        members = tuple(pool[slug] for slug in self.some(list(pool), 1, 4))
        return Group(members, self.needed(len(members)))

    def needed(self, size: int) -> int | None:
        """One of so many more often than several; None asks for all."""
        return 1 if self.chance(50) else self.random.choice([None, self.random.randint(1, size)])

    def stack(self, slug: str, pool: dict[str, Credential | Stack]) -> StackNode:
        number = 0 if self.chance(3) else self.random.randint(1, 2)
        groups = tuple(self.group(pool) for _ in range(number))
        unnamed = self.random.randint(1, 2) if self.chance(20) else 0
        price = self.dollars() if self.chance(40) else None
        rule = Stack(slug, slug.upper(), groups, unnamed, price)
        return StackNode(slug=slug, title=slug.upper(), rule=rule, is_selection=self.chance(3))

    def stacks(self, pool: dict[str, Credential | Stack]) -> dict[str, StackNode]:
        """Two to five stacks of these and of one another."""
        found: dict[str, StackNode] = {}
        for slug in self.some(list(STACKS), 2, 5):
            found[slug] = self.stack(slug, pool)
            pool = {**pool, slug: found[slug].rule}
        return found

    def stage(self, pathway: str, number: int, stacks: list[str]) -> StageNode:
        named = tuple(self.some(stacks, 2, 3))
        return StageNode(
            slug=f"{pathway}/{number}",
            title=f"Stage {number}",
            number=number,
            minimum=1 if self.chance(70) else len(named),
            stacks=named,
        )

    def pathway(self, slug: str, stacks: list[str]) -> PathwayNode:
        number = 0 if self.chance(3) else self.random.randint(1, 3)
        return PathwayNode(
            slug=slug,
            title=slug.upper(),
            stages=tuple(self.stage(slug, place, stacks) for place in range(1, number + 1)),
            priority=self.random.choice(["", "", "wide", "narrow"]),
            roles=() if self.chance(30) else tuple(ROLES),
        )

    def links(self, stacks: list[str]) -> tuple[StackLink, ...]:
        """Links in any direction, so that some make loops."""
        kinds = [Relation.BUILDS_ON, Relation.BUILDS_ON, Relation.RECOMMENDED_BEFORE]
        pairs = (self.random.sample(stacks, 2) for _ in range(self.random.randint(0, 3)))
        return tuple(StackLink(pair[0], pair[1], self.random.choice(kinds)) for pair in pairs)

    def graph(self) -> Graph:
        pool: dict[str, Credential | Stack] = {}
        for slug in CREDENTIALS[: self.random.randint(3, 6)]:
            credential = self.credential(slug)
            pool[credential.slug] = credential
        published = [one for one in pool.values() if isinstance(one, Credential) and one.published]
        stacks = self.stacks(pool)
        return Graph(
            credentials={
                one.slug: CredentialNode(slug=one.slug, title=one.title, rule=one) for one in published
            },
            stacks=stacks,
            pathways={slug: self.pathway(slug, list(stacks)) for slug in self.some(["p", "q", "r"], 0, 3)},
            priorities=PRIORITIES,
            roles=ROLES,
            links=self.links(list(stacks)),
            addressing={one.slug: ("narrow",) for one in published if self.chance(40)},
        )

    def question(self, graph: Graph) -> Question:
        """A question, with limits now and then."""
        goals = [Goal(Kind.ROLE, "lead"), Goal(Kind.PRIORITY, "wide"), Goal(Kind.PRIORITY, "narrow")]
        goals += [Goal(Kind.PATHWAY, slug) for slug in graph.pathways]
        goals += [Goal(Kind.STACK, slug) for slug in graph.stacks]
        limited = self.chance(25)
        priced = [slug for slug, node in graph.stacks.items() if node.rule.price and node.rule.price.usd]
        left_out = self.some(list(graph.credentials), 0, 2) if limited else []
        return Question(
            goal=self.random.choice(goals),
            held=frozenset(self.some(list(graph.credentials), 0, 2)),
            left_out=dict.fromkeys(left_out, "Its hours are not stated."),
            stacks_left_out=dict.fromkeys(
                priced if limited and self.chance(50) else [], "It is not free: $10."
            ),
            unnamed_left_out="It is not on record." if limited else "",
            for_others=frozenset(self.some(list(graph.pathways), 0, 2) if self.chance(40) else []),
        )

    def finished(self, graph: Graph) -> Question:
        """A question of somebody who has finished some stacks."""
        question = self.question(graph)
        stacks = [slug for slug, node in graph.stacks.items() if not node.is_selection]
        members, finished = held_with(graph, self.some(stacks, 1, 2))
        return replace(question, held=question.held | members, finished=finished)

    def swapped(self, graph: Graph) -> Question:
        """A question with something that must or may not be used."""
        question = self.question(graph)
        kinds = (
            ("stack", graph.stacks),
            ("micro-credential", graph.credentials),
            ("pathway", graph.pathways),
        )
        ids = [f"{kind}:{slug}" for kind, found in kinds for slug in found]
        wanted = frozenset(self.some(ids, 0, 2))
        held = {f"micro-credential:{slug}" for slug in question.held}
        return replace(question, wanted=wanted, unwanted=frozenset(self.some(ids, 0, 2)) - held - wanted)
