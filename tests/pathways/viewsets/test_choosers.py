"""Choosers of priorities and roles."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.editors import any_text, signed_in
from tests.factories import PriorityFactory, RoleFactory

pytestmark = pytest.mark.django_db


@any_text
@pytest.mark.parametrize("name", ["choose_priority", "choose_role"])
def test_a_chooser_survives(client: Client, name: str, text: str) -> None:
    assert signed_in(client).get(reverse(f"{name}:choose"), {"q": text}).status_code == 200


def test_a_priority_is_shown_with_what_it_is_part_of(client: Client) -> None:
    PriorityFactory(title="Phonics", parent_priority=PriorityFactory(title="Early literacy"), live=False)
    text = signed_in(client).get(reverse("choose_priority:choose"), {"q": "phon"}).json()["html"]
    assert "Early literacy" in text
    assert "draft" in text


def test_a_role_is_found_by_name(client: Client) -> None:
    RoleFactory(title="Coach")
    RoleFactory(title="Mentor")
    text = signed_in(client).get(reverse("choose_role:choose"), {"q": "coach"}).json()["html"]
    assert "Coach" in text
    assert "Mentor" not in text
