"""Words of the glossary in the prose of pages."""

import pytest
from django.template import Context, Template
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from wagtail.rich_text import RichText

from home.models import GlossaryIndexPage
from tests.factories import (
    GlossaryTermFactory,
    GuidePageFactory,
    MicroCredentialFactory,
    ProsePageFactory,
    room,
)

pytestmark = pytest.mark.django_db

STACK = '<a class="term" href="/glossary/stack/">'


@pytest.fixture(autouse=True)
def _glossary() -> None:
    room(GlossaryIndexPage)
    GlossaryTermFactory(slug="stack", search_words="cluster; pathway", definition="A set of plates.")
    GlossaryTermFactory(slug="plate", also_known_as="PL", definition="A plate of a stack; a plate is thin.")


def paragraphs(*texts: str) -> list[tuple[str, object]]:
    """A body of a heading and these paragraphs."""
    return [("heading", "Stack"), *(("paragraph", RichText(f"<p>{text}</p>")) for text in texts)]


@pytest.mark.parametrize("factory", [ProsePageFactory, GuidePageFactory])
def test_page_links_a_term_once_over_all_its_blocks(client: Client, factory: type[ProsePageFactory]) -> None:
    page = factory(slug="words", body=paragraphs("A stack of plates.", "Another stack, and a PL."))
    text = client.get(page.url).text
    assert f"A {STACK}stack</a> of" in text
    assert "Another stack, and a PL." in text
    assert "<h2>Stack</h2>" in text
    assert text.count('class="term"') == 2


def test_words_for_search_are_not_linked(client: Client) -> None:
    page = ProsePageFactory(body=paragraphs("A cluster and a pathway."))
    assert "A cluster and a pathway." in client.get(page.url).text


def test_link_of_a_term_leads_to_its_page(client: Client) -> None:
    page = ProsePageFactory(body=paragraphs("A stack."))
    assert 'href="/glossary/stack/"' in client.get(page.url).text
    assert client.get("/glossary/stack/").status_code == 200


def test_page_of_a_term_links_the_others_only(client: Client) -> None:
    text = client.get("/glossary/plate/").text
    assert f"A plate of a {STACK}stack</a>; a plate is thin." in text


def test_list_of_the_glossary_is_left_plain(client: Client) -> None:
    assert 'class="term"' not in client.get("/glossary/").text


def test_micro_credential_links_the_first_use_over_all_its_prose(client: Client) -> None:
    page = MicroCredentialFactory(
        summary="About a stack.",
        competency_statement="Builds <one> stack & a plate.",
        method="<ol><li>Take a plate.</li></ol>",
        research=paragraphs("Stacks and plates."),
    )
    text = client.get(page.url).text
    assert '<p class="lead">About a stack.</p>' in text
    assert f"Builds &lt;one&gt; {STACK}stack</a> &amp; a " in text
    assert text.count('class="term"') == 2


def test_glossary_is_read_once_a_page(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    request = client.get("/").wsgi_request
    template = Template(
        "{% load glossary_tags %}{% term_links %}A stack.{% endterm_links %}"
        "{% term_links %}A plate.{% endterm_links %}"
    )
    with django_assert_num_queries(1):
        text = template.render(Context({"request": request}))
    assert text.count('class="term"') == 2


def test_change_of_the_glossary_shows_at_once(client: Client) -> None:
    page = ProsePageFactory(body=paragraphs("A pile."))
    assert 'class="term"' not in client.get(page.url).text
    GlossaryTermFactory(slug="pile")
    assert 'class="term"' in client.get(page.url).text


def test_without_a_request_prose_stays_as_it_is() -> None:
    template = Template("{% load glossary_tags %}{% term_links %}<p>A stack.</p>{% endterm_links %}")
    assert template.render(Context()) == "<p>A stack.</p>"
