"""Where gates and the goal stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pathways.drawing.gates import allowed, best_gate, goal_start, level_gate, passes, passing

SIZES = st.integers(1, 12)


@pytest.mark.parametrize(("sizes", "places"), [((1,), [4]), ((3, 2), [3, 4, 5]), ((0, 4), [4])])
def test_gate_stays_on_the_lobes_beside_it(sizes: tuple[int, ...], places: list[int]) -> None:
    assert list(allowed(4, *sizes)) == places


@pytest.mark.parametrize(
    ("rows", "span", "followers", "size", "start"),
    [
        (4, 6, 0, 3, 1),  # alone in the middle
        (5, 2, 2, 3, 2),  # level with the first stack of the last stage
        (4, 2, 3, 3, 0),  # no room to be level
        (5, 0, 2, 3, 0),  # no goal
        (3, 4, 1, 3, 0),
    ],
)
def test_goal_is_level_with_the_last_lobe_where_it_fits(
    rows: int, span: int, followers: int, size: int, start: int
) -> None:
    assert goal_start(rows, span, followers, size) == start


@given(SIZES, st.sampled_from([2, 4]), st.integers(1, 6), st.integers(0, 3))
def test_goal_is_as_near_to_the_last_gate_as_any_place_allows(
    size: int, span: int, followers: int, more: int
) -> None:
    rows = max(size, span // 2 + followers) + more

    def apart(start: int) -> int:
        level = start + span // 2
        return abs(level_gate(rows, size, level).start - level)

    start = goal_start(rows, span, followers, size)
    places = range(2 * (rows - followers) - span + 1)
    assert start in places
    assert (apart(start), start) == min((apart(place), place) for place in places)


def test_a_link_passes_a_gate_beside_it() -> None:
    assert passes((4, 4), 4)
    assert passes((2, 6), 4)
    assert passes((6, 2), 4)
    assert not passes((2, 3), 4)
    assert not passes((5, 9), 4)


@given(SIZES, st.lists(st.tuples(st.integers(0, 24), st.integers(0, 24)), max_size=6))
def test_no_other_place_of_a_gate_has_fewer_links_or_is_nearer_to_the_middle(
    size: int, links: list[tuple[int, int]]
) -> None:
    places = allowed(12, size)
    found = best_gate(places, 12, links)
    cost = (passing(links, found), abs(found - 12))
    assert found in places
    assert cost == min((passing(links, place), abs(place - 12)) for place in places)
