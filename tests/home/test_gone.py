"""What was public and is published no more says so at every address it had, and withholds its facts."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from django.test import Client

from catalog.models import DistrictIndexPage
from home.models import ProsePage
from tests import factories as make
from tests.editing import publish_as
from tests.factories import home_page, room, stage

pytestmark = pytest.mark.django_db

GONE = 410
SECRET = "Nobody reads this"
KINDS: dict[str, Any] = {
    "micro-credentials": make.MicroCredentialFactory,
    "stacks": make.StackFactory,
    "pathways": make.PathwayFactory,
    "priorities": make.PriorityFactory,
    "roles": make.RoleFactory,
    "issuers": make.IssuerFactory,
}


def unpublished(page: Any) -> Any:
    """The page, published no more."""
    page.refresh_from_db()
    page.unpublish()
    return page


def told(address: str) -> str:
    """What an address says that says that something is gone."""
    answer = Client().get(address)
    assert answer.status_code == GONE
    assert Client().head(address).status_code == GONE
    return answer.content.decode()


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("slug", ["first", "second", "Second"])
def test_page_that_was_public_says_so_and_withholds_its_facts(kind: str, slug: str) -> None:
    page = KINDS[kind](slug="first", title=SECRET, summary="Something about it")
    publish_as(page, "second")
    unpublished(page)
    text = told(f"/{kind}/{slug}/")
    assert "is no longer published</h1>" in text
    assert SECRET not in text
    assert "Something about it" not in text
    assert f'href="/{kind}/"' in text.partition("<main")[2]


def test_prose_that_was_public_says_so() -> None:
    page = ProsePage(slug="about", title=SECRET)
    home_page().add_child(instance=page)
    page.save_revision().publish()
    unpublished(page)
    text = told("/about/")
    assert "This page is no longer published" in text
    assert SECRET not in text


@pytest.mark.parametrize("slug", ["first", "second"])
def test_what_stands_below_it_says_so_too(slug: str) -> None:
    page = make.PathwayFactory(slug="first", title=SECRET, stages=[stage(make.StackFactory())])
    publish_as(page, "second")
    unpublished(page)
    assert "This pathway is no longer published" in told(f"/pathways/{slug}/table/?sort=hours")
    answer = Client().get(f"/pathways/{slug}/table.csv")
    assert (answer.status_code, answer.headers["Content-Type"]) == (GONE, "text/plain; charset=utf-8")
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert answer.content.decode().startswith("This pathway is no longer published.")
    assert Client().get(f"/pathways/{slug}/never/").status_code == 404


def test_what_never_was_public_is_not_found() -> None:
    make.StackFactory(slug="draft", live=False, first_published_at=None)
    assert Client().get("/stacks/draft/").status_code == 404
    assert Client().get("/api/v1/stacks/draft/decisions").status_code == 404


@pytest.mark.parametrize("restriction", [{"restriction_type": "login"}, {"password": "x"}])
@pytest.mark.parametrize("where", ["page", "list"])
def test_what_was_closed_is_told_by_nothing(where: str, restriction: dict[str, str]) -> None:
    page = make.PathwayFactory(slug="closed", stages=[stage(make.StackFactory())])
    page.save_revision().publish()
    (page if where == "page" else page.get_parent()).view_restrictions.create(**restriction)
    unpublished(page)
    for address in ("/pathways/closed/", "/pathways/closed/table/", "/embed/pathways/closed/"):
        assert Client().get(address).status_code == 404


def test_what_is_published_again_is_shown_again() -> None:
    page = make.StackFactory(slug="set", title="A set")
    page.save_revision().publish()
    unpublished(page)
    assert SECRET not in told("/stacks/set/")
    page.refresh_from_db()
    page.save_revision().publish()
    assert "A set" in Client().get("/stacks/set/").content.decode()


def test_list_of_closed_pages_is_not_named() -> None:
    page = make.StackFactory(slug="set")
    page.save_revision().publish()
    unpublished(page)
    unpublished(page.get_parent())
    assert 'href="/stacks/"' not in told("/stacks/set/").partition("<main")[2]


def test_list_of_records_that_is_gone_says_so() -> None:
    make.DistrictFactory(slug="wake")
    listed = room(DistrictIndexPage)
    listed.save_revision().publish()
    unpublished(listed)
    assert "no longer published" in told("/districts/")


def test_what_is_sent_there_is_not_answered() -> None:
    page = make.StackFactory(slug="set")
    page.save_revision().publish()
    unpublished(page)
    assert Client().post("/stacks/set/").status_code == 404


@pytest.mark.parametrize("kind", ["micro-credentials", "stacks"])
@pytest.mark.parametrize("slug", ["first", "second"])
def test_what_boards_decided_stays_on_record(kind: str, slug: str) -> None:
    board = make.JurisdictionFactory(name="Board of Teaching", demonstration=True)
    page = KINDS[kind](slug="first", title=SECRET)
    make.DecisionFactory(
        **{"credential": None, "stack": None} | {"credential" if kind[0] == "m" else "stack": page},
        jurisdiction=board,
        effective_from=date(2024, 1, 1),
        effective_until=date(2025, 1, 1),
        citation_title="Minutes of December",
    )
    publish_as(page, "second")
    unpublished(page)
    text = told(f"/{kind}/{slug}/?on=2024-06-01")
    for said in (
        "Board of Teaching",
        "Approved",
        "January 1, 2025",
        "Minutes of December",
        "made up to show",
    ):
        assert said in text
    assert "As of June 1, 2024" in text
    assert SECRET not in text
    answer = Client().get(f"/api/v1/{kind}/{slug}/decisions?on=2024-06-01").json()
    assert answer["detail"].endswith(" is no longer published.")
    assert [one["status"] for one in answer["statuses"]] == ["approved"]
    assert [one["citation"]["title"] for one in answer["decisions"]] == ["Minutes of December"]
    assert answer["demonstration"] is True
    assert SECRET not in str(answer)


def test_what_nobody_decided_about_says_that_this_is_no_answer() -> None:
    page = make.StackFactory(slug="set")
    page.save_revision().publish()
    unpublished(page)
    assert "This is not a no. It is also not a yes." in told("/stacks/set/")


def test_what_something_gone_counts_for_is_withheld() -> None:
    page = make.MicroCredentialFactory(slug="one")
    page.save_revision().publish()
    unpublished(page)
    answer = json.loads(told("/api/v1/micro-credentials/one/equivalences"))
    assert answer == {"detail": "This micro-credential is no longer published."}
