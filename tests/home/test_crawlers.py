"""What browsers and search engines ask of every site at addresses of their own choice."""

from __future__ import annotations

import re
from datetime import datetime
from io import BytesIO
from typing import Any
from urllib.robotparser import RobotFileParser

import pytest
from django.test import Client
from django.utils.timezone import localdate
from PIL import Image
from pytest_django import Settings
from wagtail.models import PageViewRestriction

from catalog.models import DistrictIndexPage
from home import sitemap
from tests import factories as make
from tests.factories import home_page, room

pytestmark = pytest.mark.django_db

HERE = "https://stackway.example.org"


@pytest.fixture(autouse=True)
def _public(settings: Settings) -> None:
    """The address that visitors use, which is not that of the test's requests."""
    settings.PUBLIC_URL = HERE
    home_page()


def read(address: str = "/sitemap.xml") -> str:
    """A sitemap."""
    answer = Client().get(address)
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "application/xml"
    return answer.content.decode()


def places(address: str = "/sitemap.xml") -> list[str]:
    """What a sitemap lists."""
    return re.findall(r"<loc>([^<]*)</loc>", read(address))


def closed(page: Any) -> Any:
    """The page, for those alone who signed in."""
    page.view_restrictions.create(restriction_type=PageViewRestriction.LOGIN)
    return page


def test_sitemap_lists_pages_and_records_and_each_answers() -> None:
    make.StackFactory(slug="set")
    make.DistrictFactory(slug="wake")
    make.GlossaryTermFactory(slug="badge")
    make.CompetencyFactory(slug="five-1a")
    make.RecognitionFactory(slug="pay")
    listed = places()
    for path in (
        "",
        "stacks/set/",
        "districts/wake/",
        "glossary/badge/",
        "competencies/five-1a/",
        "recognition/pay/",
    ):
        assert f"{HERE}/{path}" in listed
    assert len(listed) == len({*listed})
    assert {Client().get(place.removeprefix(HERE)).status_code for place in listed} == {200}


def test_sitemap_leaves_out_what_is_not_public() -> None:
    make.StackFactory(slug="draft", live=False)
    closed(make.StackFactory(slug="closed"))
    make.DistrictFactory(slug="wake")
    closed(room(DistrictIndexPage))
    text = " ".join(places())
    assert not [slug for slug in ("draft", "closed", "wake", "/districts/") if slug in text]


def test_sitemap_tells_when_a_page_last_changed() -> None:
    page = make.StackFactory(slug="set")
    page.save_revision().publish()
    page.refresh_from_db()
    (told,) = re.findall(rf"<loc>{HERE}/stacks/set/</loc>\s*<lastmod>([^<]*)</lastmod>", read())
    assert datetime.fromisoformat(told).date() == localdate(page.last_published_at)


def test_more_addresses_than_a_file_may_hold_are_shared_out(monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(7):
        make.DistrictFactory(slug=f"district-{number}")
    whole = places()
    monkeypatch.setattr(sitemap, "MOST", 5)
    files = places()
    assert len(files) == -(-len(whole) // 5)
    assert all(one.startswith(f"{HERE}/sitemap-") for one in files)
    parts = [places(one.removeprefix(HERE)) for one in files]
    assert max(map(len, parts)) == 5
    assert [one for part in parts for one in part] == whole
    assert Client().get("/sitemap-99.xml").status_code == 404


@pytest.mark.parametrize("held_back", [True, False])
def test_robots_may_read_everything_so_that_they_see_what_not_to_list(
    settings: Settings, *, held_back: bool
) -> None:
    settings.NOINDEX_DEMONSTRATION = held_back
    answer = Client().get("/robots.txt")
    assert answer.headers["Content-Type"].startswith("text/plain")
    rules = RobotFileParser()
    rules.parse(answer.content.decode().splitlines())
    assert rules.can_fetch("*", f"{HERE}/stacks/")
    assert rules.site_maps() == [f"{HERE}/sitemap.xml"]


def test_icon_is_a_small_picture() -> None:
    answer: Any = Client().get("/favicon.ico")
    assert answer.headers["Content-Type"] == "image/x-icon"
    assert "max-age" in answer.headers["Cache-Control"]
    content = answer.content
    assert len(content) < 10_000
    with Image.open(BytesIO(content)) as picture:
        assert {(16, 16), (32, 32)} <= picture.info["sizes"]
