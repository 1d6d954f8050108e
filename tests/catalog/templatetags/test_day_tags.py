"""What pages say of days: recognition in force, last days of an offer, and what takes a record's place."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils.timezone import localdate
from wagtail.models import PageViewRestriction

from catalog.models import (
    CompetencyIndexPage,
    DistrictIndexPage,
    MicroCredentialIndexPage,
    RecognitionIndexPage,
    StackIndexPage,
)
from tests.factories import (
    CompetencyFactory,
    DistrictFactory,
    JurisdictionFactory,
    MicroCredentialFactory,
    RecognitionFactory,
    StackFactory,
    alignment,
    group,
    room,
)

pytestmark = pytest.mark.django_db

ENDED = {"effective_from": date(2020, 1, 1), "effective_until": date(2022, 6, 30)}
BEGUN = {"effective_from": date(2025, 1, 1)}
AHEAD = {"effective_from": date(2098, 1, 1)}
FAR, FARTHER = date(2098, 6, 30), date(2098, 12, 31)


@pytest.fixture(autouse=True)
def rooms() -> None:
    """The lists of recognition and districts."""
    room(RecognitionIndexPage)
    room(DistrictIndexPage)


def text_at(address: str, **asked: str) -> str:
    """A page's text for a visitor, as one line."""
    response = Client().get(address, asked)
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


def part(text: str, start: str, end: str = "</html>") -> str:
    """The text from one place to another."""
    return text.partition(start)[2].partition(end)[0]


@pytest.mark.parametrize(
    ("days", "on", "said"),
    [
        (ENDED, "", "<strong>This counted until June 30, 2022.</strong>"),
        (AHEAD, "", "<strong>This will count from January 1, 2098.</strong>"),
        (BEGUN, "", "<strong>This counts.</strong> It has counted since January 1, 2025. No end is stated."),
        ({}, "", "<strong>This counts.</strong> Since when, and until when, is not stated."),
        (ENDED, "2022-06-30", "<strong>This counted on June 30, 2022.</strong>"),
        (ENDED, "2022-07-01", "<strong>This no longer counted on July 1, 2022.</strong>"),
        (BEGUN, "2024-12-31", "<strong>This did not count yet on December 31, 2024.</strong>"),
        ({}, "2019-01-01", "<strong>Not dated.</strong>"),
    ],
)
def test_a_statement_s_own_page_says_how_it_stands(days: dict[str, Any], on: str, said: str) -> None:
    RecognitionFactory(slug="one", **days)
    text = text_at("/recognition/one/", **({"on": on} if on else {}))
    assert said in text
    assert ("As of " + "December 31, 2024" in text) == (on == "2024-12-31")


def test_the_list_keeps_what_does_not_count_apart() -> None:
    ohio = JurisdictionFactory(name="Ohio")
    for kind, days in (("ended pay", ENDED), ("late pay", AHEAD), ("pay", BEGUN), ("undated pay", {})):
        RecognitionFactory(jurisdictions=[ohio], place="Ohio", kind=kind, **days)
    text = text_at("/recognition/")
    counting, _, apart = text.partition("Ended or not begun: nothing that counts today</h2>")
    assert "2 statements of what counts, 2 statements of what does not count today" in text
    assert ">Pay</a>" in counting
    assert ">Undated pay</a>" in counting
    assert "Ended pay" not in counting
    assert "Ended: the last day was June 30, 2022" in apart
    assert "Not begun: the first day is January 1, 2098" in apart


def test_the_list_of_a_day_says_the_day_and_keeps_it_from_page_to_page() -> None:
    ohio = JurisdictionFactory(name="Ohio")
    RecognitionFactory(jurisdictions=[ohio], place="Ohio", kind="early pay", **ENDED)
    RecognitionFactory(jurisdictions=[ohio], place="Ohio", kind="pay", **BEGUN)
    RecognitionFactory(jurisdictions=[ohio], place="Ohio", kind="undated pay")
    text = text_at("/recognition/", on="2021-03-01")
    counting, _, apart = text.partition("nothing that is known to count on this day</h2>")
    assert "As of March 1, 2021." in text
    assert ">Early pay</a>" in counting
    assert "Ohio: pay" in apart
    assert "Ohio: undated pay" in apart


