"""What can be swapped in a plan, and where each swap leads."""

from __future__ import annotations

from urllib.parse import quote

from tests.pathways.planned import earn, graph_of, pathway, stack, stage
from tests.pathways.planning.plans import page_of

GRAPH = graph_of(
    stack("x", earn("a", 5)),
    stack("y", earn("b", 7), earn("c", 8)),
    stack("empty"),
    pathways=[pathway("way", stage("way", 1, "x", "y", "empty"))],
)
GOAL = "goal=role:coach"
NAME = "stage:way/1|stack:x"


def test_a_choice_is_offered_with_the_number_of_its_others() -> None:
    (swap,) = page_of(GRAPH, GOAL).swapping[1]
    assert (swap.name, swap.count, swap.is_open, swap.others) == (NAME, 2, False, [])
    assert swap.address == f"/plan/?goal=role%3Acoach&open={quote(NAME, safe='')}"
    assert swap.anchor == "swap-stage-way-1-stack-x"


def test_an_opened_choice_tells_what_each_other_changes() -> None:
    (swap,) = page_of(GRAPH, f"{GOAL}&open={NAME}").swapping[1]
    done, impossible = swap.others
    assert (done.can_be_done, done.text) == (True, "one more to earn, +10 hours, +$20")
    assert done.address == "/plan/?goal=role%3Acoach&without=stack%3Ax&use=stack%3Ay"
    assert not impossible.can_be_done
    assert impossible.text


def test_swapping_back_takes_the_swap_out_of_the_address() -> None:
    page = page_of(GRAPH, f"{GOAL}&use=stack:y&without=stack:x&open=stage:way/1|stack:y")
    (swap,) = page.swapping[1]
    back = next(other for other in swap.others if other.swap.option.slug == "x")
    assert back.address == "/plan/?goal=role%3Acoach&without=stack%3Ay&use=stack%3Ax"
    assert back.text == "one fewer to earn, −10 hours, −$20"


def test_what_is_opened_but_not_there_opens_nothing() -> None:
    (swap,) = page_of(GRAPH, f"{GOAL}&open=stage:nowhere/1|stack:x").swapping[1]
    assert not swap.is_open


def test_members_are_swapped_at_their_stack() -> None:
    graph = graph_of(stack("x", earn("a", 1), earn("b", 2), any_of=1))
    (swap,) = page_of(graph, "goal=stack:x&minimize=hours").swapping[1]
    assert (swap.chosen.id, swap.count) == ("micro-credential:a", 1)


def test_a_swap_of_a_step_stands_in_its_row_and_that_of_a_stack_under_all() -> None:
    both = graph_of(
        stack("x", earn("a", 1), earn("b", 2), any_of=1),
        stack("y", earn("c"), earn("d")),
        pathways=[pathway("way", stage("way", 1, "x", "y"))],
    )
    (shown,) = page_of(both, GOAL).shown_stops
    ((row, inside),) = shown.rows
    assert [one.chosen.id for one in inside] == [f"micro-credential:{row.step.slug}"]
    assert [one.chosen.id for one in shown.swaps] == ["stack:x"]


def test_a_choice_that_is_held_cannot_be_swapped() -> None:
    assert page_of(GRAPH, f"{GOAL}&held=a").swapping[1] == []
