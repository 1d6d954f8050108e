"""What pages say of decisions: today, on any day, with the whole history, without a word too many."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from wagtail.models import Site

from catalog.enums import Outcome
from catalog.models import CatalogSettings, Jurisdiction
from home.days import day_text
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


def answer_of(page: Any, **asked: str) -> tuple[str, str]:
    """The text of the first board's answer, and of what is set apart in it."""
    soup = BeautifulSoup(Client().get(page.url, asked).content, "html.parser")
    section = soup.select_one("section[aria-labelledby^=board-]")
    assert section
    apart = section.select_one(".later")
    later = " ".join(apart.extract().get_text(" ").split()) if apart else ""
    return " ".join(section.get_text(" ").split()), later


def renewed(board: Jurisdiction, **facts: Any) -> Any:
    """A record approved until the end of June 2025, and renewed in May for three years."""
    page = MicroCredentialFactory()
    DecisionFactory(credential=page, jurisdiction=board, effective_until=UNTIL, citation_title="Old minutes")
    DecisionFactory(
        credential=page,
        jurisdiction=board,
        decided_on=date(2025, 5, 15),
        effective_from=date(2025, 7, 1),
        citation_title="New minutes",
        **{"effective_until": date(2028, 6, 30), **facts},
    )
    return page


def test_a_day_s_answer_never_borrows_from_a_later_decision(board: Jurisdiction) -> None:
    page = renewed(board)
    answer, later = answer_of(page, on="2025-05-01")
    assert "On May 1, 2025: Ending soon" in answer
    assert "From January 1, 2025; the last day is June 30, 2025." in answer
    assert "Old minutes" in answer
    assert [word for word in ("New minutes", "2028", "July") if word in answer] == []
    assert "What came later Renewed from July 1, 2025 to June 30, 2028" in later
    assert "Decided on May 15, 2025: New minutes" in later
    assert "On May 15, 2025: Approved" in answer_of(page, on="2025-05-15")[0]


def test_what_lies_ahead_is_told_of_today(board: Jurisdiction) -> None:
    ahead = board.today() + timedelta(days=30)
    page = MicroCredentialFactory()
    DecisionFactory(credential=page, jurisdiction=board, effective_until=ahead)
    DecisionFactory(
        credential=page,
        jurisdiction=board,
        outcome=Outcome.CONDITIONAL,
        decided_on=board.today(),
        effective_from=ahead + timedelta(days=1),
    )
    answer, later = answer_of(page)
    assert "Approved" in answer
    assert "Ending soon" not in answer
    assert "What lies ahead Changed to an approval with conditions" in later


def test_after_a_withdrawal_the_last_day_names_it_with_both_citations(board: Jurisdiction) -> None:
    page = MicroCredentialFactory()
    DecisionFactory(
        credential=page, jurisdiction=board, effective_until=date(2028, 6, 30), citation_title="Old minutes"
    )
    DecisionFactory(
        credential=page,
        jurisdiction=board,
        outcome=Outcome.WITHDRAW,
        effective_from=date(2026, 3, 1),
        citation_title="New minutes",
    )
    answer, later = answer_of(page)
    assert "The last day the approval was in force is February 28, 2026." in answer
    assert "It had been approved until June 30, 2028." in answer
    assert "Last day February 28, 2026 Ended by this: approval withdrawn, New minutes" in answer
    assert "What it ended Approved from January 1, 2025 to June 30, 2028 Old minutes" in answer
    assert later == ""
    assert "Approval withdrawn from March 1, 2026 on" in answer_of(page, on="2026-02-28")[1]


def test_a_withdrawal_decided_with_a_later_first_day_ends_it_the_day_before(board: Jurisdiction) -> None:
    page = MicroCredentialFactory()
    DecisionFactory(credential=page, jurisdiction=board)
    DecisionFactory(
        credential=page,
        jurisdiction=board,
        outcome=Outcome.WITHDRAW,
        decided_on=date(2025, 5, 1),
        effective_from=date(2025, 6, 1),
    )
    assert "no end is on record" in answer_of(page, on="2025-04-30")[0]
    answer, later = answer_of(page, on="2025-05-01")
    assert "On May 1, 2025: Ending soon" in answer
    assert "the last day is May 31, 2025, as the board decided to end it." in answer
    assert "Approval withdrawn from June 1, 2025 on" in later


def test_a_decision_made_after_the_day_that_holds_on_it_says_so(board: Jurisdiction) -> None:
    page = MicroCredentialFactory()
    DecisionFactory(credential=page, jurisdiction=board, decided_on=date(2025, 4, 10))
    answer, _ = answer_of(page, on="2025-03-01")
    assert "On March 1, 2025: Approved" in answer
    assert "The board decided this after the day, on April 10, 2025." in answer


def test_a_correction_recorded_after_the_day_is_told_with_what_was_wrong(board: Jurisdiction) -> None:
    page = MicroCredentialFactory()
    wrong = DecisionFactory(credential=page, jurisdiction=board, effective_until=UNTIL)
    DecisionFactory(credential=page, jurisdiction=board, supersedes=wrong)
    answer, later = answer_of(page, on="2025-03-01")
    assert "From January 1, 2025; no end is on record." in answer
    assert "Corrected on" in later
    assert "It had been recorded as: approved, from January 1, 2025 to June 30, 2025." in later
    assert answer_of(page)[1] == ""


def test_a_conditional_approval_that_ends_soon_shows_both_signs(board: Jurisdiction) -> None:
    page = MicroCredentialFactory()
    facts = {"jurisdiction": board, "outcome": Outcome.CONDITIONAL, "effective_until": UNTIL}
    DecisionFactory(credential=page, **facts)
    stack = StackFactory(members=[page])
    answer, _ = answer_of(page, on="2025-06-01")
    assert "On June 1, 2025: Conditional Ending soon" in answer
    assert "Conditional Ending soon until June 30, 2025" in " ".join(
        BeautifulSoup(Client().get(stack.url, {"on": "2025-06-01"}).content, "html.parser")
        .get_text(" ")
        .split()
    )


def test_paper_says_when_it_was_printed_and_from_which_address(board: Jurisdiction, settings: Any) -> None:
    page = renewed(board)
    soup = BeautifulSoup(Client().get(page.url, {"on": "2025-05-01"}).content, "html.parser")
    paper = soup.select_one(".paper-only")
    assert paper
    assert paper.get_text() == (
        f"Printed on {day_text(board.today())} from {settings.PUBLIC_URL}{page.url}?on=2025-05-01"
    )


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
    page = MicroCredentialFactory(last_day_to_start=UNTIL)
    assert "No longer offered" in text_of(page)
    assert "Still offered on June 30, 2025." in text_of(page, on="2025-06-30")
    assert "No longer offered on July 1, 2025." in text_of(page, on="2025-07-01")


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
