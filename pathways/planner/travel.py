"""The order in which a plan is gone: stage by stage, what comes before something before it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from functools import cached_property

from catalog.rules import Credential
from pathways.graph import Relation
from pathways.planner.choosing import Chosen
from pathways.planner.model import unnamed_name
from pathways.planner.scope import Demand, Scope
from pathways.walks import reached


class Journey:
    """The stacks that a choice uses, in the order of finishing, and its steps where each is first needed.

    `steps` has the names of steps with the slug of the stack that needs them first.
    """

    def __init__(self, scope: Scope, chosen: Chosen) -> None:
        self.scope, self.chosen = scope, chosen
        self.stacks: list[str] = []
        self.steps: dict[str, str] = {}
        self.seen: set[str] = set()
        self.underway: set[str] = set()
        self.put_off: list[str] = []
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

    def needs(self, slugs: Iterable[str]) -> set[str]:
        """These stacks and all that must be finished before them."""
        slugs = set(slugs)
        return slugs | reached(slugs, lambda slug: self.after[slug])

    def go_through(self, demand: Demand) -> None:
        """Finish the stacks of one stage."""
        named = [slug for slug in demand.stacks if slug in self.chosen.stacks]
        together = self.needs(named)
        for slug in named:
            self.finish(slug, together)

    def finish(self, slug: str, together: Set[str]) -> None:
        """Finish one stack after all that comes before it, and what was put off until now."""
        visits = [self.visit(slug, together)]
        while visits:
            following = next(visits[-1], None)
            if following is None:
                visits.pop()
            elif following not in self.seen:
                visits.append(self.visit(following, together))

    def visit(self, slug: str, together: Set[str]) -> Iterator[str]:
        """Finish one stack when those that this yields are."""
        if slug in self.seen:
            return
        self.seen.add(slug)
        self.underway.add(slug)
        yield from self.before(slug, together)
        yield from self.inside(slug)
        self.underway.remove(slug)
        self.stacks.append(slug)
        put_off, self.put_off = self.put_off, []
        yield from self.possible(put_off)

    def before(self, slug: str, together: Set[str]) -> Iterator[str]:
        """What a stack builds on, then what is better before it, if of the same stage."""
        yield from self.scope.parts[slug].before
        for link in self.scope.graph.links_into.get(slug, ()):
            advised = link.relation is Relation.RECOMMENDED_BEFORE and link.before in together
            if advised and self.is_possible(link.before):
                yield link.before

    def is_possible(self, slug: str) -> bool:
        """Whether a stack needs none that is underway."""
        return self.needs([slug]).isdisjoint(self.underway)

    def possible(self, slugs: Iterable[str]) -> Iterator[str]:
        """Those of these stacks that need none that is underway; the others are put off."""
        for slug in slugs:
            if self.is_possible(slug):
                yield slug
            else:
                self.put_off.append(slug)

    def inside(self, slug: str) -> Iterator[str]:
        """Take the steps of a stack in its own order; yields the used stacks among its members."""
        rule = self.scope.parts[slug].node.rule
        for member in rule.members:
            if isinstance(member, Credential):
                if member.slug in self.chosen.earned:
                    self.steps.setdefault(member.slug, slug)
            elif member.slug in self.chosen.stacks:
                yield from self.possible([member.slug])
        if rule.unnamed:
            self.steps.setdefault(unnamed_name(slug), slug)
