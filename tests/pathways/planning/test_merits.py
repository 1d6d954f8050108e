"""What speaks for a chosen stack: only what is sure."""

from __future__ import annotations

import pytest

from pathways.graph import Graph
from pathways.planner import Minimize, Question, make_plan
from pathways.planning.merits import merit
from tests.pathways.planned import COACH, builds_on, earn, graph_of, pathway, stack, stage

CHOICE = pathway("way", stage("way", 1, "x", "y"), stage("way", 2, "z"))
MORE, LESS = "The one not chosen asks for more.", "No stack that is not chosen asks for less."
WHOLE = "Another one asks for less, but would not make the whole plan shorter."


def told(graph: Graph, *held: str, minimize: Minimize = Minimize.COUNT) -> list[str]:
    """What is said of each chosen stack of the first stage."""
    plan = make_plan(graph, Question(goal=COACH, held=frozenset(held), minimize=minimize))
    (choice,) = [one for one in plan.choices if one.id == "stage:way/1"]
    return [merit(graph, plan, choice, one.slug) for one in choice.options if one.chosen]


GONE = earn("gone", offered=False)
X, Y, Z = stack("x", earn("a")), stack("y", earn("b"), earn("c")), stack("z", earn("b"), earn("c"))


@pytest.mark.parametrize(
    ("graph", "held", "words"),
    [
        (graph_of(X, Y, stack("z", earn("d")), pathways=[CHOICE]), [], MORE),
        (graph_of(X, stack("y", earn("e")), stack("z", earn("d")), pathways=[CHOICE]), [], LESS),
        (graph_of(X, Y, Z, pathways=[CHOICE]), [], WHOLE),
        (graph_of(X, Y, stack("z", earn("d")), pathways=[CHOICE]), ["b"], LESS),
        (graph_of(X, stack("y", earn("e"), GONE), stack("z", earn("d")), pathways=[CHOICE]), [], ""),
    ],
    ids=["shortest", "as short", "shared", "held", "other no longer offered"],
)
def test_merit_compares_what_is_left_of_each(graph: Graph, held: list[str], words: str) -> None:
    assert told(graph, *held) == [words]


def test_merit_counts_what_a_stack_builds_on() -> None:
    graph = graph_of(
        stack("x", earn("a")),
        stack("y", earn("b"), earn("c")),
        stack("z", earn("d")),
        stack("before", earn("e"), earn("f")),
        links=[builds_on("x", "before")],
        pathways=[CHOICE],
    )
    assert told(graph) == [MORE]


def test_nothing_is_said_where_hours_matter() -> None:
    assert told(graph_of(X, Y, Z, pathways=[CHOICE]), minimize=Minimize.HOURS) == [""]
