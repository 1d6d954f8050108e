"""The page and the file of a comparison."""

from __future__ import annotations

import csv
import io
import re
from typing import Any

import pytest
from django.test import Client
from pytest_django import Settings

from catalog.models import CompetencyIndexPage
from pathways import queries
from tests import factories as make
from tests.factories import addresses, alignment, room

pytestmark = pytest.mark.django_db


def text_of(client: Client, address: str) -> str:
    """The page's words, spaces made even."""
    answer = client.get(address)
    assert answer.status_code == 200
    return " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).split())


@pytest.fixture
def two() -> str:
    """The address that compares two micro-credentials."""
    make.MicroCredentialFactory(slug="a", title="Hear sounds", hours_min=5, hours_max=5)
    make.MicroCredentialFactory(slug="b", title="Read maps", hours_min=9, hours_max=9)
    return "/compare/?c=a&c=b"


def test_table_has_headers_for_columns_and_rows(client: Client, two: str) -> None:
    html = client.get(two).content.decode()
    table = html.partition("<table")[2].partition("</table>")[0]
    assert len(re.findall(r'<th scope="col">', table)) == 2
    rows = table.partition("<tbody>")[2].split("</tr>")[:-1]
    assert len(rows) > 5
    assert all(row.count('<th scope="row">') == 1 and row.count("<td") == 2 for row in rows)


def test_differing_row_says_so_in_a_word(client: Client, two: str) -> None:
    text = text_of(client, two)
    assert "Hours Differs 5 hours 9 hours" in text
    assert "Grades not stated not stated" in text


def test_links_that_look_the_same_name_their_record(client: Client, two: str) -> None:
    text = text_of(client, two)
    assert "Remove Hear sounds" in text
    assert "Remove Read maps" in text


def test_what_was_left_out_is_told(client: Client, two: str) -> None:
    text = text_of(client, f"{two}&c=never&c=a&color=red&format=xlsx")
    for words in ("“never”: No published", "“a”: It stands", "color “red”", "“xlsx”: It can only be “csv”"):
        assert words in text


def test_five_hundred_slugs_are_cheap(client: Client, two: str, django_assert_max_num_queries: Any) -> None:
    many = "&".join(f"c=slug-{number}" for number in range(500))
    queries.current()
    with django_assert_max_num_queries(40):
        text = text_of(client, f"{two}&{many}")
    assert "“slug-22”, “slug-23”, “slug-24” and 475 more: Only the first 24 were looked up." in text
    assert "Hear sounds" in text


def test_nothing_chosen_helps_on(client: Client) -> None:
    make.home_page()
    text = text_of(client, "/compare/")
    assert "Put up to four side by side" in text
    assert "Words of its title or its issuer" in text


def test_one_chosen_asks_for_another(client: Client, two: str) -> None:
    assert "Add another to see both" in text_of(client, "/compare/?c=a")


def test_words_that_find_nothing_are_answered(client: Client, two: str) -> None:
    assert "Nothing that can be added has these words" in text_of(client, f"{two}&q=zzz")


def test_day_is_told_and_kept(client: Client, two: str) -> None:
    html = client.get(f"{two}&on=2025-03-01").content.decode()
    assert "As of March 1, 2025." in html
    assert "/micro-credentials/a/?on=2025-03-01" in html
    assert "/compare/?c=b&amp;on=2025-03-01" in html


def test_day_that_is_none_is_told(client: Client, two: str) -> None:
    assert "“yesterday” was left out" in text_of(client, f"{two}&on=yesterday")


def test_file_opens_in_a_spreadsheet(client: Client, two: str) -> None:
    make.MicroCredentialFactory(slug="c", title="=1+1")
    answer = client.get(f"{two}&c=c&format=csv")
    assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert "attachment" in answer.headers["Content-Disposition"]
    rows = list(csv.reader(io.StringIO(answer.getvalue().decode("utf-8-sig"), newline="")))
    assert rows[0] == ["Fact", "Hear sounds", "Read maps", "'=1+1", "Differs"]
    assert ["Hours", "5 hours", "9 hours", "not stated", "Differs"] in rows


