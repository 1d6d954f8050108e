"""What is wrong or missing in the graph, told so that an editor can mend it."""

from dataclasses import replace

from catalog.rules import Credential, Group, Stack
from pathways.graph import (
    Graph,
    PathwayNode,
    PriorityNode,
    Relation,
    RoleNode,
    StackLink,
    StackNode,
    StageNode,
)
from pathways.problems import ProblemKind, blocked, problems

ONE, TWO = Credential("one", "One"), Credential("two", "Two")
RETIRED = Credential("old", "Old", offered=False)
HIDDEN = Credential("unpublished:1", published=False)


def stack(slug: str, *groups: Group, selection: bool = False) -> StackNode:
    title = slug.title()
    return StackNode(slug=slug, title=title, rule=Stack(slug, title, groups), is_selection=selection)


def whole(slug: str) -> StackNode:
    return stack(slug, Group((ONE,)))


def way(*stages: tuple[int, tuple[str, ...]], level: str = "novice") -> PathwayNode:
    made = tuple(
        StageNode(
            slug=f"way/{number}", title="Go", number=number, minimum=minimum, stacks=stacks, level=level
        )
        for number, (minimum, stacks) in enumerate(stages, start=1)
    )
    return PathwayNode(slug="way", title="Way", stages=made)


def graph(*stacks: StackNode, links: tuple[StackLink, ...] = (), way: PathwayNode | None = None) -> Graph:
    return Graph(stacks={one.slug: one for one in stacks}, links=links, pathways={"way": way} if way else {})


def builds_on(before: str, after: str) -> StackLink:
    return StackLink(before, after, Relation.BUILDS_ON)


def texts(found: Graph, kind: ProblemKind) -> list[str]:
    return [problem.text for problem in problems(found) if problem.kind is kind]


def test_a_loop_is_told_once_with_its_whole_way() -> None:
    links = (builds_on("a", "b"), builds_on("b", "c"), builds_on("c", "a"))
    found = graph(whole("a"), whole("b"), whole("c"), links=links)
    assert texts(found, ProblemKind.LOOP) == [
        "These wait for each other: “A” → “B” → “C” → “A”. Take one link away."
    ]


def test_a_loop_of_advice_is_a_loop_too() -> None:
    links = (StackLink("a", "b", Relation.RECOMMENDED_BEFORE), builds_on("b", "a"))
    assert len(texts(graph(whole("a"), whole("b"), links=links), ProblemKind.LOOP)) == 1


def test_a_stage_nobody_can_finish_says_why() -> None:
    found = graph(
        whole("good"),
        stack("empty"),
        stack("list", Group((ONE,)), selection=True),
        way=way((2, ("good", "empty", "list"))),
    )
    assert texts(found, ProblemKind.STAGE) == [
        (
            "Stage 1, “Go”, of “Way” asks for two stacks, and only one can be finished: "
            "“Empty” names no members and “List” is a list of interest, not a set to finish."
        )
    ]
    enough = way((1, ("good", "empty")))
    assert texts(graph(whole("good"), stack("empty"), way=enough), ProblemKind.STAGE) == []


def test_a_stage_without_stacks_is_told() -> None:
    assert texts(graph(way=way((1, ()))), ProblemKind.STAGE) == [
        "Stage 1, “Go”, of “Way” has no published stacks."
    ]


def test_a_stack_that_builds_on_one_nobody_can_finish_is_blocked() -> None:
    links = (builds_on("empty", "next"), builds_on("next", "last"))
    found = blocked(graph(stack("empty"), whole("next"), whole("last"), whole("free"), links=links))
    assert found["next"] == "builds on “Empty”, which names no members"
    assert found["last"].startswith("builds on “Next”, which builds on")
    assert found["free"] == ""


def test_stacks_in_a_loop_wait_for_themselves() -> None:
    links = (builds_on("a", "b"), builds_on("b", "a"), builds_on("b", "behind"))
    found = blocked(graph(whole("a"), whole("b"), whole("behind"), links=links))
    assert set(found.values()) == {"waits for itself"}


def test_a_group_that_asks_for_more_than_can_be_earned_is_told() -> None:
    short = stack("short", Group((ONE,)), Group((TWO, RETIRED, HIDDEN), 2))
    assert texts(graph(short), ProblemKind.MEMBERS) == [
        "Group 2 of “Short” asks for two, and one of its three members can be earned."
    ]
    assert texts(graph(stack("fine", Group((ONE, RETIRED), 1))), ProblemKind.MEMBERS) == []


def test_a_link_to_an_earlier_stage_runs_backward() -> None:
    stages = way((1, ("late",)), (1, ("early",)))
    found = graph(whole("late"), whole("early"), links=(builds_on("early", "late"),), way=stages)
    assert texts(found, ProblemKind.BACKWARD) == [
        "In “Way”, “Late” (stage 1) builds on “Early”, which comes later (stage 2)."
    ]
    same = way((1, ("late", "early")))
    forward = graph(whole("late"), whole("early"), links=(builds_on("early", "late"),), way=same)
    assert texts(forward, ProblemKind.BACKWARD) == []


def test_goals_that_no_pathway_reaches_and_priorities_without_a_start_are_told() -> None:
    advanced = replace(way((1, ("one",)), level="advanced"), priority="child", roles=("led",))
    found = Graph(
        stacks={"one": whole("one")},
        pathways={"way": advanced},
        priorities={
            "top": PriorityNode(slug="top", title="Top"),
            "child": PriorityNode(slug="child", title="Child", parent="top"),
            "alone": PriorityNode(slug="alone", title="Alone"),
        },
        roles={
            "led": RoleNode(slug="led", title="Led"),
            "aim": RoleNode(slug="aim", title="Aim"),
            "happens": RoleNode(slug="happens", title="Happens", is_goal=False),
        },
    )
    assert texts(found, ProblemKind.GOAL) == [
        "No pathway prepares for “Aim”.",
        "No pathway leads to “Alone”.",
    ]
    assert texts(found, ProblemKind.ENTRY) == [
        "No pathway to “Top” has a stage for novices.",
        "No pathway to “Child” has a stage for novices.",
    ]
    assert not any(problem.kind.is_wrong for problem in problems(found))
