"""Search as JSON keeps to its contract."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from django.test import Client
from openapi_spec_validator import OpenAPIV31SpecValidator

from config.env import ROOT
from search.filters import ExploreFilterSet
from tests import factories as make
from tests.search.deciding import decide, shown_board

pytestmark = pytest.mark.django_db

ANSWER = {
    "total",
    "page",
    "page_size",
    "on",
    "results",
    "facets",
    "sort",
    "engine",
    "did_you_mean",
    "suggestions",
    "ignored",
    "took_ms",
}
RESULT = {
    "kind",
    "slug",
    "title",
    "url",
    "summary",
    "why",
    "highlights",
    "status",
    "offered",
    "counts",
    "demonstration",
}


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
    assert set(answer["facets"][0]["values"][0]) == {"value", "label", "within", "count", "selected"}
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
        ("on", "2025-02-30"),
        ("on", "1740787200"),
        ("on", "1742-01-01"),
        ("on", ""),
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


def counts_of(answer: dict[str, Any]) -> dict[str, int]:
    """The counts of the facet of status."""
    values: list[Any] = next((facet["values"] for facet in answer["facets"] if facet["name"] == "status"), [])
    return {one["value"]: one["count"] for one in values}


def test_status_is_that_of_the_day() -> None:
    board = shown_board(name="A Board")
    decide(board, make.MicroCredentialFactory(), "conditional", effective_until=date(2025, 3, 1))
    held = {"approved": 1, "conditional": 1, "ending-soon": 1}
    days = {
        "2024-12-31": ("no-decision", {"no-decision": 1}),
        "2025-03-01": ("conditional", held),
        "2025-03-02": ("ended", {"ended": 1}),
    }
    for day, (value, counts) in days.items():
        answer = asked(on=day, kind="micro-credential")
        (one,) = answer["results"]
        assert (answer["on"], counts_of(answer)) == (day, counts)
        assert (one["status"]["value"], one["status"]["jurisdiction"]["name"]) == (value, "A Board")
        assert (one["status"]["demonstration"], one["demonstration"]) == (False, False)


def test_approval_in_force_is_found_as_approved_whatever_else_it_is() -> None:
    board = shown_board()
    last = date(2025, 3, 1)
    decide(board, make.MicroCredentialFactory(title="Open"))
    decide(board, make.MicroCredentialFactory(title="Ends"), effective_until=last)
    decide(board, make.MicroCredentialFactory(title="Conditional"), "conditional")
    decide(board, make.MicroCredentialFactory(title="Both"), "conditional", effective_until=last)
    decide(board, make.MicroCredentialFactory(title="No"), "decline")

    def found(*values: str) -> set[str]:
        return {one["title"] for one in asked(status=list(values), on="2025-02-01")["results"]}

    assert found("approved") == {"Open", "Ends", "Conditional", "Both"}
    assert found("conditional") == {"Conditional", "Both"}
    assert found("ending-soon") == {"Ends", "Both"}
    assert found("approved", "not-approved") == {"Open", "Ends", "Conditional", "Both", "No"}


def test_result_tells_that_a_conditional_approval_ends_soon_and_when() -> None:
    decide(shown_board(), make.MicroCredentialFactory(), "conditional", effective_until=date(2025, 3, 1))
    (one,) = asked(on="2025-02-01", kind="micro-credential")["results"]
    told = {name: one["status"][name] for name in ("value", "label", "ends_soon", "ends_on")}
    assert told == {
        "value": "conditional",
        "label": "Conditional, ending soon",
        "ends_soon": True,
        "ends_on": "2025-03-01",
    }


def test_narrower_statuses_name_the_one_they_narrow() -> None:
    decide(shown_board(), make.MicroCredentialFactory(), "conditional")
    make.MicroCredentialFactory()
    (facet,) = [one for one in asked(on="2025-02-01")["facets"] if one["name"] == "status"]
    told = {one["value"]: one["within"] for one in facet["values"]}
    assert told == {"approved": None, "conditional": "approved", "no-decision": None}


def test_status_chosen_that_nothing_has_finds_nothing() -> None:
    decide(shown_board(), make.MicroCredentialFactory())
    answer = asked(status="ended")
    assert (answer["total"], answer["ignored"], counts_of(answer)) == (0, [], {"ended": 0, "approved": 1})


def test_unknown_status_is_left_out() -> None:
    decide(shown_board(), make.MicroCredentialFactory())
    answer = asked(status="maybe")
    assert [(one["field"], one["value"]) for one in answer["ignored"]] == [("status", "maybe")]
    assert answer["total"] == 2


def test_board_that_decided_nothing_gives_no_facet() -> None:
    board = shown_board()
    make.DecisionFactory()
    answer = asked(kind="micro-credential")
    assert counts_of(answer) == {}
    assert answer["results"][0]["status"]["value"] == "no-decision"
    assert answer["on"] == board.today().isoformat()


def test_site_without_a_board_has_no_status() -> None:
    make.DecisionFactory()
    answer = asked(on="2025-03-01", status="approved")
    assert counts_of(answer) == {}
    assert {one["status"] for one in answer["results"]} == {None}
    assert [one["field"] for one in answer["ignored"]] == ["status"]


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
    assert parameters == {*ExploreFilterSet.facets(), "q", "on", "sort", "page", "page_size"}
