"""Decisions: written once, checked against each other, told by day."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.db.models import ProtectedError
from django.db.utils import InternalError

from catalog.enums import Outcome
from catalog.models import Decision
from catalog.models.kept import KeptError
from tests.factories import DecisionFactory, JurisdictionFactory, MicroCredentialFactory, StackFactory

pytestmark = pytest.mark.django_db

REFUSED = (IntegrityError, InternalError)
JANUARY, JUNE, DECEMBER = date(2025, 1, 1), date(2025, 6, 30), date(2025, 12, 31)


def told(**values: Any) -> dict[str, list[str]]:
    """What a decision is refused for, by field."""
    with pytest.raises(ValidationError) as caught:
        DecisionFactory(**values)
    return caught.value.message_dict


def test_decision_that_stands_is_never_changed() -> None:
    one = DecisionFactory()
    one.scope = "Everything"
    with pytest.raises(KeptError):
        one.save()
    with pytest.raises(KeptError):
        one.delete()
    with pytest.raises(KeptError):
        Decision.objects.all().update(scope="Everything")
    with pytest.raises(KeptError):
        Decision.objects.all().delete()


def test_decision_is_not_changed_past_the_model_either() -> None:
    one = DecisionFactory()
    with pytest.raises(REFUSED, match="never changed"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE catalog_decision SET outcome = 'decline' WHERE id = %s", [one.pk])
    one.refresh_from_db()
    assert one.outcome == Outcome.APPROVE


def test_decision_outlives_the_account_that_recorded_it() -> None:
    clerk = get_user_model().objects.create_user("clerk")
    one = DecisionFactory(recorded_by=clerk, recorded_by_name="Ada Clerk")
    clerk.delete()
    one.refresh_from_db()
    assert (one.recorded_by, one.recorded_by_name) == (None, "Ada Clerk")


def test_decision_keeps_its_record_from_being_deleted() -> None:
    one = DecisionFactory()
    with pytest.raises(ProtectedError):
        one.credential.delete()


def test_decision_is_about_one_record() -> None:
    problem = {"credential": ["Choose one micro-credential or one stack."]}
    assert told(credential=None) == problem
    assert told(credential=MicroCredentialFactory(), stack=StackFactory()) == problem


def test_decision_needs_a_citation_that_can_be_read() -> None:
    assert "citation_title" in told(citation_title="")
    assert "citation_address" in told(citation_address="")


def test_decision_cannot_end_before_it_starts() -> None:
    problem = told(effective_until=JANUARY - timedelta(days=1))
    assert problem["effective_until"] == ["The last day is before the first day."]


def test_decision_of_one_day_holds_that_day() -> None:
    assert DecisionFactory(effective_until=JANUARY).ruling.ends == JANUARY


@pytest.mark.parametrize("year", [202, 1899, 2101])
def test_decision_refuses_a_mistyped_year(year: int) -> None:
    assert "effective_from" in told(effective_from=date(year, 1, 1), decided_on=JANUARY)


def test_conditions_belong_to_a_conditional_approval() -> None:
    assert "conditions" in told(outcome=Outcome.CONDITIONAL, conditions=" ")
    assert "conditions" in told(outcome=Outcome.APPROVE, conditions="With a mentor.")


def test_a_no_has_no_last_day() -> None:
    assert "effective_until" in told(outcome=Outcome.DECLINE, effective_until=JUNE)


def test_two_open_approvals_by_one_board_are_refused() -> None:
    first = DecisionFactory()
    problem = told(
        jurisdiction=first.jurisdiction,
        credential=first.credential,
        outcome=Outcome.CONDITIONAL,
        effective_from=JUNE,
    )
    assert "another approval of it in force on June 30, 2025" in problem["effective_from"][0]


def test_approvals_that_share_their_ends_are_refused_and_neighbors_are_not() -> None:
    first = DecisionFactory(effective_until=JUNE)
    same: dict[str, Any] = {"jurisdiction": first.jurisdiction, "credential": first.credential}
    assert "effective_from" in told(**same, effective_from=JUNE)
    before = DecisionFactory(
        **same, effective_from=date(2024, 1, 1), effective_until=JANUARY - timedelta(days=1)
    )
    after = DecisionFactory(**same, effective_from=JUNE + timedelta(days=1))
    assert {before, after} < set(Decision.objects.current())


def test_an_approval_may_follow_a_withdrawal() -> None:
    first = DecisionFactory()
    same: dict[str, Any] = {"jurisdiction": first.jurisdiction, "credential": first.credential}
    DecisionFactory(**same, outcome=Outcome.WITHDRAW, effective_from=JUNE)
    assert DecisionFactory(**same, effective_from=DECEMBER).pk


def test_another_board_and_another_record_do_not_clash() -> None:
    first = DecisionFactory()
    assert DecisionFactory(jurisdiction=first.jurisdiction).pk
    assert DecisionFactory(credential=first.credential).pk


def test_a_withdrawal_needs_an_approval_in_force() -> None:
    first = DecisionFactory(effective_until=JUNE)
    same: dict[str, Any] = {"jurisdiction": first.jurisdiction, "credential": first.credential}
    problem = told(**same, outcome=Outcome.WITHDRAW, effective_from=JUNE + timedelta(days=1))
    assert "no approval in force on July 1, 2025" in problem["outcome"][0]
    assert DecisionFactory(**same, outcome=Outcome.WITHDRAW, effective_from=JUNE).pk


def test_a_correction_takes_the_place_of_what_it_corrects() -> None:
    wrong = DecisionFactory()
    right = DecisionFactory(
        jurisdiction=wrong.jurisdiction, credential=wrong.credential, supersedes=wrong, effective_from=JUNE
    )
    assert list(Decision.objects.current()) == [right]
    assert wrong.is_superseded
    assert not right.is_superseded


def test_a_correction_says_why() -> None:
    wrong = DecisionFactory()
    problem = told(supersedes=wrong, credential=wrong.credential, correction_reason="")
    assert problem["correction_reason"] == ["Say why the earlier record is corrected."]


def test_a_record_is_corrected_once() -> None:
    wrong = DecisionFactory()
    DecisionFactory(supersedes=wrong)
    assert "corrected already" in str(told(supersedes=wrong))


def test_about_any_finds_both_kinds() -> None:
    stack = StackFactory()
    first, second = DecisionFactory(), DecisionFactory(credential=None, stack=stack)
    DecisionFactory()
    assert set(Decision.objects.about_any([first.credential, stack])) == {first, second}
    assert list(Decision.objects.about(stack)) == [second]
    assert not Decision.objects.by(None)
    assert not Decision.objects.demonstration()
    assert Decision.objects.by(first.jurisdiction).get() == first


def test_today_is_that_of_the_jurisdiction(settings: Any) -> None:
    settings.TIME_ZONE = "UTC"
    east, west = (
        JurisdictionFactory(time_zone="Pacific/Kiritimati"),
        JurisdictionFactory(time_zone="Pacific/Niue"),
    )
    assert (east.today() - west.today()).days in (1, 2)
    with pytest.raises(ValidationError, match="no time zone"):
        JurisdictionFactory(time_zone="Mars/Olympus").full_clean()
