"""What takes the place of a record, through all the editions between."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from catalog.succession import Edition, Heir, Succession, succession

A, B, C, D = 1, 2, 3, 4


def named(after: dict[int, list[int]], **offered: bool) -> Succession[str]:
    """What takes the place of A; an edition that is not given is not public."""
    keys = {"B": B, "C": C, "D": D}
    editions = {keys[name]: Edition(name, able) for name, able in offered.items()}
    return succession(A, after, editions)


def test_a_chain_names_the_one_offered_and_the_steps_between() -> None:
    found = named({A: [B], B: [C]}, B=False, C=True)
    assert found.offered == (Heir("C", ("B",)),)


def test_a_step_that_is_not_public_is_counted_and_not_named() -> None:
    assert named({A: [B], B: [C]}, C=True).offered == (Heir("C", (None,)),)


def test_branches_name_each_end() -> None:
    found = named({A: [B, C], B: [D]}, B=False, C=True, D=True)
    assert found.offered == (Heir("D", ("B",)), Heir("C"))


def test_where_the_last_one_is_gone_the_last_that_is_offered_counts() -> None:
    assert named({A: [B], B: [C]}, B=True, C=False).offered == (Heir("B"),)


def test_where_none_is_offered_the_last_public_one_is_told() -> None:
    found = named({A: [B], B: [C]}, B=False)
    assert (found.offered, found.gone) == ((), (Heir("B"),))


def test_a_line_without_anything_public_is_hidden() -> None:
    assert named({A: [B]}) == Succession(hidden=True)


def test_nothing_takes_the_place_of_what_was_not_replaced() -> None:
    assert not named({})


def test_a_loop_ends() -> None:
    assert named({A: [B], B: [A]}, B=True).offered == (Heir("B"),)


@given(
    st.lists(st.integers(0, 6), max_size=7),
    st.dictionaries(st.integers(1, 7), st.booleans()),
)
def test_every_line_is_told_by_its_last_offered_edition(parents: list[int], states: dict[int, bool]) -> None:
    """`parents[n]` is what number n + 1 was made in the place of: always an earlier one."""
    after: dict[int, list[int]] = {}
    for number, parent in enumerate(parents, start=1):
        after.setdefault(min(parent, number - 1), []).append(number)
    found = succession(0, after, {key: Edition(key, able) for key, able in states.items()})

    def ends(key: int, line: tuple[int, ...]) -> set[int]:
        inside = [one for child in after.get(key, ()) for one in ends(child, (*line, child))]
        if after.get(key):
            return set(inside)
        able = [one for one in line if states.get(one)]
        return set(able[-1:])

    assert {heir.record for heir in found.offered} == ends(0, ())
