"""The graph and plans as JSON."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.factories import (
    DecisionFactory,
    IssuerFactory,
    JurisdictionFactory,
    MicroCredentialFactory,
    PathwayFactory,
    PriorityFactory,
    RoleFactory,
    StackFactory,
    better_after,
    builds_on,
    group,
    stage,
)

pytestmark = pytest.mark.django_db

LEAST_WORK = {
    "status": "optimal",
    "goal": {"kind": "role", "slug": "coach", "title": "Coach"},
    "minimize": "count",
    "objective": 3.0,
    "gap": 0.0,
    "on": None,
    "steps": [
        {
            "kind": "micro-credential",
            "count": 1,
            "slug": "short",
            "title": "Short",
            "url": "http://127.0.0.1:8000/micro-credentials/short/",
            "hours_min": 2.0,
            "hours_max": 4.0,
            "cost_usd": None,
            "cost_applies_to": None,
            "covered": False,
            "last_day_to_start": None,
            "last_day_to_finish": None,
            "for": [
                {"kind": "stack", "slug": "first", "title": "First"},
                {"kind": "stack", "slug": "last", "title": "Last"},
            ],
            "status": None,
            "ends_on": None,
            "check": [],
        },
        {
            "kind": "unnamed",
            "count": 2,
            "slug": "last",
            "title": "Last",
            "url": "http://127.0.0.1:8000/stacks/last/",
            "hours_min": None,
            "hours_max": None,
            "cost_usd": None,
            "cost_applies_to": None,
            "covered": False,
            "last_day_to_start": None,
            "last_day_to_finish": None,
            "for": [{"kind": "stack", "slug": "last", "title": "Last"}],
            "status": None,
            "ends_on": None,
            "check": [],
        },
    ],
    "totals": {
        "count": 3,
        "at_least": True,
        "hours_min": 2.0,
        "hours_max": 4.0,
        "hours_not_stated": 2,
        "cost_usd": None,
        "cost_not_stated": 3,
        "cost_applies_to": [],
    },
    "stacks": ["first", "last"],
    "stack_statuses": [
        {"slug": "first", "title": "First", "status": None, "ends_on": None},
        {"slug": "last", "title": "Last", "status": None, "ends_on": None},
    ],
    "warnings": [],
    "left_out": [],
    "reason": None,
    "counted": [],
    "without_equivalences": False,
    "other_way": None,
    "with_refused": None,
    "editions": [],
    "demonstration": False,
    "ignored": [],
}
"""The answer for the role of the fixture `goal`."""


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
        "url": "http://127.0.0.1:8000/stacks/first/",
    }
    assert nodes["stage:way/1"]["title"] == "Go"
    assert nodes["stage:way/1"]["url"] == "http://127.0.0.1:8000/pathways/way/#stage-1"
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


def plan(client: Client, query: str) -> dict[str, Any]:
    answer = client.get(f"/api/v1/plan?{query}")
    assert answer.status_code == 200
    found: dict[str, Any] = answer.json()
    return found


@pytest.fixture
def goal() -> None:
    """A role that one pathway prepares for: one of two stacks, then one with a step that is not on record."""
    short = MicroCredentialFactory(slug="short", title="Short", hours_min=2, hours_max=4)
    free = MicroCredentialFactory(slug="free", cost_usd=0, cost_per="micro-credential")
    members_only = MicroCredentialFactory(
        slug="members", cost_usd=5, cost_per="micro-credential", cost_applies_to="members"
    )
    first = StackFactory(slug="first", title="First", members=(short,))
    second = StackFactory(slug="second", members=(free, members_only))
    last = StackFactory(slug="last", title="Last", members=(short,), complete="no", member_count=3)
    PathwayFactory(
        slug="way",
        stages=[stage(first, second, minimum=1), stage(last)],
        roles=[RoleFactory(slug="coach", title="Coach")],
        priority=None,
    )


@pytest.mark.usefixtures("goal")
def test_plan_gives_the_least_work_with_its_reasons(client: Client) -> None:
    found = plan(client, "goal=role:coach")
    assert found == LEAST_WORK


@pytest.mark.usefixtures("goal")
def test_plan_says_for_whom_a_price_holds(client: Client) -> None:
    found = plan(client, "goal=stack:second")
    assert [(one["cost_usd"], one["cost_applies_to"]) for one in found["steps"]] == [
        (0.0, None),
        (5.0, "members"),
    ]
    assert found["totals"]["cost_usd"] == 5.0
    assert found["totals"]["cost_applies_to"] == ["members"]


@pytest.mark.usefixtures("goal")
def test_what_is_held_is_not_planned(client: Client) -> None:
    found = plan(client, "goal=stack:first&held=short")
    assert (found["status"], found["steps"], found["totals"]["count"]) == ("optimal", [], 0)


@pytest.mark.usefixtures("goal")
def test_a_limit_says_what_it_left_out_and_what_is_in_the_way(client: Client) -> None:
    found = plan(client, "goal=stack:second&free=1")
    assert found["status"] == "impossible"
    assert [(one["slug"], one["reason"]) for one in found["left_out"]] == [
        ("members", "It is not free: $5 for members.")
    ]
    assert found["reason"]


def test_an_approval_is_asked_for_on_a_day(client: Client) -> None:
    board = JurisdictionFactory(slug="board", name="A board")
    approved, other = MicroCredentialFactory(slug="yes"), MicroCredentialFactory(slug="no")
    DecisionFactory(credential=approved, jurisdiction=board)
    StackFactory(slug="both", groups=[group(approved, other, minimum=1)])
    found = plan(client, "goal=stack:both&approved_by=board&on=2025-03-01")
    assert [one["slug"] for one in found["steps"]] == ["yes"]
    assert [(one["slug"], one["reason"]) for one in found["left_out"]] == [
        ("no", "Not approved by A board on March 1, 2025.")
    ]
    before = plan(client, "goal=stack:both&approved_by=board&on=2024-12-31")
    assert before["status"] == "impossible"


@pytest.mark.usefixtures("goal")
def test_what_is_unknown_is_ignored_and_told(client: Client) -> None:
    found = plan(client, "goal=role:coach&goal=stack:first&held=nothing&week=3")
    assert [(one["field"], one["value"]) for one in found["ignored"]] == [
        ("goal", "stack:first"),
        ("held", "nothing"),
        ("week", "3"),
    ]
    assert found["goal"]["slug"] == "coach"


def test_a_goal_that_is_not_on_record_is_told(client: Client) -> None:
    found = plan(client, "goal=role:nobody")
    assert (found["status"], found["goal"], found["objective"]) == ("impossible", None, None)
    assert found["reason"] == "None of the goals that were given is on record."
    assert found["ignored"][0]["value"] == "role:nobody"


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("", "goal"),
        ("goal=mars", "goal"),
        ("goal=stack:a&hours_max=-1", "hours_max"),
        ("goal=stack:a&hours_max=many", "hours_max"),
        ("goal=stack:a&hours_max=1e1", "hours_max"),
        ("goal=stack:a&hours_max=1_000", "hours_max"),
        ("goal=stack:a&hours_max=nan", "hours_max"),
        ("goal=stack:a&minimize=joy", "minimize"),
        ("goal=stack:a&on=yesterday", "on"),
        ("goal=stack:a&free=perhaps", "free"),
    ],
)
def test_what_is_of_the_wrong_kind_is_refused_by_its_name(client: Client, query: str, field: str) -> None:
    answer = client.get(f"/api/v1/plan?{query}")
    assert answer.status_code == 422
    assert field in str(answer.json()["detail"][0]["loc"])


@pytest.mark.usefixtures("goal")
@pytest.mark.parametrize("name", ["hours_max", "free", "minimize", "on"])
def test_what_a_form_sends_empty_is_not_given(client: Client, name: str) -> None:
    found = plan(client, f"goal=role:coach&{name}=")
    assert (found["status"], found["minimize"], found["ignored"]) == ("optimal", "count", [])


@pytest.mark.usefixtures("goal")
def test_of_two_values_the_last_counts_and_the_other_is_told(client: Client) -> None:
    found = plan(client, "goal=role:coach&minimize=joy&minimize=hours&hours_max=-1&hours_max=50")
    assert found["minimize"] == "hours"
    assert [(one["field"], one["value"]) for one in found["ignored"]] == [
        ("minimize", "joy"),
        ("hours_max", "-1"),
    ]


def test_graph_of_two_pathways_is_that_of_the_last(client: Client) -> None:
    for slug in ("one", "two"):
        PathwayFactory(slug=slug, stages=[stage(StackFactory())])
    found = client.get("/api/v1/graph?pathway=one&pathway=two").json()
    assert [node["slug"] for node in found["nodes"] if node["kind"] == "pathway"] == ["two"]
    assert [(one["field"], one["value"]) for one in found["ignored"]] == [("pathway", "one")]


@pytest.mark.usefixtures("goal")
def test_issuer_without_work_on_record_can_be_left_out(client: Client) -> None:
    IssuerFactory(slug="nothing-yet")
    found = plan(client, "goal=role:coach&without_issuer=nothing-yet")
    assert (found["ignored"], found["status"]) == ([], "impossible")


def test_stack_that_is_not_published_is_still_asked_for(client: Client) -> None:
    first = StackFactory(live=False)
    last = StackFactory(members=(MicroCredentialFactory(),))
    after = StackFactory(slug="after", title="After", members=(MicroCredentialFactory(),))
    after.stack_links = [builds_on(first)]
    after.save()
    PathwayFactory(slug="all", stages=[stage(first, last)])
    assert plan(client, "goal=pathway:all")["reason"].endswith("asks for 2 stacks and names only 1.")
    assert plan(client, "goal=stack:after")["reason"] == (
        "“After” builds on a stack that is not published at present."
    )


@pytest.mark.usefixtures("goal")
def test_five_hundred_held_are_answered(client: Client) -> None:
    held = "&".join(f"held=x{number}" for number in range(500))
    found = plan(client, f"goal=role:coach&{held}&held=short")
    assert found["status"] == "optimal"
    assert len(found["ignored"]) == 501


@pytest.mark.usefixtures("goal")
def test_asking_for_a_plan_writes_nothing(client: Client) -> None:
    plan(client, "goal=role:coach")  # the site's settings are made when they are first read
    with CaptureQueriesContext(connection) as captured:
        plan(client, "goal=role:coach&held=short")
    statements = [query["sql"].split()[0] for query in captured]
    assert set(statements) == {"SELECT"}
