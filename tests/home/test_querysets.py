"""Searching columns for typed words."""

import pytest
from wagtail.models import Page

from home.querysets import with_words
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


@pytest.mark.parametrize("typed", ["CAFÉ", "cafe\N{COMBINING ACUTE ACCENT}", "ca\N{SOFT HYPHEN}fe", "’cafe’"])
def test_words_are_found_however_they_are_typed(typed: str) -> None:
    StackFactory(title="Reading at the café")
    assert found(typed) == {"Reading at the café"}


def test_words_are_found_however_they_are_stored() -> None:
    StackFactory(title="Re\N{SOFT HYPHEN}ading at the cafe\N{COMBINING ACUTE ACCENT} É")
    assert len(found("reading CAFÉ é")) == 1


@pytest.mark.parametrize("typed", ["%", "***", "\N{ZERO WIDTH SPACE}"])
def test_signs_alone_find_nothing(typed: str) -> None:
    StackFactory(title="Reading ***")
    assert found(typed) == set()
