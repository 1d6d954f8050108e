"""Why a goal cannot be reached: of all that is in the way the smallest, in a teacher's words.

The size of an obstacle is how many things would have to change, at the least, for it to be gone. What is
smaller counts first, then slug order.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from catalog.rules import Credential, Group, Stack
from catalog.wording import asks, listing, sentence_case
from home.numbers import noun_for
from pathways.graph import Kind
from pathways.planner.scope import Ask, Demand, Part, Scope, Way, quoted, without_text

SENTENCES = re.compile(r"\. (?=Its? |Not approved by |From an issuer )")
"""Between two reasons of a limit; the name of an issuer may have a full stop as well."""


@dataclass(frozen=True, slots=True, order=True)
class Obstacle:
    """What is in the way of the thing with this slug; `text` is a sentence without its end."""

    size: int
    slug: str
    text: str


def why_not(scope: Scope) -> str:
    """What is in the way of a goal that no way leads to, as a sentence."""
    finder = Finder(scope)
    text = finder.of_wanted() if scope.question.wanted else finder.of_goal()
    return f"{sentence_case(text)}."


class Finder:
    """Finds what is in the way, from the goal down."""

    def __init__(self, scope: Scope) -> None:
        self.scope = scope
        self.found: dict[str, Obstacle] = {}
        self.path: list[str] = []

    def of_goal(self) -> str:
        """The smallest thing in the way of the goal."""
        goal, ways = self.scope.question.goal, self.scope.ways
        if not ways and goal.kind is Kind.ROLE:
            return "no pathway on record prepares for this role yet"
        if not ways:
            return "no pathway and no stack on record leads to this priority yet"
        nearest, obstacle = self.nearest(ways)
        if nearest.id == goal.id:
            return obstacle.text
        kind = f"the {nearest.kind} {quoted(nearest.title)}"
        if len(ways) == 1:
            return f"only {kind} leads there: {obstacle.text}"
        several = f"of {len(ways)} {nearest.kind}s that lead there"
        return f"{several}, {quoted(nearest.title)} comes nearest: {obstacle.text}"

    def nearest(self, ways: Iterable[Way]) -> tuple[Way, Obstacle]:
        """The way with the smallest thing in the way, and that; pathways for other grades come last."""
        found = ((way, self.of_way(way)) for way in ways)
        return min(found, key=lambda pair: (self.scope.is_for_others(pair[0]), pair[1]))

    def of_way(self, way: Way) -> Obstacle:
        """What is in the way on one way."""
        if way.id in self.scope.question.unwanted:
            return Obstacle(1, way.slug, without_text(way.title))
        if not way.demands:
            return Obstacle(1, way.slug, f"{quoted(way.title)} names no stages yet")
        return all_of(way.slug, [one for demand in way.demands for one in self.of_demand(demand)])

    def of_demand(self, demand: Demand) -> list[Obstacle]:
        """What is in the way of one stage; nothing where enough stacks can be finished."""
        left = self.scope.stacks_left(demand)
        blocked = [self.of_stack(slug) for slug in demand.stacks if slug not in self.scope.ranks]
        if left >= demand.minimum:
            return []
        if demand.stage is None:
            return blocked
        stage = f"stage {demand.stage.number}, {demand.stage.title}, asks for {stacks_text(demand.minimum)}"
        if not blocked:
            return [Obstacle(1, demand.stage.slug, f"{stage} and names {only_text(left)}")]
        found = smallest(demand.stage.slug, blocked, demand.minimum - left)
        return [replace(found, text=f"{stage}, and {only_text(left)} can be finished: {found.text}")]

    def of_stack(self, slug: str) -> Obstacle:
        """What is in the way of a stack that cannot be finished."""
        if slug in self.path:
            loop = [*self.path[self.path.index(slug) :], slug]
            titles = (quoted(self.scope.parts[one].node.title) for one in loop)
            return Obstacle(1, slug, f"{' → '.join(titles)} is a loop, which nobody can finish")
        if slug not in self.found:
            self.find(slug)
        return self.found[slug]

    def find(self, slug: str) -> None:
        """Find what is in the way of a stack, once it is known of all that it waits for."""
        visits = [self.visit(slug)]
        while visits:
            following = next(visits[-1], None)
            if following is None:
                visits.pop()
            elif following not in self.found and following not in self.path:
                visits.append(self.visit(following))

    def visit(self, slug: str) -> Iterator[str]:
        """Find what is in the way of a stack when it is known of those that this yields."""
        self.path.append(slug)
        yield from self.waits_for(self.scope.parts[slug])
        self.found[slug] = all_of(slug, list(self.in_stack(self.scope.parts[slug])))
        self.path.pop()

    def waits_for(self, part: Part) -> Iterator[str]:
        """The stacks that cannot be finished and that are in the way of this one."""
        if not part.barred:
            yield from (slug for slug in part.before if slug not in self.scope.ranks)
            for ask in part.asks:
                if self.missing(ask) > 0:
                    yield from (slug for slug in ask.stacks if slug not in self.scope.ranks)

    def in_stack(self, part: Part) -> Iterator[Obstacle]:
        """Everything in the way of a stack."""
        slug, title = part.node.slug, quoted(part.node.title)
        if part.barred:
            yield Obstacle(1, slug, part.barred)
            return
        if part.limited:
            text = f"{title} asks for steps that are not on record, and your limits leave those out"
            yield Obstacle(1, slug, text)
        if slug in self.scope.left_out:
            yield Obstacle(1, slug, left_out_text(title, self.scope.question.stacks_left_out[slug]))
        for before in part.before:
            if before not in self.scope.ranks:
                found = self.of_stack(before)
                needed = quoted(self.scope.parts[before].node.title)
                yield replace(found, text=f"{title} builds on {needed}, and {found.text}")
        for ask, group in zip(part.asks, part.node.rule.groups, strict=True):
            yield from self.of_group(part, ask, group)

    def of_group(self, part: Part, ask: Ask, group: Group) -> list[Obstacle]:
        """What is in the way of one group; nothing where enough members can be finished."""
        missing = self.missing(ask)
        if missing <= 0:
            return []
        blocked = [one for member in group.members for one in self.of_member(part, member)]
        found = smallest(part.node.slug, blocked, missing)
        if not group.is_choice:
            return [found]
        rule = f"{quoted(part.node.title)} asks for {asks(group)}"
        left = only_text(group.needed - missing)
        return [replace(found, text=f"{rule}, and {left} can be finished: {found.text}")]

    def missing(self, ask: Ask) -> int:
        """How many more members a group asks for than can be finished."""
        return ask.needed - len(ask.credentials) - sum(one in self.scope.ranks for one in ask.stacks)

    def of_member(self, part: Part, member: Credential | Stack) -> list[Obstacle]:
        """What is in the way of a member; nothing where it can be finished."""
        if isinstance(member, Stack):
            return [] if member.slug in self.scope.ranks else [self.of_stack(member.slug)]
        if self.scope.is_within_reach(member):
            return []
        text = f"a member of {quoted(part.node.title)} is not on record, and your limits leave it out"
        return [Obstacle(1, member.slug, self.of_credential(member) if member.published else text)]

    def of_credential(self, credential: Credential) -> str:
        """Why a micro-credential on record cannot be earned."""
        title, question = quoted(credential.title), self.scope.question
        if f"{Kind.MICRO_CREDENTIAL}:{credential.slug}" in question.unwanted:
            return without_text(credential.title)
        if not credential.offered:
            days = f" ({over})" if (over := question.over.get(credential.slug)) else ""
            return f"{title} is no longer offered when this plan begins{days}, and you do not hold it"
        return left_out_text(title, question.left_out[credential.slug])

    def of_wanted(self) -> str:
        """Why no way that can be gone has all that is wanted: what is wanted comes before its way."""
        wanted = sorted(self.scope.question.wanted)
        if text := next(filter(None, map(self.of_id, wanted)), ""):
            return text
        titles = listing([quoted(self.title(one)) for one in wanted])
        ways = [way for way in self.scope.ways if self.scope.has_wanted(way)]
        if not ways:
            return f"no one way to this goal has all of these: {titles}"
        way, obstacle = self.nearest(ways)
        if way.id == self.scope.question.goal.id:
            return obstacle.text
        if way.id not in wanted:
            return f"{titles} leads there only by {quoted(way.title)}, and {obstacle.text}"
        return f"{titles} cannot be finished: {obstacle.text}"

    def of_id(self, wanted: str) -> str:
        """Why something that is wanted cannot be used on any way; empty where it can."""
        kind, _, slug = wanted.partition(":")
        rule = self.scope.rule_of(slug)
        if kind == Kind.STACK and slug in self.scope.parts and slug not in self.scope.ranks:
            return self.of_stack(slug).text
        if kind == Kind.MICRO_CREDENTIAL and rule.published and not self.scope.is_within_reach(rule):
            return self.of_credential(rule)
        ways = self.scope.ways
        if wanted in {way.id for way in ways} | set(self.scope.ids_on(ways)):
            return ""
        return f"{quoted(self.title(wanted))} is part of no way to this goal that can be finished"

    def title(self, node: str) -> str:
        """The title of a node by its id; the id itself of what is not on record."""
        found = self.scope.graph.nodes.get(node)
        return found.title if found else node


def all_of(slug: str, obstacles: Sequence[Obstacle]) -> Obstacle:
    """All of these are in the way of one thing; the smallest is told."""
    return smallest(slug, obstacles, len(obstacles))


def smallest(slug: str, obstacles: Iterable[Obstacle], number: int) -> Obstacle:
    """So many of these are in the way of one thing, the smallest ones."""
    first = sorted(obstacles)[:number]
    return Obstacle(sum(one.size for one in first), slug, first[0].text)


def left_out_text(title: str, reason: str) -> str:
    """That a limit leaves something out, and why; a reason is a sentence or several."""
    clauses = [one[:1].lower() + one[1:] for one in SENTENCES.split(reason.removesuffix("."))]
    if all(one.startswith("it") for one in clauses):
        return f"{title} is left out because {listing(clauses)}"
    return f"{title} is left out: {'; '.join(clauses)}"


def stacks_text(number: int) -> str:
    """A number of stacks."""
    return f"{number} {noun_for(number, 'stack')}"


def only_text(number: int) -> str:
    """How few are left."""
    return f"only {number}" if number else "none"