def test_a_district_tells_what_counts_from_what_does_not() -> None:
    state = JurisdictionFactory(name="Ohio")
    district = DistrictFactory(name="A County", state=state)
    RecognitionFactory(place="A County", kind="old pay", **ENDED).districts.set([district])
    RecognitionFactory(jurisdictions=[state], place="Ohio", kind="renewal", **BEGUN)
    text = text_at(district.url)
    counting, _, apart = text.partition(">Ended, not begun</h2>")
    assert "does not count today, or nobody can tell; it stands below." in counting
    assert "Old pay" not in counting
    assert "Renewal" in counting
    assert "A County: old pay" in apart
    then = text_at(district.url, on="2021-03-01")
    assert "Old pay" in part(then, ">What counts in this district</h2>", ">Ended, not begun")
    assert "Ohio: renewal" in part(then, ">Ended, not begun or not dated</h2>")


@pytest.mark.parametrize("about", ["credential", "stack"])
def test_a_record_is_recognized_for_what_is_in_force(about: str) -> None:
    page = MicroCredentialFactory() if about == "credential" else StackFactory()
    for kind, days in (("ended pay", ENDED), ("late pay", AHEAD), ("pay", BEGUN), ("undated pay", {})):
        RecognitionFactory(kind=kind, place="Ohio", as_of="2024", **{about: page}, **days)
    counting, _, apart = text_at(page.url).partition("Recognition that does not count today")
    told = part(counting, "What it is recognized for")
    assert [kind in told for kind in ("Ohio: pay", "undated pay", "ended pay", "late pay")] == [
        True,
        True,
        False,
        False,
    ]
    assert "Since when is not stated; no end is stated; as of 2024" in told
    assert "Ohio: ended pay" in apart
    then = text_at(page.url, on="2021-03-01")
    told = part(then, "What it is recognized for on March 1, 2021", "Not known to count on March 1, 2021")
    assert "Ohio: ended pay" in told
    assert "Ohio: pay" not in told


def test_an_end_ahead_is_no_end_yet() -> None:
    page = MicroCredentialFactory(last_day_to_start=FAR, last_day_to_finish=FARTHER)
    text = text_at(page.url)
    assert "<strong>Offered until June 30, 2098.</strong>" in text
    assert "That is the last day to start. The last day to finish is December 31, 2098." in text
    assert "No longer offered" not in text
    assert "Whoever earned it keeps it" not in text


def test_retired_without_a_day_says_so() -> None:
    text = text_at(MicroCredentialFactory(retired=True).url)
    assert "<strong>No longer offered.</strong> Since when is not stated." in text


def test_a_replaced_record_names_the_one_offered_now_and_the_step_between() -> None:
    first = MicroCredentialFactory(title="A", last_day_to_start=date(2020, 1, 1))
    second = MicroCredentialFactory(title="B", replaces=first, last_day_to_start=date(2022, 1, 1))
    MicroCredentialFactory(title="C", slug="c", replaces=second)
    text = text_at(first.url)
    assert '<a href="/micro-credentials/c/">C</a> takes its place; before it <a' in text
    assert ">B</a>." in text


def test_a_live_record_with_a_successor_says_so() -> None:
    first = MicroCredentialFactory(title="A")
    MicroCredentialFactory(title="B", replaces=first, version="2")
    assert "A newer version is on record: <a" in text_at(first.url)


@pytest.mark.parametrize("hidden", ["unpublished", "restricted"])
def test_a_successor_that_is_not_public_is_not_named(hidden: str) -> None:
    first = MicroCredentialFactory(title="A", retired=True)
    second = MicroCredentialFactory(title="Secret", replaces=first, live=hidden != "unpublished")
    if hidden == "restricted":
        second.view_restrictions.create(restriction_type=PageViewRestriction.PASSWORD, password="open")
    text = text_at(first.url)
    assert "Secret" not in text
    assert "What takes its place is not published here at present." in text
    MicroCredentialFactory(title="C", replaces=second)
    assert "takes its place; before it one that is not published here at present." in text_at(first.url)


def test_a_successor_that_is_gone_itself_is_told() -> None:
    first = MicroCredentialFactory(title="A", retired=True)
    MicroCredentialFactory(title="B", replaces=first, retired=True)
    text = text_at(first.url)
    assert ">B</a> took its place and is no longer offered either." in text
    assert "What takes its place now is not stated." in text


