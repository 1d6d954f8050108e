"""What an address asks to compare, and what of it is left out."""

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from pathways.comparing.asking import MOST_READ, Asked, ask, is_slug


def asked(text: str) -> Asked:
    return ask(QueryDict(text))


def told(text: str) -> list[tuple[str, str]]:
    """Field and value of what was left out."""
    return [(one.field, one.value) for one in asked(text).ignored]


def test_order_of_the_address_is_kept() -> None:
    assert asked("c=b&c=a&c=c").slugs == ("b", "a", "c")


def test_slug_that_stands_twice_counts_once_and_is_told_once() -> None:
    assert asked("c=a&c=b&c=a&c=a").slugs == ("a", "b")
    assert told("c=a&c=b&c=a&c=a") == [("c", "a")]


def test_empty_slug_is_none() -> None:
    assert asked("c=&c=%20").slugs == ()
    assert told("c=&c=%20") == []


def test_spaces_and_slashes_around_a_slug_are_nothing() -> None:
    assert asked("c=%20phonics/").slugs == ("phonics",)


@pytest.mark.parametrize("slug", ["a b", "a/b", "%00", "a.b", "x" * 256, "'"])
def test_text_that_can_be_no_slug_is_never_looked_up(slug: str) -> None:
    assert asked(f"c={slug}").slugs == ()
    assert len(told(f"c={slug}")) == 1


def test_no_more_are_looked_up_than_can_be_read() -> None:
    many = "&".join(f"c=slug-{number}" for number in range(500))
    assert asked(many).slugs == tuple(f"slug-{number}" for number in range(MOST_READ))
    assert len(asked(many).ignored) == 500 - MOST_READ


@given(st.text(min_size=1, max_size=30))
def test_text_is_looked_up_only_where_a_page_can_have_it(text: str) -> None:
    assert is_slug(text) == all(sign in "-_" or sign.isalnum() for sign in text)


def test_unknown_parameter_is_told() -> None:
    assert told("c=a&color=red") == [("color", "red")]


@pytest.mark.parametrize("text", ["only=same", "format=xlsx"])
def test_parameter_with_another_value_is_told(text: str) -> None:
    name, _, value = text.partition("=")
    assert told(text) == [(name, value)]


def test_parameters_are_read() -> None:
    found = asked("c=a&only=differences&format=csv&on=2025-03-01&q=%20phonics%00%20")
    assert (found.only_differences, found.as_csv, found.on, found.words) == (
        True,
        True,
        "2025-03-01",
        "phonics",
    )
    assert found.ignored == ()


def test_long_words_are_cut_and_told() -> None:
    found = asked(f"q={'a' * 300}")
    assert found.words == "a" * 200
    assert told(f"q={'a' * 300}") == [("q", "a" * 80 + " …")]


def test_link_keeps_the_day_and_the_way_of_showing() -> None:
    found = asked("c=a&only=differences&on=2025-03-01&q=phonics")
    assert found.link(["b", "a"]) == "/compare/?c=b&c=a&only=differences&on=2025-03-01"
    assert found.link(["a"], only="") == "/compare/?c=a&on=2025-03-01"
    assert found.link(["a"], on="", format="csv") == "/compare/?c=a&only=differences&format=csv"


def test_link_to_nothing_is_the_plain_address() -> None:
    assert Asked().link([]) == "/compare/"
