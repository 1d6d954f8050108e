"""From the graph to a road: goals, what follows, and links in words."""

from dataclasses import replace

import pytest

from pathways.drawing.road import AFTER, Road
from pathways.drawing.survey import road_of
from pathways.graph import PriorityNode, Relation, RoleNode
from tests.pathways.drawing.graphs import BETTER, NEEDS, PATHWAY, graph_of, road


def sentences(way: Road, slug: str, stage: int) -> list[str]:
    """What the road says of the links of a stack at one place."""
    (stack,) = [one for one in way.stacks if (one.slug, one.stage) == (slug, stage)]
    return [sentence.text for sentence in stack.sentences]


@pytest.mark.parametrize(
    ("stages", "link", "slug", "said"),
    [
        ([["a"], ["b"]], ("a", "b", NEEDS), "b", "Needs A first (stage 1). a before b."),
        ([["a"], ["b"]], ("a", "b", BETTER), "b", "Better after A (stage 1). a before b."),
        ([["x"], ["b"]], ("a", "b", NEEDS), "b", "Needs A first (not on this pathway). a before b."),
        ([["x"], ["b", "a"]], ("a", "b", NEEDS), "b", "Needs A first (in this stage). a before b."),
        (
            [["x"], ["b"], ["a"]],
            ("a", "b", NEEDS),
            "b",
            "Needs A first (stage 3, later on the road). a before b.",
        ),
        ([["x"], ["a"], ["b"]], ("a", "b", NEEDS), "a", "Opens up B (stage 3). a before b."),
        ([["x"], ["a"], ["b"]], ("a", "b", BETTER), "a", "Good before B (stage 3). a before b."),
        ([["b"], ["a"]], ("a", "b", NEEDS), "a", "Opens up B (stage 1, earlier on the road). a before b."),
        ([["x"], ["a"]], ("a", "b", NEEDS), "a", "Opens up B (after the last stage). a before b."),
    ],
)
def test_link_says_where_its_other_end_stands(
    stages: list[list[str]], link: tuple[str, str, Relation], slug: str, said: str
) -> None:
    way = road(stages, [link])
    (stage,) = [stack.stage for stack in way.stacks if stack.slug == slug]
    assert sentences(way, slug, stage) == [said]


def test_links_onward_for_one_reason_share_a_sentence() -> None:
    graph = graph_of([["a"], ["b", "c"], ["d", "e"]], [("a", other, NEEDS) for other in "bcd"])
    links = [replace(link, reason="It comes first") for link in graph.links]
    links.append(replace(links[0], after="e", reason="Another reason"))
    way = road_of(replace(graph, links=tuple(links)), graph.pathways[PATHWAY])
    assert sentences(way, "a", 1) == [
        "Opens up B (stage 2), C (stage 2) and D (stage 3). It comes first.",
        "Opens up E (stage 3). Another reason.",
    ]


def test_every_link_into_a_stack_has_its_own_sentence() -> None:
    graph = graph_of([["a", "b"], ["c"]], [("a", "c", NEEDS), ("b", "c", NEEDS)])
    links = [replace(link, reason="") for link in graph.links]
    way = road_of(replace(graph, links=tuple(links)), graph.pathways[PATHWAY])
    assert sentences(way, "c", 2) == ["Needs A first (stage 1).", "Needs B first (stage 1)."]


def test_what_leaves_the_road_before_its_end_is_for_the_page_of_the_stack() -> None:
    way = road([["a"], ["b"]], [("a", "z", NEEDS), ("b", "y", BETTER)])
    assert way.followers == ()
    assert sentences(way, "a", 1) == sentences(way, "b", 2) == []


def test_followers_need_one_of_the_last_stage_and_stand_once() -> None:
    way = road([["a", "b"]], [("a", "z", NEEDS), ("b", "z", NEEDS), ("a", "y", BETTER)])
    assert [(one.slug, one.stage) for one in way.followers] == [("z", AFTER)]
    assert len(way.followers[0].before) == 2


def test_stack_of_two_stages_says_so_and_its_links_name_the_nearest() -> None:
    way = road([["a"], ["b"], ["a"], ["c"]], [("a", "c", NEEDS)])
    first, _, third, last = way.stacks
    assert (first.twice, third.twice) == ("Also in stage 3.", "Also in stage 1.")
    assert (first.anchor, third.anchor) == ("stack-a", "stack-a-in-3")
    assert last.before[0].where == "stage 3"
    assert way.stack_count == 3


def test_priority_comes_before_roles_and_only_roles_have_pay() -> None:
    graph = graph_of([["a"]], roles=0)
    graph = replace(
        graph,
        priorities={"p": PriorityNode(slug="p", title="Reading", url="/p/")},
        roles={"r": RoleNode(slug="r", title="Coach", url="/r/", pay="$1")},
    )
    way = road_of(graph, replace(graph.pathways[PATHWAY], priority="p", roles=("r", "gone")))
    assert [(goal.title, goal.pay, goal.is_role) for goal in way.goals] == [
        ("Reading", "", False),
        ("Coach", "$1", True),
    ]


def test_what_is_not_on_record_is_left_out() -> None:
    graph = graph_of([["a", "b"]])
    graph = replace(graph, stacks={"a": graph.stacks["a"]})
    way = road_of(graph, graph.pathways[PATHWAY])
    assert [stack.slug for stack in way.stacks] == ["a"]


@pytest.mark.parametrize(
    ("stacks", "minimum", "pick", "gate"),
    [
        ("abc", 2, "Any 2 of these 3", "2 of 3"),
        ("ab", 2, "Both of these", "2 of 2"),
        ("a", 1, "This one", "1 of 1"),
        ("a", 3, "Asks for 3; 1 on record", "3 of 3"),
        ("", 1, "Its stacks are not stated", "1 of 1"),
    ],
)
def test_stage_says_its_rule(stacks: str, minimum: int, pick: str, gate: str) -> None:
    stage = road([stacks], minimum=minimum).stages[0]
    assert (stage.pick, stage.gate) == (pick, gate)


def test_road_says_what_finishing_it_takes() -> None:
    assert road([["a", "b"], ["c"]]).sentence == "Finish 2 of its 3 stacks, at the least 4 micro-credentials."
    assert road([]).sentence == "Its stages are not stated yet."
    assert road([["a", "b"], ["c"]]).size == "2 stages, 3 stacks"
