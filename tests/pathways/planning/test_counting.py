"""A plan says what of that which is held counts for something else, or may, both ways and who says so."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from wagtail.models import Site

from catalog.models import CatalogSettings, MicroCredentialPage
from tests.factories import (
    EquivalenceFactory,
    IssuerFactory,
    JurisdictionFactory,
    MicroCredentialFactory,
    PathwayFactory,
    StackFactory,
    stage,
)

pytestmark = pytest.mark.django_db

GOAL = "goal=stack:reading"
OLD = "held=phonics-2021"
SENTENCE = "You hold the 2021 edition; whether it counts for the newer one is for A college to say."


@pytest.fixture
def old() -> MicroCredentialPage:
    """The first of three editions; a stack asks for the last one and for one thing more."""
    college = IssuerFactory(title="A college")
    first: MicroCredentialPage = MicroCredentialFactory(
        slug="phonics-2021", title="Phonics", version="2021", issuer=college, retired=True
    )
    between = MicroCredentialFactory(slug="phonics-2023", issuer=college, replaces=first, live=False)
    last = MicroCredentialFactory(
        slug="phonics", title="Phonics again", issuer=college, replaces=between, hours_min=5, hours_max=5
    )
    more = MicroCredentialFactory(slug="more", title="More", hours_min=2, hours_max=2)
    StackFactory(slug="reading", title="Reading", members=(last, more))
    return first


def new() -> MicroCredentialPage:
    """The last edition."""
    found: MicroCredentialPage = MicroCredentialPage.objects.get(slug="phonics")
    return found


def page(*asked: str) -> str:
    """The words of the plan's page, spaces made even."""
    html = Client().get(f"/plan/?{'&'.join(asked)}").content.decode()
    return re.sub(r" (?=[.,:;])", "", " ".join(re.sub(r"<[^>]+>", " ", html).split()))


def plan(*asked: str) -> dict[str, Any]:
    """The plan as JSON."""
    found: dict[str, Any] = Client().get(f"/api/v1/plan?{'&'.join(asked)}").json()
    return found


def table(*asked: str) -> str:
    """The plan's file for a spreadsheet."""
    response: Any = Client().get(f"/plan/steps.csv?{'&'.join(asked)}")
    return b"".join(response.streaming_content).decode("utf-8-sig")


def steps(*asked: str) -> list[str]:
    """The slugs of the plan's steps."""
    return sorted(step["slug"] for step in plan(*asked)["steps"])


@pytest.mark.usefixtures("old")
def test_an_earlier_edition_that_is_held_is_never_just_unused() -> None:
    text = page(GOAL, OLD)
    assert text.count(SENTENCE) == 2
    assert f"{SENTENCE} The other one: “Phonics again”." in text
    assert "Not used in this plan" not in text
    assert steps(GOAL, OLD) == ["more", "phonics"]
    assert plan(GOAL, OLD)["editions"] == [{"held": "phonics-2021", "asked": "phonics", "text": SENTENCE}]


def test_a_newer_edition_and_one_of_another_branch_say_so_too(old: MicroCredentialPage) -> None:
    branch = MicroCredentialFactory(
        slug="branch", title="Branch", version="3", issuer=old.issuer, replaces=old
    )
    StackFactory(slug="olden", title="Olden", members=(old, MicroCredentialFactory()))
    said = "whether it counts for the earlier one is for A college to say."
    assert f"You hold version 3; {said}" in page("goal=stack:olden", "held=branch")
    assert f"You hold a newer edition; {said}" in page("goal=stack:olden", "held=phonics")
    said = "You hold version 3; whether it counts for this one is for A college to say."
    assert said in page(GOAL, f"held={branch.slug}")


def test_an_edition_of_what_is_not_asked_for_is_just_unused(old: MicroCredentialPage) -> None:
    StackFactory(slug="else", members=(MicroCredentialFactory(),))
    text = page("goal=stack:else", OLD)
    assert "Not used in this plan" in text
    assert "to say." not in text
    assert "to say." not in page(GOAL, OLD, "held=phonics")


def test_a_plan_counts_what_counts_and_tells_both_ways(old: MicroCredentialPage) -> None:
    EquivalenceFactory(credential=old, counts_for=new())
    text = page(GOAL, OLD)
    assert "You hold Phonics. It counts for Phonics again: says A college, from January 1, 2025 on." in text
    assert "Read it: Notice to holders" in text
    assert "Without it: 2 to earn, in 1 stack. Hours: 7 hours. Cost: not stated." in text
    assert "One more to earn. You hold 1 of the 2 micro-credentials it names, by what counts for it." in text
    assert "Counts as held: Phonics again." in text
    assert "Counts for “Phonics again”: says A college." in text
    assert "You hold: Phonics again" not in text
    assert steps(GOAL, OLD) == ["more"]


def test_the_plan_without_it_tells_the_same_and_the_way_back(old: MicroCredentialPage) -> None:
    EquivalenceFactory(credential=old, counts_for=new())
    strict = "without_equivalences=1"
    text = page(GOAL, OLD, strict)
    assert "Not counted here, though somebody says that it counts" in text
    assert "With it: 1 to earn, in 1 stack. Hours: 2 hours. Cost: not stated." in text
    assert "A college says that it counts for “Phonics again”; this plan does without." in text
    assert "You hold “Phonics”; A college says that it counts for this one." in text
    assert steps(GOAL, OLD, strict) == ["more", "phonics"]
    html = Client().get(f"/plan/?{GOAL}&{OLD}&{strict}").content.decode()
    assert '<input type="hidden" name="without_equivalences" value="1">' in html


