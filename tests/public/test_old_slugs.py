"""What an address or a file names by a slug that changed since is found as it is called now."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from tests import factories as make
from tests.editing import publish_as
from tests.factories import addresses, stage

pytestmark = pytest.mark.django_db


@pytest.fixture
def way() -> Any:
    """A pathway that leads to a priority and a role, by one stack of one micro-credential."""
    priority, role = make.PriorityFactory(slug="aim"), make.RoleFactory(slug="coach", is_goal=True)
    one = make.MicroCredentialFactory(
        slug="one",
        title="Only one",
        issuer=make.IssuerFactory(slug="house"),
        topic=make.TopicFactory(slug="math"),
        priority_links=[addresses(priority)],
    )
    stack = make.StackFactory(slug="set", members=[one])
    return make.PathwayFactory(
        slug="way", title="The way", priority=priority, roles=[role], stages=[stage(stack)]
    )


def renamed(kind: str, slug: str) -> None:
    """The page or record of this kind and slug, under a new one."""
    record = getattr(make, f"{kind}Factory")._meta.model.objects.get(slug=slug)
    if hasattr(record, "url_path"):
        publish_as(record, f"new-{slug}")
    else:
        record.slug = f"new-{slug}"
        record.save()


def found(address: str) -> dict[str, Any]:
    """A JSON answer."""
    answer = Client().get(address)
    assert answer.status_code == 200
    data: dict[str, Any] = answer.json()
    return data


@pytest.mark.usefixtures("way")
def test_graph_around_a_pathway_that_was_renamed() -> None:
    renamed("Pathway", "way")
    answer = found("/api/v1/graph?pathway=way")
    assert answer["ignored"] == []
    assert [one["slug"] for one in answer["nodes"] if one["kind"] == "pathway"] == ["new-way"]


@pytest.mark.usefixtures("way")
@pytest.mark.parametrize(
    ("kind", "goal"), [("Pathway", "pathway:way"), ("Priority", "priority:aim"), ("Role", "role:coach")]
)
def test_plan_to_a_goal_that_was_renamed(kind: str, goal: str) -> None:
    renamed(kind, goal.partition(":")[2])
    answer = found(f"/api/v1/plan?goal={goal}")
    assert (answer["status"], answer["ignored"]) == ("optimal", [])
    assert [one["slug"] for one in answer["steps"]] == ["one"]


@pytest.mark.usefixtures("way")
def test_plan_knows_what_is_held_by_its_former_name() -> None:
    renamed("MicroCredential", "one")
    answer = found("/api/v1/plan?goal=pathway:way&held=one")
    assert (answer["steps"], answer["ignored"]) == ([], [])


@pytest.mark.usefixtures("way")
def test_plan_leaves_out_an_issuer_by_its_former_name() -> None:
    renamed("Issuer", "house")
    answer = found("/api/v1/plan?goal=pathway:way&without_issuer=house")
    assert (answer["status"], answer["ignored"]) == ("impossible", [])


@pytest.mark.usefixtures("way")
def test_plan_asks_a_board_by_its_former_name() -> None:
    make.JurisdictionFactory(slug="board")
    renamed("Jurisdiction", "board")
    assert found("/api/v1/plan?goal=pathway:way&approved_by=board")["ignored"] == []


@pytest.mark.usefixtures("way")
@pytest.mark.parametrize(
    ("kind", "facet", "slug"),
    [("Issuer", "issuer", "house"), ("Priority", "priority", "aim"), ("Topic", "topic", "math")],
)
def test_search_narrows_by_a_former_name(kind: str, facet: str, slug: str) -> None:
    renamed(kind, slug)
    answer = found(f"/api/v1/search?kind=micro-credential&{facet}={slug}")
    assert answer["ignored"] == []
    assert [one["slug"] for one in answer["results"]] == ["one"]
    page = Client().get(f"/explore/?kind=micro-credential&{facet}={slug}").content.decode()
    assert f"{facet}=new-{slug}" in page


@pytest.mark.usefixtures("way")
@pytest.mark.parametrize(
    ("kind", "facet", "slug"), [("Priority", "priority", "aim"), ("Role", "role", "coach")]
)
def test_explorer_narrows_by_a_former_name(kind: str, facet: str, slug: str) -> None:
    renamed(kind, slug)
    page = Client().get(f"/pathways/?{facet}={slug}").content.decode()
    assert "No pathway has this value" not in page
    assert "1 pathway<" in page.replace("\n", "")


@pytest.mark.usefixtures("way")
def test_former_name_of_what_is_not_public_is_not_told() -> None:
    renamed("Issuer", "house")
    make.IssuerFactory._meta.model.objects.get(slug="new-house").unpublish()
    text = str(found("/api/v1/search?issuer=house")["ignored"])
    assert "house" in text
    assert "new-house" not in text


@pytest.mark.usefixtures("way")
def test_comparison_by_a_former_name() -> None:
    renamed("MicroCredential", "one")
    assert "Only one" in Client().get("/compare/?c=one").content.decode()
    assert "Only one" in Client().get("/compare/?c=one&format=csv").getvalue().decode()
