"""What a goal can use, cut out of the graph, with what is held and left out already counted."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Set
from dataclasses import dataclass, replace
from functools import cached_property

from catalog.rules import Credential, Group, Stack
from pathways.graph import Graph, Kind, PathwayNode, Relation, StackNode, StageNode
from pathways.planner.question import Goal, Question
from pathways.walks import gathered


@dataclass(frozen=True, slots=True)
class Demand:
    """`minimum` of these stacks (slugs): a stage, or the one stack that a goal asks for."""

    minimum: int
    stacks: tuple[str, ...]
    stage: StageNode | None = None


@dataclass(frozen=True, slots=True)
class Way:
    """One way to a goal, by all its demands: a pathway or a stack."""

    kind: Kind
    slug: str
    title: str
    demands: tuple[Demand, ...]

    @property
    def id(self) -> str:
        """Its name in the graph."""
        return f"{self.kind}:{self.slug}"

    @property
    def stacks(self) -> list[str]:
        """The slugs of the stacks it names, each once."""
        return list(dict.fromkeys(slug for demand in self.demands for slug in demand.stacks))


@dataclass(frozen=True, slots=True)
class Ask:
    """What a group still asks for when what is held is counted: `needed` of these slugs.

    `number` is the group's place in the stack, from 1. A member that stands in it twice counts twice.
    """

    number: int
    needed: int
    credentials: tuple[str, ...]
    stacks: tuple[str, ...]

    @property
    def is_all(self) -> bool:
        """Whether nothing may be left out."""
        return self.needed == len(self.credentials) + len(self.stacks)


@dataclass(frozen=True, slots=True)
class Part:
    """A stack as the goal can use it: what its groups still ask for and the stacks it builds on.

    `barred` says why no plan may use it, empty where one may; `limited` whether a limit leaves out what it
    asks for that is not on record.
    """

    node: StackNode
    asks: tuple[Ask, ...]
    before: tuple[str, ...]
    barred: str = ""
    limited: bool = False

    @property
    def leads_to(self) -> list[str]:
        """The slugs of the stacks that finishing it may ask for, each once."""
        if self.barred:
            return []
        inside = (slug for ask in self.asks for slug in ask.stacks)
        return list(dict.fromkeys([*self.before, *inside]))

    def can_finish(self, done: Container[str], earned: Container[str] | None = None) -> bool:
        """Whether it can be finished when these stacks are, earning no others than these (None: any)."""
        able = not self.barred and not self.limited and all(slug in done for slug in self.before)
        return able and self.has_enough(done, earned)

    def has_enough(self, done: Container[str], earned: Container[str] | None) -> bool:
        """The same of its members alone, whatever it builds on."""
        return all(
            sum(earned is None or slug in earned for slug in ask.credentials)
            + sum(slug in done for slug in ask.stacks)
            >= ask.needed
            for ask in self.asks
        )


@dataclass(frozen=True)
class Scope:
    """All ways to the goal and every stack they may use, by slug, whether anybody can finish it or not."""

    graph: Graph
    question: Question
    ways: tuple[Way, ...]
    parts: dict[str, Part]

    @cached_property
    def ranks(self) -> dict[str, int]:
        """The slugs of the stacks that can be finished; none needs one of the same or a higher rank."""
        return self.finished(self.parts.keys() - self.left_out)

    def finished(self, slugs: Set[str], earned: Container[str] | None = None) -> dict[str, int]:
        """Which of these stacks can be finished, by earning no others than these, one after the other."""
        return self.in_turn(slugs, lambda part, done: part.can_finish(done, earned))

    def in_turn(self, slugs: Set[str], can_finish: Callable[[Part, Container[str]], bool]) -> dict[str, int]:
        """Which of these stacks can be finished, by what this says of one when others are done."""
        done: dict[str, int] = {}
        pending = slugs
        while found := [one for one in pending if can_finish(self.parts[one], done)]:
            done |= dict.fromkeys(found, len(done))
            pending = {other for one in found for other in self.asking.get(one, ())} & slugs - done.keys()
        return done

    @cached_property
    def asking(self) -> dict[str, list[str]]:
        """The slugs of the stacks that may ask for each stack."""
        return gathered((one, slug) for slug, part in self.parts.items() for one in part.leads_to)

    @cached_property
    def held(self) -> Container[str]:
        """The slugs of the stacks that are finished before anything is earned, and all they build on too."""
        return self.finished(self.wholly_held, earned=())

    @cached_property
    def wholly_held(self) -> frozenset[str]:
        """The slugs of the stacks inside which nothing is still to earn; what they build on may be."""
        named = {slug for slug, part in self.parts.items() if not (part.barred or part.node.rule.unnamed)}
        return frozenset(self.in_turn(named, lambda part, done: part.has_enough(done, earned=())))

    @cached_property
    def left_out(self) -> frozenset[str]:
        """The slugs of the stacks whose own price a limit leaves out; one that is held costs nothing more."""
        return frozenset(self.question.stacks_left_out) - self.wholly_held

    @cached_property
    def open_ways(self) -> list[Way]:
        """The ways that can be gone to the end, with all that is wanted on them.

        Those for other grades only where there is no other.
        """
        ways = [way for way in self.ways if self.is_open(way) and self.has_wanted(way)]
        return [way for way in ways if not self.is_for_others(way)] or ways

    def is_for_others(self, way: Way) -> bool:
        """Whether a way is a pathway for other grades than those asked for."""
        return way.kind is Kind.PATHWAY and way.slug in self.question.for_others

    @cached_property
    def rounds(self) -> list[list[Way]]:
        """The open ways, those together that one program chooses from: stacks, but no two pathways."""
        together = [way for way in self.open_ways if way.kind is Kind.STACK]
        apart = [[way] for way in self.open_ways if way.kind is not Kind.STACK]
        return [together, *apart] if together else apart

    def is_open(self, way: Way) -> bool:
        """Whether every demand can be met."""
        met = (self.stacks_left(demand) >= demand.minimum for demand in way.demands)
        return bool(way.demands) and way.id not in self.question.unwanted and all(met)

    def stacks_left(self, demand: Demand) -> int:
        """How many stacks of a demand can be finished."""
        return sum(slug in self.ranks for slug in demand.stacks)

    def has_wanted(self, way: Way) -> bool:
        """Whether all that is wanted can be used on this way."""
        wanted = self.question.wanted
        return not wanted or wanted <= {way.id, *self.ids_on([way])}

    def ids_on(self, ways: Iterable[Way]) -> Iterator[str]:
        """Ids of the stacks that these ways can use, and of their micro-credentials that are held or open."""
        for slug in self.usable(ways):
            yield f"{Kind.STACK}:{slug}"
            for member in self.parts[slug].node.rule.members:
                if isinstance(member, Credential) and self.is_within_reach(member):
                    yield f"{Kind.MICRO_CREDENTIAL}:{member.slug}"

    def is_within_reach(self, member: Credential) -> bool:
        """Whether a micro-credential is held or can be earned."""
        return member.slug in self.question.held or is_open(member, self.question)

    def rule_of(self, slug: str) -> Credential:
        """What is stated of a micro-credential; nothing of one that is not published."""
        node = self.graph.credentials.get(slug)
        return node.rule if node else Credential(slug, published=False)

    def usable(self, ways: Iterable[Way]) -> dict[str, Part]:
        """The stacks that can be finished and that these ways may use, by slug."""
        pending = [slug for way in ways for slug in way.stacks]
        found: dict[str, Part] = {}
        while pending:
            slug = pending.pop()
            if slug in self.ranks and slug not in found:
                found[slug] = self.parts[slug]
                pending += self.parts[slug].leads_to
        return found


def scope_of(graph: Graph, question: Question) -> Scope:
    """Everything that could matter to the goal."""
    ways = tuple(ways_to(graph, question.goal))
    pending = [slug for way in ways for slug in way.stacks]
    parts: dict[str, Part] = {}
    while pending:
        slug = pending.pop()
        if slug not in parts:
            parts[slug] = part_of(graph, question, graph.stacks[slug])
            pending += parts[slug].leads_to
    return Scope(graph, question, ways, parts)


def ways_to(graph: Graph, goal: Goal) -> list[Way]:
    """Every pathway that leads to the goal; where none leads to a priority, every stack that addresses it."""
    if goal.kind is Kind.STACK:
        return [way_of_stack(graph.stacks[goal.slug])]
    if goal.kind is Kind.PATHWAY:
        return [way_of_pathway(graph.pathways[goal.slug])]
    leading = graph.pathways_to(goal.kind, goal.slug)
    if leading or goal.kind is Kind.ROLE:
        return [way_of_pathway(pathway) for pathway in leading]
    return [way_of_stack(stack) for stack in graph.stacks_addressing(goal.slug) if not stack.is_selection]


def way_of_stack(stack: StackNode) -> Way:
    """The way of finishing one stack."""
    return Way(Kind.STACK, stack.slug, stack.title, (Demand(1, (stack.slug,)),))


def way_of_pathway(pathway: PathwayNode) -> Way:
    """The way through all stages; a stack that a stage names twice stands there once."""
    demands = (Demand(stage.minimum, tuple(dict.fromkeys(stage.stacks)), stage) for stage in pathway.stages)
    return Way(Kind.PATHWAY, pathway.slug, pathway.title, tuple(demands))


def part_of(graph: Graph, question: Question, node: StackNode) -> Part:
    """A stack as this question sees it; of one held as a whole nothing is left but what it builds on."""
    if node.slug in question.finished:
        node = replace(node, rule=Stack(node.slug, node.title))
    asks = tuple(ask_of(group, number, question) for number, group in enumerate(node.rule.groups, start=1))
    links = graph.links_into.get(node.slug, ())
    before = (link.before for link in links if link.relation is Relation.BUILDS_ON)
    limited = bool(node.rule.unnamed and question.unnamed_left_out)
    reason = barred(node, question) or waiting_text(graph, node)
    return Part(node, asks, tuple(dict.fromkeys(before)), reason, limited)


def ask_of(group: Group, number: int, question: Question) -> Ask:
    """What a group still asks for."""
    credentials = [member for member in group.members if isinstance(member, Credential)]
    held = sum(member.slug in question.held for member in credentials)
    left = (member for member in credentials if member.slug not in question.held)
    earnable = tuple(member.slug for member in left if is_open(member, question))
    stacks = tuple(member.slug for member in group.members if isinstance(member, Stack))
    return Ask(number, max(group.needed - held, 0), earnable, stacks)


def is_open(credential: Credential, question: Question) -> bool:
    """Whether a micro-credential that is not held can be earned, as far as this question goes."""
    if not credential.published:
        return not question.unnamed_left_out
    unwanted = f"{Kind.MICRO_CREDENTIAL}:{credential.slug}" in question.unwanted
    return credential.offered and credential.slug not in question.left_out and not unwanted


def barred(node: StackNode, question: Question) -> str:
    """Why no plan may use a stack, as a sentence without its end; empty where one may."""
    title = quoted(node.title)
    if f"{Kind.STACK}:{node.slug}" in question.unwanted:
        return without_text(node.title)
    if node.slug in question.finished:
        return ""
    if node.is_selection:
        return f"{title} is a list of interest, not a stack to finish"
    return f"{title} names no members on record" if node.rule.is_empty else ""


def waiting_text(graph: Graph, node: StackNode) -> str:
    """That a stack waits for one that is not public, as a sentence without its end."""
    waits = node.slug in graph.waiting
    return f"{quoted(node.title)} builds on a stack that is not published at present" if waits else ""


def without_text(title: str) -> str:
    """That somebody does not want something, as a sentence without its end."""
    return f"you asked to do without {quoted(title)}"


def quoted(title: str) -> str:
    """A title inside a sentence."""
    return f"“{title}”"
