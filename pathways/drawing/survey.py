"""From the graph to a road.

Links onward are told where they stay on the road or lead right off its end; a stack's page tells the others.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from pathways.drawing.road import AFTER, Road, RoadGoal, RoadLink, RoadStack, RoadStage
from pathways.graph import Graph, Node, PathwayNode, Relation, StackLink, StageNode


def road_of(graph: Graph, pathway: PathwayNode) -> Road:
    """The road of a pathway; surveyed once for each graph."""
    roads = roads_of(graph)
    if pathway not in roads:
        roads[pathway] = surveyed(graph, pathway)
    return roads[pathway]


@lru_cache(maxsize=4)
def roads_of(graph: Graph) -> dict[PathwayNode, Road]:
    """The roads of a graph that somebody asked for already; a few graphs, as drafts have their own."""
    return {}


def surveyed(graph: Graph, pathway: PathwayNode) -> Road:
    """The road of a pathway, its priority before its roles."""
    places = stages_by_stack(graph, pathway)
    after = following(graph, pathway, places)
    survey = Survey(graph, {**places, **dict.fromkeys(after, (AFTER,))})
    return Road(
        pathway.slug,
        pathway.title,
        tuple(survey.stage(stage) for stage in pathway.stages),
        goals(graph, pathway),
        tuple(survey.stack(slug, AFTER) for slug in after),
        pathway.url,
        pathway.audience,
        pathway.summary,
    )


def stages_by_stack(graph: Graph, pathway: PathwayNode) -> dict[str, tuple[int, ...]]:
    """The numbers of the stages that name each stack on record, by its slug."""
    found: dict[str, tuple[int, ...]] = {}
    for stage in pathway.stages:
        for slug in dict.fromkeys(stage.stacks):
            if slug in graph.stacks:
                found[slug] = (*found.get(slug, ()), stage.number)
    return found


def following(graph: Graph, pathway: PathwayNode, places: dict[str, tuple[int, ...]]) -> list[str]:
    """The slugs of the stacks off the road that need one of the last stage, each once."""
    last = pathway.stages[-1].stacks if pathway.stages else ()
    onward = [link for slug in last for link in graph.links_onward.get(slug, ())]
    needing = [link.after for link in onward if link.relation is Relation.BUILDS_ON]
    return [slug for slug in dict.fromkeys(needing) if slug in graph.stacks and slug not in places]


def goals(graph: Graph, pathway: PathwayNode) -> tuple[RoadGoal, ...]:
    """The priority and the roles a pathway leads to."""
    priority = graph.priorities.get(pathway.priority)
    roles = [graph.roles[slug] for slug in pathway.roles if slug in graph.roles]
    first = [goal(priority)] if priority else []
    return (*first, *(goal(role, role.pay) for role in roles))


def goal(node: Node, pay: str = "") -> RoadGoal:
    """One end of a road."""
    return RoadGoal(node.kind, node.slug, node.title, node.url, pay)


@dataclass(frozen=True)
class Survey:
    """Where every stack of a road stands, by its slug; what follows the last stage stands in `AFTER`."""

    graph: Graph
    places: dict[str, tuple[int, ...]]

    def stage(self, stage: StageNode) -> RoadStage:
        """One stage with those of its stacks that are on record, each once."""
        named = [slug for slug in dict.fromkeys(stage.stacks) if slug in self.graph.stacks]
        stacks = tuple(self.stack(slug, stage.number) for slug in named)
        return RoadStage(stage.number, stage.title, stage.level, stage.minimum, stacks)

    def stack(self, slug: str, stage: int) -> RoadStack:
        """One stack at its place."""
        into = self.graph.links_into.get(slug, ())
        onward = [link for link in self.graph.links_onward.get(slug, ()) if self.stays(link, stage)]
        return RoadStack(
            self.graph.stacks[slug],
            stage,
            tuple(self.link(link, stage, onward=False) for link in into if link.before in self.graph.stacks),
            tuple(self.link(link, stage, onward=True) for link in onward),
            tuple(other for other in self.places.get(slug, ()) if other != stage),
            self.graph.finishing[slug],
        )

    def stays(self, link: StackLink, stage: int) -> bool:
        """Whether a link onward is told here: the other end is on the road, or follows and needs this one."""
        places = self.places.get(link.after, ())
        return any(place != AFTER for place in places) or (
            places == (AFTER,) and (stage == AFTER or link.relation is Relation.BUILDS_ON)
        )

    def link(self, link: StackLink, stage: int, *, onward: bool) -> RoadLink:
        """One link, seen from the stack that stands in this stage."""
        other = self.graph.stacks[link.after if onward else link.before]
        place = nearest(self.places.get(other.slug, ()), stage, onward=onward)
        where = said(place, stage, onward=onward)
        return RoadLink(link.relation, onward, other.slug, other.title, other.url, link.reason, place, where)


def order(stage: int) -> float:
    """How far along the road it is: what follows comes after every stage."""
    return float("inf") if stage == AFTER else stage


def nearest(places: tuple[int, ...], stage: int, *, onward: bool) -> int | None:
    """Where to look for the other end: the nearest place in the link's own direction, then any."""
    here = order(stage)
    ahead = [one for one in places if (order(one) >= here if onward else order(one) <= here)]
    found = ahead or list(places)
    return (min if onward == bool(ahead) else max)(found, key=order) if found else None


def said(place: int | None, stage: int, *, onward: bool) -> str:
    """Where the other end stands, in words; a link that runs backward says so."""
    if place is None:
        return "not on this pathway"
    if place == stage:
        return "in this stage" if stage != AFTER else "beside it"
    text = "after the last stage" if place == AFTER else f"stage {place}"
    backward = order(place) < order(stage) if onward else order(place) > order(stage)
    return f"{text}, {'earlier' if onward else 'later'} on the road" if backward else text
