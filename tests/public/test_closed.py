"""What asks its visitor to sign in tells nothing: no list, no page beside it and no file has its title."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from tests import factories as make
from tests.factories import addresses, stage

pytestmark = pytest.mark.django_db

LISTS = ("micro-credentials", "stacks", "pathways", "priorities", "roles", "issuers", "guides")
BESIDE = (
    "/",
    "/explore/?q=nobody",
    "/micro-credentials/open/",
    "/stacks/open/",
    "/pathways/open/",
    "/pathways/open/table.csv",
    "/priorities/open/",
    "/roles/open/",
    "/issuers/open/",
    "/competencies/open/",
    "/embed/priorities/open/",
    "/api/v1/graph",
    "/plan/?goal=pathway:open",
    "/sitemap.xml",
)
CLOSED = ("credential", "stack", "pathway", "priority", "role", "issuer", "guide")


@pytest.fixture
def catalog() -> dict[str, Any]:
    """A small catalog in which what will be closed stands beside what is open, wherever it can."""
    issuer = make.IssuerFactory(slug="open", title="Open issuer")
    priority = make.PriorityFactory(slug="open", title="Open priority")
    role = make.RoleFactory(slug="open", title="Open role", is_goal=True)
    competency = make.CompetencyFactory(slug="open")
    shut: dict[str, Any] = {
        "priority": make.PriorityFactory(parent_priority=priority),
        "role": make.RoleFactory(is_goal=True),
        "issuer": make.IssuerFactory(),
        "guide": make.GuidePageFactory(),
    }
    links = [addresses(priority), addresses(shut["priority"])]
    one = make.MicroCredentialFactory(slug="open", title="Open one", issuer=issuer, priority_links=links)
    other = make.MicroCredentialFactory(issuer=issuer, priority_links=[addresses(priority)])
    for page in (one, other):
        page.alignments.create(competency=competency)
    inner = make.StackFactory(issuer=issuer, members=(one,))
    stack = make.StackFactory(slug="open", title="Open stack", issuer=issuer, members=(one, other, inner))
    way = {"priority": priority, "roles": [role, shut["role"]], "stages": [stage(stack, inner)]}
    make.PathwayFactory(slug="open", title="Open way", **way)
    return shut | {"credential": other, "stack": inner, "pathway": make.PathwayFactory(**way)}


def title_of(kind: str) -> str:
    """A title that nothing else has."""
    return f"Nobody reads of this {kind}"


def retitled(catalog: dict[str, Any], kinds: tuple[str, ...]) -> None:
    """Give these titles of their own."""
    for kind in kinds:
        catalog[kind].title = title_of(kind)
        catalog[kind].save()


def told(kinds: tuple[str, ...]) -> list[tuple[str, str]]:
    """Where one of these is named, and which."""
    found = []
    for address in (*(f"/{one}/" for one in LISTS), *BESIDE):
        text = b"".join(Client().get(address, follow=True)).decode()
        found += [(address, kind) for kind in kinds if title_of(kind) in text]
    return found


def test_title_of_what_is_closed_stands_nowhere(catalog: dict[str, Any]) -> None:
    retitled(catalog, CLOSED)
    assert {kind for _, kind in told(CLOSED)} == {*CLOSED}
    for kind in CLOSED:
        catalog[kind].view_restrictions.create(restriction_type="login")
    assert told(CLOSED) == []


def test_title_of_what_stands_below_something_closed_stands_nowhere(catalog: dict[str, Any]) -> None:
    retitled(catalog, ("stack",))
    catalog["stack"].get_parent().view_restrictions.create(restriction_type="login")
    assert told(("stack",)) == []


def test_stack_asks_for_a_closed_member_as_for_one_that_is_not_published(catalog: dict[str, Any]) -> None:
    catalog["credential"].view_restrictions.create(restriction_type="login")
    closed = Client().get("/stacks/open/").content.decode()
    catalog["credential"].view_restrictions.all().delete()
    catalog["credential"].unpublish()
    assert "not published" in closed
    main = closed.partition("<main")[2]
    assert main == Client().get("/stacks/open/").content.decode().partition("<main")[2]


def test_home_and_lists_count_what_everybody_may_read(catalog: dict[str, Any]) -> None:
    catalog["credential"].view_restrictions.create(restriction_type="login")
    listed = Client().get("/micro-credentials/").content.decode()
    assert "1 micro-credential" in " ".join(listed.split())
    assert Client().get("/healthz/").json()["counts"]["micro-credential"] == 1
