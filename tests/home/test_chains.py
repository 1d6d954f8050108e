"""Chains that must not come back to where they began."""

from dataclasses import dataclass

import pytest
from django.core.exceptions import ValidationError

from home.chains import refuse_loop, way_between


@dataclass
class Link:
    """A record that names the next one above."""

    pk: int
    title: str
    above: "Link | None" = None


def test_a_chain_that_ends_is_accepted() -> None:
    refuse_loop(Link(1, "A", Link(2, "B", Link(3, "C"))), "above", "title")


def test_a_chain_that_comes_back_names_the_way() -> None:
    first, last = Link(1, "A"), Link(2, "B")
    first.above, last.above = last, first
    with pytest.raises(ValidationError, match="This makes a loop: A → B → A"):
        refuse_loop(first, "above", "title")


def test_a_loop_further_up_does_not_hang() -> None:
    upper, top = Link(2, "B"), Link(3, "C")
    upper.above, top.above = top, upper
    refuse_loop(Link(1, "A", upper), "above", "title")


def test_the_way_from_one_to_another_is_the_shortest() -> None:
    assert way_between({1: [2, 3], 2: [4], 4: [5], 3: [5]}, 1, 5) == [1, 3, 5]


def test_where_no_way_leads_there_is_none() -> None:
    assert way_between({1: [2], 2: [1], 3: [1]}, 1, 3) == []


def test_one_is_where_it_is() -> None:
    assert way_between({}, 1, 1) == [1]
