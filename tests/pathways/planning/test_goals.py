"""Goals are found by their words; what no plan leads to is found, too, and says why."""

from __future__ import annotations

from dataclasses import replace

import pytest

from catalog.rules import Credential
from pathways.graph import CompetencyNode, Graph, RoleNode
from pathways.planning.goals import MOST_GOALS, NO_AIM, GoalSearch
from tests.pathways.planned import earn, graph_of, pathway, stack, stage
from tests.pathways.planning.plans import page_of

GRAPH = graph_of(
    stack("maps", earn("reading-maps"), earn("drawing-maps")),
    stack("empty"),
    stack("wanted", earn("one")),
    pathways=[pathway("way", stage("way", 1, "maps"))],
    selections=["wanted"],
)
ROLES = {
    "coach": RoleNode(slug="coach", title="Coach"),
    "aide": RoleNode(slug="aide", title="Aide for coaches"),
    "retiree": RoleNode(slug="retiree", title="Retired coach", is_goal=False),
}


def with_roles() -> Graph:
    return replace(GRAPH, roles=ROLES)


def search(query: str, graph: Graph = GRAPH) -> GoalSearch:
    return page_of(graph, query).form.aims


def found(query: str, graph: Graph = GRAPH) -> dict[str, list[str]]:
    """The slugs that words find, by the label of their kind."""
    return {group.label: [node.slug for node in group.nodes] for group in search(query, graph).groups}


def test_words_find_goals_kind_by_kind() -> None:
    assert found("find_goal=maps") == {"Stacks": ["maps"]}
    assert found("find_goal=c", with_roles())["Roles"] == ["coach"]
    assert found("find_goal=priority") == {"State priorities": ["literacy", "reading"]}
    assert found("find_goal=zebra") == found("") == {}


def test_code_of_a_competency_finds_the_stacks_that_prove_it_first() -> None:
    graph = graph_of(stack("plan", earn("prove")), stack("other", earn("else")), stack("a24", earn("more")))
    graph = replace(
        graph,
        competencies={
            "s24": CompetencyNode(slug="s24", title="2.4 Read", key=7, code="2.4", framework="Some")
        },
        aligned={"prove": ("s24",)},
        stacks={**graph.stacks, "a24": replace(graph.stacks["a24"], title="A part of 2.4")},
    )
    assert found("find_goal=2.4", graph) == {"Stacks": ["plan", "a24"]}
    assert found("find_goal=3.4", graph) == {}


def test_title_that_begins_with_what_was_typed_comes_first() -> None:
    titles = {"a": "Adult lead teacher", "z": "Teacher leader"}
    roles = {slug: RoleNode(slug=slug, title=title) for slug, title in titles.items()}
    ways = {"way": pathway("way", stage("way", 1, "maps"), roles=titles)}
    graph = replace(GRAPH, roles=roles, pathways=ways)
    assert found("find_goal=teacher+lead", graph)["Roles"] == ["z", "a"]
    assert found("find_goal=lead", graph)["Roles"] == ["a", "z"]


@pytest.mark.parametrize("typed", ["MAPS", "m%C3%A1ps", "ma%CC%81ps", "ma%C2%ADps", "ma%E2%80%8Bps"])
def test_accents_case_and_signs_without_width_do_not_matter(typed: str) -> None:
    assert found(f"find_goal={typed}") == {"Stacks": ["maps"]}


def test_what_no_plan_leads_to_is_no_choice_and_says_why() -> None:
    reasons = {one.node.slug: one.reason for one in search("find_goal=coach", with_roles()).no_ways}
    assert reasons == {"aide": "No pathway on record prepares for this role yet.", "retiree": NO_AIM}
    stacks = {one.node.slug: one.reason for one in search("find_goal=stack").no_ways}
    assert "names no members on record" in stacks["empty"]
    assert "is a list of interest" in stacks["wanted"]


def test_without_words_only_what_a_plan_leads_to_is_offered() -> None:
    offered = search("", with_roles()).offered
    assert {group.label: [node.slug for node in group.nodes] for group in offered} == {
        "Roles": ["coach"],
        "State priorities": ["literacy", "reading"],
    }


def test_nothing_on_record_offers_nothing() -> None:
    empty = search("find_goal=x", Graph())
    assert (empty.groups, empty.offered, empty.no_ways) == ([], [], [])
    assert empty.found.startswith("Nothing found for “")


def test_what_is_held_opens_a_goal() -> None:
    gone = Credential("gone", "Gone", offered=False)
    graph = graph_of(stack("last", gone))
    assert found("find_goal=last", graph) == {}
    assert found("find_goal=last&held=gone", graph) == {"Stacks": ["last"]}
    assert found("find_goal=last&held=stack:last", graph) == {"Stacks": ["last"]}


def test_one_that_is_found_alone_is_marked() -> None:
    alone = search("find_goal=maps")
    assert alone.only == "stack:maps"
    assert alone.found == "1 found, and marked. Press “Make the plan”."
    assert search("find_goal=maps&goal=pathway:way").only == ""
    assert search("find_goal=priority").only == ""


def test_goal_of_the_address_stands_apart_from_what_is_found() -> None:
    chosen = search("goal=stack:maps&find_goal=maps")
    assert (chosen.chosen_kind, chosen.groups) == ("Stack", [])
    assert chosen.found == "It is your goal already."


def test_long_lists_are_cut_and_counted() -> None:
    many = graph_of(*(stack(f"art-{number:03}", earn(f"one-{number}")) for number in range(500)))
    (group,) = search("find_goal=art", many).groups
    assert (len(group.nodes), group.hidden) == (MOST_GOALS, 500 - MOST_GOALS)
