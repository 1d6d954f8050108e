"""The order in which a plan is gone: stage by stage, what comes before something before it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from catalog.rules import Credential
from pathways.graph import Relation
from pathways.planner.choosing import Chosen
from pathways.planner.loops import reached
from pathways.planner.model import unnamed_name
from pathways.planner.scope import Demand, Scope


class Journey:
    """The stacks that a choice uses, in the order of finishing, and its steps where each is first needed.

    `steps` has the names of steps with the slug of the stack that needs them first.
    """

    def __init__(self, scope: Scope, chosen: Chosen) -> None:
        self.scope, self.chosen = scope, chosen
        self.stacks: list[str] = []
        self.steps: dict[str, str] = {}
        self.seen: set[str] = set()
        self.underway: list[str] = []
        for demand in chosen.way.demands:
            self.go_through(demand)

    @cached_property
    def ranks(self) -> dict[str, int]:
        """When each stack can be finished, round by round."""
        return self.scope.finished(self.chosen.stacks, self.chosen.earned)

    @cached_property
    def after(self) -> dict[str, list[str]]:
        """The stacks that each one counts on; members that are finished later are not among them."""
        ranks = self.ranks
        return {
            slug: [one for one in self.scope.parts[slug].leads_to if ranks.get(one, rank) < rank]
            for slug, rank in ranks.items()
        }

    @cached_property
    def needs(self) -> dict[str, set[str]]:
        """All stacks that must be finished before each one, itself included."""
        return {slug: {slug, *reached(self.after, slug)} for slug in self.after}

    def go_through(self, demand: Demand) -> None:
        """Finish the stacks of one stage."""
        named = [slug for slug in demand.stacks if slug in self.chosen.stacks]
        together = {one for slug in named for one in self.needs[slug]}
        for slug in named:
            self.visit(slug, together)

    def visit(self, slug: str, together: set[str]) -> None:
        """Finish one stack after what comes before it; what is only better before, if of the same stage."""
        if slug in self.seen:
            return
        self.seen.add(slug)
        self.underway.append(slug)
        for before in self.before(slug, together):
            self.visit(before, together)
        later = [one for one in self.inside(slug) if not self.finish_inside(one, together)]
        self.underway.pop()
        self.stacks.append(slug)
        for one in later:
            self.visit(one, together)

    def before(self, slug: str, together: set[str]) -> Iterator[str]:
        """What a stack builds on, then what is better before it."""
        yield from self.scope.parts[slug].before
        for link in self.scope.graph.links_into.get(slug, ()):
            advised = link.relation is Relation.RECOMMENDED_BEFORE and link.before in together
            if advised and self.may_visit(link.before):
                yield link.before

    def may_visit(self, slug: str) -> bool:
        """Whether a stack needs none that is underway."""
        return self.needs[slug].isdisjoint(self.underway)

    def inside(self, slug: str) -> Iterator[str]:
        """Take the steps of a stack in its own order; yields the used stacks among its members."""
        for member in self.scope.parts[slug].node.rule.members:
            if not isinstance(member, Credential):
                if member.slug in self.chosen.stacks:
                    yield member.slug
            elif member.slug in self.chosen.earned:
                self.steps.setdefault(member.slug, slug)
        if self.scope.parts[slug].node.rule.unnamed:
            self.steps.setdefault(unnamed_name(slug), slug)

    def finish_inside(self, slug: str, together: set[str]) -> bool:
        """Finish a member in its place, unless it needs the stack that it lies in."""
        if possible := self.may_visit(slug):
            self.visit(slug, together)
        return possible
