"""A pathway as a road: the one model behind the map, the outline, the table and the small drawings.

It holds every fact that any form shows, so that all forms say the same.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from math import ceil

from catalog import wording
from catalog.piles import Pile, pile_of
from catalog.rules import Group, Stack, surely_held
from catalog.summary import StackSummary
from catalog.totals import StackTotals, totals
from home.numbers import noun_for, number_text
from pathways.graph import Issuer, Kind, Relation, StackNode

AFTER = 0
"""In the place of a stage's number: the stacks that follow the last stage."""

WORDS = {
    (Relation.BUILDS_ON, False): ("Needs", " first"),
    (Relation.RECOMMENDED_BEFORE, False): ("Better after", ""),
    (Relation.BUILDS_ON, True): ("Opens up", ""),
    (Relation.RECOMMENDED_BEFORE, True): ("Good before", ""),
}
"""What stands before and after the other stack's title, by relation and whether it leads onward."""


@dataclass(frozen=True)
class RoadLink:
    """A link of a stack, seen from it. `stage` is where the other stack stands, None off the road."""

    relation: Relation
    onward: bool
    slug: str
    title: str
    url: str
    reason: str
    stage: int | None
    where: str

    @property
    def required(self) -> bool:
        """Whether the order is asked for, not only advised."""
        return self.relation is Relation.BUILDS_ON

    @property
    def lead(self) -> str:
        """What stands before the other stack's title."""
        return WORDS[self.relation, self.onward][0]

    @property
    def tail(self) -> str:
        """What stands after it."""
        return WORDS[self.relation, self.onward][1]


@dataclass(frozen=True)
class Sentence:
    """Links that are told together: one, or some that lead onward in the same way for the same reason."""

    links: tuple[RoadLink, ...]

    @property
    def onward(self) -> bool:
        """Whether they lead onward."""
        return self.links[0].onward

    @property
    def lead(self) -> str:
        """What stands before the titles of the other stacks."""
        return self.links[0].lead

    @property
    def reason(self) -> str:
        """Why, or empty."""
        return self.links[0].reason

    @property
    def text(self) -> str:
        """The links in words, as every form tells them."""
        others = [f"{link.title}{link.tail} ({link.where})" for link in self.links]
        why = f" {self.reason}." if self.reason else ""
        return f"{self.lead} {wording.listing(others)}.{why}"


def told(links: Iterable[RoadLink]) -> tuple[Sentence, ...]:
    """Links in sentences: neighbors that lead onward alike share one, every other has its own."""
    found: list[Sentence] = []
    for link in links:
        last = found[-1] if found else None
        if last and link.onward and last.onward and (last.lead, last.reason) == (link.lead, link.reason):
            found[-1] = Sentence((*last.links, link))
        else:
            found.append(Sentence((link,)))
    return tuple(found)


@dataclass(frozen=True)
class RoadStack:
    """A stack at its place on the road, with its links there; `finishing` is all that finishing it takes."""

    node: StackNode
    stage: int = AFTER
    before: tuple[RoadLink, ...] = ()
    onward: tuple[RoadLink, ...] = ()
    also: tuple[int, ...] = ()
    finishing: Stack | None = None

    @property
    def slug(self) -> str:
        """Its slug."""
        return self.node.slug

    @property
    def title(self) -> str:
        """Its title."""
        return self.node.title

    @property
    def url(self) -> str:
        """Its address."""
        return self.node.url

    @property
    def key(self) -> int:
        """The key of its page."""
        return self.node.key

    @property
    def issuer(self) -> Issuer:
        """Who awards it."""
        return self.node.issuer

    @property
    def links(self) -> tuple[RoadLink, ...]:
        """What comes before it, then where it leads."""
        return self.before + self.onward

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """The same in words."""
        return told(self.links)

    @property
    def twice(self) -> str:
        """Where else the road names it, in words; empty for nowhere."""
        if not self.also:
            return ""
        noun = noun_for(len(self.also), "stage")
        return f"Also in {noun} {wording.listing([str(number) for number in self.also])}."

    @property
    def anchor(self) -> str:
        """Its name on the map; one that stands there twice has two."""
        return anchor(self.slug, self.stage, first=all(self.stage < other for other in self.also))

    @cached_property
    def summary(self) -> StackSummary:
        """Its rule and totals in words."""
        return self.node.summary

    @cached_property
    def pile(self) -> Pile:
        """Its plates."""
        return pile_of(self.node.rule)

    @cached_property
    def plates(self) -> tuple[str, ...]:
        """The micro-credential of each of its plates from the top down; "-" where nothing is said of it."""
        shown = {slug for slug, one in self.node.rule.credentials().items() if one.published}
        return tuple(plate.step if plate.step in shown else "-" for plate in self.pile.plates)

    @property
    def sure(self) -> tuple[str, ...]:
        """The micro-credentials that whoever finished it surely holds, as far as they are published."""
        members, _ = surely_held(self.node.rule)
        return tuple(slug for slug in dict.fromkeys(self.plates) if slug in members)


