"""A competency's code is its name: it is found first, then what is aligned to it."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from tests import factories as make
from tests.factories import alignment

pytestmark = pytest.mark.django_db

NC = "NC Professional Teaching Standards"


@pytest.fixture(autouse=True)
def record() -> None:
    """Two frameworks that share a code, what proves it, and what only has its letters."""
    lead = make.CompetencyFactory(code="I", title="Teachers lead", framework__name=NC)
    inside = make.CompetencyFactory(code="I.a", title="Lead", framework=lead.framework, parent=lead)
    other = make.CompetencyFactory(
        code="I", title="Culture", framework__name="Teacher Leader Model Standards"
    )
    make.CompetencyFactory(code="2.4", title="Collaborator", framework__name="ISTE Standards for Educators")
    games = make.MicroCredentialFactory(title="Zebra games", alignments=[alignment(inside)])
    make.StackFactory(title="Animals", members=[games])
    make.MicroCredentialFactory(title="Culture walk", alignments=[alignment(other)])
    make.MicroCredentialFactory(title="I teach a class", summary="Grades 2 to 4 in NC")


def found(q: str, **asked: Any) -> list[str]:
    """The titles found, in their order."""
    return [one["title"] for one in Client().get("/api/v1/search", {"q": q, **asked}).json()["results"]]


@pytest.mark.parametrize(
    "typed", ["NC professional teaching standards I.a", "I.a", "i.a", "std I . A", "I.\N{ZERO WIDTH SPACE}a"]
)
def test_competency_stands_first_then_what_proves_it(typed: str) -> None:
    assert found(typed) == ["I.a Lead", "Zebra games", "Animals"]


def test_code_of_several_frameworks_finds_them_all_first() -> None:
    assert found("I")[:2] == ["I Teachers lead", "I Culture"]


def test_framework_with_the_code_finds_its_own() -> None:
    assert found("teacher leader standard i")[:2] == ["I Culture", "Culture walk"]


def test_what_proves_a_part_of_it_is_found_too() -> None:
    assert found("NC standards I")[:4] == ["I Teachers lead", "Zebra games", "Animals", "I.a Lead"]


def test_code_is_more_than_its_digits() -> None:
    assert found("2.4") == found("std 2.4") == ["2.4 Collaborator"]


def test_other_words_find_no_code() -> None:
    assert found("i teach a class") == ["I teach a class"]


def test_choices_narrow_and_pages_cut_what_a_code_finds() -> None:
    assert found("I.a", kind="micro-credential") == ["Zebra games"]
    assert [found("NC standards I", page=page, page_size=1) for page in (1, 2, 3)] == [
        ["I Teachers lead"],
        ["Zebra games"],
        ["Animals"],
    ]
    assert found("I.a", sort="title") == ["Animals", "I.a Lead", "Zebra games"]


def test_result_says_that_it_was_found_by_its_code() -> None:
    first, second, _ = Client().get("/api/v1/search", {"q": "i.A"}).json()["results"]
    assert (first["why"], first["highlights"]) == ("Its code is I.a.", ["<mark>I.a</mark>"])
    assert second["why"] == f"Proves I.a Lead ({NC})."
    assert second["highlights"] == [f"<mark>I.a</mark> Lead ({NC})"]