@pytest.mark.parametrize("tail", ["", "&format=csv"])
def test_answer_is_private_and_sets_no_cookie(client: Client, two: str, tail: str) -> None:
    answer = client.get(two + tail)
    assert answer.headers["Referrer-Policy"] == "same-origin"
    assert answer.headers["Cache-Control"] == "private"
    assert not answer.cookies


@pytest.mark.parametrize("tail", ["", "&format=csv"])
def test_search_engines_stay_away_while_there_is_a_demonstration(
    client: Client, two: str, tail: str, settings: Settings
) -> None:
    settings.NOINDEX_DEMONSTRATION = True
    make.IssuerFactory(demonstration=True)
    assert client.get(two + tail).headers["X-Robots-Tag"] == "noindex"


def test_made_up_record_says_so(client: Client, two: str) -> None:
    make.MicroCredentialFactory(slug="c", issuer=make.IssuerFactory(demonstration=True))
    assert "Demonstration. Something on this page is made up" in text_of(client, "/compare/?c=c")
    assert "Something on this page is made up" not in text_of(client, two)


def test_address_without_parameters_is_the_canonical_one(client: Client, two: str) -> None:
    assert re.search(r'rel="canonical" href="[^"?]*/compare/"', client.get(two).content.decode())


def test_nothing_is_written(client: Client, two: str) -> None:
    assert {client.generic(method, two).status_code for method in ("POST", "PUT", "DELETE")} == {405}


@pytest.fixture
def card() -> Any:
    """A micro-credential that stands in a stack with another one, and addresses a priority."""
    priority = make.PriorityFactory(slug="goal")
    page = make.MicroCredentialFactory(
        slug="a",
        title="Hear sounds",
        issuer=make.IssuerFactory(slug="issuer"),
        priority_links=[addresses(priority)],
        alignments=[alignment(make.CompetencyFactory(slug="ph"))],
    )
    make.StackFactory(slug="stack", members=[page, make.MicroCredentialFactory(slug="b")])
    return page


@pytest.mark.parametrize(
    "address",
    [
        "/micro-credentials/",
        "/explore/",
        "/explore/?q=sounds",
        "/stacks/stack/",
        "/issuers/issuer/",
        "/priorities/goal/",
        "/competencies/ph/",
    ],
)
def test_every_card_leads_to_the_comparison(client: Client, card: Any, address: str) -> None:
    room(CompetencyIndexPage)
    html = client.get(address).content.decode()
    link = re.search(r'<a class="compare"[^>]*href="/compare/\?c=a"[^>]*>(.*?)</a>', html, re.DOTALL)
    assert link
    assert re.sub(r"<[^>]+>", "", link[1]) == "Compare Hear sounds"


def test_page_of_a_record_leads_to_the_comparison(client: Client, card: Any) -> None:
    assert 'href="/compare/?c=a"' in client.get("/micro-credentials/a/").content.decode()


def test_stack_puts_all_its_members_side_by_side(client: Client, card: Any) -> None:
    assert 'href="/compare/?c=a&amp;c=b"' in client.get("/stacks/stack/").content.decode()


def test_menu_leads_to_the_comparison_and_marks_it(client: Client, card: Any) -> None:
    assert '<a href="/compare/">Compare</a>' in client.get("/stacks/").content.decode()
    assert '<a href="/compare/" aria-current="page">Compare</a>' in client.get("/compare/").content.decode()


def test_words_looked_up_in_vain_are_no_dead_end(client: Client, two: str) -> None:
    make.MicroCredentialFactory(title="Old maps")
    html = client.get(f"{two}&q=mapps").content.decode()
    assert '<a href="?c=a&amp;c=b&amp;q=maps">maps</a>' in html
    assert "<title>Nothing found for “mapps”" in re.sub(r"<title>\s+", "<title>", html)
    assert "Tell us what you looked for" in html or "To tell us what you looked for" in html
