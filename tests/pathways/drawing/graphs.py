"""Graphs made for tests: plain small ones, one of 20 stacks in five stages, and random ones."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from random import Random

from hypothesis import strategies as st

from catalog.rules import Credential, Group, Price, Span, Stack
from pathways.drawing.road import Road
from pathways.drawing.survey import road_of
from pathways.graph import (
    Graph,
    Issuer,
    PathwayNode,
    PriorityNode,
    Relation,
    RoleNode,
    StackLink,
    StackNode,
    StageNode,
)

PATHWAY = "way"
LEVELS = ("novice", "intermediate", "advanced")
NEEDS, BETTER = Relation.BUILDS_ON, Relation.RECOMMENDED_BEFORE
AWKWARD = ("=1+1", "<b>Bold & “quoted”</b>", "Evaluación formativa", "-5, or so", "W" * 60, "Plain words")


def stack_node(slug: str, number: int = 1, title: str = "", **facts: object) -> StackNode:
    """A stack of three micro-credentials; its number makes its page's key and its facts."""
    members = tuple(
        Credential(f"{slug}-{place}", hours=Span(Decimal(number), Decimal(9))) for place in range(3)
    )
    rule = Stack(slug, title or slug, (Group(members, 2 if number % 2 else None),))
    return StackNode(
        slug=slug,
        title=title or slug.title(),
        url=f"/stacks/{slug}/",
        key=number,
        rule=rule,
        issuer=Issuer("by", "An issuer"),
    )


def graph_of(
    stages: Iterable[Iterable[str]],
    links: Iterable[tuple[str, str, Relation]] = (),
    roles: int = 1,
    minimum: int = 1,
) -> Graph:
    """A graph of one pathway; stacks that only links name stand off the road."""
    named = [list(stage) for stage in stages]
    joined = [
        StackLink(before, after, relation, f"{before} before {after}") for before, after, relation in links
    ]
    slugs = [slug for stage in named for slug in stage]
    slugs += [slug for link in joined for slug in (link.before, link.after)]
    stacks = {slug: stack_node(slug, number) for number, slug in enumerate(dict.fromkeys(slugs), start=1)}
    nodes = tuple(
        StageNode(
            slug=f"{PATHWAY}/{number}",
            title=f"Title {number}",
            number=number,
            level=LEVELS[number % 3],
            minimum=minimum,
            stacks=tuple(stage),
        )
        for number, stage in enumerate(named, start=1)
    )
    goals = {f"role-{place}": RoleNode(slug=f"role-{place}", title=f"Role {place}") for place in range(roles)}
    way = PathwayNode(slug=PATHWAY, title="A way", url="/pathways/way/", stages=nodes, roles=tuple(goals))
    return Graph(stacks=stacks, pathways={PATHWAY: way}, roles=goals, links=tuple(joined))


def road(
    stages: Iterable[Iterable[str]],
    links: Iterable[tuple[str, str, Relation]] = (),
    roles: int = 1,
    minimum: int = 1,
) -> Road:
    """The road of such a graph."""
    graph = graph_of(stages, links, roles, minimum)
    return road_of(graph, graph.pathways[PATHWAY])


def linked(random: Random, stages: list[list[str]], share: float) -> list[tuple[str, str, Relation]]:
    """Links from stage to stage, some over several stages and some inside one, never in a loop."""
    slugs = [slug for stage in stages for slug in stage]
    number = {slug: place for place, stage in enumerate(stages) for slug in stage}
    return [
        (before, after, random.choice((NEEDS, BETTER)))
        for place, before in enumerate(slugs)
        for after in slugs[place + 1 :]
        if random.random() < share / (1 + 2 * abs(number[after] - number[before] - 1))
    ]


def synthetic(seed: int = 20, sizes: Iterable[int] = (3, 5, 4, 5, 3), share: float = 0.2) -> Graph:
    """A pathway of 20 stacks in five stages, with links, three roles and what follows."""
    random = Random(seed)  # noqa: S311 - nothing here is secret
    stages = [[f"s{stage}-{place}" for place in range(size)] for stage, size in enumerate(sizes, start=1)]
    links = [*linked(random, stages, share), (stages[-1][0], "follower", NEEDS)]
    return graph_of(stages, links, roles=3, minimum=2)


facts = st.builds(
    lambda slug, low, more, usd, holds_for, published: Credential(
        slug,
        f"Micro {slug}",
        None if low is None else Span(Decimal(low), Decimal(low + more)),
        None if usd is None else Price(Decimal(usd), holds_for),
        published=published,
    ),
    st.sampled_from([f"mc{number}" for number in range(12)]),
    st.none() | st.integers(1, 40),
    st.integers(0, 9),
    st.none() | st.integers(0, 300),
    st.sampled_from(["", "", "members"]),
    st.sampled_from([True, True, True, False]),
)


@st.composite
def rules(draw: st.DrawFn, slug: str) -> Stack:
    """A stack's rule of up to two groups and some unnamed steps."""
    groups = []
    for _ in range(draw(st.integers(0, 2))):
        members = draw(st.lists(facts, min_size=1, max_size=4, unique_by=lambda one: one.slug))
        minimum = draw(st.none() | st.integers(1, len(members)))
        groups.append(Group(tuple(members), minimum))
    return Stack(slug, slug, tuple(groups), unnamed=draw(st.integers(0, 2)))


@st.composite
def random_graphs(draw: st.DrawFn, most: int = 5, with_facts: bool = True) -> Graph:
    """A pathway of any shape: links of any direction, stacks named twice or off the road, stages of none."""
    slugs = [f"k{number}" for number in range(draw(st.integers(1, 14)))]
    stage = st.lists(st.sampled_from(slugs), max_size=most, unique=True)
    stages = draw(st.lists(stage, max_size=8))
    pair = st.tuples(st.sampled_from(slugs), st.sampled_from(slugs), st.sampled_from([NEEDS, BETTER]))
    pairs = draw(st.lists(pair, max_size=12, unique_by=lambda link: link[:2]))
    links = [link for link in pairs if link[0] != link[1]]
    graph = graph_of([slugs, *stages], links, roles=draw(st.integers(0, 6)), minimum=draw(st.integers(1, 3)))
    way = graph.pathways[PATHWAY]
    way = replace(way, stages=tuple(replace(one, number=one.number - 1) for one in way.stages[1:]))
    if not with_facts:
        return graph.with_pathway(way)
    stacks = {slug: draw(told(node)) for slug, node in graph.stacks.items()}
    priorities = {"aim": PriorityNode(slug="aim", title="An aim", url="/priorities/aim/")}
    way = replace(way, priority=draw(st.sampled_from(["", "aim"])))
    return replace(graph, stacks=stacks, priorities=priorities).with_pathway(way)


@st.composite
def told(draw: st.DrawFn, node: StackNode) -> StackNode:
    """The same stack with facts drawn at random."""
    title = f"{draw(st.sampled_from(AWKWARD))} {node.slug}"
    name = draw(st.sampled_from(AWKWARD))
    chosen = draw(st.booleans())
    return replace(
        node, title=title, rule=draw(rules(node.slug)), issuer=Issuer("by", name), is_selection=chosen
    )
