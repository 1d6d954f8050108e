"""Nothing found is no dead end: what to give up, the nearest words, and where to go on."""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from wagtail.models import Site

from home.models import SiteSettings
from tests import factories as make

pytestmark = pytest.mark.django_db

HALVES = pytest.mark.parametrize("headers", [{}, {"HX-Request": "true"}], ids=["page", "results"])


def shown(query: str, headers: dict[str, str] | None = None) -> str:
    """The page, or its results alone."""
    answer = Client().get(f"/explore/?{query}", headers=headers or {})
    assert answer.status_code == 200
    return answer.content.decode()


def words(html: str) -> str:
    """What is read on it."""
    return " ".join(BeautifulSoup(html, "html.parser").get_text(" ").split())


def title(html: str) -> str:
    """The title of the page."""
    return unescape(" ".join(html.partition("<title>")[2].partition("</title>")[0].split()))


@HALVES
def test_words_that_nothing_has_offer_the_nearest(headers: dict[str, str]) -> None:
    make.MicroCredentialFactory(title="Phonics games")
    html = shown("q=phonnicks+zzqx", headers)
    assert '<a href="?q=phonics">phonics</a>' in html
    assert "Nothing found for “phonnicks zzqx”" in words(html)
    assert "0 results" not in words(html)


@HALVES
def test_priorities_and_guides_are_offered(headers: dict[str, str]) -> None:
    make.PriorityFactory(title="Early literacy", slug="early-literacy")
    make.GuidePageFactory(title="How a stack works", slug="how")
    html = shown("q=zzqx", headers)
    assert re.search(r'<a href="/priorities/early-literacy/">\s*Early literacy', html)
    assert re.search(r'<a href="/guides/how/">\s*How a stack works', html)


def test_part_of_a_priority_is_not_offered_beside_it() -> None:
    make.PriorityFactory(title="Narrow aim", parent_priority=make.PriorityFactory(title="Wide aim"))
    assert "Wide aim" in shown("q=zzqx")
    assert "Narrow aim" not in shown("q=zzqx")


def test_page_says_in_its_title_that_nothing_was_found() -> None:
    make.GlossaryTermFactory()
    make.MicroCredentialFactory(grades=("2",))
    assert title(shown("q=zzqx")).startswith("Nothing found for “zzqx”")
    assert title(shown("kind=glossary&grade=2")).startswith("Nothing found")


@HALVES
def test_choice_to_give_up_is_named_with_its_count(headers: dict[str, str]) -> None:
    make.GlossaryTermFactory()
    make.MicroCredentialFactory(grades=("2",))
    make.MicroCredentialFactory(grades=("2",))
    html = shown("kind=glossary&grade=2", headers)
    assert "Without Kind: Glossary term : 2 results" in words(html)
    assert "Without Grade: Grade 2 : 1 result" in words(html)
    assert '<a href="?kind=glossary">Without Grade: Grade 2</a>' in html


def test_choice_to_keep_is_named_where_giving_up_one_is_not_enough() -> None:
    make.GlossaryTermFactory()
    make.MicroCredentialFactory(grades=("2",))
    make.MicroCredentialFactory(grades=("5",), hours_min=3, hours_max=3)
    html = shown("kind=glossary&grade=2&hours=up-to-5")
    assert "Keep only one" in words(html)
    assert "Grade: Grade 2 : 1 result" in words(html)
    assert '<a href="?grade=2">Grade: Grade 2</a>' in html


def contact() -> None:
    """Give the site a mail address."""
    settings = SiteSettings.for_site(Site.objects.get(is_default_site=True))
    settings.contact_email = "desk@example.org"
    settings.save()


def test_mail_tells_what_was_looked_for_and_nothing_else() -> None:
    contact()
    make.MicroCredentialFactory(grades=("2",))
    html = shown("q=zz%26qx+%C3%A9&grade=2")
    mail = unescape(re.findall(r'href="(mailto:[^"]*)"', html.partition("<main")[2])[0])
    body = parse_qs(urlsplit(mail).query)["body"][0]
    assert "I looked for: zz&qx é; Grade: Grade 2" in body
    assert re.search(r"^On the page: \S+/explore/$", body, re.MULTILINE)


def test_without_a_contact_the_page_says_so() -> None:
    assert "a contact of this site is not stated yet" in words(shown("q=zzqx"))


@pytest.mark.parametrize(
    ("query", "told"),
    [
        (
            "q=%E2%80%8B%E2%81%A0%EF%BB%BF",
            "It holds only signs that cannot be seen, and no word to look for.",
        ),
        ("q=%21%21%21+%3F%3F", "There is no word in it to look for."),
        ("q=" + "w" * 500, "Nothing found for “wwww"),
        ("q=%3Cscript%3Ealert%28zzqx%29%3C%2Fscript%3E", "Nothing found for “<script>alert(zzqx)</script>”"),
    ],
    ids=["unseen", "signs", "long", "markup"],
)
def test_odd_question_gets_a_clear_answer(query: str, told: str) -> None:
    html = shown(query)
    assert told in words(html)
    assert "<script>alert" not in html


def test_json_has_the_nearest_words() -> None:
    make.MicroCredentialFactory(title="Phonics games")
    found = Client().get("/api/v1/search", {"q": "phonnicks zzqx"}).json()
    assert (found["total"], found["suggestions"]) == (0, ["phonics"])
    assert Client().get("/api/v1/search", {"q": "phonics"}).json()["suggestions"] == []
