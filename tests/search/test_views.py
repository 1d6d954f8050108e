"""Explore, and the site's health, told to machines."""

import re
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from search.documents import BoardSpan, Choice, Document, Kind
from search.engines import engine
from tests.factories import GlossaryTermFactory, IssuerFactory, MicroCredentialFactory, StackFactory
from tests.search.deciding import decide, shown_board

pytestmark = pytest.mark.django_db

KINDS = {
    "micro-credential",
    "stack",
    "pathway",
    "priority",
    "role",
    "recognition",
    "issuer",
    "competency",
    "glossary",
    "district",
    "guide",
}


SPANS = (BoardSpan(1, "approved", date(2025, 1, 1), None),)


def synthetic(number: int) -> Document:
    """A document of no record, for a large index."""
    facets = {
        "kind": (Choice("guide", "Guide"),),
        "grade": (Choice(str(number % 12), f"Grade {number % 12}"),),
    }
    return Document(
        Kind.GUIDE, number, f"guide-{number}", f"Plan number {number}", facets=facets, spans=SPANS
    )


def test_health_counts_every_kind(client: Client) -> None:
    MicroCredentialFactory()
    GlossaryTermFactory()
    answer = client.get("/healthz/").json()
    assert answer["status"] == "ok"
    assert answer["catalog_version"] > 0
    assert set(answer["counts"]) == KINDS
    assert answer["counts"]["micro-credential"] == 1
    assert answer["counts"]["glossary"] == 1


def test_examples_are_counted_apart(client: Client) -> None:
    made_up = IssuerFactory(demonstration=True)
    MicroCredentialFactory(issuer=made_up)
    StackFactory(issuer=made_up)
    answer = client.get("/healthz/").json()
    assert answer["examples"] == 2
    assert [answer["counts"][kind] for kind in ("micro-credential", "stack", "issuer")] == [0, 0, 0]


def test_drafts_are_not_counted(client: Client) -> None:
    MicroCredentialFactory(live=False)
    assert client.get("/healthz/").json()["counts"]["micro-credential"] == 0


@pytest.mark.usefixtures("demo_catalog")
def test_results_half_is_the_results_of_the_whole_page(client: Client) -> None:
    whole = client.get("/explore/?q=phoneme").content.decode()
    half = client.get("/explore/?q=phoneme", headers={"HX-Request": "true"})
    text = half.content.decode()
    assert "<html" not in text
    results = text[text.index('<section id="found"') : text.index("</section>")]
    assert results in whole
    assert half.headers["Vary"].count("HX-Request") == 1


@pytest.mark.usefixtures("demo_catalog")
def test_page_taken_from_history_is_whole(client: Client) -> None:
    headers = {"HX-Request": "true", "HX-History-Restore-Request": "true"}
    assert "<html" in client.get("/explore/", headers=headers).content.decode()


@pytest.mark.usefixtures("demo_catalog")
def test_page_past_the_end_is_the_last_one(client: Client) -> None:
    page = client.get("/explore/?kind=guide&page=1000000000").content.decode()
    assert "The results have 1 page; this is the last one." in page
    assert '<ol class="results"' in page


def test_explore_is_read_only(client: Client) -> None:
    assert client.post("/explore/").status_code == 405


def explored(client: Client, query: str) -> str:
    """The words of the page, its markup left out."""
    html = client.get(f"/explore/?{query}").content.decode()
    return " ".join(re.sub(r"<[^>]*>", " ", html.partition("<main")[2]).split())


def test_day_asked_for_is_said_and_kept(client: Client) -> None:
    board = shown_board(name="A Board")
    for _ in range(21):
        decide(board, MicroCredentialFactory())
    words = explored(client, "on=2025-03-01&kind=micro-credential")
    assert "As of March 1, 2025: status, recognition and what was offered; other facts are today’s." in words
    html = client.get("/explore/?on=2025-03-01&kind=micro-credential").content.decode()
    links = re.findall(r'href="\?([^"]*)"', html)
    assert len(links) > 4
    assert [link for link in links if "on=2025-03-01" not in link] == ["kind=micro-credential"]
    assert '<input type="date" id="on" name="on" value="2025-03-01">' in html


def test_what_is_no_day_is_said(client: Client) -> None:
    decide(shown_board(), MicroCredentialFactory())
    words = explored(client, "on=2025-02-30")
    assert "on “2025-02-30”: There is no such day from 1900 to 2100." in words
    assert "As of " not in words


def test_day_is_kept_where_the_facet_is_not_shown(client: Client) -> None:
    GlossaryTermFactory(term="Rhyme")
    decide(shown_board(), MicroCredentialFactory())
    html = client.get("/explore/?q=rhyme&on=2025-03-01").content.decode()
    assert '<input type="hidden" name="on" value="2025-03-01">' in html
    assert 'type="date"' not in html


def test_result_is_marked_with_status_and_board(client: Client) -> None:
    decide(shown_board(name="A Board"), MicroCredentialFactory(title="Decided"))
    MicroCredentialFactory(title="Open")
    assert re.search(r"Decided Approved A Board", explored(client, "q=decided"))
    assert "A Board" not in explored(client, "q=open").partition("1 result for")[2]


@pytest.mark.parametrize("half", [False, True])
def test_made_up_decision_is_said_on_the_page(client: Client, half: bool) -> None:
    decide(shown_board(demonstration=True), MicroCredentialFactory())
    headers = {"HX-Request": "true"} if half else {}
    shown = client.get("/explore/?status=approved", headers=headers).content.decode()
    assert "Something on this page is made up" in shown
    other = client.get("/explore/?status=no-decision", headers=headers).content.decode()
    assert "Something on this page is made up" not in other


def test_queries_are_as_many_for_one_record_as_for_five_thousand(client: Client) -> None:
    shown_board(pk=1)

    def asked() -> int:
        client.get("/explore/?q=plan&kind=guide&sort=title")
        with CaptureQueriesContext(connection) as captured:
            client.get("/explore/?q=plan&kind=guide&sort=title")
        return len(captured)

    engine().write([synthetic(1)])
    one = asked()
    engine().write([synthetic(number) for number in range(1, 5_001)])
    assert client.get("/explore/?q=plan").content.decode().count("5,000 results")
    assert asked() == one


def test_a_value_chosen_beside_a_narrower_one_is_told_and_can_be_left_out(client: Client) -> None:
    board = shown_board()
    for title, outcome in (("Plain", "approve"), ("With conditions", "conditional")):
        decide(board, MicroCredentialFactory(title=title), outcome)
    page = client.get("/explore/?status=approved&status=conditional").text
    assert "2 results" in page
    assert "Approved is chosen too, and conditional is a part of it." in page
    assert '<a href="?status=conditional">Show conditional without the rest</a>' in page
    alone = client.get("/explore/?status=conditional").text
    assert "1 result" in alone
    assert "is chosen too" not in alone
