"""The best of several programs, and what is told where time runs out between them."""

from __future__ import annotations

from pathways.planner import Minimize, Question
from pathways.planner.model import Model, model_of
from pathways.planner.scope import scope_of
from pathways.planner.solving import Search, solve
from pathways.planner.weights import weights_of
from tests.pathways.planned import COACH, earn, graph_of, pathway, stack, stage

LETTERS = "abcdefghijklmnopqrstuvwxyz"


def models(*sizes: int) -> list[Model]:
    """The programs of pathways that ask for so many steps each, all to one role."""
    stacks = [
        stack(f"s{place}", *(earn(f"{LETTERS[place]}{number}") for number in range(size)))
        for place, size in enumerate(sizes)
    ]
    ways = [pathway(f"p{place}", stage(f"p{place}", 1, f"s{place}")) for place in range(len(sizes))]
    graph = graph_of(*stacks, pathways=ways)
    scope = scope_of(graph, Question(goal=COACH))
    return [model_of(scope, weights_of(graph, Minimize.COUNT), ways) for ways in scope.rounds]


def test_each_pathway_has_a_program_of_its_own() -> None:
    assert [[way.slug for way in one.ways.values()] for one in models(2, 1)] == [["p0"], ["p1"]]


def test_best_of_all_programs_is_found_in_any_order() -> None:
    for sizes in ((3, 2, 4), (2, 3, 4), (4, 3, 2)):
        chosen = solve(models(*sizes), 5).chosen
        assert chosen
        assert len(chosen.earned) == 2


def test_equally_good_programs_are_settled_by_slug_order() -> None:
    found = models(3, 2, 2)
    for order in (found, found[::-1]):
        chosen = solve(order, 5).chosen
        assert chosen
        assert chosen.way.slug == "p1"


def test_time_that_runs_out_between_programs_leaves_a_bound() -> None:
    first, second = models(3, 2)
    search = Search(seconds=5)
    search.look(first)
    search.ends = 0.0
    search.look(second)
    solution = search.solution()
    assert solution.chosen
    assert solution.chosen.way.slug == "p0"
    assert solution.bound == 0


def test_time_that_runs_out_at_once_leaves_nothing_chosen() -> None:
    solution = solve(models(3, 2), 0)
    assert solution.chosen is None
    assert solution.bound == 0


def test_time_that_runs_out_among_equals_leaves_the_best() -> None:
    search = Search(seconds=5)
    search.look(models(2)[0])
    search.best[0].solver.highs.setOptionValue("time_limit", 0.0)
    solution = search.solution()
    assert solution.chosen
    assert (len(solution.chosen.earned), solution.bound) == (2, None)
