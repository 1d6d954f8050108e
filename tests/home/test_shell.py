"""The frame of every page: few queries, right links, and a page even without a database."""

import pytest
from django.db import DatabaseError
from django.test import Client, RequestFactory
from pytest_django import DjangoAssertNumQueries
from wagtail.models import Page, Site

from catalog.models import DistrictIndexPage, IssuerIndexPage, StackIndexPage
from home import shell
from home.models import ProsePage, SiteSettings
from tests.factories import ProsePageFactory, home_page, room

pytestmark = pytest.mark.django_db


@pytest.fixture
def rooms() -> None:
    home_page()
    for model in (StackIndexPage, IssuerIndexPage, DistrictIndexPage):
        room(model)
    Page.objects.filter(slug__in=("stacks", "issuers")).update(show_in_menus=True)
    Page.objects.exclude(slug__in=("stacks", "issuers")).update(show_in_menus=False)


def shell_at(path: str) -> shell.Shell:
    return shell.shell_for(RequestFactory().get(path))


@pytest.mark.usefixtures("rooms")
def test_menu_holds_what_editors_put_in_it() -> None:
    menu = shell_at("/stacks/some-stack/").menu
    assert [(link.url, link.current) for link in menu] == [("/stacks/", "true"), ("/issuers/", "")]
    assert shell_at("/issuers/").menu[1].current == "page"


def test_a_new_site_has_a_menu_of_what_one_can_do_and_its_lists_in_the_footer() -> None:
    assert [link.url for link in shell_at("/").menu] == ["/pathways/"]
    assert {"/priorities/", "/stacks/", "/micro-credentials/"} <= {link.url for link in shell_at("/").rest}


@pytest.mark.usefixtures("rooms")
def test_menu_falls_back_to_the_first_pages() -> None:
    Page.objects.update(show_in_menus=False)
    assert {"/stacks/", "/issuers/"} <= {link.url for link in shell_at("/").menu}


@pytest.mark.usefixtures("rooms")
def test_footer_holds_the_rest_and_the_prose_meant_for_it() -> None:
    ProsePage.objects.all().delete()
    ProsePageFactory(title="Privacy", slug="privacy", in_footer=True)
    ProsePageFactory(title="Hidden", slug="hidden", in_footer=False)
    ProsePageFactory(title="Draft", slug="draft", in_footer=True, live=False)
    urls = [link.url for link in shell_at("/").rest]
    assert urls[-1] == "/privacy/"
    assert "/districts/" in urls
    assert not {"/hidden/", "/draft/", "/stacks/"} & set(urls)


@pytest.mark.usefixtures("rooms")
def test_shell_asks_few_queries_and_only_once(django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    for number in range(12):
        ProsePageFactory(slug=f"p{number}", in_footer=True)
    shell_at("/")
    request = RequestFactory().get("/")
    with django_assert_max_num_queries(5):
        first = shell.shell_for(request)
    with django_assert_max_num_queries(0):
        assert shell.shell_for(request) is first


def test_shell_without_a_site_is_empty() -> None:
    Site.objects.all().delete()
    assert shell_at("/").menu == ()


def test_shell_without_a_database_is_empty(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(request: object) -> Site:
        raise DatabaseError

    monkeypatch.setattr(Site, "find_for_request", fail)
    assert shell_at("/").menu == ()
    assert shell_at("/").settings.state_name == "North Carolina"


@pytest.mark.usefixtures("rooms")
def test_trail_leads_from_the_home_page_down() -> None:
    request = RequestFactory().get("/")
    inner = ProsePageFactory(parent=ProsePageFactory(title="Outer", slug="outer"))
    assert [link.title for link in shell.trail(request, inner)] == ["Home", "Outer"]
    index = room(DistrictIndexPage)
    assert [link.url for link in shell.trail(request, index)] == ["/"]
    assert [link.url for link in shell.trail(request, index, is_record=True)] == ["/", "/districts/"]
    assert shell.trail(request, home_page()) == ()
    assert shell.trail(request, None) == ()


def test_theme_version_changes_with_the_colors() -> None:
    assert shell.Shell().theme_version == ""
    blue = shell.Shell(SiteSettings(way="#66ccff")).theme_version
    assert blue
    assert blue != shell.Shell(SiteSettings(way="#66ccfe")).theme_version


def test_page_shows_what_the_state_has_set(client: Client) -> None:
    site = home_page().get_site()
    settings = SiteSettings.for_site(site)
    settings.state_name, settings.announcement = "Demoland", "Closed on <Monday>."
    settings.contact_email, settings.way = "ask@example.org", "#66ccff"
    settings.save()
    text = client.get("/").text
    for shown in ("Demoland", "Closed on &lt;Monday&gt;.", "mailto:ask@example.org", "/theme.css?v="):
        assert shown in text
