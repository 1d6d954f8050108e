"""Wherever the admin searches through Wagtail's index, any typed text gets an answer."""

import pytest
from django.test import Client
from django.urls import reverse
from modelsearch.query import MATCH_ALL, Phrase, PlainText
from wagtail.snippets.models import get_snippet_models
from zeal import zeal_ignore

from home.admin_search import cleaned, readable
from tests.editors import any_text, signed_in
from tests.factories import StackFactory

pytestmark = pytest.mark.django_db

SEARCHES = (
    "wagtailadmin_explore_root",
    "wagtailadmin_pages:search",
    "wagtailadmin_choose_page",
    "wagtailadmin_choose_page_search",
    "wagtailimages:index",
    "wagtailimages_chooser:choose",
    "wagtaildocs:index",
    "wagtaildocs_chooser:choose",
    "wagtailusers_users:index",
    "wagtailredirects:index",
)


@any_text
def test_every_search_survives(client: Client, text: str) -> None:
    signed_in(client)
    records = [model.snippet_viewset for model in get_snippet_models()]
    names = [
        *SEARCHES,
        *(viewset.get_url_name("list") for viewset in records),
        *(viewset.chooser_viewset.get_url_name("choose") for viewset in records),
    ]
    client.raise_request_exception = False
    with zeal_ignore():
        answers = {name: client.get(reverse(name), {"q": text}, follow=True).status_code for name in names}
    assert {name: status for name, status in answers.items() if status != 200} == {}


def test_a_quoted_title_is_found(client: Client) -> None:
    StackFactory(title='Say "hello" now')
    text = signed_in(client).get(reverse("wagtailadmin_pages:search"), {"q": '"hello" say'}).content.decode()
    assert "Say &quot;hello&quot; now" in text


TYPED = ["CAFÉ", "cafe\N{COMBINING ACUTE ACCENT}", "cafe", "ca\N{SOFT HYPHEN}fé"]


@pytest.mark.parametrize("typed", TYPED)
@pytest.mark.parametrize("stored", TYPED)
def test_page_is_found_however_its_title_is_written(client: Client, stored: str, typed: str) -> None:
    StackFactory(title=f"Reading at the {stored}", slug="found-it")
    answer = signed_in(client).get(reverse("wagtailadmin_pages:search"), {"q": typed})
    assert "Reading at the" in answer.content.decode()


def test_readable_keeps_letters_digits_and_what_joins_them() -> None:
    assert readable('"R&D" (grade 2): O’Neil\'s * -') == "r&d grade 2 o'neil's"


def test_readable_reads_no_more_than_a_few_words() -> None:
    assert len(readable("a " * 5_000).split()) == 12


def test_cleaned_keeps_the_kind_of_query() -> None:
    assert repr(cleaned(Phrase('say "hello"'))) == repr(Phrase("say hello"))
    assert repr(cleaned(PlainText('"one" two', "or"))) == repr(PlainText("one two", "or"))
    assert cleaned(Phrase('"')) == cleaned(PlainText("*")) == ""
    assert cleaned(MATCH_ALL) is MATCH_ALL
