"""Guides: a list by readers, a page each, and no link to a list that is empty."""

import pytest
from django.test import Client, RequestFactory

from home import shell
from home.enums import GuideAudience
from home.models import GuideIndexPage
from tests.factories import GuidePageFactory, home_page, room

pytestmark = pytest.mark.django_db


def linked_in_the_frame() -> bool:
    """Whether menu or footer lead to the guides."""
    frame = shell.shell_for(RequestFactory().get("/"))
    return "/guides/" in {link.url for link in (*frame.menu, *frame.rest)}


def test_guides_stand_by_their_readers_from_a_to_z(client: Client) -> None:
    for title, audience in (
        ("Staff things", GuideAudience.STATE_STAFF),
        ("Beginning", GuideAudience.TEACHERS),
        ("District things", GuideAudience.DISTRICTS),
        ("A word", GuideAudience.TEACHERS),
    ):
        GuidePageFactory(title=title, audience=audience)
    text = client.get("/guides/").text
    shown = (
        "For teachers</h2>",
        "A word",
        "Beginning",
        "For districts</h2>",
        "District things",
        "Staff things",
    )
    places = [text.index(words) for words in shown]
    assert places == sorted(places)
    assert 'href="#in-for-districts"' in text
    assert 'id="in-for-districts"' in text
    assert "4 guides" in text


def test_guide_says_for_whom_it_is(client: Client) -> None:
    page = GuidePageFactory(slug="first", audience=GuideAudience.DISTRICTS, summary="Begin small.")
    text = client.get(page.url).text
    assert page.url == "/guides/first/"
    assert "Guide for districts" in text
    assert '<p class="lead">Begin small.</p>' in text


def test_frame_links_the_guides_only_when_there_is_one() -> None:
    home_page()
    room(GuideIndexPage)
    GuidePageFactory(live=False)
    assert not linked_in_the_frame()
    GuidePageFactory()
    assert linked_in_the_frame()


def test_list_without_guides_says_so(client: Client) -> None:
    room(GuideIndexPage)
    GuidePageFactory(title="Not yet", live=False)
    text = client.get("/guides/").text
    assert "There is no guide here yet." in text
    assert "Not yet" not in text
