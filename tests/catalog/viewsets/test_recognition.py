"""Recording recognition in the admin: a correction takes the place of a row at its address."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from catalog.models import Recognition, RecognitionIndexPage
from tests.editors import queries, signed_in
from tests.factories import (
    DistrictFactory,
    JurisdictionFactory,
    MicroCredentialFactory,
    RecognitionFactory,
    room,
)

pytestmark = pytest.mark.django_db

ADD = "recognition:add"


def typed(**changes: Any) -> dict[str, Any]:
    """What somebody types to record recognition."""
    return {
        "step": "record",
        "place": "A county",
        "slug": "a-county-renewal",
        "jurisdictions": [JurisdictionFactory().pk],
        "level": "district",
        "row_class": "counts_for",
        "kind": "license renewal credit",
        **changes,
    }


def record(client: Client, **changes: Any) -> str:
    """The answer to what was typed."""
    return client.post(reverse(ADD), typed(**changes), follow=True).content.decode()


def test_recognition_is_recorded_by_jurisdiction_and_district(client: Client) -> None:
    room(RecognitionIndexPage)
    district, page = DistrictFactory(), MicroCredentialFactory()
    record(signed_in(client), districts=[district.pk], credential=page.pk)
    one = Recognition.objects.get()
    assert (one.districts.get(), one.jurisdictions.count(), one.credential) == (district, 1, page)
    assert one.recorded_by_name == "editor"
    assert one.url in Client().get(page.url).content.decode()


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"slug": "not a slug"}, "Enter a valid"),
        ({"jurisdictions": []}, "This field is required."),
        ({"amount_min": "3"}, "Give the least and the most"),
        ({"amount_min": "3", "amount_max": "2"}, "The most is less than the least."),
        ({"effective_from": "2025-02-01", "effective_until": "2025-01-31"}, "before the first day"),
        ({"conditions": "<script>alert(1)</script>"}, "Plain text only"),
    ],
)
def test_bad_input_is_refused_beside_its_field(client: Client, changes: dict[str, Any], message: str) -> None:
    assert message in record(signed_in(client), **changes)
    assert not Recognition.objects.exists()


def test_an_address_is_given_once(client: Client) -> None:
    RecognitionFactory(slug="a-county-renewal")
    assert "Another row of recognition has this address." in record(signed_in(client))
    assert Recognition.objects.count() == 1


def test_a_correction_stands_at_the_same_address(client: Client) -> None:
    index = room(RecognitionIndexPage)
    wrong = RecognitionFactory(slug="a-county-renewal", place="A wrong county")
    signed_in(client)
    form = client.get(reverse(ADD), {"corrects": wrong.pk}).context["form"]
    assert (form["place"].value(), form["slug"].value()) == ("A wrong county", "a-county-renewal")
    given = {"supersedes": wrong.pk, "correction_reason": "Another county.", "place": "The right county"}
    assert "keeps the address" in record(client, **given, slug="another")
    record(client, **given)
    text = Client().get(f"{index.url}a-county-renewal/").content.decode()
    assert "The right county" in text
    assert "A wrong county: license renewal credit" in text
    assert "Another county." in text
    assert Client().get(index.url).content.decode().count("a-county-renewal/") == 1


def test_editors_without_the_permission_record_nothing(client: Client) -> None:
    one = RecognitionFactory()
    signed_in(client, "Editors", "Moderators")
    for path in ("new/", "", f"{one.pk}/"):
        response = client.post(f"/admin/recognition/{path}", typed(supersedes=one.pk))
        assert response.status_code in (302, 403, 405)
    assert Recognition.objects.get() == one


@pytest.mark.usefixtures("quick_filling")
def test_the_list_costs_the_same_with_one_row_and_100(client: Client) -> None:
    signed_in(client)
    place = JurisdictionFactory()
    RecognitionFactory(jurisdictions=[place])
    one = queries(client, reverse("recognition:index"))
    RecognitionFactory.create_batch(99, jurisdictions=[place])
    assert queries(client, reverse("recognition:index")) == one
