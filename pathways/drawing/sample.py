"""A made-up road of 20 stacks in five stages that shows every way a map can look."""

from __future__ import annotations

from catalog.rules import Credential, Group, Stack
from pathways.drawing.road import Road
from pathways.drawing.survey import road_of
from pathways.graph import (
    Graph,
    Issuer,
    PathwayNode,
    Relation,
    RoleNode,
    StackLink,
    StackNode,
    StageNode,
)

STAGES = (
    ("A first stage", "novice", 1, ("a1", "a2", "a3")),
    ("Practice in your own room", "intermediate", 2, ("b1", "b2", "b3", "b4", "b5")),
    ("Reach every learner", "intermediate", 2, ("c1", "c2", "c3", "c4")),
    ("Work with colleagues", "advanced", 3, ("d1", "d2", "d3", "d4", "d5")),
    ("Lead a team, or go on to lead a school", "advanced", 3, ("e1", "e2", "e3")),
)
TITLES = (
    "Listening to readers",
    "Evaluación formativa en los grados de primaria",
    "Planning",
    "Project-based learning: design, practice and judgment of student work",
    "Vocabulary",
    "Data",
)
NEEDED = (
    *("a1 b1", "a2 b4", "a3 b5", "b1 c1", "b4 c3", "c1 d1", "c2 d4", "c3 c4", "c4 d5", "d1 e1", "d5 e3"),
    *("a1 c2", "b1 e2", "off c2", "e1 f1", "e3 f2"),
)
ADVISED = ("a1 b2", "b2 c1", "b3 b4", "d2 e1", "b5 d5", "d4 c4")
ROLES = {"Mentor teacher": "", "Leader of a team of teachers": "$10,000 a year"}


def sample_road() -> Road:
    """The road, with links over several columns, inside one, backward, from off the road and off its end."""
    links = [*linked(NEEDED, Relation.BUILDS_ON), *linked(ADVISED, Relation.RECOMMENDED_BEFORE)]
    slugs = [slug for *_, named in STAGES for slug in named]
    slugs += [end for link in links for end in (link.before, link.after)]
    stacks = {slug: sample_stack(slug, place) for place, slug in enumerate(dict.fromkeys(slugs))}
    roles = {title: RoleNode(slug=title, title=title, url="#maps", pay=pay) for title, pay in ROLES.items()}
    stages = tuple(
        StageNode(slug=f"sample/{n}", title=title, number=n, level=level, minimum=minimum, stacks=named)
        for n, (title, level, minimum, named) in enumerate(STAGES, start=1)
    )
    way = PathwayNode(slug="sample", title="Sample", url="#maps", stages=stages, roles=tuple(roles))
    return road_of(Graph(stacks=stacks, roles=roles, links=tuple(links)), way)


def linked(pairs: tuple[str, ...], relation: Relation) -> list[StackLink]:
    """Links of one kind, each from “before after”."""
    return [StackLink(before, after, relation) for before, after in (pair.split() for pair in pairs)]


def sample_stack(slug: str, place: int) -> StackNode:
    """A stack of some micro-credentials, every third with a choice, every fourth with a gap."""
    members = tuple(Credential(f"{slug}-{number}") for number in range(2 + place * 5 % 9))
    group = Group(members, len(members) - 1 if place % 3 == 0 else None)
    rule = Stack(slug, groups=(group,), unnamed=2 if place % 4 == 1 else 0)
    title = f"{TITLES[place % len(TITLES)]} {slug}"
    return StackNode(
        slug=slug, title=title, url="#maps", rule=rule, issuer=Issuer("sample", "A sample issuer")
    )
