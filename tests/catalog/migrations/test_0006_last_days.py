"""What `retired_on` said carries over to the last day to start, in pages and in all their revisions."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import pytest
from django.apps import apps
from wagtail.models import Revision

from catalog.models import MicroCredentialPage
from tests.factories import MicroCredentialFactory

MIGRATION: Any = import_module("catalog.migrations.0006_last_days")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            {"retired": True, "retired_on": "2027-06-30", "title": "A"},
            {"retired": False, "last_day_to_start": "2027-06-30", "title": "A"},
        ),
        ({"retired": True, "retired_on": None}, {"retired": True, "last_day_to_start": None}),
        ({"retired": False, "retired_on": None}, {"retired": False, "last_day_to_start": None}),
    ],
)
def test_a_revision_keeps_its_day_under_the_later_name(before: dict[str, Any], after: dict[str, Any]) -> None:
    content = dict(before)
    assert MIGRATION.forward(content)
    assert content == after
    assert not MIGRATION.forward(content)
    assert MIGRATION.backward(content)
    assert content == before


@pytest.mark.django_db
def test_a_draft_of_before_brings_its_day_when_it_is_published() -> None:
    page = MicroCredentialFactory()
    revision = page.save_revision()
    content = revision.content
    del content["last_day_to_start"], content["last_day_to_finish"]
    Revision.objects.filter(pk=revision.pk).update(
        content={**content, "retired": True, "retired_on": "2027-06-30"}
    )
    MIGRATION.carry_over(apps, None)
    page.refresh_from_db()
    page.get_latest_revision().publish()
    found = MicroCredentialPage.objects.get(pk=page.pk)
    assert (str(found.last_day_to_start), found.retired) == ("2027-06-30", False)
