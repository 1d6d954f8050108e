"""What templates ask of pathways."""

import pytest

from catalog.facts import stack_facts
from pathways.templatetags.pathways_tags import compare_members
from tests.factories import MicroCredentialFactory, StackFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("size", "address"),
    [
        (0, ""),
        (1, ""),
        (2, "/compare/?c=m0&c=m1"),
        (4, "/compare/?c=m0&c=m1&c=m2&c=m3"),
        (5, ""),
    ],
)
def test_members_that_fit_are_put_side_by_side(size: int, address: str) -> None:
    stack = StackFactory(members=[MicroCredentialFactory(slug=f"m{number}") for number in range(size)])
    assert compare_members(stack_facts([stack])[0]) == address


def test_member_that_is_not_published_is_left_out() -> None:
    shown = [MicroCredentialFactory(slug=slug) for slug in ("a", "b")]
    stack = StackFactory(members=[*shown, MicroCredentialFactory(live=False)])
    assert compare_members(stack_facts([stack])[0]) == "/compare/?c=a&c=b"
