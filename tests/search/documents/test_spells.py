"""The index answers for any day as the rows say, and nothing is written anew for it."""

from __future__ import annotations

import random
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client

from catalog.models import MicroCredentialPage, Recognition, StackPage
from search.indexing import rebuild
from search.models import SearchDocument
from tests import factories as make
from tests.factories import group
from tests.search.index import contents

pytestmark = pytest.mark.django_db

FIRST = date(2024, 1, 1)
SEED = 20_261_130


def day(number: int) -> date:
    """A day of the calendar."""
    return FIRST + timedelta(days=number)


def asked(on: date, **choices: str) -> dict[str, Any]:
    """What the API answers about a day."""
    answer: dict[str, Any] = (
        Client().get("/api/v1/search", {"page_size": "100", "on": on.isoformat(), **choices}).json()
    )
    return answer


def titles(on: date, **choices: str) -> set[str]:
    """The titles found on a day."""
    return {one["title"] for one in asked(on, **choices)["results"]}


def counts(on: date, facet: str) -> dict[str, int]:
    """The counts of a facet on a day."""
    found = {one["name"]: one["values"] for one in asked(on)["facets"]}
    return {one["value"]: one["count"] for one in found.get(facet, ())}


def span(chance: random.Random) -> dict[str, date | None]:
    """Days of a statement: both, one or none."""
    first, last = sorted(chance.sample(range(40), 2))
    return {
        "effective_from": day(first) if chance.random() < 0.7 else None,
        "effective_until": day(last) if chance.random() < 0.7 else None,
    }


def fill(chance: random.Random) -> None:
    """Micro-credentials and a stack, with days here and there, and what they count for."""
    pages = []
    for number in range(6):
        ends = sorted(chance.sample(range(40), 2))
        start = day(ends[0]) if chance.random() < 0.6 else None
        pages.append(
            make.MicroCredentialFactory(
                title=f"Page {number}",
                hours_min=number + 1,
                hours_max=number + 1,
                last_day_to_start=start,
                last_day_to_finish=day(ends[1]) if chance.random() < 0.4 else None,
                retired=start is None and chance.random() < 0.2,
            )
        )
        make.RecognitionFactory(credential=pages[-1], kind=f"zebra pay {number}", **span(chance))
    make.StackFactory(title="Stack", groups=[group(*pages[:3], minimum=1)])


def holds(row: Recognition, on: date) -> bool:
    """Whether a statement holds on a day, by its two columns."""
    begun = row.effective_from is None or row.effective_from <= on
    return begun and (row.effective_until is None or on <= row.effective_until)


def is_offered(page: MicroCredentialPage, on: date) -> bool:
    """Whether a micro-credential is offered on a day, by its three columns."""
    last = page.last_day_to_start or page.last_day_to_finish
    return not page.retired and (last is None or on <= last)


@pytest.mark.parametrize("seed", range(3))
def test_every_day_is_answered_as_the_rows_say(seed: int) -> None:
    chance = random.Random(SEED + seed)  # noqa: S311 - nothing here is secret
    fill(chance)
    before = contents()
    for on in [day(number) for number in chance.sample(range(-1, 42), 12)]:
        rows = list(Recognition.objects.select_related("credential"))
        facet = counts(on, "recognition")
        for row in rows:
            assert facet.get(row.kind.replace(" ", "-"), 0) == int(holds(row, on))
        ended = sum(row.effective_until is not None and row.effective_until < on for row in rows)
        assert facet.get("ended", 0) == ended
        named = {row.credential.title for row in rows if row.credential and holds(row, on)}
        assert {one for one in titles(on, q="zebra") if one.startswith("Page")} == named
        found = {one["title"]: one["offered"] for one in asked(on, kind="micro-credential")["results"]}
        for page in MicroCredentialPage.objects.all():
            assert (found[page.title] == "No longer offered") == (not is_offered(page, on))
    assert contents() == before
    rebuild()
    assert contents() == before


def test_hours_of_a_stack_are_those_of_the_day() -> None:
    short = make.MicroCredentialFactory(hours_min=1, hours_max=1, last_day_to_start=day(10))
    long = make.MicroCredentialFactory(hours_min=60, hours_max=60)
    make.StackFactory(title="Either", groups=[group(short, long, minimum=1)])
    make.StackFactory(title="Between", members=[make.MicroCredentialFactory(hours_min=30, hours_max=30)])

    def order(on: date) -> list[str]:
        return [one["title"] for one in asked(on, kind="stack", sort="hours")["results"]]

    assert order(day(10)) == ["Either", "Between"]
    assert order(day(11)) == ["Between", "Either"]


def test_each_record_is_found_once_on_any_day() -> None:
    page = make.MicroCredentialFactory(title="Games", last_day_to_start=day(5), last_day_to_finish=day(9))
    make.RecognitionFactory(credential=page, effective_from=day(3), effective_until=day(7))
    for number in range(-1, 12):
        answer = asked(day(number), q="games")
        assert [one["title"] for one in answer["results"] if one["kind"] == "micro-credential"] == ["Games"]
        assert answer["total"] == len(answer["results"])


def test_ended_statement_is_found_and_does_not_count() -> None:
    make.RecognitionFactory(place="Ohio", kind="zebra pay", effective_from=day(0), effective_until=day(3))
    then, now = (asked(on, q="zebra")["results"][0] for on in (day(3), day(4)))
    assert (then["counts"], now["counts"]) == (True, False)
    page = Client().get("/explore/", {"q": "zebra", "on": day(4).isoformat()}).text
    assert "Ended: the last day was January 4, 2024" in page


def test_a_record_keeps_one_document_when_its_days_are_taken_away() -> None:
    page = make.MicroCredentialFactory(title="Games", last_day_to_start=day(5))
    assert asked(day(6), q="games")["results"][0]["offered"] == "No longer offered"
    assert SearchDocument.objects.filter(kind="micro-credential").count() == 2
    page.last_day_to_start = None
    page.save_revision().publish()
    assert asked(day(6), q="games")["results"][0]["offered"] is None
    assert SearchDocument.objects.filter(kind="micro-credential").count() == 1


def test_health_counts_records_and_not_their_spells() -> None:
    make.MicroCredentialFactory(last_day_to_start=day(5))
    answer = Client().get("/healthz/").json()
    keys = SearchDocument.objects.values_list("kind", "key").distinct()
    assert answer["documents"] == len(keys) < SearchDocument.objects.count()
    assert StackPage.objects.count() == 0
