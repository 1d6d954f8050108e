"""What is wrong or missing in the graph, in sentences an editor can act on: plain data in, plain data out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from catalog.rules import Group, Stack, can_finish, still_earnable
from catalog.wording import few, listing
from home.numbers import noun_for
from pathways.graph import Graph, Kind, Node, PathwayNode, Relation, StackLink, StackNode, StageNode
from pathways.walks import gathered, rings

NOVICE = "novice"


class ProblemKind(StrEnum):
    """What sort of problem it is, in words."""

    LOOP = "Stacks that wait for each other"
    STAGE = "Stages that nobody can finish"
    MEMBERS = "Stacks with fewer members than their rule asks for"
    BACKWARD = "Links that run backward"
    GOAL = "Goals that no pathway reaches"
    ENTRY = "Priorities with no way in for a novice"

    @property
    def is_wrong(self) -> bool:
        """Whether something is wrong; otherwise something is missing."""
        return self not in (ProblemKind.GOAL, ProblemKind.ENTRY)


@dataclass(frozen=True, slots=True)
class Problem:
    """One problem, told of these nodes; the first is where to mend it."""

    kind: ProblemKind
    nodes: tuple[Node, ...]
    text: str

    def concerns(self, node: str) -> bool:
        """Whether it is told of the node of this id."""
        return any(one.id == node for one in self.nodes)


def problems(graph: Graph) -> list[Problem]:
    """Every problem of the graph, what is wrong before what is missing."""
    checks: tuple[Callable[[Graph], Iterable[Problem]], ...] = (
        loops,
        stages_nobody_can_finish,
        too_few_members,
        backward_links,
        goals_out_of_reach,
        no_novice_entry,
    )
    return [problem for check in checks for problem in check(graph)]


def loops(graph: Graph) -> Iterator[Problem]:
    """Each ring of links once, from its first stack by slug."""
    onward = {slug: [link.after for link in links] for slug, links in graph.links_onward.items()}
    for ring in rings(onward):
        nodes = tuple(graph.stacks[slug] for slug in ring)
        way = " → ".join(f"“{node.title}”" for node in (*nodes, nodes[0]))
        yield Problem(ProblemKind.LOOP, nodes, f"These wait for each other: {way}. Take one link away.")


def stages_nobody_can_finish(graph: Graph) -> Iterator[Problem]:
    """Stages with fewer stacks that can be finished than they ask for."""
    found = blocked(graph)
    for pathway in graph.pathways.values():
        for stage in pathway.stages:
            reasons = [f"“{graph.stacks[slug].title}” {found[slug]}" for slug in stage.stacks if found[slug]]
            able = len(stage.stacks) - len(reasons)
            if not stage.stacks or able < stage.minimum:
                yield stage_problem(pathway, stage, able, reasons)


def stage_problem(pathway: PathwayNode, stage: StageNode, able: int, reasons: list[str]) -> Problem:
    """A stage that nobody can finish, and why."""
    here = f"Stage {stage.number}, “{stage.title}”, of “{pathway.title}”"
    if not stage.stacks:
        return Problem(ProblemKind.STAGE, (pathway, stage), f"{here} has no published stacks.")
    asked = f"{few(stage.minimum)} {noun_for(stage.minimum, 'stack')}"
    left = f"only {few(able)} can be finished" if able else "none can be finished"
    return Problem(
        ProblemKind.STAGE, (pathway, stage), f"{here} asks for {asked}, and {left}: {listing(reasons)}."
    )


def blocked(graph: Graph) -> dict[str, str]:
    """Why nobody who starts now can finish each stack, by its slug; empty where somebody can."""
    reasons = {slug: why_not_itself(stack) for slug, stack in graph.stacks.items()}
    needed = [link for link in graph.links if link.relation is Relation.BUILDS_ON]
    waiting = Counter(link.after for link in needed)
    onward = gathered((link.before, link.after) for link in needed)
    ready = [slug for slug in graph.stacks if not waiting[slug]]
    for slug in ready:
        for after in onward.get(slug, ()):
            if reasons[slug] and not reasons[after]:
                reasons[after] = f"builds on “{graph.stacks[slug].title}”, which {reasons[slug]}"
            waiting[after] -= 1
            if not waiting[after]:
                ready.append(after)
    waits = dict.fromkeys(graph.stacks.keys() - set(ready), "waits for itself")
    return reasons | waits


def why_not_itself(stack: StackNode) -> str:
    """Why a stack cannot be finished, whatever it builds on."""
    if stack.is_selection:
        return "is a list of interest, not a set to finish"
    if stack.rule.is_empty:
        return "names no members"
    if not can_finish(stack.rule) or not still_earnable(stack.rule):
        return "asks for more than can still be earned"
    return ""


def too_few_members(graph: Graph) -> Iterator[Problem]:
    """Groups that ask for more members than are published and can still be earned."""
    for stack in graph.stacks.values():
        for number, group in enumerate(stack.rule.groups, start=1):
            able = sum(map(can_be_earned, group.members))
            if not stack.is_selection and able < group.needed:
                yield Problem(ProblemKind.MEMBERS, (stack,), group_text(stack, group, number, able))


def can_be_earned(member: object) -> bool:
    """Whether a member is published and can be finished by somebody who starts now."""
    if isinstance(member, Stack):
        return can_finish(member) and still_earnable(member)
    return bool(getattr(member, "published", False) and getattr(member, "offered", False))


def group_text(stack: StackNode, group: Group, number: int, able: int) -> str:
    """A group that asks for too many, in words."""
    where = f"“{stack.title}”" if len(stack.rule.groups) == 1 else f"Group {number} of “{stack.title}”"
    return (
        f"{where} asks for {few(group.needed)}, and {few(able) if able else 'none'} of its "
        f"{few(len(group.members))} {noun_for(len(group.members), 'member')} can be earned."
    )


def backward_links(graph: Graph) -> Iterator[Problem]:
    """Links from a later stage of a pathway to an earlier one."""
    for pathway in graph.pathways.values():
        places = {slug: stage for stage in reversed(pathway.stages) for slug in stage.stacks}
        last = {slug: stage for stage in pathway.stages for slug in stage.stacks}
        for link in graph.links:
            if link.before in places and link.after in last:
                before, after = places[link.before], last[link.after]
                if before.number > after.number:
                    yield backward(graph, pathway, link, (before.number, after.number))


def backward(graph: Graph, pathway: PathwayNode, link: StackLink, places: tuple[int, int]) -> Problem:
    """A link that runs backward, in words."""
    before, after = graph.stacks[link.before], graph.stacks[link.after]
    how = "builds on" if link.relation is Relation.BUILDS_ON else "is better after"
    return Problem(
        ProblemKind.BACKWARD,
        (pathway, after, before),
        f"In “{pathway.title}”, “{after.title}” (stage {places[1]}) {how} “{before.title}”, "
        f"which comes later (stage {places[0]}).",
    )


def goals_out_of_reach(graph: Graph) -> Iterator[Problem]:
    """Roles that a person can aim at, and priorities, that no pathway leads to."""
    for role in graph.roles.values():
        if role.is_goal and not graph.pathways_to(Kind.ROLE, role.slug):
            yield Problem(ProblemKind.GOAL, (role,), f"No pathway prepares for “{role.title}”.")
    for priority in graph.priorities.values():
        if not graph.pathways_to(Kind.PRIORITY, priority.slug):
            yield Problem(ProblemKind.GOAL, (priority,), f"No pathway leads to “{priority.title}”.")


def no_novice_entry(graph: Graph) -> Iterator[Problem]:
    """Priorities whose pathways all ask for more than a novice brings."""
    for priority in graph.priorities.values():
        leading = graph.pathways_to(Kind.PRIORITY, priority.slug)
        if leading and not any(stage.level == NOVICE for one in leading for stage in one.stages):
            text = f"No pathway to “{priority.title}” has a stage for novices."
            yield Problem(ProblemKind.ENTRY, (priority, *leading), text)