def anchor(slug: str, stage: int, *, first: bool) -> str:
    """The name of a stack's card on the map: later ones of the same stack tell their stage."""
    return f"stack-{slug}" if first else f"stack-{slug}-in-{stage}"


@dataclass(frozen=True)
class RoadStage:
    """A stage: `minimum` of these stacks finish it; `level` is novice, intermediate or advanced."""

    number: int
    title: str
    level: str
    minimum: int
    stacks: tuple[RoadStack, ...]

    @property
    def size(self) -> int:
        """How many stacks it names."""
        return len(self.stacks)

    @property
    def rule(self) -> Group:
        """Its choice rule over the rules of its stacks."""
        return Group(tuple(stack.node.rule for stack in self.stacks), self.minimum)

    @property
    def work(self) -> Group:
        """Its choice rule over all that finishing its stacks takes."""
        return Group(tuple(stack.finishing or stack.node.rule for stack in self.stacks), self.minimum)

    @property
    def pick(self) -> str:
        """The choice rule in words."""
        if not self.stacks:
            return "Its stacks are not stated"
        if self.minimum > self.size:
            return f"Asks for {self.minimum}; {self.size} on record"
        return wording.heading(self.rule)

    @property
    def gate(self) -> str:
        """The choice rule as it stands on the road."""
        return f"{self.minimum} of {max(self.size, self.minimum)}"

    @property
    def marks(self) -> list[bool]:
        """A mark for every stack, true for as many as are asked for."""
        return [place < self.minimum for place in range(max(self.size, self.minimum))]


@dataclass(frozen=True)
class RoadGoal:
    """What a road leads to. `pay` is in words, "" where it is not stated."""

    kind: Kind
    slug: str
    title: str
    url: str
    pay: str = ""

    @property
    def is_role(self) -> bool:
        """Whether it is a role, not a priority."""
        return self.kind is Kind.ROLE


@dataclass(frozen=True)
class Road:
    """A pathway as a road of stages, with what it leads to and the stacks that need one of the last stage."""

    slug: str
    title: str
    stages: tuple[RoadStage, ...] = ()
    goals: tuple[RoadGoal, ...] = ()
    followers: tuple[RoadStack, ...] = ()
    url: str = ""
    audience: str = ""
    summary: str = ""

    @property
    def stacks(self) -> list[RoadStack]:
        """The stacks of all stages, then those that follow."""
        return [*(stack for stage in self.stages for stack in stage.stacks), *self.followers]

    @property
    def paid(self) -> list[RoadGoal]:
        """The roles at its end whose pay is stated."""
        return [goal for goal in self.goals if goal.pay]

    @property
    def has_examples(self) -> bool:
        """Whether any of them is made up for the demonstration."""
        return any(stack.issuer.demonstration for stack in self.stacks)

    @property
    def stack_count(self) -> int:
        """How many stacks its stages name, each counted once."""
        return len({stack.slug for stage in self.stages for stack in stage.stacks})

    @property
    def needed_count(self) -> int:
        """How many stacks finish it."""
        return sum(stage.minimum for stage in self.stages)

    @property
    def work(self) -> Stack:
        """All that finishing it takes as one stack, what its stacks build on included."""
        return Stack(self.slug, self.title, tuple(stage.work for stage in self.stages))

    @cached_property
    def totals(self) -> StackTotals | None:
        """Totals over all ways to finish it, or None when nobody can."""
        return totals(self.work)

    @property
    def size(self) -> str:
        """How long it is."""
        counted = [(len(self.stages), "stage"), (self.stack_count, "stack")]
        return ", ".join(f"{count} {noun_for(count, noun)}" for count, noun in counted)

    @property
    def sentence(self) -> str:
        """What finishing it takes."""
        return f"Finish {self.asked}{self.least}." if self.stages else "Its stages are not stated yet."

    @property
    def asked(self) -> str:
        """How many of its stacks finish it; one that two stages name may count in both."""
        named = [stack.slug for stage in self.stages for stack in stage.stacks]
        stacks = noun_for(self.stack_count, "stack")
        if len(named) > self.stack_count:
            stages = len(self.stages)
            return f"what each of its {stages} stages asks of its {self.stack_count} {stacks}"
        return f"{self.needed_count} of its {self.stack_count} {stacks}"

    @property
    def least_count(self) -> int:
        """The fewest micro-credentials; where there are too many ways to try, no more than that."""
        return ceil(self.totals.count.low) if self.totals else 0

    @property
    def least(self) -> str:
        """The fewest micro-credentials, in words; empty when nobody can finish it."""
        if self.totals is None:
            return ""
        least = self.least_count
        return f", at the least {number_text(least)} {noun_for(least, 'micro-credential')}"

    def stage_of(self, slug: str) -> RoadStage | None:
        """The first stage that names a stack."""
        return next((stage for stage in self.stages if slug in {one.slug for one in stage.stacks}), None)
