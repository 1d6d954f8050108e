"""Editors find and edit the catalog's records."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from wagtail.models import Page, Site
from wagtail.snippets.models import get_snippet_models
from zeal import zeal_ignore

from tests.factories import (
    CompetencyFactory,
    DistrictFactory,
    GlossaryTermFactory,
    IssuerFactory,
    MicroCredentialFactory,
    PathwayFactory,
    PriorityFactory,
    QualityCriterionFactory,
    RoleFactory,
    StackFactory,
    TopicFactory,
    alignment,
    stage,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client: Client) -> Client:
    """Signed in as somebody who may edit everything."""
    client.force_login(User.objects.create_superuser("editor", password="secret"))
    return client


def answer(editor: Client, url: str) -> str:
    """The text of a page of the admin, which asks for chosen rows one by one."""
    with zeal_ignore():
        response = editor.get(url)
    assert response.status_code == 200, url
    return response.content.decode()


@pytest.mark.parametrize("model", get_snippet_models(), ids=lambda model: model.__name__)
def test_every_record_can_be_listed_and_added(editor: Client, model: Any) -> None:
    answer(editor, reverse(model.snippet_viewset.get_url_name("list")))
    answer(editor, reverse(model.snippet_viewset.get_url_name("add")))


@pytest.mark.parametrize(
    "factory",
    [CompetencyFactory, DistrictFactory, GlossaryTermFactory, TopicFactory],
)
def test_records_are_found_by_name_and_edited(editor: Client, factory: Any) -> None:
    record = factory()
    viewset = type(record).snippet_viewset
    assert str(record)[:5] in answer(editor, reverse(viewset.get_url_name("list")))
    answer(editor, reverse(viewset.get_url_name("edit"), args=[record.pk]))


def test_a_standard_is_edited_with_its_criteria(editor: Client) -> None:
    criterion = QualityCriterionFactory(text="Names the skill")
    viewset = type(criterion.standard).snippet_viewset
    assert "Names the skill" in answer(
        editor, reverse(viewset.get_url_name("edit"), args=[criterion.standard_id])
    )


@pytest.mark.parametrize(
    "make",
    [
        IssuerFactory,
        lambda: MicroCredentialFactory(alignments=[alignment(CompetencyFactory())], grades=["K"]),
        lambda: StackFactory(members=(MicroCredentialFactory(),)),
        PriorityFactory,
        RoleFactory,
        lambda: PathwayFactory(stages=[stage(StackFactory())]),
    ],
)
def test_every_page_opens_in_the_editor(editor: Client, make: Any) -> None:
    page: Page = make()
    assert page.title in answer(editor, reverse("wagtailadmin_pages:edit", args=[page.pk]))


def test_settings_open_in_the_editor(editor: Client) -> None:
    site = Site.objects.get()
    assert "Announcement" in answer(
        editor, reverse("wagtailsettings:edit", args=["home", "sitesettings", site.pk])
    )
