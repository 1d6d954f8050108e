"""The graph of what exists and where it leads: plain data in, plain data out.

Edges point the way one travels: prerequisite → dependent, container → member, micro-credential and
stack → priority, pathway → priority and role, micro-credential → competency. A parent priority includes
its children, so that an edge to a child comes with one to each of its parents.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property
from typing import ClassVar

from catalog.editions import Editions
from catalog.rules import Credential, Stack
from catalog.summary import StackSummary
from pathways.equivalents import Equivalent
from pathways.prerequisites import with_prerequisites
from pathways.walks import gathered, reached


class Kind(StrEnum):
    """What a node is."""

    MICRO_CREDENTIAL = "micro-credential"
    STACK = "stack"
    PATHWAY = "pathway"
    STAGE = "stage"
    PRIORITY = "priority"
    ROLE = "role"
    COMPETENCY = "competency"


class Relation(StrEnum):
    """How one node leads to another."""

    CONTAINS = "contains"
    BUILDS_ON = "builds_on"
    RECOMMENDED_BEFORE = "recommended_before"
    ADDRESSES = "addresses"
    PREPARES_FOR = "prepares_for"
    ALIGNED_TO = "aligned_to"


@dataclass(frozen=True, slots=True)
class Issuer:
    """Who makes and awards something."""

    slug: str
    name: str
    demonstration: bool = False


NOBODY = Issuer("", "")
NO_EDITIONS = Editions({})


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """Anything on record. `url` is its address on this site; `key` its key in the database, 0 for none."""

    kind: ClassVar[Kind]
    slug: str
    title: str
    url: str = ""
    key: int = 0

    @property
    def id(self) -> str:
        """Its name in the graph: kind and slug, as four slugs serve two kinds."""
        return f"{self.kind}:{self.slug}"


@dataclass(frozen=True, slots=True, kw_only=True)
class CredentialNode(Node):
    """A micro-credential with what the rules see of it. No grades: its source names none.

    `version` is as its issuer numbers it, "" where it does not.
    """

    kind: ClassVar[Kind] = Kind.MICRO_CREDENTIAL
    rule: Credential
    issuer: Issuer = NOBODY
    grades: tuple[str, ...] = ()
    version: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StackNode(Node):
    """A stack with its rule. A selection is a list of interest: never planned."""

    kind: ClassVar[Kind] = Kind.STACK
    rule: Stack
    issuer: Issuer = NOBODY
    is_selection: bool = False

    @property
    def can_be_planned(self) -> bool:
        """Whether anything is on record that could finish it."""
        return not (self.is_selection or self.rule.is_empty)

    @property
    def summary(self) -> StackSummary:
        """Its rule and totals in words."""
        return StackSummary(self.rule, self.is_selection)


@dataclass(frozen=True, slots=True, kw_only=True)
class StageNode(Node):
    """`minimum` of these stacks (slugs, in the editors' order) finish it. Its slug is “pathway/number”."""

    kind: ClassVar[Kind] = Kind.STAGE
    number: int = 1
    level: str = ""
    minimum: int = 1
    stacks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PathwayNode(Node):
    """All its stages finish it. `priority` and `roles` are slugs of what it leads to; "" for none."""

    kind: ClassVar[Kind] = Kind.PATHWAY
    stages: tuple[StageNode, ...] = ()
    priority: str = ""
    roles: tuple[str, ...] = ()
    audience: str = ""
    summary: str = ""

    @property
    def stacks(self) -> list[str]:
        """The slugs of its stacks, each once, stage by stage."""
        return list(dict.fromkeys(slug for stage in self.stages for slug in stage.stacks))


@dataclass(frozen=True, slots=True, kw_only=True)
class PriorityNode(Node):
    """A state priority; `parent` is the slug of the wider one that includes it, "" at the top."""

    kind: ClassVar[Kind] = Kind.PRIORITY
    parent: str = ""
    summary: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleNode(Node):
    """A role; `is_goal` where a person can aim at it. `pay` is in words, "" where it is not stated."""

    kind: ClassVar[Kind] = Kind.ROLE
    is_goal: bool = True
    pay: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CompetencyNode(Node):
    """An item of a framework; its title begins with its code. `parent` is the key of what it is part of."""

    kind: ClassVar[Kind] = Kind.COMPETENCY
    code: str = ""
    framework: str = ""
    parent: int | None = None


@dataclass(frozen=True, slots=True)
class Edge:
    """One way to travel, between ids of nodes; `reason` says why, where an editor told."""

    source: str
    target: str
    relation: Relation
    reason: str = ""


@dataclass(frozen=True, slots=True)
class StackLink:
    """The stack `after` builds on, or is better after, the stack `before` (slugs)."""

    before: str
    after: str
    relation: Relation
    reason: str = ""


@dataclass(frozen=True, eq=False)
class Graph:
    """Everything public by slug, in the editors' order, with the links between stacks and into priorities.

    `waiting` has the slugs of the stacks that build on one that is not public: nobody can tell what that asks
    for. `addressing` has the slugs of the priorities that editors sorted a micro-credential under, `aligned`
    those of the competencies it proves. `issuers` are all whose pages are public, with work on record or not.
    `editions` tells by keys of pages which take each other's place, `equivalents` what counts for what.
    """

    credentials: Mapping[str, CredentialNode] = field(default_factory=dict)
    stacks: Mapping[str, StackNode] = field(default_factory=dict)
    pathways: Mapping[str, PathwayNode] = field(default_factory=dict)
    priorities: Mapping[str, PriorityNode] = field(default_factory=dict)
    roles: Mapping[str, RoleNode] = field(default_factory=dict)
    competencies: Mapping[str, CompetencyNode] = field(default_factory=dict)
    links: tuple[StackLink, ...] = ()
    waiting: frozenset[str] = frozenset()
    addressing: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    aligned: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    issuers: frozenset[Issuer] = frozenset()
    editions: Editions = NO_EDITIONS
    equivalents: tuple[Equivalent, ...] = ()

    def with_pathway(self, pathway: PathwayNode) -> Graph:
        """The graph with this pathway in its place: a draft, seen before it is published."""
        if self.pathways.get(pathway.slug) == pathway:
            return self
        return replace(self, pathways={**self.pathways, pathway.slug: pathway})

    @cached_property
    def nodes(self) -> dict[str, Node]:
        """Every node by id."""
        stages = (stage for pathway in self.pathways.values() for stage in pathway.stages)
        kinds: tuple[Iterable[Node], ...] = (
            self.priorities.values(),
            self.roles.values(),
            self.pathways.values(),
            stages,
            self.stacks.values(),
            self.credentials.values(),
            self.competencies.values(),
        )
        return {node.id: node for nodes in kinds for node in nodes}

    @cached_property
    def edges(self) -> tuple[Edge, ...]:
        """Every edge, each once."""
        return tuple(dict.fromkeys(edges_of(self)))

    @cached_property
    def links_into(self) -> dict[str, list[StackLink]]:
        """What comes before each stack, by the stack's slug."""
        return gathered((link.after, link) for link in self.links)

    @cached_property
    def links_onward(self) -> dict[str, list[StackLink]]:
        """What comes after each stack, by the stack's slug."""
        return gathered((link.before, link) for link in self.links)

    @cached_property
    def finishing(self) -> dict[str, Stack]:
        """What finishing each stack takes, with all that it builds on.

        Nobody can finish a selection, or what builds on a stack that is not public.
        """
        rules = {
            slug: Stack(slug, stack.title) if stack.is_selection or slug in self.waiting else stack.rule
            for slug, stack in self.stacks.items()
        }
        before = (link for link in self.links if link.relation is Relation.BUILDS_ON)
        return with_prerequisites(rules, gathered((link.after, link.before) for link in before))

    @cached_property
    def passages(self) -> dict[str, list[StageNode]]:
        """The stages that name each stack, by the stack's slug; one that names it twice stands once."""
        stages = [stage for pathway in self.pathways.values() for stage in pathway.stages]
        return gathered((slug, stage) for stage in stages for slug in dict.fromkeys(stage.stacks))

    @cached_property
    def holders(self) -> dict[str, list[str]]:
        """The slugs of the stacks that name a micro-credential or stack as a member, by the member's id."""
        named = (
            (member_id(member), slug) for slug, stack in self.stacks.items() for member in stack.rule.members
        )
        return gathered(dict.fromkeys(named))

    @cached_property
    def addressed(self) -> dict[str, frozenset[str]]:
        """The slugs of the priorities that each stack addresses, itself or by a member, parents included."""
        found: dict[str, frozenset[str]] = {}
        for slug, stack in self.stacks.items():
            members = (self.addressing.get(one, ()) for one in stack.rule.credentials())
            inside = {slug, *(one.slug for one in stack.rule.nested())}
            stages = (stage for one in inside for stage in self.passages.get(one, ()))
            led = (self.pathways[pathway_of(stage)].priority for stage in stages)
            named = {one for slugs in members for one in slugs} | {one for one in led if one}
            found[slug] = frozenset(wider for one in named for wider in self.with_parents(one))
        return found

    def stage(self, slug: str) -> StageNode:
        """A stage by its slug, “pathway/number”."""
        pathway, _, number = slug.rpartition("/")
        return self.pathways[pathway].stages[int(number) - 1]

    def with_parents(self, priority: str) -> list[str]:
        """A priority's slug and those of all that include it, from the inside out."""
        found: list[str] = []
        while priority in self.priorities and priority not in found:
            found.append(priority)
            priority = self.priorities[priority].parent
        return found

    def with_children(self, priority: str) -> list[str]:
        """A priority's slug and those of all that it includes."""
        return [slug for slug in self.priorities if priority in self.with_parents(slug)]

    def with_holders(self, stacks: Iterable[str]) -> set[str]:
        """The slugs of these stacks and of those around them, at any distance."""
        stacks = set(stacks)
        return stacks | reached(stacks, lambda slug: self.holders.get(f"{Kind.STACK}:{slug}", ()))

    def pathways_to(self, kind: Kind, slug: str) -> list[PathwayNode]:
        """The pathways that lead to a priority, its children included, or to a role."""
        if kind is Kind.ROLE:
            return [pathway for pathway in self.pathways.values() if slug in pathway.roles]
        family = set(self.with_children(slug))
        return [pathway for pathway in self.pathways.values() if pathway.priority in family]

    def stacks_addressing(self, priority: str) -> list[StackNode]:
        """The stacks that address a priority, its children included; lists of interest among them."""
        return [self.stacks[slug] for slug, found in self.addressed.items() if priority in found]


def public_links(links: Iterable[StackLink]) -> list[StackLink]:
    """Those between stacks that are both public; what is not has no slug."""
    return [link for link in links if link.before and link.after]


def waiting_in(links: Iterable[StackLink]) -> frozenset[str]:
    """The slugs of the stacks that build on one that is not public."""
    return frozenset(link.after for link in links if link.relation is Relation.BUILDS_ON and not link.before)


def member_id(member: Credential | Stack) -> str:
    """The id of a stack's member."""
    kind = Kind.STACK if isinstance(member, Stack) else Kind.MICRO_CREDENTIAL
    return f"{kind}:{member.slug}"


def pathway_of(stage: StageNode) -> str:
    """The slug of the pathway a stage belongs to."""
    return stage.slug.rpartition("/")[0]


def edges_of(graph: Graph) -> Iterator[Edge]:
    """Every edge; some may come twice."""
    for priority in graph.priorities.values():
        if priority.parent in graph.priorities:
            yield Edge(graph.priorities[priority.parent].id, priority.id, Relation.CONTAINS)
    for pathway in graph.pathways.values():
        yield from pathway_edges(graph, pathway)
    for stack in graph.stacks.values():
        yield from stack_edges(graph, stack)
    for link in graph.links:
        before, after = graph.stacks[link.before], graph.stacks[link.after]
        yield Edge(before.id, after.id, link.relation, link.reason)
    for credential in graph.credentials.values():
        yield from credential_edges(graph, credential)


def pathway_edges(graph: Graph, pathway: PathwayNode) -> Iterator[Edge]:
    """What a pathway holds, and where it leads."""
    for stage in pathway.stages:
        yield Edge(pathway.id, stage.id, Relation.CONTAINS)
        for slug in stage.stacks:
            yield Edge(stage.id, graph.stacks[slug].id, Relation.CONTAINS)
    for slug in graph.with_parents(pathway.priority):
        yield Edge(pathway.id, graph.priorities[slug].id, Relation.ADDRESSES)
    for slug in pathway.roles:
        yield Edge(pathway.id, graph.roles[slug].id, Relation.PREPARES_FOR)


def stack_edges(graph: Graph, stack: StackNode) -> Iterator[Edge]:
    """What a stack holds, straight and without its groups, and the priorities it addresses."""
    for member in stack.rule.members:
        if member_id(member) in graph.nodes:
            yield Edge(stack.id, member_id(member), Relation.CONTAINS)
    for slug in sorted(graph.addressed[stack.slug]):
        yield Edge(stack.id, graph.priorities[slug].id, Relation.ADDRESSES)


def credential_edges(graph: Graph, credential: CredentialNode) -> Iterator[Edge]:
    """The priorities a micro-credential addresses, and the competencies it proves."""
    for named in graph.addressing.get(credential.slug, ()):
        for slug in graph.with_parents(named):
            yield Edge(credential.id, graph.priorities[slug].id, Relation.ADDRESSES)
    for slug in graph.aligned.get(credential.slug, ()):
        yield Edge(credential.id, graph.competencies[slug].id, Relation.ALIGNED_TO)
