"""The map: everything in its place, for any graph."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings

from pathways.drawing.layout import layout
from pathways.drawing.lines import COLUMN, TRACK
from pathways.drawing.map import MOST_COLUMNS, MOST_ROWS, Card, Line, Map
from pathways.drawing.ordering import arranged
from pathways.drawing.road import Road
from pathways.drawing.sample import sample_road
from pathways.drawing.survey import road_of
from pathways.graph import Graph
from tests.long_run import examples
from tests.pathways.drawing.graphs import BETTER, NEEDS, PATHWAY, random_graphs, road, synthetic

Box = tuple[int, range]
NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


def drawn(graph: Graph) -> Map:
    return layout(road_of(graph, graph.pathways[PATHWAY]))


def boxes(line: Line) -> list[Box]:
    """Columns of the grid and the tracks, from 0, that each card and the goal take."""
    found = [
        (column.column, range(card.middle - 1, card.middle + 1))
        for column in line.columns
        for card in column.cards
    ]
    found += [(line.end_column, range(card.middle - 1, card.middle + 1)) for card in line.followers]
    if line.goal:
        found.append((line.goal.column, range(line.goal.row - 2, line.goal.row - 2 + line.goal.span)))
    return found


def overlap(one: Box, other: Box) -> bool:
    return one[0] == other[0] and bool(set(one[1]) & set(other[1]))


def words(cards: list[Card]) -> list[tuple[str, str, bool]]:
    return [(card.stack.slug, word.letter, word.drawn) for card in cards for word in card.words]


random_roads = settings(max_examples=examples(60))


@random_roads
@given(random_graphs(with_facts=False))
def test_boxes_never_overlap_and_stay_inside(graph: Graph) -> None:
    for line in drawn(graph).lines:
        found = boxes(line)
        assert not any(overlap(one, other) for n, one in enumerate(found) for other in found[n + 1 :])
        assert all(tracks.start >= 0 and tracks.stop <= 2 * line.rows for _, tracks in found)


@random_roads
@given(random_graphs(with_facts=False))
def test_every_stack_stands_once_in_each_stage_that_names_it(graph: Graph) -> None:
    mapped = drawn(graph)
    placed = [
        (column.stage.number, card.stack.slug)
        for line in mapped.lines
        for column in line.columns
        for card in column.cards
    ]
    named = [(stage.number, stack.slug) for stage in mapped.road.stages for stack in stage.stacks]
    assert sorted(placed) == sorted(named)
    followers = [card.stack.slug for line in mapped.lines for card in line.followers]
    assert sorted(followers) == sorted(stack.slug for stack in mapped.road.followers)


@random_roads
@given(random_graphs(with_facts=False))
def test_lines_end_at_their_cards(graph: Graph) -> None:
    for line in drawn(graph).lines:
        middles = {card.stack.anchor: card.middle * TRACK for one in line.columns for card in one.cards}
        middles |= {card.stack.anchor: card.middle * TRACK for card in line.followers}
        for path in line.links:
            numbers = [float(number) for number in NUMBER.findall(path.path)]
            assert numbers[1] == middles[path.before]
            assert numbers[-1] == middles[path.after]


@random_roads
@given(random_graphs(with_facts=False))
def test_every_link_is_drawn_or_lettered_where_both_ends_are_on_the_road(graph: Graph) -> None:
    mapped = drawn(graph)
    letters = {card.letter for card in mapped.cards} - {""}
    incoming = [word for card in mapped.cards for word in card.words if not word.link.onward]
    assert {word.letter for word in incoming} - {""} == letters
    for word in incoming:
        assert bool(word.drawn) + bool(word.letter) == (word.link.stage is not None)
    anchors = [card.stack.anchor for card in mapped.cards]
    assert len(set(anchors)) == len(anchors)
    targets = {word.link.url for card in mapped.cards for word in card.words if word.link.stage is not None}
    assert targets <= {f"#{anchor}" for anchor in anchors}


@random_roads
@given(random_graphs(with_facts=False))
def test_the_same_road_is_drawn_the_same(graph: Graph) -> None:
    first = drawn(graph)
    arranged.cache_clear()
    assert drawn(graph) == first


@random_roads
@given(random_graphs(with_facts=False))
def test_gates_stand_on_the_road_beside_their_stage(graph: Graph) -> None:
    for line in drawn(graph).lines:
        for column in line.columns:
            size = 2 * max(column.stage.size, 1)
            assert column.gate.column == column.column + 1
            assert column.row - 1 <= column.gate.row - 1 <= column.row - 2 + size - 1
            assert column.stage.gate == f"{column.stage.minimum} of {len(column.stage.marks)}"
            assert sum(column.stage.marks) == column.stage.minimum


@random_roads
@given(random_graphs(with_facts=False))
def test_a_gate_stands_on_the_next_lobe_too(graph: Graph) -> None:
    for line in drawn(graph).lines:
        for before, after in pairwise(line.columns):
            size = 2 * max(after.stage.size, 1)
            assert after.row - 1 <= before.gate.middle <= after.row - 2 + size - 1


def test_the_goal_of_the_sample_is_level_with_its_gate_and_no_link_runs_through_one() -> None:
    (line,) = layout(sample_road()).lines
    assert line.goal is not None
    assert line.goal.row - 2 + line.goal.span // 2 == line.columns[-1].gate.middle
    assert not any(column.gate.is_crossed for column in line.columns)


@pytest.mark.parametrize(
    ("stacks", "bars", "rows"), [(1, 1, 1), (5, 5, 1), (6, 3, 2), (7, 4, 2), (10, 5, 2), (11, 4, 3)]
)
def test_bars_of_a_gate_stand_in_even_rows(stacks: int, bars: int, rows: int) -> None:
    ((column,),) = [line.columns for line in layout(road([[f"s{n}" for n in range(stacks)]])).lines]
    assert (column.bars, column.bar_rows) == (bars, rows)


def test_what_is_asked_for_first_stands_above() -> None:
    mapped = layout(road([["c", "b", "a"]], [("a", "b", NEEDS), ("b", "c", BETTER)]))
    assert [card.stack.slug for card in mapped.cards] == ["a", "b", "c"]
    assert [card.fallen_on for card in mapped.cards] == [False, True, True]


def test_a_loop_inside_a_stage_is_told_in_words() -> None:
    mapped = layout(road([["a", "b"]], [("a", "b", NEEDS), ("b", "a", NEEDS)]))
    assert len(mapped.lines[0].links) == 1
    assert (
        words(list(mapped.cards)).count(("a", "A", False))
        + words(list(mapped.cards)).count(("b", "A", False))
        == 1
    )


def test_a_link_over_a_stage_has_the_letter_of_its_start_at_both_ends() -> None:
    mapped = layout(road([["a"], ["b"], ["c"]], [("a", "c", NEEDS), ("a", "b", NEEDS)]))
    first, second, third = mapped.cards
    assert (first.letter, first.goes_on) == ("A", "stage 3")
    assert [word.letter for word in third.words] == ["A"]
    assert [word.drawn for word in second.words] == [True]
    assert mapped.has_letters


def test_a_backward_link_is_never_drawn() -> None:
    mapped = layout(road([["a"], ["b"]], [("b", "a", NEEDS)]))
    assert mapped.lines[0].links == ()
    first, _ = mapped.cards
    assert first.words[0].link.where == "stage 2, later on the road"
    assert first.words[0].letter == "A"


def test_a_long_road_goes_on_in_a_second_line() -> None:
    mapped = layout(road([[f"s{number}"] for number in range(9)], [("s4", "s5", NEEDS)]))
    assert [len(line.columns) for line in mapped.lines] == [5, 4]
    assert [line.has_end for line in mapped.lines] == [False, True]
    assert all(len(line.columns) + line.has_end <= MOST_COLUMNS for line in mapped.lines)
    assert {card.letter for card in mapped.cards} == {"", "A"}


def test_goal_has_the_middle_without_followers_and_the_top_with_them() -> None:
    alone = layout(road([["a", "b", "c"]])).lines[0].goal
    above = layout(road([["a", "b", "c"]], [("a", "z", NEEDS)])).lines[0].goal
    assert alone is not None
    assert above is not None
    assert (alone.row, alone.span) == (2, 6)
    assert (above.row, above.span) == (2, 2)


@pytest.mark.parametrize("roles", [0, 1])
def test_road_fills_its_columns(roles: int) -> None:
    line = layout(road([["a"], ["b"]], roles=roles)).lines[0]
    assert line.width >= 2 * COLUMN
    assert line.road.startswith("M0 ")
    assert line.road.endswith("Z")
    assert (line.goal is None) == (roles == 0)


def test_a_stage_of_hundreds_is_read_from_top_to_bottom() -> None:
    assert layout(road([[f"s{number}" for number in range(MOST_ROWS)]])).fits
    assert not layout(road([[f"s{number}" for number in range(MOST_ROWS + 1)]])).fits


def test_road_without_stages_draws_nothing() -> None:
    assert layout(Road("r", "Road")).lines == ()


def test_the_synthetic_road_fits_in_one_line() -> None:
    mapped = drawn(synthetic())
    assert (len(mapped.road.stages), mapped.road.stack_count) == (5, 20)
    assert len(mapped.lines) == 1
    assert mapped.fits
