"""Migrations leave a site with a home page and a list of every kind; a second run adds nothing."""

import importlib

import pytest
from django.apps import apps
from django.test import Client
from wagtail.models import Page, Site

from home.models import HomePage, ProsePage

LISTS = {
    "micro-credentials",
    "stacks",
    "pathways",
    "priorities",
    "roles",
    "issuers",
    "competencies",
    "recognition",
    "districts",
    "glossary",
    "guides",
}
MIGRATIONS = [
    ("home.migrations.0002_first_pages", "open_house"),
    ("home.migrations.0004_guides_room", "open_room"),
    ("catalog.migrations.0002_first_pages", "open_rooms"),
    ("pathways.migrations.0002_first_pages", "open_rooms"),
]


@pytest.mark.django_db
def test_site_begins_with_its_lists() -> None:
    home = Site.objects.get(is_default_site=True).root_page.specific
    assert isinstance(home, HomePage)
    assert set(home.get_children().values_list("slug", flat=True)) == LISTS | {"privacy", "accessibility"}
    assert not Page.objects.filter(title__startswith="Welcome to your new Wagtail").exists()


@pytest.mark.django_db
def test_tree_is_sound() -> None:
    assert all(not problems for problems in Page.find_problems())


@pytest.mark.django_db
def test_first_pages_can_be_edited_and_published() -> None:
    for page in Page.objects.filter(depth__gt=1).specific():
        page.save_revision().publish()


@pytest.mark.django_db
@pytest.mark.parametrize(("module", "name"), MIGRATIONS)
def test_second_run_adds_nothing(module: str, name: str) -> None:
    before = list(Page.objects.values_list("pk", "path", "numchild"))
    getattr(importlib.import_module(module), name)(apps, None)
    assert list(Page.objects.values_list("pk", "path", "numchild")) == before


@pytest.mark.django_db
def test_privacy_and_accessibility_stand_in_the_footer() -> None:
    assert set(ProsePage.objects.filter(in_footer=True).values_list("slug", flat=True)) == {
        "privacy",
        "accessibility",
    }
    assert b"no accounts for teachers" in Client().get("/privacy/").content
    assert b"level AA" in Client().get("/accessibility/").content


@pytest.mark.django_db
def test_menu_says_what_one_can_do() -> None:
    menu = Site.objects.get(is_default_site=True).root_page.get_children().in_menu()
    assert list(menu.values_list("slug", flat=True)) == ["pathways"]
