"""The pathway editor: a stage nobody can finish is refused beside the field."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data
from zeal import zeal_ignore

from catalog.models import StackPage
from pathways.models import PathwayPage
from tests.factories import MicroCredentialFactory, PathwayFactory, StackFactory

pytestmark = pytest.mark.django_db


def send(client: Client, pathway: PathwayPage, stacks: list[StackPage], minimum: int) -> str:
    """Publish the pathway with one stage and give the answer's text."""
    editor = User.objects.filter(username="editor").first()
    client.force_login(editor or User.objects.create_superuser("editor", password="secret"))
    stage: dict[str, Any] = {
        "title": "Start",
        "level": "novice",
        "minimum": minimum,
        "stage_stacks": inline_formset([{"stack": stack.pk} for stack in stacks]),
    }
    fields = {
        "title": pathway.title,
        "slug": pathway.slug,
        "priority": pathway.priority_id,
        "audience": "",
        "stages": inline_formset([stage]),
        "comments": inline_formset([]),
        "action-publish": "Publish",
    }
    # Wagtail's page choosers look each chosen page up by itself.
    with zeal_ignore([{"model": "*", "field": "get()"}]):
        url = reverse("wagtailadmin_pages:edit", args=[pathway.pk])
        response = client.post(url, nested_form_data(fields), follow=True)
    assert response.status_code == 200
    return response.content.decode()


def test_any_one_of_two_is_published(client: Client) -> None:
    pathway = PathwayFactory()
    send(client, pathway, StackFactory.create_batch(2), 1)
    stage = PathwayPage.objects.get(pk=pathway.pk).stages.get()
    assert (stage.minimum, stage.size) == (1, 2)


def test_three_of_two_is_refused_beside_the_field(client: Client) -> None:
    pathway = PathwayFactory()
    text = send(client, pathway, StackFactory.create_batch(2), 3)
    assert "2 stacks cannot give 3. Add stacks or ask for fewer." in text
    assert not PathwayPage.objects.get(pk=pathway.pk).stages.exists()


def test_what_is_wrong_is_told_when_a_pathway_is_published(client: Client) -> None:
    text = send(client, PathwayFactory(), [StackFactory(title="Bare <b>")], 1)
    assert "asks for one stack, and none can be finished: “Bare &lt;b&gt;” names no members." in text
    assert "Mend it" in text
    whole = StackFactory(members=[MicroCredentialFactory()])
    assert "Mend it" not in send(Client(), PathwayFactory(), [whole], 1)
