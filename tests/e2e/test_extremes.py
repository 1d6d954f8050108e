"""Titles of any length and language, and lists of none or of hundreds, keep a phone's page in shape."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from django.utils.text import slugify
from playwright.sync_api import Page, expect
from pytest_django import Settings
from wagtail.signal_handlers import disable_reference_index_auto_update

from home.models import GlossaryIndexPage, GlossaryTerm
from tests import factories as make
from tests.factories import group, room, stage
from tests.public.visiting import hard_to_hit, sticking_out

Show = Callable[[str], Page]

LONG = ("Donaudampfschifffahrtsgesellschaft " * 8)[:255].strip()
ONE_WORD = "W" * 255
SPANISH = "Evaluación formativa de la conciencia fonológica y del reconocimiento automático de palabras"
ARABIC = "تعليم القراءة المبكرة للأطفال في الصفوف الأولى"

titled = pytest.mark.parametrize("title", [LONG, ONE_WORD, SPANISH, ARABIC], ids=lambda title: title[:12])


@pytest.fixture(autouse=True)
def _quick_filling(settings: Settings) -> Iterator[None]:
    """Rows without an entry in the admin's search and its index of references."""
    settings.WAGTAILSEARCH_BACKENDS = {
        "default": {"BACKEND": "wagtail.search.backends.database", "AUTO_UPDATE": False}
    }
    with disable_reference_index_auto_update():
        yield


def named(title: str) -> list[str]:
    """A pathway, its stack, a micro-credential and its issuer, all of this title; gives their addresses."""
    issuer = make.IssuerFactory(title=title, slug="issuer")
    credential = make.MicroCredentialFactory(title=title, slug="credential", issuer=issuer, summary=title)
    stack = make.StackFactory(
        title=title, slug="stack", issuer=issuer, groups=[group(credential, label=title[:160])]
    )
    pathway = make.PathwayFactory(title=title, slug="pathway", stages=[stage(stack, title=title[:160])])
    return [str(page.url) for page in (credential, stack, issuer, pathway, pathway.priority)]


@titled
def test_title_keeps_the_page_in_shape(show: Show, title: str) -> None:
    addresses = [
        *named(title),
        "/",
        "/stacks/",
        "/micro-credentials/",
        "/pathways/",
        "/compare/?c=credential&c=nothing",
    ]
    wrong = {address: sticking_out(show(address)) for address in addresses}
    assert {address: found for address, found in wrong.items() if found} == {}


@pytest.mark.parametrize(
    "kind", ["stacks", "micro-credentials", "issuers", "pathways", "priorities", "roles"]
)
def test_empty_list_says_so(show: Show, kind: str) -> None:
    make.home_page()
    page = show(f"/{kind}/")
    expect(page.locator("main")).to_contain_text("yet")
    assert sticking_out(page) == []


def test_empty_home_page_is_a_page(show: Show) -> None:
    make.home_page()
    page = show("/")
    expect(page.locator("h1")).to_be_visible()
    assert sticking_out(page) == []


def test_list_of_hundreds_is_cut_into_pages(show: Show) -> None:
    room(GlossaryIndexPage)
    names = [f"{chr(65 + number % 26)} {number}" for number in range(500)]
    GlossaryTerm.objects.bulk_create(GlossaryTerm(term=name, slug=slugify(name)) for name in names)
    page = show("/glossary/")
    expect(page.locator("main")).to_contain_text("500")
    page.get_by_role("link", name="Z", exact=True).first.click()
    expect(page.locator("main")).to_contain_text("Z 25")
    assert sticking_out(page) == []
    assert hard_to_hit(page) == []
