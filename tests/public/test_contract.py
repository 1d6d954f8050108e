"""The API keeps to its contract, whatever is asked, and the contract to the rules for contracts."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.test import Client
from openapi_pydantic import OpenAPI
from openapi_spec_validator import OpenAPIV31SpecValidator

from tests import factories as make
from tests.editing import publish_as
from tests.factories import addresses, stage
from tests.public.contract import PHASES, breaches, contract, shared_application
from tests.search.deciding import shown_board

pytestmark = pytest.mark.django_db


@pytest.fixture
def catalog() -> None:
    """A little of everything that the API tells, something of it renamed."""
    board = shown_board(slug="board")
    one = make.MicroCredentialFactory(slug="one", priority_links=[addresses(make.PriorityFactory())])
    stack = make.StackFactory(slug="set", members=[one, make.MicroCredentialFactory()])
    make.DecisionFactory(stack=stack, jurisdiction=board)
    make.DecisionFactory(credential=one, jurisdiction=board)
    role = make.RoleFactory(slug="teacher-leader", is_goal=True)
    make.PathwayFactory(slug="way", roles=[role], stages=[stage(stack)])
    publish_as(make.StackFactory(slug="old"), "new")
    gone = make.StackFactory(slug="gone")
    publish_as(gone, "gone")
    gone.refresh_from_db()
    gone.unpublish()


def document() -> dict[str, Any]:
    """The contract."""
    found: dict[str, Any] = Client().get("/api/v1/openapi.json").json()
    return found


def operations() -> list[tuple[str, dict[str, Any]]]:
    """Every address of the contract with what it says of it."""
    return [(path, item["get"]) for path, item in document()["paths"].items()]


@pytest.mark.usefixtures("catalog")
def test_nothing_breaks_the_contract() -> None:
    with shared_application() as site:
        assert breaches(contract(site, examples=8, seed=1)) == ([], PHASES)


@pytest.mark.long
@pytest.mark.usefixtures("catalog")
def test_nothing_breaks_the_contract_however_long_one_tries() -> None:
    with shared_application() as site:
        assert breaches(contract(site, examples=300)) == ([], PHASES)


@pytest.mark.usefixtures("catalog")
@pytest.mark.parametrize("slug", ["set", "old", "gone", "never", "SET", "a%2Fb"])
@pytest.mark.parametrize("on", ["", "2025-03-01", "2100-12-31", "1899-12-31", "soon"])
def test_answers_about_a_record_keep_to_the_contract(slug: str, on: str) -> None:
    with shared_application() as site:
        operation = contract(site, examples=1)["/api/v1/stacks/{slug}/decisions"]["GET"]
        operation.Case(path_parameters={"slug": slug}, query={"on": on}).call_and_validate()


def test_two_validators_find_nothing() -> None:
    OpenAPIV31SpecValidator(document()).validate()
    OpenAPI.model_validate(document())


def test_every_answer_is_told() -> None:
    for path, operation in operations():
        wanted = {"200", "400", "422"} | ({"301", "404", "410"} if "{" in path else set())
        assert wanted <= {*operation["responses"]}, path


def test_every_day_is_told_with_its_bounds() -> None:
    days = [one for _, each in operations() for one in each.get("parameters", ()) if one["name"] == "on"]
    assert len(days) >= 4
    for day in days:
        assert "From 1900-01-01 to 2100-12-31." in day["description"]
        assert "2100-12-31" in json.dumps(day["schema"])


def test_statuses_of_records_and_of_plans_have_names_of_their_own() -> None:
    schemas = document()["components"]["schemas"]
    assert schemas["PlanStatus"]["enum"] == ["optimal", "impossible", "feasible"]
    assert "approved" in schemas["Status"]["enum"]
    assert schemas["PlanOut"]["properties"]["status"]["$ref"].endswith("/PlanStatus")
    assert schemas["StatusOut"]["properties"]["status"]["$ref"].endswith("/Status")
