"""What pages say of decisions: today, on any day, with the whole history, without a word too many."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from wagtail.models import Site

from catalog.enums import Outcome
from catalog.models import CatalogSettings, Jurisdiction
from tests.factories import (
    DecisionFactory,
    JurisdictionFactory,
    MicroCredentialFactory,
    PathwayFactory,
    QualityReviewFactory,
    StackFactory,
    stage,
)

pytestmark = pytest.mark.django_db

UNTIL = date(2025, 6, 30)


def text_of(page: Any, **asked: str) -> str:
    """A page's text for a visitor."""
    response = Client().get(page.url, asked)
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


@pytest.fixture
def board() -> Jurisdiction:
    """The board whose decisions the site shows first."""
    one = JurisdictionFactory(name="A state board")
    CatalogSettings.objects.create(site=Site.objects.get(), jurisdiction=one)
    return one


def test_a_record_without_decisions_says_that_this_is_no_no(board: Jurisdiction) -> None:
    text = text_of(MicroCredentialFactory())
    assert "No decision on record" in text
    assert "This is not a no. It is also not a yes." in text
    assert "All decisions on record" not in text


@pytest.mark.parametrize("make", [MicroCredentialFactory, StackFactory])
def test_a_page_tells_the_status_of_the_day_asked_for(board: Jurisdiction, make: Any) -> None:
    page = make()
    about = {"credential": None, "stack": page} if make is StackFactory else {"credential": page}
    DecisionFactory(**about, jurisdiction=board, effective_until=UNTIL)
    assert "Ended" in text_of(page)
    text = text_of(page, on="2025-01-01")
    assert "On January 1, 2025: Approved" in text
    assert "As of January 1, 2025." in text
    assert "On June 30, 2025: Ending soon" in text_of(page, on="2025-06-30")
    assert "On July 1, 2025: Ended" in text_of(page, on="2025-07-01")
    assert "On December 31, 2024: No decision on record" in text_of(page, on="2024-12-31")


def test_a_day_that_is_none_is_left_out_and_said() -> None:
    text = text_of(MicroCredentialFactory(), on="2025-02-30")
    assert "“2025-02-30” was left out: There is no such day from 1900 to 2100." in text


def test_markup_in_the_day_is_escaped() -> None:
    assert "<script>alert" not in text_of(MicroCredentialFactory(), on="<script>alert(1)</script>")


def test_every_board_is_told_the_site_s_own_first(board: Jurisdiction) -> None:
    page = MicroCredentialFactory()
    other = JurisdictionFactory(name="A first board by name")
    DecisionFactory(credential=page, jurisdiction=other, outcome=Outcome.DECLINE)
    DecisionFactory(credential=page, jurisdiction=board, outcome=Outcome.CONDITIONAL)
    text = text_of(page)
    assert text.index("A state board") < text.index("A first board by name")
    assert "The board said no; this holds from January 1, 2025." in text
    assert "With a mentor." in text


def test_the_history_keeps_what_was_corrected(board: Jurisdiction) -> None:
    page = MicroCredentialFactory()
    wrong = DecisionFactory(credential=page, jurisdiction=board)
    DecisionFactory(credential=page, jurisdiction=board, supersedes=wrong, effective_until=UNTIL)
    text = text_of(page)
    assert "All decisions on record (2)" in text
    assert "Recorded by mistake:" in text
    assert "A wrong day." in text


def test_a_decision_moved_to_another_record_says_where_it_went(board: Jurisdiction) -> None:
    wrong = DecisionFactory(jurisdiction=board)
    right = DecisionFactory(jurisdiction=board, supersedes=wrong)
    text = text_of(wrong.credential)
    assert f"(It is about “{right.credential.title}”.)" in text
    assert "No decision on record" in text


def test_a_page_with_a_made_up_decision_says_so(board: Jurisdiction) -> None:
    made_up = JurisdictionFactory(demonstration=True)
    page, plain = MicroCredentialFactory(), MicroCredentialFactory()
    DecisionFactory(credential=page, jurisdiction=made_up)
    QualityReviewFactory(jurisdiction=made_up, credential=(reviewed := MicroCredentialFactory()))
    stack = StackFactory(members=[page])
    pathway = PathwayFactory(stages=[stage(decided := StackFactory())])
    DecisionFactory(credential=None, stack=decided, jurisdiction=made_up)
    notice = "Something on this page is made up"
    assert notice not in text_of(plain)
    for one in (page, reviewed, stack, pathway, decided):
        assert notice in text_of(one)


def test_members_and_stages_carry_the_status_of_the_day(board: Jurisdiction) -> None:
    page = MicroCredentialFactory()
    DecisionFactory(credential=page, jurisdiction=board, effective_until=UNTIL)
    stack = StackFactory(members=[page, MicroCredentialFactory()])
    DecisionFactory(credential=None, stack=stack, jurisdiction=board, outcome=Outcome.CONDITIONAL)
    pathway = PathwayFactory(stages=[stage(stack)])
    assert "Ended" in text_of(stack)
    assert "Ended" not in text_of(stack, on="2025-01-01")
    assert "Conditional" in text_of(pathway)
    text = text_of(pathway, on="2024-12-31")
    assert "Conditional" not in text
    assert "As of December 31, 2024." in text


def test_a_retired_record_was_still_offered_before() -> None:
    page = MicroCredentialFactory(retired=True, retired_on=UNTIL)
    assert "No longer offered" in text_of(page)
    assert "It was still offered on June 29, 2025" in text_of(page, on="2025-06-29")
    assert "It was still offered" not in text_of(page, on="2025-06-30")


def test_today_is_the_board_s_own(board: Jurisdiction, settings: Any) -> None:
    """Two boards at the far ends of the calendar never have the same day."""
    settings.TIME_ZONE = "UTC"
    east = JurisdictionFactory(name="East", time_zone="Pacific/Kiritimati")
    west = JurisdictionFactory(name="West", time_zone="Pacific/Niue")
    page = MicroCredentialFactory()
    for place in (east, west):
        DecisionFactory(credential=page, jurisdiction=place, effective_until=east.today() - timedelta(days=1))
    found = {
        one["jurisdiction"]["name"]: one["status"]
        for one in Client().get(f"/api/v1/micro-credentials/{page.slug}/decisions").json()["statuses"]
    }
    assert (found["East"], found["West"]) == ("ended", "ending-soon")
