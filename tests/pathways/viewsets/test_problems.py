"""The admin's page of problems: for editors, with a link to where each is mended."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from tests.editing import edit_address
from tests.editors import signed_in
from tests.factories import MicroCredentialFactory, PathwayFactory, RoleFactory, StackFactory, stage

pytestmark = pytest.mark.django_db
ADDRESS = "/admin/pathway_problems/"


def test_problems_are_told_with_a_link_to_mend_them(client: Client) -> None:
    page = PathwayFactory(title="Way", stages=[stage(StackFactory(title="Empty"), title="Go")])
    role = RoleFactory(title="Coach")
    text = signed_in(client).get(ADDRESS).content.decode()
    assert "Stage 1, “Go”, of “Way” asks for one stack" in text
    assert "No pathway prepares for “Coach”." in text
    assert edit_address(page) in text
    assert edit_address(role) in text


def test_the_page_says_where_one_is(client: Client) -> None:
    soup = BeautifulSoup(signed_in(client).get(ADDRESS).content, "html.parser")
    crumbs = [one.get_text(strip=True) for one in soup.select("[data-controller~=w-breadcrumbs] li")]
    assert [one.get_text(strip=True) for one in soup.select("h1")] == ["Problems of pathways"]
    assert [one for one in crumbs if one] == ["Home", "Problems of pathways"]


def test_a_catalog_in_order_says_so(client: Client) -> None:
    PathwayFactory(stages=[stage(StackFactory(members=(MicroCredentialFactory(),)))])
    assert "Nothing is wrong or missing." in signed_in(client).get(ADDRESS).content.decode()


def test_the_dashboard_counts_what_is_wrong(client: Client) -> None:
    PathwayFactory(stages=[stage(StackFactory())])
    text = signed_in(client).get("/admin/").content.decode()
    assert "Problems on pathways to mend" in text
    assert ADDRESS in text


def test_whoever_may_make_no_page_does_not_see_it(client: Client) -> None:
    client.raise_request_exception = True
    answer = signed_in(client, "Nobody").get(ADDRESS)
    assert answer.status_code in (302, 403)
