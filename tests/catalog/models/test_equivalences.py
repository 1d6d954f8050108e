"""Equivalences: written once, said by one body that can, told by day."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.db.models import ProtectedError
from django.db.utils import InternalError

from catalog.models import Equivalence
from catalog.models.kept import KeptError
from tests.factories import EquivalenceFactory, IssuerFactory, JurisdictionFactory, MicroCredentialFactory

pytestmark = pytest.mark.django_db

REFUSED = (IntegrityError, InternalError)
JANUARY, JUNE, DECEMBER = date(2025, 1, 1), date(2025, 6, 30), date(2025, 12, 31)
DAY = timedelta(days=1)


def told(**values: Any) -> dict[str, list[str]]:
    """What an equivalence is refused for, by field."""
    with pytest.raises(ValidationError) as caught:
        EquivalenceFactory(**values)
    return caught.value.message_dict


def same(one: Equivalence) -> dict[str, Any]:
    """The same two records and the same body."""
    names = ("credential", "counts_for", "issuer", "jurisdiction")
    return {name: getattr(one, name) for name in names}


def test_equivalence_is_never_changed() -> None:
    one = EquivalenceFactory()
    with pytest.raises(KeptError):
        one.save()
    with pytest.raises(KeptError):
        Equivalence.objects.all().delete()
    with pytest.raises(REFUSED, match="never changed"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            "UPDATE catalog_equivalence SET effective_until = '2030-01-01' WHERE id = %s", [one.pk]
        )


def test_equivalence_keeps_both_records_from_being_deleted() -> None:
    one = EquivalenceFactory()
    for page in (one.credential, one.counts_for):
        with pytest.raises(ProtectedError):
            page.delete()


def test_nothing_counts_for_itself() -> None:
    page = MicroCredentialFactory()
    problem = told(credential=page, counts_for=page)
    assert problem["counts_for"] == ["Nothing counts for itself. Choose another one."]


def test_one_body_says_so() -> None:
    message = ["Choose the issuer or the board that says so, one of them."]
    assert told(issuer=None)["issuer"] == message
    both = {"issuer": IssuerFactory(), "jurisdiction": JurisdictionFactory()}
    assert told(**both)["issuer"] == message


def test_issuer_that_issued_neither_is_refused() -> None:
    stranger = IssuerFactory(title="A stranger")
    assert told(issuer=stranger)["issuer"] == [
        "A stranger issued neither of the two. Choose who did, or a board."
    ]


def test_either_issuer_and_any_board_may_say_so() -> None:
    first = EquivalenceFactory()
    names = {"credential": first.credential, "counts_for": first.counts_for}
    assert EquivalenceFactory(**names, issuer=first.credential.issuer).pk
    assert EquivalenceFactory(**names, jurisdiction=JurisdictionFactory()).pk


def test_equivalence_is_cited() -> None:
    assert "citation_title" in told(citation_title="")
    assert "citation_address" in told(citation_address="")


def test_days_are_in_order_and_within_sense() -> None:
    assert told(effective_until=JANUARY - DAY)["effective_until"] == ["The last day is before the first day."]
    assert "effective_from" in told(effective_from=date(205, 1, 1), decided_on=JANUARY)
    assert "decided_on" in told(decided_on=date(2101, 1, 1))


def test_the_same_twice_is_on_record_already() -> None:
    first = EquivalenceFactory(effective_until=JUNE)
    problem = told(**same(first), effective_from=JUNE)
    assert problem["effective_from"][0].startswith(f"On record already: {first}. Recorded by A clerk on")
    assert EquivalenceFactory(**same(first), effective_from=JUNE + DAY).pk


def test_the_other_way_round_is_another_statement() -> None:
    first = EquivalenceFactory()
    back = EquivalenceFactory(credential=first.counts_for, counts_for=first.credential)
    assert set(Equivalence.objects.current()) == {first, back}


def test_a_correction_takes_its_place_and_says_why() -> None:
    wrong = EquivalenceFactory()
    assert "correction_reason" in told(**same(wrong), supersedes=wrong, correction_reason="")
    right = EquivalenceFactory(**same(wrong), supersedes=wrong, effective_from=JUNE)
    assert list(Equivalence.objects.current()) == [right]
    assert not Equivalence.objects.get(pk=wrong.pk).holds_on(DECEMBER)
    assert "corrected already" in str(told(**same(wrong), supersedes=wrong))


@pytest.mark.parametrize(
    ("day", "holds"),
    [(JANUARY - DAY, False), (JANUARY, True), (JUNE, True), (JUNE + DAY, False), (date.max, False)],
)
def test_equivalence_holds_from_its_first_to_its_last_day(day: date, holds: bool) -> None:
    one = EquivalenceFactory(effective_until=JUNE)
    assert one.holds_on(day) is holds
    assert Equivalence.objects.in_force(day).exists() is holds


def test_made_up_ones_are_told_apart() -> None:
    real = EquivalenceFactory()
    made_up = EquivalenceFactory(jurisdiction=JurisdictionFactory(demonstration=True))
    assert (real.demonstration, made_up.demonstration) == (False, True)
    assert Equivalence.objects.demonstration().get() == made_up
    assert made_up.counts_for.shows_demonstration
    assert made_up.credential.shows_demonstration
    assert not real.credential.shows_demonstration
