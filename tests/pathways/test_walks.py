"""Walks along what leads where."""

from __future__ import annotations

from graphlib import CycleError, TopologicalSorter

from hypothesis import given
from hypothesis import strategies as st

from pathways.walks import Arcs, gathered, knots, reached, rings

ARCS = st.dictionaries(st.sampled_from("abcde"), st.lists(st.sampled_from("abcde"), max_size=3, unique=True))


def has_loop(arcs: Arcs) -> bool:
    """Whether no order holds all of them."""
    try:
        TopologicalSorter(arcs).prepare()
    except CycleError:
        return True
    return False


def onward(arcs: Arcs, start: str) -> set[str]:
    """All that something leads to."""
    return reached([start], lambda one: arcs.get(one, ()))


def test_all_at_any_distance_is_reached_once() -> None:
    assert onward({"a": "bc", "b": "d", "c": "d"}, "a") == {"b", "c", "d"}


def test_a_start_is_reached_only_by_a_loop() -> None:
    assert onward({"a": "b"}, "a") == {"b"}
    assert onward({"a": "b", "b": "a"}, "a") == {"a", "b"}


@given(ARCS)
def test_rings_are_just_where_no_order_holds(arcs: dict[str, list[str]]) -> None:
    assert bool(rings(arcs)) == has_loop(arcs)


@given(ARCS)
def test_a_ring_leads_from_each_to_the_next_and_back(arcs: dict[str, list[str]]) -> None:
    for ring in rings(arcs):
        steps = zip(ring, [*ring[1:], ring[0]], strict=True)
        assert all(there in arcs[here] for here, there in steps)


@given(ARCS)
def test_a_knot_holds_all_that_lead_to_each_other(arcs: dict[str, list[str]]) -> None:
    found = knots(arcs)
    for one in "abcde":
        together = {other for other in onward(arcs, one) if one in onward(arcs, other)}
        assert found.get(one, frozenset()) == together


def test_a_ring_of_thousands_is_found() -> None:
    slugs = [f"{number:04}" for number in range(1_000)]
    arcs = gathered(zip(slugs, [*slugs[1:], slugs[0]], strict=True))
    assert rings(arcs) == [slugs]
    assert knots(arcs)["0000"] == frozenset(slugs)
