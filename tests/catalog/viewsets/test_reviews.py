"""Recording quality reviews in the admin: the standard first, then a finding for each criterion."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from catalog.models import QualityReview, QualityStandard
from tests.editors import queries, signed_in
from tests.factories import (
    JurisdictionFactory,
    MicroCredentialFactory,
    QualityCriterionFactory,
    QualityReviewFactory,
    QualityStandardFactory,
)

pytestmark = pytest.mark.django_db

ADD = "quality_reviews:add"


@pytest.fixture
def standard() -> QualityStandard:
    """A standard of two criteria."""
    one = QualityStandardFactory(name="Four states")
    QualityCriterionFactory(standard=one, code="A", text="It names the skill.", sort_order=0)
    QualityCriterionFactory(standard=one, code="B", text="It states its evidence.", sort_order=1)
    return one


def typed(against: QualityStandard, **changes: Any) -> dict[str, Any]:
    """What somebody types to record a review."""
    return {
        "step": "record",
        "credential": MicroCredentialFactory().pk,
        "standard": against.pk,
        "jurisdiction": JurisdictionFactory().pk,
        "reviewed_on": "2025-03-01",
        "finding_0": "met",
        "finding_1": "part",
        "note_1": "One part is missing.",
        **changes,
    }


def test_the_standard_is_asked_for_first(client: Client, standard: QualityStandard) -> None:
    signed_in(client)
    assert "Go on" in client.get(reverse(ADD)).content.decode()
    page = MicroCredentialFactory(title="Phonics")
    text = client.get(reverse(ADD), {"credential": page.pk, "standard": standard.pk}).content.decode()
    assert "held against <strong>Four states</strong>" in text
    assert "It states its evidence." in text


@pytest.mark.parametrize("key", ["999", "x", "\x00"])
def test_an_unknown_standard_is_asked_for_again(client: Client, key: str) -> None:
    text = signed_in(client).get(reverse(ADD), {"standard": key}).content.decode()
    assert "Go on" in text


def test_review_is_recorded_with_its_findings(client: Client, standard: QualityStandard) -> None:
    given = typed(standard)
    text = signed_in(client).post(reverse(ADD), given, follow=True).content.decode()
    one = QualityReview.objects.get()
    assert [(row.code, row.finding, row.note) for row in one.results.all()] == [
        ("A", "met", ""),
        ("B", "part", "One part is missing."),
    ]
    assert "One part is missing." in text
    public = Client().get(one.credential.url).content.decode()
    assert "1 met, 1 met in part" in public
    assert "One part is missing." in public


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"finding_1": ""}, "This field is required."),
        ({"finding_1": "splendid"}, "Select a valid choice."),
        ({"note_1": "<b>Bold</b>"}, "Plain text only"),
        ({"standard": "999"}, "Choose the standard it is held against first."),
        ({"standard": ""}, "Choose the standard it is held against first."),
        ({"reviewed_on": "0202-01-01"}, "Check the year"),
    ],
)
def test_bad_input_is_refused_beside_its_field_and_kept(
    client: Client, standard: QualityStandard, changes: dict[str, str], message: str
) -> None:
    given = typed(standard, summary="As a whole", **changes)
    text = signed_in(client).post(reverse(ADD), given, follow=True).content.decode()
    assert message in text
    assert "As a whole" in text
    assert not QualityReview.objects.exists()


def test_a_correction_starts_with_the_findings_and_takes_their_place(
    client: Client, standard: QualityStandard
) -> None:
    wrong = QualityReviewFactory(standard=standard, results={"A": "not met", "B": "met"})
    form = signed_in(client).get(reverse(ADD), {"corrects": wrong.pk}).context["form"]
    assert (form["finding_0"].value(), form["finding_1"].value()) == ("not met", "met")
    given = typed(standard, credential=wrong.credential.pk, supersedes=wrong.pk)
    client.post(reverse(ADD), {**given, "correction_reason": "Read again."}, follow=True)
    right = QualityReview.objects.current().get()
    assert (right.supersedes, right.results.count()) == (wrong, 2)
    public = Client().get(wrong.credential.url).content.decode()
    assert "1 met, 1 met in part" in public
    assert "1 not met" not in public


def test_a_criterion_that_changed_later_leaves_the_review_as_it_was(standard: QualityStandard) -> None:
    one = QualityReviewFactory(standard=standard, results={"A": "met"})
    standard.criteria.filter(code="A").update(text="Quite another thing.")
    assert one.results.get().text == "It has A."


def test_editors_without_the_permission_record_nothing(client: Client, standard: QualityStandard) -> None:
    signed_in(client, "Editors")
    for path in ("new/", "", "1/"):
        response = client.post(f"/admin/quality_reviews/{path}", typed(standard))
        assert response.status_code in (302, 403, 404, 405)
    assert not QualityReview.objects.exists()


@pytest.mark.usefixtures("quick_filling")
def test_the_list_costs_the_same_with_one_row_and_100(client: Client, standard: QualityStandard) -> None:
    signed_in(client)
    page, board = MicroCredentialFactory(), JurisdictionFactory()
    QualityReviewFactory(credential=page, jurisdiction=board, standard=standard)
    one = queries(client, reverse("quality_reviews:index"))
    for number in range(99):
        panel = f"Panel {number}"
        QualityReviewFactory(credential=page, jurisdiction=board, standard=standard, reviewer=panel)
    assert queries(client, reverse("quality_reviews:index")) == one
