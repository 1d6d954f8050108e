"""A pathway as one table and as a file."""

import csv
import io
from datetime import date

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from wagtail.models import PageViewRestriction

from catalog.models import StackPage
from pathways.models import PathwayPage
from tests.factories import MicroCredentialFactory, PathwayFactory, StackFactory, stage
from tests.search.deciding import decide, shown_board

pytestmark = pytest.mark.django_db


def pathway() -> PathwayPage:
    """Of two stages, in which a formula stands first by name."""
    plain = StackFactory(title="Plain", members=(MicroCredentialFactory(hours_min=9, hours_max=9),))
    formula = StackFactory(title="=SUM(A1)", members=(MicroCredentialFactory(hours_min=2, hours_max=2),))
    made: PathwayPage = PathwayFactory(stages=[stage(plain), stage(formula)])
    return made


def titles(client: Client, page: PathwayPage, query: str = "") -> tuple[list[str], str]:
    """The stacks in their order, and all that the page says."""
    text = client.get(reverse("pathway_table", args=[page.slug]) + query).content.decode()
    soup = BeautifulSoup(text, "html.parser")
    return [cell.get_text(strip=True) for cell in soup.select(".road-table th[scope=row] > a")][:2], text


def test_table_is_in_the_order_of_the_stages(client: Client) -> None:
    assert titles(client, pathway())[0] == ["Plain", "=SUM(A1)"]


def test_table_is_sorted_by_links(client: Client) -> None:
    found, text = titles(client, pathway(), "?sort=hours&on=2025-03-01")
    assert found == ["=SUM(A1)", "Plain"]
    assert 'aria-sort="ascending"' in text
    assert "?sort=cost&amp;on=2025-03-01" in text


@pytest.mark.parametrize("sort", ["nothing", "__class__", "W" * 3000, "<b>"])
def test_what_it_cannot_be_sorted_by_is_left_out_and_said(client: Client, sort: str) -> None:
    found, text = titles(client, pathway(), f"?sort={sort}")
    assert found == ["Plain", "=SUM(A1)"]
    assert "the table cannot be sorted by it" in text
    assert len(text) < 40_000


def test_file_opens_safely_in_a_spreadsheet(client: Client) -> None:
    response = client.get(reverse("pathway_table_file", args=[pathway().slug]))
    assert response.headers["Content-Disposition"].endswith('.csv"')
    text = response.getvalue().decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [row["Title"] for row in rows][:2] == ["Plain", "'=SUM(A1)"]
    assert rows[0]["Address"].startswith("http")


def test_file_tells_the_decision_of_the_day_and_what_came_later_apart(client: Client) -> None:
    page, board = pathway(), shown_board(name="A Board")
    stack = StackPage.objects.get(title="Plain")
    decide(board, stack, effective_until=date(2025, 6, 30), citation_title="Old minutes")
    facts = {"decided_on": date(2025, 6, 1), "effective_from": date(2025, 7, 1)}
    decide(board, stack, "conditional", **facts, citation_title="New minutes")
    address = reverse("pathway_table_file", args=[page.slug])
    text = client.get(address, {"on": "2025-05-01"}).getvalue().decode("utf-8-sig")
    row = next(csv.DictReader(io.StringIO(text)))
    assert (row["Status"], row["Board"]) == ("Ending soon", "A Board")
    assert (row["Holds from"], row["Holds until"], row["Last day in force"]) == (
        "2025-01-01",
        "2025-06-30",
        "2025-06-30",
    )
    assert row["Citation"] == "Old minutes (https://board.example.org/minutes)"
    assert row["What came later"] == (
        "Changed to an approval with conditions from July 1, 2025 on, decided on 2025-06-01: "
        "New minutes (https://board.example.org/minutes)."
    )


@pytest.mark.parametrize("name", ["pathway_table", "pathway_table_file"])
def test_unknown_and_hidden_pathways_are_not_found(client: Client, name: str) -> None:
    hidden = PathwayFactory(live=False)
    assert client.get(reverse(name, args=["no-such"])).status_code == 404
    assert client.get(reverse(name, args=[hidden.slug])).status_code == 404


@pytest.mark.parametrize("name", ["pathway_table", "pathway_table_file"])
def test_closed_pathway_leads_to_its_page(client: Client, name: str) -> None:
    page = pathway()
    page.view_restrictions.create(restriction_type=PageViewRestriction.LOGIN)
    response = client.get(reverse(name, args=[page.slug]))
    assert (response.status_code, response.headers["Location"]) == (302, page.url)
