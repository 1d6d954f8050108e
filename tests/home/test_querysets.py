"""Searching columns for typed words."""

import pytest
from wagtail.models import Page

from home.querysets import typed_words, with_words
from tests.editors import any_text
from tests.factories import StackFactory

pytestmark = pytest.mark.django_db


def found(text: str) -> set[str]:
    return set(
        with_words(Page.objects.filter(depth=4), text, ("title", "slug")).values_list("title", flat=True)
    )


def test_every_word_must_be_found_somewhere() -> None:
    StackFactory(title="Reading with maps", slug="atlas")
    StackFactory(title="Reading")
    assert found("READ atl") == {"Reading with maps"}


@any_text
def test_any_text_is_answered(text: str) -> None:
    assert found(text) is not None


def test_no_words_keep_every_row() -> None:
    StackFactory(title="Reading")
    assert "Reading" in found("  ")


def test_typed_words_are_cut() -> None:
    assert typed_words("x" * 500) == ["x" * 200]
    assert len(typed_words("a " * 500)) == 12
