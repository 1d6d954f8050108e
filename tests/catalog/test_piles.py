"""Plates of stacks: their order, their brackets, their sizes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.piles import MOST_DRAWN, TALLEST, Pile, PlateState, pile_of
from catalog.rules import Credential, Group, Stack

ASKED, FREE, UNNAMED, MARKED = PlateState.ASKED, PlateState.FREE, PlateState.UNNAMED, PlateState.MARKED


def some(names: str) -> tuple[Credential, ...]:
    return tuple(Credential(name) for name in names)


def states(pile: Pile) -> list[PlateState]:
    return [plate.state for plate in pile.plates]


def stack_of(size: int) -> Stack:
    return Stack("s", groups=(Group(tuple(Credential(f"c{number}") for number in range(size))),))


def test_pile_without_members_has_no_plates() -> None:
    pile = pile_of(Stack("s"))
    assert pile.plates == ()
    assert pile.bars() == []
    assert not pile.is_plain


def test_pile_stands_asked_first_then_choices_then_unnamed() -> None:
    pile = pile_of(Stack("s", groups=(Group(some("xyz"), 2), Group(some("ab"))), unnamed=1))
    assert [plate.step for plate in pile.plates] == ["a", "b", "x", "y", "z", "s:unnamed:0"]
    assert states(pile) == [ASKED, ASKED, ASKED, ASKED, FREE, UNNAMED]
    assert pile.brackets == [(2, 4)]
    assert not pile.is_plain


def test_pile_marks_the_plate_of_one_credential() -> None:
    pile = pile_of(Stack("s", groups=(Group(some("abc"), 1),)), marked="c")
    assert states(pile) == [ASKED, FREE, MARKED]
    assert pile.brackets == [(0, 2)]


def test_pile_of_a_stack_inside_keeps_its_bracket_and_its_place() -> None:
    inner = Stack("inner", groups=(Group(some("xy"), 1),), unnamed=1)
    pile = pile_of(Stack("s", groups=(Group((inner, *some("ab"))), Group(some("mn"), 1))))
    assert [plate.step for plate in pile.plates] == ["a", "b", "x", "y", "m", "n", "inner:unnamed:0"]
    assert pile.brackets == [(2, 3), (4, 5)]


def test_pile_of_a_stack_that_may_be_left_out_is_outlined() -> None:
    inner = Stack("inner", groups=(Group(some("xyz"), 1),), unnamed=1)
    pile = pile_of(Stack("s", groups=(Group((*some("a"), inner), 1),)))
    assert states(pile) == [ASKED, FREE, FREE, FREE, FREE]
    assert pile.brackets == [(0, 4)]


def test_pile_draws_once_what_is_asked_for_twice() -> None:
    pile = pile_of(Stack("s", groups=(Group(some("ab")), Group(some("bc")))))
    assert [plate.step for plate in pile.plates] == ["a", "b", "c"]
    assert pile.is_plain


def test_pile_all_marked_keeps_its_size() -> None:
    assert states(pile_of(stack_of(3)).all_marked()) == [MARKED] * 3


@pytest.mark.parametrize(("size", "pitch"), [(1, 8.0), (9, 8.0), (18, 4.0), (500, 0.144)])
def test_pile_grows_thinner_not_taller(size: int, pitch: float) -> None:
    pile = pile_of(stack_of(size))
    assert pile.pitch == pytest.approx(pitch)
    last = pile.bars()[-1]
    assert last.top + last.thickness <= TALLEST


@pytest.mark.parametrize("size", [0, 1, MOST_DRAWN])
def test_thinned_pile_keeps_all_it_can(size: int) -> None:
    pile = pile_of(stack_of(size))
    assert pile.thinned() is pile


@given(st.integers(MOST_DRAWN + 1, 500), st.data())
def test_thinned_pile_never_loses_the_marked_plate(size: int, data: st.DataObject) -> None:
    marked = data.draw(st.integers(0, size - 1))
    thinned = pile_of(stack_of(size), marked=f"c{marked}").thinned()
    assert len(thinned.plates) == MOST_DRAWN
    assert states(thinned).count(MARKED) == 1
    order = [int(plate.step[1:]) for plate in thinned.plates]
    assert order == sorted(order)
