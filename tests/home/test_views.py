"""The style guide, the state's colors, and pages for what went wrong."""

import re

import pytest
from django.template.loader import render_to_string
from django.test import Client

from catalog.templatetags.pile_tags import SAMPLES
from home.models import GlossaryIndexPage, SiteSettings
from tests.factories import GlossaryTermFactory, home_page, room


@pytest.mark.django_db
def test_style_guide_shows_every_pile_and_no_low_contrast(client: Client) -> None:
    home_page()
    text = client.get("/style-guide/").text
    assert text.count('<svg class="pile') >= len(SAMPLES)
    assert "(too low)" not in text
    assert 'lang="es"' in text


@pytest.mark.django_db
def test_theme_holds_the_colors_of_the_state(client: Client) -> None:
    settings = SiteSettings.for_site(home_page().get_site())
    settings.way = "#66ccff"
    settings.save()
    response = client.get("/theme.css")
    assert response["Content-Type"].startswith("text/css")
    assert "max-age=3600" in response["Cache-Control"]
    assert "--way:#66ccff" in response.text


@pytest.mark.django_db
def test_address_without_a_page_helps_and_stays_404(client: Client) -> None:
    home_page()
    room(GlossaryIndexPage)
    response = client.get("/no-such-place/<b>/")
    assert response.status_code == 404
    assert "There is no page at this address" in response.text
    assert 'href="/glossary/"' in response.text
    assert 'rel="canonical"' not in response.text


def test_500_needs_nothing_but_itself() -> None:
    text = render_to_string("500.html")
    assert "Something broke on our side" in text
    assert 'href="/static/css/stackway.css"' in text


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("?page=9", "There is no page 9; this is the last one."),
        ("?page=x", "The address asked for a page that is not a number"),
        ("?page=2", "page 2 of 2"),
    ],
)
@pytest.mark.django_db
def test_list_says_what_became_of_the_page_asked_for(
    client: Client, monkeypatch: pytest.MonkeyPatch, query: str, sentence: str
) -> None:
    monkeypatch.setattr(GlossaryIndexPage, "per_page", 1)
    room(GlossaryIndexPage)
    for slug in ("apple", "zebra"):
        GlossaryTermFactory(slug=slug)
    assert sentence in " ".join(client.get(f"/glossary/{query}").text.split())


@pytest.mark.django_db
def test_list_links_every_letter_to_its_page(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(GlossaryIndexPage, "per_page", 1)
    room(GlossaryIndexPage)
    for slug in ("apple", "zebra"):
        GlossaryTermFactory(slug=slug)
    text = client.get("/glossary/").text
    assert 'href="#letter-61"' in text or 'href="#letter-41"' in text
    assert re.search(r'href="\?page=2#letter-[57]a"', text)


@pytest.mark.django_db
def test_empty_list_says_so(client: Client) -> None:
    room(GlossaryIndexPage)
    assert "Nothing is on record here yet." in client.get("/glossary/").text
