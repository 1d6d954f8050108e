"""What counts for what on the pages of records and in JSON, by the day asked for."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st
from wagtail.models import PageViewRestriction

from catalog.equivalents import Equivalents, equivalents_of
from catalog.models import Equivalence, MicroCredentialPage
from tests.factories import (
    EquivalenceFactory,
    IssuerFactory,
    JurisdictionFactory,
    MicroCredentialFactory,
    StackFactory,
)

pytestmark = pytest.mark.django_db

JANUARY, JUNE = date(2025, 1, 1), date(2025, 6, 30)


def pair(**values: Any) -> Equivalence:
    """Two editions, the earlier of which counts for the newer."""
    college = IssuerFactory(title="A college")
    old = MicroCredentialFactory(title="Phonics (2021 edition)", slug="phonics-2021", issuer=college)
    new = MicroCredentialFactory(title="Phonics", slug="phonics", issuer=college, replaces=old)
    one: Equivalence = EquivalenceFactory(credential=old, counts_for=new, **values)
    return one


def read(page: Any, **asked: str) -> str:
    """The words of a public page, spaces made even."""
    html = Client().get(page.url, asked).content.decode()
    return re.sub(r" (?=[.,:;])", "", " ".join(re.sub(r"<[^>]+>", " ", html).split()))


def test_both_records_say_what_counts_for_what() -> None:
    one = pair()
    said = "Phonics (2021 edition) counts for Phonics: says A college, from January 1, 2025 on."
    for page in (one.credential, one.counts_for):
        text = read(page)
        assert said in text
        assert "Decided on January 1, 2025. Read it: Notice to holders" in text
        assert "to say." not in text


def test_an_equivalence_that_lies_ahead_says_that_it_will_count() -> None:
    one = pair(effective_from=date(2098, 1, 1), decided_on=date(2025, 1, 1))
    text = read(one.counts_for)
    assert "Phonics (2021 edition) will count for Phonics: says" in text
    assert "came to count for" not in text


def test_an_equivalence_holds_on_its_days_only() -> None:
    one = pair(effective_until=JUNE)
    inside, before, after = (
        read(one.counts_for, on=day) for day in ("2025-06-30", "2024-12-31", "2025-07-01")
    )
    assert "Phonics (2021 edition) counts for Phonics: says A college" in inside
    later, ended = (
        "Phonics (2021 edition) came to count for Phonics: says",
        "counted for Phonics: said A college",
    )
    for text, heading, said in ((before, "What comes later", later), (after, "What has ended", ended)):
        assert "Phonics (2021 edition) counts for" not in text
        assert heading in text
        assert said in text
        assert "is an earlier edition. Whether it counts for this one is for A college to say." in text


def test_editions_without_an_equivalence_say_who_can_tell() -> None:
    college = IssuerFactory(title="A college")
    first = MicroCredentialFactory(title="First", issuer=college)
    second = MicroCredentialFactory(title="Second", issuer=college, replaces=first)
    third = MicroCredentialFactory(title="Third", issuer=college, replaces=second)
    branch = MicroCredentialFactory(title="Branch", issuer=college, replaces=second)
    text = read(third)
    for title in ("First", "Second"):
        said = f"{title} is an earlier edition. Whether it counts for this one is for A college to say."
        assert said in text
    assert "Branch is another edition. Whether it counts for this one is for A college to say." in text
    said = "is a newer edition. Whether this one counts for it is for A college to say."
    assert f"Third {said}" in read(first)
    assert f"Branch {said}" in read(first)
    assert "another edition" in read(branch)


def test_a_way_round_that_nobody_stated_is_not_told() -> None:
    one = pair()
    back = EquivalenceFactory(credential=one.counts_for, counts_for=MicroCredentialFactory(title="Else"))
    found = equivalents_of(one.credential, JUNE, asked=True)
    assert (found.counts_for, found.counted_by) == ([one], [])
    assert "Else" not in read(one.credential)
    assert equivalents_of(back.counts_for, JUNE, asked=True).counted_by == [back]


def test_a_corrected_one_is_told_as_a_mistake() -> None:
    wrong = pair()
    names = {"credential": wrong.credential, "counts_for": wrong.counts_for, "issuer": wrong.issuer}
    EquivalenceFactory(**names, supersedes=wrong, effective_from=JUNE, correction_reason="Another day.")
    text = read(wrong.counts_for, on="2025-02-01")
    assert "Recorded by mistake (1)" in text
    assert "Another day." in text
    assert "No statement that one counts for the other holds on this day." in text


def test_nothing_is_told_of_a_record_that_not_everybody_may_read() -> None:
    one = pair()
    PageViewRestriction.objects.create(page=one.credential, restriction_type="login")
    text = read(one.counts_for)
    assert "counts for" not in text
    assert "Other editions" not in text


def test_a_record_without_editions_says_nothing_of_them() -> None:
    assert "Other editions" not in read(MicroCredentialFactory())


def test_a_stack_tells_what_counts_for_its_members() -> None:
    one = pair()
    other = MicroCredentialFactory(title="Older", issuer=one.issuer)
    member = MicroCredentialFactory(title="Newer", issuer=one.issuer, replaces=other)
    text = read(StackFactory(members=(one.counts_for, member)))
    assert "Phonics (2021 edition) counts for it: says A college, from January 1, 2025 on." in text
    assert "Older is an earlier edition. Whether it counts is for A college to say." in text


def test_a_made_up_one_says_so() -> None:
    board = JurisdictionFactory(name="A made-up board", demonstration=True)
    one = EquivalenceFactory(jurisdiction=board)
    stack = StackFactory(members=(one.counts_for,))
    for page in (one.credential, one.counts_for, stack):
        text = read(page)
        assert "says A made-up board (made up for the demonstration)" in text
        assert "Something on this page is made up" in text


def asked(slug: str, **given: str) -> dict[str, Any]:
    """The answer about a record."""
    response = Client().get(f"/api/v1/micro-credentials/{slug}/equivalences", given)
    assert response.status_code == 200
    found: dict[str, Any] = response.json()
    return found


def test_json_tells_both_sides_on_a_day() -> None:
    one = pair(effective_until=JUNE)
    assert one.issuer is not None
    found = asked("phonics", on="2025-06-30", color="red")
    assert [row["field"] for row in found["ignored"]] == ["color"]
    row = found["counted_by"][0]
    assert (row["identifier"], row["in_force"]) == (str(one.identifier), True)
    assert row["says"] == {
        "kind": "issuer",
        "slug": one.issuer.slug,
        "name": "A college",
        "demonstration": False,
    }
    assert (row["credential"]["slug"], row["counts_for"]["slug"]) == ("phonics-2021", "phonics")
    assert row["citation"]["title"] == "Notice to holders"
    assert found["counts_for"] == []
    assert [(one["edition"], one["undecided"]) for one in found["editions"]] == [("earlier", False)]
    assert asked("phonics-2021")["counts_for"][0]["identifier"] == str(one.identifier)


def test_json_of_another_day_leaves_it_undecided() -> None:
    pair(effective_until=JUNE)
    found = asked("phonics-2021", on="2025-07-01")
    assert found["counts_for"][0]["in_force"] is False
    assert found["editions"][0] | {"credential": None} == {
        "edition": "later",
        "credential": None,
        "undecided": True,
        "says": "A college",
    }


def test_json_refuses_what_is_no_day_and_knows_public_records_only() -> None:
    pair()
    draft = MicroCredentialFactory(slug="draft", live=False)
    address = "/api/v1/micro-credentials/{}/equivalences"
    assert Client().get(address.format("phonics"), {"on": "tomorrow"}).status_code == 422
    assert Client().get(address.format(draft.slug)).status_code == 404


DAYS = st.dates(date(2025, 1, 1), date(2025, 1, 20))


@given(rows=st.lists(st.tuples(st.booleans(), DAYS, st.none() | DAYS), max_size=6), on=DAYS)
def test_a_day_has_exactly_what_a_plain_look_at_the_rows_finds(rows: list[Any], on: date) -> None:
    pages = [MicroCredentialPage(pk=number, title=str(number)) for number in (1, 2)]
    made = [
        Equivalence(
            credential=pages[not forth], counts_for=pages[forth], effective_from=first, effective_until=last
        )
        for forth, first, last in rows
        if last is None or last >= first
    ]
    found = Equivalents(pages[0], on, True, tuple(made), ())
    holds = [
        one
        for one in made
        if one.effective_from <= on and (not one.effective_until or on <= one.effective_until)
    ]
    assert found.counts_for == [one for one in holds if one.credential_id == 1]
    assert found.counted_by == [one for one in holds if one.counts_for_id == 1]
    assert len(found.in_force) + len(found.ended) + len(found.later) == len(made)
