"""What the made-up panel found follows from the record where it can."""

import pytest

from catalog.enums import AddressKind, Finding
from catalog.models import (
    Decision,
    Jurisdiction,
    MicroCredentialPage,
    QualityResult,
    QualityReview,
    QualityStandard,
)
from catalog.standing import statuses
from demo.loaders.decisions import SLUG
from demo.loaders.reviews import NO_EVIDENCE, TURNS, findings, told
from demo.models import DemoLoad
from tests.factories import MicroCredentialFactory

MET = (Finding.MET, "")


def test_half_of_what_the_board_said_yes_to_is_reviewed(demo_catalog: None) -> None:
    board = Jurisdiction.objects.get(slug=SLUG)
    found = statuses(MicroCredentialPage.objects.all(), board, DemoLoad.first_day())
    in_force = {key for (_, key), status in found.items() if status.in_force}
    reviewed = set(QualityReview.objects.values_list("credential", flat=True))
    assert reviewed < in_force
    assert len(reviewed) == len(in_force) // 2


def test_every_review_answers_every_criterion(demo_catalog: None) -> None:
    criteria = QualityStandard.objects.get(slug="digital-promise-framework").criteria
    words = list(criteria.values_list("group", "code", "text"))
    for review in QualityReview.objects.prefetch_related("results"):
        assert [(one.group, one.code, one.text) for one in review.results.all()] == words


def test_reviews_come_before_the_first_decision(demo_catalog: None) -> None:
    for review in QualityReview.objects.select_related("credential"):
        first = Decision.objects.about(review.credential).first()
        assert first is not None
        assert review.reviewed_on < first.decided_on


def results(review: int | None) -> list[tuple[str, str, str]]:
    """What a review found, given its key."""
    return list(QualityResult.objects.filter(review=review).values_list("code", "finding", "note"))


def test_some_reviews_are_corrected(demo_catalog: None) -> None:
    corrections = QualityReview.objects.exclude(supersedes=None)
    assert corrections.count() > 3
    for right in corrections:
        wrong = results(right.supersedes_id)
        assert wrong[0] == ("DP-1", Finding.NOT_MET, "")
        assert wrong[1:] == results(right.pk)[1:]


def test_what_falls_short_has_a_note(demo_catalog: None) -> None:
    for review in QualityReview.objects.current().prefetch_related("results"):
        for one in review.results.all():
            assert bool(one.note) is (one.finding in (Finding.PART, Finding.NOT_MET))


def test_full_record_meets_what_its_facts_speak_for(demo_catalog: None) -> None:
    page = MicroCredentialPage.objects.get(slug="example-listening-to-one-reader")
    codes = ("DP-1", "DP-2", "DP-3", "DP-4", "DP-6", "DP-7", "DP-8", "DP-11")
    assert [told(page, code) for code in codes] == [MET] * len(codes)
    assert told(page, "DP-5") is None


def test_missing_evidence_is_met_in_part(db: None) -> None:
    assert told(MicroCredentialFactory(evidence_kind=""), "DP-3") == NO_EVIDENCE
    assert told(MicroCredentialFactory(evidence_kind="a video"), "DP-3") == MET


@pytest.mark.parametrize(
    ("kind", "finding"),
    [
        (AddressKind.OWN_PAGE, Finding.MET),
        (AddressKind.ISSUER_LIST, Finding.PART),
        (AddressKind.SOURCE_ONLY, Finding.NOT_MET),
        ("", Finding.NOT_MET),
    ],
)
def test_address_tells_whether_anyone_can_read_it(db: None, kind: str, finding: Finding) -> None:
    address = "https://example.org/one/" if kind else ""
    found = told(MicroCredentialFactory(address=address, address_kind=kind), "DP-6")
    assert found is not None
    assert found[0] is finding


def test_what_the_record_does_not_tell_takes_its_turn(demo_catalog: None) -> None:
    page = MicroCredentialFactory.build()
    standard = QualityStandard.objects.get(slug="nea")
    found = [one for _, one in findings(page, standard.criteria.all(), number=3)]
    assert found == [*TURNS[3:], *TURNS[:2]]
