"""Search as JSON keeps to its contract."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.test import Client
from openapi_spec_validator import OpenAPIV31SpecValidator

from config.env import ROOT
from search.filters import ExploreFilterSet
from tests import factories as make

pytestmark = pytest.mark.django_db

ANSWER = {
    "total",
    "page",
    "page_size",
    "results",
    "facets",
    "sort",
    "engine",
    "did_you_mean",
    "ignored",
    "took_ms",
}
RESULT = {"kind", "slug", "title", "url", "summary", "why", "highlights", "demonstration"}


def asked(**given: Any) -> dict[str, Any]:
    """The answer to these parameters."""
    response = Client().get("/api/v1/search", given)
    assert response.status_code == 200
    found: dict[str, Any] = response.json()
    return found


def refused(**given: Any) -> list[str]:
    """The fields that a refusal names."""
    response = Client().get("/api/v1/search", given)
    assert response.status_code == 422
    return [fault["loc"][-1] for fault in response.json()["detail"]]


def test_answer_has_just_what_the_contract_names() -> None:
    make.MicroCredentialFactory(title="Phoneme games")
    answer = asked(q="phoneme")
    assert set(answer) == ANSWER
    assert set(answer["results"][0]) == RESULT
    assert set(answer["facets"][0]) == {"name", "label", "values"}
    assert set(answer["facets"][0]["values"][0]) == {"value", "label", "count", "selected"}
    assert (answer["sort"], answer["engine"], answer["did_you_mean"]) == ("relevance", "embedded", None)


def test_result_says_why_with_the_words_marked() -> None:
    member = make.MicroCredentialFactory(title="Phoneme games", summary="")
    make.StackFactory(title="Stack", members=[member])
    by_kind = {one["kind"]: one for one in asked(q="phoneme")["results"]}
    assert by_kind["stack"]["why"] == "Holds Phoneme games, 1 of its 1."
    assert by_kind["stack"]["highlights"] == ["<mark>Phoneme</mark> games"]
    assert by_kind["micro-credential"]["summary"] is None


def test_made_up_records_say_so() -> None:
    make.MicroCredentialFactory(issuer=make.IssuerFactory(demonstration=True))
    assert {one["demonstration"] for one in asked()["results"]} == {True}


def test_unknown_parameters_and_values_are_listed() -> None:
    make.MicroCredentialFactory(grades=("2",))
    answer = asked(grade=["2", "17"], color="red", issuer="nobody")
    assert {(one["field"], one["value"]) for one in answer["ignored"]} == {
        ("grade", "17"),
        ("color", "red"),
        ("issuer", "nobody"),
    }
    assert all(one["reason"] for one in answer["ignored"])
    assert answer["total"] == 1


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("page", "0"),
        ("page", "x"),
        ("page_size", "101"),
        ("page_size", "0"),
        ("q", "a" * 501),
        ("sort", "new"),
    ],
)
def test_wrong_value_is_refused_by_name(field: str, value: str) -> None:
    assert refused(**{field: value}) == [field]


def test_page_past_the_end_is_empty() -> None:
    make.MicroCredentialFactory()
    answer = asked(page=10**9)
    assert (answer["results"], answer["page"], answer["total"]) == ([], 10**9, 2)


def test_page_size_cuts_the_results() -> None:
    issuer = make.IssuerFactory()
    for _ in range(3):
        make.MicroCredentialFactory(issuer=issuer)
    assert [len(asked(page_size=2, page=number)["results"]) for number in (1, 2, 3)] == [2, 2, 0]


def test_near_word_is_suggested() -> None:
    make.MicroCredentialFactory(title="Phonics games")
    assert asked(q="fonics")["did_you_mean"] == "phonics"
    assert asked(q="fonics games")["did_you_mean"] == "phonics games"


def test_contract_is_the_one_written_down() -> None:
    """After a change on purpose, put what /api/v1/openapi.json answers into docs/reference/openapi.json."""
    written = json.loads((ROOT / "docs" / "reference" / "openapi.json").read_text())
    assert Client().get("/api/v1/openapi.json").json() == written


def test_document_is_valid_openapi_and_names_every_facet() -> None:
    response = Client().get("/api/v1/openapi.json")
    document = json.loads(response.content)
    OpenAPIV31SpecValidator(document).validate()
    parameters = {one["name"] for one in document["paths"]["/api/v1/search"]["get"]["parameters"]}
    assert parameters == {*ExploreFilterSet.facets(), "q", "sort", "page", "page_size"}
