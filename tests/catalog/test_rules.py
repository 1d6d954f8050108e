"""Choice rules and steps that are asked for but not on record."""

import pytest

from catalog.rules import Credential, Group, Stack, can_finish, finished, unnamed_steps

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
