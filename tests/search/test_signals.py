"""Decisions and recognition are found as they stand, in the transaction in which they were recorded."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import transaction

from catalog.models import CatalogSettings
from search.models import SearchDocument
from tests import factories as make
from tests.search.deciding import decide, shown_board
from tests.search.editing import publish, titles

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("quick_filling")]


def test_decision_is_found_at_once() -> None:
    board, page = shown_board(), make.MicroCredentialFactory(title="Phoneme games")
    decide(board, page)
    assert titles("", status="approved") == {"Phoneme games"}
    decide(board, page, "withdraw", decided_on=date(2025, 5, 1), effective_from=date(2025, 6, 1))
    assert titles("", status="ending-soon", on="2025-04-30") == set()
    for value in ("approved", "ending-soon"):
        assert titles("", status=value, on="2025-05-31") == {"Phoneme games"}
    assert titles("", status="not-approved", on="2025-06-01") == {"Phoneme games"}


def test_older_draft_published_brings_no_withdrawn_approval_back() -> None:
    board, page = shown_board(), make.MicroCredentialFactory(title="Phoneme games")
    decide(board, page)
    draft = page.save_revision()
    decide(board, page, "withdraw", effective_from=date(2025, 6, 1))
    draft.publish()
    assert titles("", status="not-approved") == {"Phoneme games"}


def test_correction_about_another_record_is_followed_on_both() -> None:
    board = shown_board()
    wrong = make.MicroCredentialFactory(title="Wrong")
    stack = make.StackFactory(title="Right", members=[wrong])
    decide(board, stack, supersedes=decide(board, wrong))
    assert titles("", status="approved") == {"Right"}
    assert titles("", status="no-decision") == {"Wrong"}


def test_decision_about_a_member_leaves_what_quotes_it_as_it_is() -> None:
    board, page = shown_board(), make.MicroCredentialFactory()
    stack = make.StackFactory(members=[page])
    SearchDocument.objects.filter(kind="stack", key=stack.pk).update(digest="As it was")
    decide(board, page)
    assert SearchDocument.objects.get(kind="stack", key=stack.pk).digest == "As it was"


def test_decision_about_a_draft_is_found_when_it_is_published() -> None:
    board, page = shown_board(), make.MicroCredentialFactory(title="Phoneme games", live=False)
    decide(board, page)
    assert titles("phoneme") == set()
    page.save_revision().publish()
    assert titles("", status="approved") == {"Phoneme games"}


def test_decision_that_is_taken_back_leaves_no_trace() -> None:
    board, page = shown_board(), make.MicroCredentialFactory(title="Phoneme games")
    decide(board, make.MicroCredentialFactory())
    with transaction.atomic():
        decide(board, page)
        assert len(titles("", status="approved")) == 2
        transaction.set_rollback(True)
    assert len(titles("", status="approved")) == 1


def test_another_board_needs_no_new_index() -> None:
    page, other = make.MicroCredentialFactory(title="Phoneme games"), make.JurisdictionFactory()
    decide(shown_board(), page)
    decide(other, page, "decline")
    assert titles("", status="approved") == {"Phoneme games"}
    CatalogSettings.objects.update(jurisdiction=other)
    assert titles("", status="not-approved") == {"Phoneme games"}


def test_corrected_recognition_is_found_once_by_its_new_words() -> None:
    row = make.RecognitionFactory(slug="pay", kind="salary", conditions="For giraffes")
    make.RecognitionFactory(
        slug="pay", kind="salary", conditions="For zebras", supersedes=row, correction_reason="Wrong animal."
    )
    assert titles("giraffes") == set()
    assert titles("zebras") == {"A state: salary"}


def test_recognition_of_a_record_is_followed_on_both_sides() -> None:
    page, other = make.MicroCredentialFactory(title="Games"), make.StackFactory(title="Stack")
    row = make.RecognitionFactory(slug="pay", kind="zebra salary", credential=page)
    assert titles("zebra") == titles("games") == {"A state: zebra salary", "Games"}
    make.RecognitionFactory(
        slug="pay", kind="zebra salary", stack=other, supersedes=row, correction_reason="Wrong record."
    )
    assert titles("zebra") == {"A state: zebra salary", "Stack"}
    publish(other, title="Okapi")
    assert titles("okapi") == {"A state: zebra salary", "Okapi"}
    other.unpublish()
    assert titles("okapi") == set()


def test_renamed_district_is_found_with_its_recognition() -> None:
    place = make.DistrictFactory(name="Harbor Schools")
    make.RecognitionFactory(kind="salary").districts.set([place])
    place.name = "Okapi Schools"
    place.save()
    assert titles("okapi") == {"Okapi Schools", "A state: salary"}