def test_json_tells_what_counted_and_the_other_way(old: MicroCredentialPage) -> None:
    one = EquivalenceFactory(credential=old, counts_for=new())
    found = plan(GOAL, OLD)
    assert [row["identifier"] for row in found["counted"]] == [str(one.identifier)]
    assert found["counted"][0]["in_force"] is True
    assert (found["without_equivalences"], found["editions"]) == (False, [])
    assert sorted(found["other_way"]["steps"]) == ["more", "phonics"]
    assert found["other_way"]["totals"]["hours_max"] == 7
    strict = plan(GOAL, OLD, "without_equivalences=1")
    assert (strict["without_equivalences"], strict["other_way"]["steps"]) == (True, ["more"])
    assert plan(GOAL)["other_way"] is None


def test_it_counts_on_its_days(old: MicroCredentialPage) -> None:
    EquivalenceFactory(credential=old, counts_for=new(), effective_until=date(2025, 6, 30))
    assert steps(GOAL, OLD, "on=2025-06-30") == ["more"]
    assert steps(GOAL, OLD, "on=2025-07-01") == ["more", "phonics"]
    assert steps(GOAL, OLD) == ["more", "phonics"]
    assert SENTENCE in page(GOAL, OLD)


def test_it_counts_one_way(old: MicroCredentialPage) -> None:
    EquivalenceFactory(credential=new(), counts_for=old)
    assert steps(GOAL, OLD) == ["more", "phonics"]
    assert SENTENCE in page(GOAL, OLD)


def test_what_is_no_edition_counts_as_well_and_does_not_carry_on(old: MicroCredentialPage) -> None:
    other = MicroCredentialFactory(slug="other", title="Other")
    EquivalenceFactory(credential=other, counts_for=old)
    EquivalenceFactory(credential=old, counts_for=new())
    assert steps(GOAL, "held=other") == ["more", "phonics"]
    EquivalenceFactory(credential=other, counts_for=new())
    assert steps(GOAL, "held=other") == ["more"]


def test_another_board_does_not_speak_for_the_site(old: MicroCredentialPage) -> None:
    here, there = JurisdictionFactory(name="Here"), JurisdictionFactory(name="There")
    CatalogSettings.objects.create(site=Site.objects.get(), jurisdiction=here)
    EquivalenceFactory(credential=old, counts_for=new(), jurisdiction=there)
    assert steps(GOAL, OLD) == ["more", "phonics"]
    assert SENTENCE in page(GOAL, OLD)
    EquivalenceFactory(credential=old, counts_for=new(), jurisdiction=here)
    assert steps(GOAL, OLD) == ["more"]
    assert "says Here, from January 1, 2025 on." in page(GOAL, OLD)


def test_a_limit_does_not_leave_out_what_counts(old: MicroCredentialPage) -> None:
    EquivalenceFactory(credential=old, counts_for=new())
    assert steps(GOAL, OLD, "hours_max=3") == ["more"]
    text = page(GOAL, OLD, "hours_max=3")
    assert "Without it: there is no way to your goal." in text


def test_no_plan_tells_of_editions_too(old: MicroCredentialPage) -> None:
    text = page(GOAL, OLD, "hours_max=3")
    assert "No way to Reading" in text
    assert SENTENCE in text


def test_an_edition_in_a_stack_that_the_plan_did_not_choose_is_told(old: MicroCredentialPage) -> None:
    short = StackFactory(slug="short", members=(MicroCredentialFactory(),))
    reading = StackFactory(slug="long", members=(new(), *MicroCredentialFactory.create_batch(2)))
    PathwayFactory(slug="way", stages=[stage(short, reading, minimum=1)], priority=None)
    assert SENTENCE in page("goal=pathway:way", OLD)


def test_a_made_up_statement_marks_the_plan(old: MicroCredentialPage) -> None:
    board = JurisdictionFactory(name="A made-up board", demonstration=True)
    EquivalenceFactory(credential=old, counts_for=new(), jurisdiction=board)
    text = page(GOAL, OLD)
    assert "says A made-up board (made up for the demonstration), from" in text
    assert "Something on this page is made up" in text
    assert plan(GOAL, OLD)["demonstration"] is True


def test_a_kept_link_tells_what_counts_no_longer(old: MicroCredentialPage) -> None:
    EquivalenceFactory(credential=old, counts_for=new(), effective_until=date(2025, 6, 30))
    text = page(GOAL, OLD, "made=2025-03-01")
    assert (
        "It no longer counts for “Phonics again”: says A college, from January 1, 2025 to June 30, 2025."
        in text
    )


def test_a_kept_link_tells_what_counts_since(old: MicroCredentialPage) -> None:
    EquivalenceFactory(credential=old, counts_for=new(), effective_from=timezone.localdate())
    assert "It counts for “Phonics again”: says A college" in page(GOAL, OLD, "made=2025-03-01")


def test_the_file_tells_what_counted(old: MicroCredentialPage) -> None:
    EquivalenceFactory(credential=old, counts_for=new())
    text = table(GOAL, OLD)
    said = "“Phonics” counts for “Phonics again”: says A college, from January 1, 2025 on."
    assert f"{said} Notice to holders, https://issuer.example.org/notice" in text
    assert said not in table(GOAL, OLD, "without_equivalences=1")
