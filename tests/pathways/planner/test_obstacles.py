"""Why a goal cannot be reached, in a teacher's words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from catalog.rules import Stack
from pathways.graph import Graph, PathwayNode, StageNode
from pathways.planner import Goal, PlanStatus, Question, make_plan
from tests.pathways.planned import (
    COACH,
    READING,
    builds_on,
    earn,
    graph_of,
    hidden,
    pathway,
    stack,
    stage,
    to_pathway,
    to_stack,
)

A, B, C = earn("a"), earn("b"), earn("c")
OLD = earn("old", offered=False)
EMPTY = stack("empty")
GONE = "is no longer offered when this plan begins, and you do not hold it"
NO_HOURS = {"a": "Its hours are not stated."}


def reason(graph: Graph, question: Question) -> str:
    plan = make_plan(graph, question)
    assert plan.status is PlanStatus.IMPOSSIBLE
    assert (plan.objective, plan.steps) == (None, ())
    return plan.reason


def on_way(*stages: StageNode, stacks: tuple[Stack, ...] = ()) -> str:
    """The reason why the pathway “Way” through these stages cannot be gone."""
    graph = graph_of(*stacks, pathways=[pathway("way", *stages)])
    return reason(graph, Question(goal=to_pathway("way")))


def test_role_without_a_pathway() -> None:
    assert reason(graph_of(), Question(goal=COACH)) == "No pathway on record prepares for this role yet."


def test_priority_that_nothing_leads_to() -> None:
    expected = "No pathway and no stack on record leads to this priority yet."
    assert reason(graph_of(stack("x", A)), Question(goal=READING)) == expected


def test_stage_that_asks_for_more_than_can_be_finished() -> None:
    found = on_way(
        stage("way", 1, "x"), stage("way", 2, "x", "empty", minimum=2), stacks=(stack("x", A), EMPTY)
    )
    assert found == (
        "Stage 2, Go on, asks for 2 stacks, and only 1 can be finished: “Empty” names no members on record."
    )


def test_stage_of_which_nothing_can_be_finished() -> None:
    found = on_way(stage("way", 1, "empty"), stacks=(EMPTY,))
    assert found == (
        "Stage 1, Begin, asks for 1 stack, and none can be finished: “Empty” names no members on record."
    )


def test_stage_that_names_too_few() -> None:
    found = on_way(stage("way", 1, "x", minimum=3), stacks=(stack("x", A),))
    assert found == "Stage 1, Begin, asks for 3 stacks and names only 1."


def test_stage_that_names_nothing() -> None:
    assert on_way(stage("way", 1)) == "Stage 1, Begin, asks for 1 stack and names none."


def test_pathway_without_stages() -> None:
    assert on_way() == "“Way” names no stages yet."


def test_selection() -> None:
    graph = graph_of(stack("x", A), selections=["x"])
    expected = "“X” is a list of interest, not a stack to finish."
    assert reason(graph, Question(goal=to_stack("x"))) == expected


def test_micro_credential_that_is_left_out() -> None:
    found = reason(graph_of(stack("x", A, B)), Question(goal=to_stack("x"), left_out=NO_HOURS))
    assert found == "“A” is left out because its hours are not stated."


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (
            "Its cost is not stated. Its hours are not stated.",
            " because its cost is not stated and its hours are not stated.",
        ),
        ("Not approved by the Board on May 1, 2025.", ": not approved by the Board on May 1, 2025."),
        (
            "It asks for 60 hours. From an issuer you left out: Univ. of It.",
            ": it asks for 60 hours; from an issuer you left out: Univ. of It.",
        ),
    ],
)
def test_reasons_of_limits_become_one_sentence(told: str, expected: str) -> None:
    found = reason(graph_of(stack("x", A)), Question(goal=to_stack("x"), left_out={"a": told}))
    assert found == f"“A” is left out{expected}"


def test_micro_credential_that_is_no_longer_offered() -> None:
    found = reason(graph_of(stack("x", OLD)), Question(goal=to_stack("x")))
    assert found == f"“Old” {GONE}."


def test_micro_credential_that_is_no_longer_offered_names_the_day() -> None:
    asked = Question(goal=to_stack("x"), over={"old": "last day to start: May 1, 2025"})
    assert reason(graph_of(stack("x", OLD)), asked) == (
        "“Old” is no longer offered when this plan begins (last day to start: May 1, 2025), and you do not "
        "hold it."
    )


def test_of_what_is_in_the_way_pathways_for_other_grades_come_last() -> None:
    ways = [pathway("older", stage("older", 1, "x")), pathway("younger", stage("younger", 1, "y"))]
    graph = graph_of(
        stack("x", OLD), stack("y", OLD, replace(OLD, slug="older", title="Older")), pathways=ways
    )
    asked = Question(goal=COACH)
    assert "“Older” comes nearest" in reason(graph, asked)
    assert "“Younger” comes nearest" in reason(graph, replace(asked, for_others=frozenset({"older"})))


def test_group_of_which_too_few_are_left() -> None:
    asked = Question(goal=to_stack("x"), left_out=NO_HOURS)
    assert reason(graph_of(stack("x", OLD, A, B, any_of=2)), asked) == (
        "“X” asks for any 2 of 3, and only 1 can be finished: “A” is left out because its "
        "hours are not stated."
    )


def test_steps_that_are_not_on_record() -> None:
    asked = Question(goal=to_stack("x"), unnamed_left_out="It is not on record.")
    assert reason(graph_of(stack("x", A, unnamed=2)), asked) == (
        "“X” asks for steps that are not on record, and your limits leave those out."
    )
    assert reason(graph_of(stack("x", hidden(3))), asked) == (
        "A member of “X” is not on record, and your limits leave it out."
    )


def test_price_of_a_stack() -> None:
    asked = Question(goal=to_stack("x"), stacks_left_out={"x": "It is not free: $90."})
    assert reason(graph_of(stack("x", A, usd=90)), asked) == ("“X” is left out because it is not free: $90.")


def test_what_a_stack_builds_on() -> None:
    graph = graph_of(stack("x", A), EMPTY, links=[builds_on("x", "empty")])
    expected = "“X” builds on “Empty”, and “Empty” names no members on record."
    assert reason(graph, Question(goal=to_stack("x"))) == expected


def test_stack_inside() -> None:
    graph = graph_of(stack("x", stack("inner", OLD)))
    expected = f"“Old” {GONE}."
    assert reason(graph, Question(goal=to_stack("x"))) == expected


def test_loop() -> None:
    graph = graph_of(stack("x", A), stack("y", B), links=[builds_on("x", "y"), builds_on("y", "x")])
    assert reason(graph, Question(goal=to_stack("x"))) == (
        "“X” builds on “Y”, and “Y” builds on “X”, and “X” → “Y” → “X” is a loop, which nobody can finish."
    )


def test_fewest_blockers_win_then_slug_order() -> None:
    graph = graph_of(
        stack("first", OLD, earn("older", offered=False)),
        stack("second", A, OLD),
        pathways=[
            pathway("one", stage("one", 1, "first")),
            pathway("two", stage("two", 1, "second")),
            pathway("zwei", stage("zwei", 1, "second")),
        ],
    )
    assert reason(graph, Question(goal=COACH)) == (
        "Of 3 pathways that lead there, “Two” comes nearest: stage 1, Begin, asks for 1 stack, and none "
        f"can be finished: “Old” {GONE}."
    )


def test_only_pathway_is_named() -> None:
    graph = graph_of(EMPTY, pathways=[pathway("way", stage("way", 1, "empty"))])
    assert reason(graph, Question(goal=COACH)).startswith(
        "Only the pathway “Way” leads there: stage 1, Begin"
    )


UNWANTED = frozenset(["stack:x", "micro-credential:b", "pathway:way"])


@pytest.mark.parametrize(
    ("goal", "title"),
    [(to_stack("x"), "X"), (to_stack("y"), "B"), (to_pathway("way"), "Way")],
)
def test_what_you_asked_to_do_without(goal: Goal, title: str) -> None:
    graph = graph_of(stack("x", A), stack("y", B), pathways=[pathway("way", stage("way", 1, "x"))])
    expected = f"You asked to do without “{title}”."
    assert reason(graph, Question(goal=goal, unwanted=UNWANTED)) == expected


WAYS: tuple[PathwayNode, ...] = (
    pathway("one", stage("one", 1, "x", "empty")),
    pathway("two", stage("two", 1, "y")),
)
WANTING = graph_of(stack("x", A, OLD, any_of=1), stack("y", B), stack("apart", C), EMPTY, pathways=WAYS)


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (["stack:empty"], "“Empty” names no members on record."),
        (["stack:apart"], "“Apart” is part of no way to this goal that can be finished."),
        (["micro-credential:old"], f"“Old” {GONE}."),
        (["micro-credential:c"], "“C” is part of no way to this goal that can be finished."),
        (["stack:x", "stack:y"], "No one way to this goal has all of these: “X” and “Y”."),
    ],
)
def test_what_is_wanted_and_cannot_be(wanted: list[str], expected: str) -> None:
    assert reason(WANTING, Question(goal=COACH, wanted=frozenset(wanted))) == expected


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ("stack:y", "“Y” leads there only by “Two”, and "),
        ("pathway:two", "“Two” cannot be finished: "),
    ],
)
def test_what_is_wanted_stands_on_a_way_that_cannot_be_finished(wanted: str, expected: str) -> None:
    ways = [WAYS[0], pathway("two", stage("two", 1, "y"), stage("two", 2, "empty"))]
    graph = graph_of(stack("x", A), stack("y", B), EMPTY, pathways=ways)
    rest = "stage 2, Go on, asks for 1 stack, and none can be finished: “Empty” names no members on record."
    assert reason(graph, Question(goal=COACH, wanted=frozenset([wanted]))) == expected + rest


def test_held_micro_credential_is_no_obstacle() -> None:
    asked = Question(goal=to_stack("x"), held=frozenset(["old"]))
    graph = graph_of(stack("x", OLD, A))
    assert make_plan(graph, asked).status is PlanStatus.OPTIMAL
    assert reason(graph, replace(asked, held=frozenset())).startswith("“Old”")