def test_a_successor_that_is_gone_itself_is_told_with_the_steps_between() -> None:
    first = MicroCredentialFactory(title="A", retired=True)
    second = MicroCredentialFactory(title="B", replaces=first, retired=True)
    MicroCredentialFactory(title="C", replaces=second, last_day_to_start=date(2024, 5, 1))
    text = text_at(first.url)
    assert re.search(
        r">C</a> took its place and is no longer offered either; before it <a [^>]*>B</a>\.", text
    )


def test_several_successors_are_all_named() -> None:
    first = MicroCredentialFactory(title="A", retired=True)
    MicroCredentialFactory(title="B", replaces=first)
    MicroCredentialFactory(title="C", replaces=first)
    text = text_at(first.url)
    assert text.count("takes its place") == 2


def test_a_stack_says_until_when_it_can_be_begun() -> None:
    closing = MicroCredentialFactory(title="Closing", last_day_to_start=FAR)
    stack = StackFactory(members=[closing, MicroCredentialFactory()])
    text = text_at(stack.url)
    assert "<strong>The last day to start this stack is June 30, 2098</strong>" in text
    assert "Closing</a>: Offered until June 30, 2098." in text
    assert "Nobody can finish it now" not in text


def test_a_stack_that_can_do_without_says_only_that_a_member_closes() -> None:
    closing = MicroCredentialFactory(title="Closing", last_day_to_start=FAR)
    stack = StackFactory(groups=[group(closing, MicroCredentialFactory(), minimum=1)])
    text = text_at(stack.url)
    assert "The last day to start this stack" not in text
    assert "Closing</a>: Offered until June 30, 2098." in text


def test_totals_of_a_stack_are_those_of_the_day() -> None:
    gone = MicroCredentialFactory(hours_min=1, hours_max=1, last_day_to_start=date(2024, 1, 31))
    other = MicroCredentialFactory(hours_min=9, hours_max=9)
    stack = StackFactory(groups=[group(gone, other, minimum=1)])
    assert "1 to 9 hours" in text_at(stack.url, on="2024-01-31")
    assert "1 to 9 hours" not in text_at(stack.url, on="2024-02-01")


def test_lists_name_the_day_and_turn_by_themselves() -> None:
    today = localdate()
    closing = MicroCredentialFactory(title="Closing", last_day_to_start=today + timedelta(days=40))
    MicroCredentialFactory(title="Gone", issuer=closing.issuer, last_day_to_start=today - timedelta(days=40))
    text = text_at(closing.issuer.url)
    assert "<strong>Offered until " in text
    assert text.count("<strong>No longer offered</strong>") == 1


def test_whatever_tells_of_a_day_says_so_and_keeps_it() -> None:
    room(MicroCredentialIndexPage)
    room(StackIndexPage)
    room(CompetencyIndexPage)
    competency = CompetencyFactory()
    gone = MicroCredentialFactory(hours_min=1, hours_max=1, last_day_to_start=date(2024, 1, 31))
    proof = [alignment(competency)]
    MicroCredentialFactory(issuer=gone.issuer, last_day_to_start=date(2024, 1, 31), alignments=proof)
    StackFactory(
        issuer=gone.issuer, groups=[group(gone, MicroCredentialFactory(hours_min=9, hours_max=9), minimum=1)]
    )
    for address in (gone.issuer.url, competency.url, "/micro-credentials/", "/stacks/"):
        then, later = (text_at(address, on=on) for on in ("2024-01-31", "2024-02-01"))
        assert "As of January 31, 2024." in then
        assert "As of" not in text_at(address)
        if "stacks" not in address:
            assert ("No longer offered" in then, "No longer offered" in later) == (False, True)
        if address in (gone.issuer.url, "/stacks/"):
            assert ("1 to 9 hours" in then, "1 to 9 hours" in later) == (True, False)


def test_other_pages_of_a_list_keep_the_day() -> None:
    room(MicroCredentialIndexPage)
    issuer = MicroCredentialFactory().issuer
    for number in range(50):
        MicroCredentialFactory(title=f"Page {number}", issuer=issuer)
    assert 'href="?on=2024-01-31&amp;page=2"' in text_at("/micro-credentials/", on="2024-01-31")
