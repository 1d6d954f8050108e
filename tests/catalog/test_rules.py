"""Choice rules and steps that are asked for but not on record."""

import pytest

from catalog.rules import (
    Credential,
    Group,
    Stack,
    can_finish,
    finished,
    still_earnable,
    unnamed_steps,
    without_retired,
)

A, B, C = (Credential(name) for name in "abc")


@pytest.mark.parametrize(
    ("complete", "published", "on_record", "ruled", "steps"),
    [
        (True, 5, 5, False, 0),
        (None, None, 3, False, 0),
        (None, 9, 3, False, 0),
        (False, 8, 4, False, 4),
        (False, None, 4, False, 1),
        (False, 8, 4, True, 0),
        (False, 3, 4, False, 0),
        (False, 5, 0, False, 5),
        (None, 5, 0, False, 5),
        (False, None, 0, False, 0),
        (None, None, 0, False, 0),
    ],
)
def test_unnamed_steps_follow_the_published_number(
    complete: bool | None, published: int | None, on_record: int, ruled: bool, steps: int
) -> None:
    assert unnamed_steps(complete, published, on_record, ruled) == steps


def test_a_stack_without_anything_can_be_earned_by_nobody() -> None:
    assert not can_finish(Stack("s"))
    assert not can_finish(Stack("s", groups=(Group(()),)))
    assert not finished(Stack("s"), {"a", "b"})


def test_unnamed_steps_keep_a_stack_open() -> None:
    stack = Stack("s", groups=(Group((A,)),), unnamed=1)
    assert can_finish(stack)
    assert not finished(stack, {"a"})


def test_a_choice_is_finished_by_any_so_many() -> None:
    stack = Stack("s", groups=(Group((A, B, C), 2),))
    assert finished(stack, {"a", "c"})
    assert not finished(stack, {"a"})


def test_credentials_are_named_once_in_order_of_mention() -> None:
    inner = Stack("inner", groups=(Group((B, A)),))
    outer = Stack("outer", groups=(Group((A, inner)), Group((C,))))
    assert list(outer.credentials()) == ["a", "b", "c"]
    assert [stack.slug for stack in outer.nested()] == ["inner"]


def offered(*names: str) -> tuple[Credential, ...]:
    """Micro-credentials that can still be earned."""
    return tuple(Credential(name, name) for name in names)


def retired(*names: str) -> tuple[Credential, ...]:
    """Micro-credentials that are no longer offered."""
    return tuple(Credential(name, name, offered=False) for name in names)


@pytest.mark.parametrize(
    ("group", "open_to_all", "left"),
    [
        (Group(offered("a", "b")), True, [({"a", "b"}, 2)]),
        (Group((*offered("a", "b"), *retired("x")), 2), True, [({"a", "b"}, 2)]),
        (Group((*offered("a", "b"), *retired("x")), 1), True, [({"a", "b"}, 1)]),
        (Group((*offered("a"), *retired("x"))), False, [({"a"}, 1), ({"x"}, 1)]),
        (Group((*offered("a"), *retired("x", "y")), 2), False, [({"a"}, 1), ({"x", "y"}, 1)]),
        (Group(retired("x", "y")), False, [({"x", "y"}, 2)]),
    ],
)
def test_what_is_no_longer_offered_is_left_out_where_the_rest_can_do(
    group: Group, open_to_all: bool, left: list[tuple[set[str], int]]
) -> None:
    stack = Stack("s", groups=(group,))
    assert still_earnable(stack) is open_to_all
    earned = without_retired(stack).groups
    assert [(set(one.steps()), one.needed) for one in earned] == left


def test_a_stack_inside_that_needs_what_is_gone_is_left_out_too() -> None:
    inner = Stack("inner", "Inner", (Group((*offered("a"), *retired("x"))),))
    stack = Stack("s", groups=(Group((inner, *offered("b")), 1),))
    assert still_earnable(stack)
    assert without_retired(stack).steps() == {"b"}


def test_stacks_in_stacks_follow_the_rules_however_deep_and_often_they_are_named() -> None:
    outer = Stack("0", groups=(Group((A, *retired("x")), 1),))
    for number in range(1, 500):
        outer = Stack(str(number), groups=(Group((outer,)), Group((outer, B), 1)))
    assert list(outer.credentials()) == ["a", "x", "b"]
    assert len(list(outer.nested())) == 499
    assert can_finish(outer)
    assert still_earnable(outer)
    assert finished(outer, {"a"})
    assert not finished(outer, {"b"})
    assert without_retired(outer).steps() == {"a", "b"}
