"""The graph as JSON."""

from typing import Any

import pytest
from django.test import Client

from tests.factories import (
    IssuerFactory,
    MicroCredentialFactory,
    PathwayFactory,
    PriorityFactory,
    RoleFactory,
    StackFactory,
    better_after,
    builds_on,
    stage,
)

pytestmark = pytest.mark.django_db


def graph(client: Client, **asked: str) -> dict[str, Any]:
    answer = client.get("/api/v1/graph", asked)
    assert answer.status_code == 200
    found: dict[str, Any] = answer.json()
    return found


def edges(found: dict[str, Any]) -> set[tuple[str, str, str]]:
    return {(one["source"], one["kind"], one["target"]) for one in found["edges"]}


def test_graph_gives_nodes_and_edges_that_point_the_way_one_travels(client: Client) -> None:
    member = MicroCredentialFactory(slug="member")
    first = StackFactory(slug="first", title="First", members=(member,))
    second = StackFactory(slug="second", members=(first,), stack_links=[builds_on(first)])
    third = StackFactory(slug="third", stack_links=[better_after(second)])
    PathwayFactory(
        slug="way",
        stages=[stage(second, title="Go"), stage(third)],
        priority=PriorityFactory(slug="reading", parent_priority=PriorityFactory(slug="literacy")),
        roles=[RoleFactory(slug="coach")],
    )
    found = graph(client)
    nodes = {one["id"]: one for one in found["nodes"]}
    assert nodes["stack:first"] == {
        "id": "stack:first",
        "kind": "stack",
        "slug": "first",
        "title": "First",
        "url": "/stacks/first/",
    }
    assert nodes["stage:way/1"]["title"] == "Go"
    assert nodes["stage:way/1"]["url"] == "/pathways/way/#stage-1"
    assert {
        ("stack:first", "builds_on", "stack:second"),
        ("stack:second", "recommended_before", "stack:third"),
        ("stack:first", "contains", "micro-credential:member"),
        ("stack:second", "contains", "stack:first"),
        ("pathway:way", "contains", "stage:way/2"),
        ("stage:way/2", "contains", "stack:third"),
        ("pathway:way", "prepares_for", "role:coach"),
        ("pathway:way", "addresses", "priority:reading"),
        ("stack:third", "addresses", "priority:literacy"),
        ("priority:literacy", "contains", "priority:reading"),
    } <= edges(found)
    assert found["demonstration"] is False
    assert found["ignored"] == []
    assert {end for one in found["edges"] for end in (one["source"], one["target"])} <= nodes.keys()


def test_graph_of_one_pathway_leaves_out_what_stands_apart(client: Client) -> None:
    PathwayFactory(slug="way", stages=[stage(StackFactory(slug="inside"))], priority=None)
    PathwayFactory(slug="other", stages=[stage(StackFactory(slug="apart"))], priority=None)
    found = graph(client, pathway="way")
    assert {one["id"] for one in found["nodes"]} == {"pathway:way", "stage:way/1", "stack:inside"}
    assert edges(found) == {
        ("pathway:way", "contains", "stage:way/1"),
        ("stage:way/1", "contains", "stack:inside"),
    }


def test_graph_ignores_what_it_does_not_know_and_says_so(client: Client) -> None:
    StackFactory(slug="one")
    found = graph(client, pathway="nowhere", color="red")
    assert [(one["field"], one["value"]) for one in found["ignored"]] == [
        ("color", "red"),
        ("pathway", "nowhere"),
    ]
    assert "stack:one" in {one["id"] for one in found["nodes"]}


def test_graph_says_that_some_of_it_is_made_up(client: Client) -> None:
    StackFactory(issuer=IssuerFactory(demonstration=True))
    assert graph(client)["demonstration"] is True


def test_graph_is_empty_where_nothing_is_on_record(client: Client) -> None:
    assert graph(client) == {"nodes": [], "edges": [], "demonstration": False, "ignored": []}
