"""Before something is recorded for good it is read back; the same thing is refused the second time."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from wagtail.documents.models import Document
from wagtail.test.utils.form_data import querydict_from_html
from zeal import zeal_ignore

from catalog.models import Decision, MicroCredentialPage, QualityReview, Recognition
from tests.editing import AS_WAGTAIL_ASKS
from tests.editors import signed_in
from tests.factories import (
    DecisionFactory,
    DistrictFactory,
    IssuerFactory,
    JurisdictionFactory,
    MicroCredentialFactory,
    QualityCriterionFactory,
    QualityReviewFactory,
    QualityStandardFactory,
)

pytestmark = pytest.mark.django_db

ALREADY = "On record already"


@pytest.fixture
def clerk(client: Client) -> Client:
    """Somebody who may record."""
    return signed_in(client)


def phonics() -> MicroCredentialPage:
    page: MicroCredentialPage = MicroCredentialFactory(
        title="Phonics", issuer=IssuerFactory(title="A college")
    )
    return page


def decision(**changes: Any) -> dict[str, Any]:
    """What is typed for a decision."""
    return {
        "outcome": "decline",
        "decided_on": "1/10/2025",
        "effective_from": "Feb 1, 2025",
        "citation_title": "Minutes, item 4",
        "citation_address": "https://board.example.org/minutes",
        **changes,
    }


def review(**changes: Any) -> dict[str, Any]:
    """What is typed for a review by two criteria."""
    standard = QualityStandardFactory(name="Four states")
    QualityCriterionFactory(standard=standard, code="A", text="It names the skill.")
    return {
        "credential": phonics().pk,
        "standard": standard.pk,
        "jurisdiction": JurisdictionFactory(name="A state board").pk,
        "reviewed_on": "3/1/2025",
        "finding_0": "met",
        "note_0": "Clear.",
        **changes,
    }


def recognition(**changes: Any) -> dict[str, Any]:
    """What is typed for recognition."""
    return {
        "place": "A county",
        "slug": "a-county-renewal",
        "jurisdictions": [JurisdictionFactory(name="A state").pk],
        "level": "district",
        "row_class": "counts_for",
        "kind": "license renewal credit",
        "effective_from": "7/1/2025",
        **changes,
    }


def sent(client: Client, name: str, given: dict[str, Any], step: str = "") -> str:
    """The answer to a form."""
    data = {**given, **({"step": step} if step else {})}
    with zeal_ignore(AS_WAGTAIL_ASKS):
        response = client.post(reverse(f"{name}:add"), data, follow=True)
    assert response.status_code == 200
    return response.content.decode()


def test_a_decision_is_read_back_in_words_before_it_is_recorded(clerk: Client) -> None:
    minutes = Document.objects.create(title="The minutes", file="minutes.pdf")
    board = JurisdictionFactory(name="A state board")
    given = decision(credential=phonics().pk, jurisdiction=board.pk, citation_file=minutes.pk)
    text = sent(clerk, "decisions", given)
    for words in (
        "Check before you record",
        "Phonics · A college",
        "A state board",
        "Decline",
        "Friday, January 10, 2025",
        "Saturday, February 1, 2025",
        "Not stated",
        "Minutes, item 4",
        "The minutes",
    ):
        assert words in text
    assert not Decision.objects.exists()


def test_a_review_is_read_back_with_its_findings(clerk: Client) -> None:
    text = sent(clerk, "quality_reviews", review())
    for words in (
        "Phonics",
        "Four states",
        "Saturday, March 1, 2025",
        "It names the skill.",
        "Met",
        "Clear.",
    ):
        assert words in text
    assert not QualityReview.objects.exists()


def test_recognition_is_read_back_with_its_places(clerk: Client) -> None:
    text = sent(clerk, "recognition", recognition())
    for words in ("A county", "A state", "Tuesday, July 1, 2025", "license renewal credit"):
        assert words in text
    assert not Recognition.objects.exists()


@pytest.mark.parametrize(
    ("name", "typed", "model"),
    [
        ("decisions", decision, Decision),
        ("quality_reviews", review, QualityReview),
        ("recognition", recognition, Recognition),
    ],
)
def test_what_was_read_back_is_recorded_as_it_was_typed(
    clerk: Client, name: str, typed: Any, model: Any
) -> None:
    about = {"credential": MicroCredentialFactory().pk, "jurisdiction": JurisdictionFactory().pk}
    given = typed(**(about if name == "decisions" else {}))
    form = querydict_from_html(sent(clerk, name, given), form_id="read-back")
    assert "Recorded: " in sent(clerk, name, dict(form.lists()), "record")
    assert model.objects.count() == 1


def test_going_back_shows_all_that_was_typed_and_no_complaint(clerk: Client) -> None:
    minutes = Document.objects.create(title="The minutes", file="minutes.pdf")
    given = decision(
        credential=phonics().pk,
        jurisdiction=JurisdictionFactory().pk,
        citation_file=minutes.pk,
        scope="Renewal",
    )
    text = sent(clerk, "decisions", given, "mend")
    for words in ('value="1/10/2025"', 'value="Feb 1, 2025"', "Renewal", "The minutes", "Phonics"):
        assert words in text
    assert "error-message" not in text
    assert not Decision.objects.exists()


def test_a_correction_is_read_back_with_what_it_corrects(clerk: Client) -> None:
    wrong = DecisionFactory(credential=phonics())
    given = decision(
        credential=wrong.credential.pk,
        jurisdiction=wrong.jurisdiction.pk,
        supersedes=wrong.pk,
        correction_reason="The day was wrong.",
    )
    text = sent(clerk, "decisions", given)
    assert "It takes the place of:" in text
    assert "The day was wrong." in text
    assert "Correct a decision" in text
    assert Decision.objects.get() == wrong


def test_a_decision_that_lies_ahead_is_remarked_on(clerk: Client) -> None:
    board = JurisdictionFactory()
    given = {"credential": phonics().pk, "jurisdiction": board.pk}
    late = (board.today() + timedelta(days=40)).isoformat()
    assert "This day lies ahead." in sent(clerk, "decisions", decision(**given, decided_on=late))
    assert "This day lies ahead." not in sent(clerk, "decisions", decision(**given, effective_from=late))


def test_a_day_that_is_not_read_is_never_read_back(clerk: Client) -> None:
    given = decision(credential=phonics().pk, jurisdiction=JurisdictionFactory().pk, decided_on="1/10/25")
    for step in ("", "record"):
        text = sent(clerk, "decisions", given, step)
        assert "Which year: 1925 or 2025? Write it with four digits." in text
        assert 'value="1/10/25"' in text
    assert not Decision.objects.exists()


@pytest.mark.parametrize("outcome", ["approve", "decline"])
def test_the_same_decision_is_refused_the_second_time(clerk: Client, outcome: str) -> None:
    given = decision(
        credential=phonics().pk, jurisdiction=JurisdictionFactory(name="A board").pk, outcome=outcome
    )
    sent(clerk, "decisions", given, "record")
    one = Decision.objects.get()
    for again in (given, {**given, "decided_on": "2025-01-10", "citation_title": "The minutes"}):
        for step in ("", "record"):
            text = sent(clerk, "decisions", again, step)
            assert f"{ALREADY}: {one}. Recorded by editor on " in text
            assert f'<a href="{reverse("decisions:inspect", args=[one.pk])}">Read it</a>' in text
    assert Decision.objects.get() == one


def test_the_same_withdrawal_is_refused_the_second_time(clerk: Client) -> None:
    approval = DecisionFactory(effective_from=date(2024, 1, 1))
    about = {"credential": approval.credential.pk, "jurisdiction": approval.jurisdiction.pk}
    given = decision(**about, outcome="withdraw")
    sent(clerk, "decisions", given, "record")
    assert ALREADY in sent(clerk, "decisions", given, "record")
    assert Decision.objects.count() == 2


def test_another_decision_is_not_taken_for_the_same(clerk: Client) -> None:
    given = decision(credential=phonics().pk, jurisdiction=JurisdictionFactory().pk)
    others = ({"scope": "For pay"}, {"decided_on": "1/11/2025"}, {"jurisdiction": JurisdictionFactory().pk})
    sent(clerk, "decisions", given, "record")
    for other in others:
        assert "Recorded: " in sent(clerk, "decisions", {**given, **other}, "record")


def test_what_was_corrected_may_be_recorded_again(clerk: Client) -> None:
    wrong = DecisionFactory(outcome="decline", decided_on=date(2025, 1, 10), effective_from=date(2025, 2, 1))
    same = {"credential": wrong.credential, "jurisdiction": wrong.jurisdiction}
    DecisionFactory(**same, outcome="decline", supersedes=wrong, effective_from=date(2025, 3, 1))
    given = decision(credential=wrong.credential.pk, jurisdiction=wrong.jurisdiction.pk)
    assert "Recorded: " in sent(clerk, "decisions", given, "record")


def test_a_correction_sent_twice_is_on_record_already(clerk: Client) -> None:
    wrong = DecisionFactory()
    given = decision(
        credential=wrong.credential.pk,
        jurisdiction=wrong.jurisdiction.pk,
        supersedes=wrong.pk,
        correction_reason="The day was wrong.",
    )
    sent(clerk, "decisions", given, "record")
    right = Decision.objects.current().get()
    text = sent(clerk, "decisions", given, "record")
    assert "This was corrected already." in text
    assert ALREADY in text
    assert reverse("decisions:inspect", args=[right.pk]) in text


def test_the_same_review_is_refused_the_second_time(clerk: Client) -> None:
    given = review(reviewer="Panel  one")
    sent(clerk, "quality_reviews", given, "record")
    assert ALREADY in sent(clerk, "quality_reviews", {**given, "reviewer": "panel one"}, "record")
    assert "Recorded: " in sent(clerk, "quality_reviews", {**given, "reviewer": "Panel two"}, "record")
    assert QualityReview.objects.count() == 2


def test_the_same_recognition_is_refused_at_another_address(clerk: Client) -> None:
    given = recognition()
    sent(clerk, "recognition", given, "record")
    again = {**given, "slug": "another", "place": "The county", "kind": "License renewal credit"}
    assert ALREADY in sent(clerk, "recognition", again, "record")
    elsewhere = {**again, "districts": [DistrictFactory().pk]}
    assert "Recorded: " in sent(clerk, "recognition", elsewhere, "record")


def test_the_same_is_refused_without_a_form() -> None:
    one = QualityReviewFactory()
    same = {"credential": one.credential, "standard": one.standard, "jurisdiction": one.jurisdiction}
    with pytest.raises(ValidationError, match=ALREADY):
        QualityReviewFactory(**same)
