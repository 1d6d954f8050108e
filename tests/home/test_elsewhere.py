"""Addresses that were, or that are written otherwise, lead to where a record is now, with what was asked."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.contrib.redirects.models import Redirect

from catalog.models import DistrictIndexPage
from pathways.models import PathwayIndexPage, PriorityIndexPage
from tests import factories as make
from tests.editing import publish_as
from tests.factories import home_page, room, stage

pytestmark = pytest.mark.django_db


def asked(address: str) -> Any:
    """The answer at just this path; the test client would read a second slash as a host."""
    path, _, query = address.partition("?")
    return Client().get("/", PATH_INFO=path, QUERY_STRING=query)


def led(address: str) -> str:
    """Where an address leads for good."""
    answer = asked(address)
    assert answer.status_code == 301, answer.status_code
    return str(answer.headers["Location"])


def renamed(record: Any, slug: str) -> Any:
    """A record that is no page, under another slug."""
    record.slug = slug
    record.save()
    return record


def a_way() -> Any:
    """A pathway that was called “old” and is called “new”."""
    way = make.PathwayFactory(slug="old", title="A way", stages=[stage(make.StackFactory(slug="set"))])
    publish_as(way, "new")
    return way


@pytest.mark.parametrize("query", ["", "?on=2024-10-01", "?on=2024-10-01&q=caf%C3%A9&x=http://a"])
def test_moved_page_is_found_with_what_was_asked(query: str) -> None:
    publish_as(make.MicroCredentialFactory(slug="old"), "new")
    assert led(f"/micro-credentials/old/{query}") == f"/micro-credentials/new/{query}"


@pytest.mark.parametrize(
    ("below", "now"),
    [
        ("/pathways/old/table/?sort=hours", "/pathways/new/table/?sort=hours"),
        ("/pathways/old/table?sort=hours", "/pathways/new/table/?sort=hours"),
        ("/pathways/old/table.csv?on=2025-03-01", "/pathways/new/table.csv?on=2025-03-01"),
        ("/PATHWAYS//Old/Table.CSV", "/pathways/new/table.csv"),
    ],
)
def test_every_address_below_a_moved_page_follows_it(below: str, now: str) -> None:
    a_way()
    assert led(below) == now
    assert asked(now).status_code == 200


@pytest.mark.parametrize("kind", ["micro-credentials", "stacks"])
def test_json_below_a_moved_page_follows_it(kind: str) -> None:
    factory: Any = make.MicroCredentialFactory if kind == "micro-credentials" else make.StackFactory
    publish_as(factory(slug="old"), "new")
    now = led(f"/api/v1/{kind}/old/decisions?on=2025-03-01")
    assert now == f"/api/v1/{kind}/new/decisions?on=2025-03-01"
    assert asked(now).status_code == 200


@pytest.mark.parametrize("kind", ["pathways", "priorities"])
def test_frames_of_a_moved_page_show_it(kind: str) -> None:
    factory: Any = make.PathwayFactory if kind == "pathways" else make.PriorityFactory
    publish_as(factory(slug="old", title="Reading first"), "new")
    answer = Client().get(f"/embed/{kind}/old", follow=True)
    assert answer.status_code == 200
    assert "Reading first" in answer.content.decode()


@pytest.mark.parametrize(
    ("factory", "folder"),
    [
        (make.DistrictFactory, "districts"),
        (make.CompetencyFactory, "competencies"),
        (make.GlossaryTermFactory, "glossary"),
    ],
)
def test_records_that_are_no_pages_keep_their_old_addresses(factory: Any, folder: str) -> None:
    record = factory(slug="first")
    renamed(renamed(record, "second"), "third")
    assert led(f"/{folder}/first/?on=2025-03-01") == f"/{folder}/third/?on=2025-03-01"
    assert led(f"/{folder}/second") == f"/{folder}/third/"
    assert asked(f"/{folder}/third/").status_code == 200


def test_browser_asks_again_each_time_since_an_old_address_may_come_back() -> None:
    publish_as(make.StackFactory(slug="a"), "b")
    assert asked("/stacks/a/").headers["Cache-Control"] == "no-cache"


def test_chain_of_moves_is_one_step() -> None:
    page = make.StackFactory(slug="a")
    for slug in ("b", "c", "d"):
        publish_as(page, slug)
    assert {led(f"/stacks/{slug}/") for slug in "abc"} == {"/stacks/d/"}


@pytest.mark.parametrize("kind", ["page", "record"])
def test_rename_back_never_loops(kind: str) -> None:
    record: Any = make.StackFactory(slug="a") if kind == "page" else make.DistrictFactory(slug="a")
    rename = publish_as if kind == "page" else renamed
    folder = "stacks" if kind == "page" else "districts"
    for slug in ("b", "a"):
        rename(record, slug)
    assert asked(f"/{folder}/a/").status_code == 200
    assert led(f"/{folder}/b/") == f"/{folder}/a/"


def test_old_slug_belongs_to_whoever_takes_it() -> None:
    publish_as(make.StackFactory(slug="a"), "b")
    taker = make.StackFactory(slug="a", title="Another one")
    assert "Another one" in asked("/stacks/a/").content.decode()
    publish_as(taker, "a")
    taker.refresh_from_db()
    taker.unpublish()
    assert asked("/stacks/a/").status_code == 410
    publish_as(taker, "c")
    assert led("/stacks/a/") == "/stacks/c/"


def test_draft_that_takes_an_old_slug_takes_nothing_away() -> None:
    publish_as(make.StackFactory(slug="a"), "b")
    make.StackFactory(slug="a", live=False)
    assert led("/stacks/a/") == "/stacks/b/"


def test_old_slug_of_a_record_that_is_gone_leads_to_nobody_else() -> None:
    gone = renamed(make.DistrictFactory(slug="a"), "b")
    gone.delete()
    make.DistrictFactory(slug="b")
    assert asked("/districts/a/").status_code == 404


def test_moved_list_takes_its_pages_and_records_along() -> None:
    make.PriorityFactory(slug="reading")
    make.DistrictFactory(slug="wake")
    publish_as(room(PriorityIndexPage), "aims")
    publish_as(room(DistrictIndexPage), "places")
    assert led("/priorities/?page=2") == "/aims/?page=2"
    assert led("/priorities/reading/") == "/aims/reading/"
    assert led("/districts/wake/") == "/places/wake/"


def test_list_and_record_that_both_moved_are_one_step_away() -> None:
    page, district = make.PriorityFactory(slug="reading"), make.DistrictFactory(slug="wake")
    publish_as(room(PriorityIndexPage), "aims")
    publish_as(room(DistrictIndexPage), "places")
    page.refresh_from_db()
    publish_as(page, "literacy")
    renamed(district, "wake-county")
    assert led("/priorities/reading/") == "/aims/literacy/"
    assert led("/districts/wake/") == "/places/wake-county/"


def test_page_moved_in_the_tree_is_found() -> None:
    page = make.PriorityFactory(slug="reading")
    page.move(room(PathwayIndexPage), pos="last-child")
    assert led("/priorities/reading/") == "/pathways/reading/"


def test_old_address_leads_to_nothing_that_is_not_public() -> None:
    page = make.StackFactory(slug="old")
    publish_as(page, "new")
    page.refresh_from_db()
    page.unpublish()
    assert asked("/stacks/old/").status_code == 410
    assert asked("/api/v1/stacks/old/decisions").status_code == 410


CLOSED = {"login": {}, "password": {"password": "open"}}


@pytest.mark.parametrize("way", CLOSED)
def test_old_address_of_a_closed_page_asks_for_sign_in_and_tells_nobody_the_new_one(way: str) -> None:
    page = make.StackFactory(slug="old", title="Nobody's business")
    publish_as(page, "new")
    page.view_restrictions.create(restriction_type=way, **CLOSED[way])
    answer = Client().get("/stacks/old/?on=2025-03-01", follow=True)
    text = answer.content.decode()
    assert answer.status_code == 200
    assert 'type="password"' in text
    assert "/stacks/old/?on=2025-03-01" in text
    assert "/stacks/new" not in text
    assert "business" not in text
    assert asked("/api/v1/stacks/old/decisions").status_code == 404
    page.refresh_from_db()
    page.unpublish()
    assert asked("/stacks/old/").status_code == asked("/stacks/new/").status_code == 404


def test_address_is_noted_in_the_transaction_of_the_change() -> None:
    page = make.StackFactory(slug="old")
    page.slug = "new"
    page.save()
    assert Redirect.objects.filter(old_path="/stacks/old", redirect_page=page).exists()


def test_slug_of_a_draft_that_never_was_public_is_not_kept() -> None:
    page = make.StackFactory(slug="old", live=False, first_published_at=None)
    page.slug = "new"
    page.save()
    assert not Redirect.objects.exists()


def test_redirect_that_an_editor_made_leads_where_it_says() -> None:
    home_page()
    make.StackFactory(slug="set")
    rows = {
        "/Flyer": "https://other.example/paper?x=1",
        "/ask?who=me": "http://127.0.0.1:8000/stacks/set/",
    }
    for old, link in rows.items():
        Redirect.objects.create(old_path=old, redirect_link=link, is_permanent=False)
    answer = asked("/Flyer/?held=secret")
    assert (answer.status_code, answer.headers["Location"]) == (302, rows["/Flyer"])
    assert asked("/ask?who=me").status_code == 302


@pytest.mark.parametrize(
    ("given", "now"),
    [
        ("/Stacks/Set/?on=2024-10-01", "/stacks/set/?on=2024-10-01"),
        ("/stacks//set//", "/stacks/set/"),
        ("/stacks/set", "/stacks/set/"),
        ("//stacks/set", "/stacks/set/"),
        ("//stacks/set/", "/stacks/set/"),
        ("///", "/"),
        ("//explore/?q=x", "/explore/?q=x"),
        ("//api/v1/graph", "/api/v1/graph"),
        ("//favicon.ico", "/favicon.ico"),
        ("/Explore?q=A%20b", "/explore/?q=A%20b"),
        ("/plan//calendar.ics", "/plan/calendar.ics"),
        ("/plan/calendar.ics/", "/plan/calendar.ics"),
        ("/Embed/V1.JS", "/embed/v1.js"),
        ("/embed//priorities/reading", "/embed/priorities/reading/"),
        ("/API/v1/Search/?q=x", "/api/v1/search?q=x"),
        ("/api/v1//stacks/SET/decisions", "/api/v1/stacks/set/decisions"),
        ("/HEALTHZ", "/healthz/"),
        ("/Robots.TXT", "/robots.txt"),
        ("/districts/Wake", "/districts/wake/"),
    ],
)
def test_small_letters_and_single_slashes(given: str, now: str) -> None:
    home_page()
    make.StackFactory(slug="set")
    make.DistrictFactory(slug="wake")
    assert led(given) == now


@pytest.mark.parametrize(
    "path",
    [
        "//evil.example/",
        "///evil.example/%2e%2e",
        "/\\evil.example/",
        "//evil.example//",
        "/No-Such-Page/",
        "/no-such-page",
        "/\x85\xa0",
        "/%FF%FE/",
        "/stacks/\xc4\xb0/",
        "/" + "a/" * 300,
        "/" + "A" * 3000,
        "/.../..;/x",
        "/stacks/%",
        "/Stacks/No-Such",
        "/Districts/No-Such",
        "/stacks/Set/Table",
        "/\r\nX: y",
    ],
)
def test_what_is_nowhere_is_not_found_and_leads_nowhere_else(path: str) -> None:
    home_page()
    answer = Client().get("/", PATH_INFO=path)
    assert answer.status_code in (301, 404)
    if answer.status_code == 301:
        place = answer.headers["Location"]
        assert place[0] == "/"
        assert place[1:2] not in ("/", "\\")
        assert Client().get(place).status_code == 404


def test_redirects_that_lead_in_a_ring_are_not_followed() -> None:
    home_page()
    for old, new in (("/a", "/b/"), ("/b", "/a/")):
        Redirect.objects.create(old_path=old, redirect_link=new, automatically_created=True)
    assert asked("/a/").status_code == 404


def test_long_question_is_kept() -> None:
    query = "&".join(f"held=a-micro-credential-{number}" for number in range(200))
    assert led(f"/plan?{query}") == f"/plan/?{query}"


@pytest.mark.parametrize("address", ["/Explore", "/stacks/old/", "/no-such/"])
def test_what_is_sent_is_led_nowhere(address: str) -> None:
    publish_as(make.StackFactory(slug="old"), "new")
    assert Client().post(address, {"q": "x"}).status_code in (404, 405)


def test_files_keep_their_capital_letters() -> None:
    home_page()
    assert Client().get("/media/No-Such-File.PDF").status_code == 404


@pytest.mark.parametrize(
    "address", ["/no-such/", "/No//Such/x", "/stacks/No/", "/api/v1/stacks/no/decisions"]
)
def test_what_is_not_found_takes_few_queries_however_many_moved(client: Client, address: str) -> None:
    home_page()
    numbers = []
    for count in (1, 30):
        for number in range(count):
            publish_as(make.StackFactory(slug=f"a-{count}-{number}"), f"b-{count}-{number}")
        client.get(address)
        with CaptureQueriesContext(connection) as captured:
            client.get(address)
        numbers.append(len(captured))
    assert numbers[0] == numbers[1] <= 14
