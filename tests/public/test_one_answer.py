"""A day has one answer: pages, frames, files and JSON say of every record what its decisions say."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from catalog.models import Decision, Jurisdiction
from home.days import day_text
from tests import factories as make
from tests.long_run import in_long_run
from tests.search.deciding import FIRST, SHAPES, decide_all, shown_board
from tests.search.plain_counts import covers, decisions, statuses_of

pytestmark = pytest.mark.django_db

DAY = timedelta(days=1)
KINDS = {"micro-credential": "micro-credentials", "stack": "stacks"}
Told = dict[tuple[str, str], "Plain"]
"""What is told of records, by kind and slug."""
WORDS = {
    "approved": "Approved",
    "conditional": "Conditional",
    "ending-soon": "Ending soon",
    "ended": "Ended",
    "not-approved": "Not approved",
    "no-decision": "No decision on record",
}


@dataclass(frozen=True)
class Plain:
    """What rows say of a record on a day: a word, all values of the facet, the last day, what is apart."""

    word: str
    values: frozenset[str]
    ends_on: str | None
    later: int

    @property
    def ends_soon(self) -> bool:
        """Whether its approval ends soon."""
        return "ending-soon" in self.values

    @property
    def signs(self) -> list[str]:
        """The words that are shown."""
        both = self.word == "conditional" and self.ends_soon
        return [WORDS[self.word], *(["Ending soon"] if both else [])]


def place(row: Decision) -> tuple[date, date, int]:
    """Where a row stands among others: the last that began counts."""
    return (row.effective_from, row.decided_on, row.pk)


def last_day(rows: list[Decision], on: date) -> date | None:
    """The last day of the row that counts on a day: its own, or the one before the no that comes next."""
    told = sorted((row for row in rows if row.decided_on <= on or covers(row, on)), key=place)
    begun = [row for row in told if row.effective_from <= on]
    if not begun or begun[-1].outcome in ("decline", "withdraw"):
        return None
    own, ahead = begun[-1].effective_until, told[len(begun) : len(begun) + 1]
    cut = [row.effective_from - DAY for row in ahead if row.outcome in ("decline", "withdraw")]
    is_over = own is not None and own < on
    return own if is_over else min([*([own] if own else []), *cut], default=None)


def corrected_later(rows: list[Decision], board: Jurisdiction, on: date) -> int:
    """How many of these correct, recorded after a day, what was on record about it."""
    late = [row for row in rows if row.supersedes_id and board.day_of(row.recorded_at) > on]
    pairs = [(row, Decision.objects.get(correction=row)) for row in late]
    return sum(any(covers(row, on) for row in pair) for pair in pairs)


def plain(rows: list[Decision], board: Jurisdiction, on: date) -> Plain:
    """What the rows say of a day."""
    word, values = statuses_of(rows, on)
    last = last_day(rows, on)
    apart = [row for row in rows if row.effective_from > on or (row.decided_on > on and not covers(row, on))]
    late = len(apart) + corrected_later(rows, board, on)
    return Plain(word, frozenset(values), last.isoformat() if last else None, late)


def asked(address: str, on: date, **more: Any) -> Any:
    """The answer at an address about a day."""
    response = Client().get(address, {"on": on.isoformat(), **more})
    assert response.status_code == 200, address
    return response


def table(address: str, on: date, **more: Any) -> list[list[str]]:
    """The rows of a file about a day."""
    text = asked(address, on, **more).getvalue().decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline="")))


def in_json(slug: str, kind: str, on: date) -> tuple[Any, ...]:
    """What the JSON of decisions tells."""
    one = asked(f"/api/v1/{KINDS[kind]}/{slug}/decisions", on).json()["statuses"][0]
    assert (one["last_day"] or {}).get("day") == one["ends_on"] or one["status"] in (
        "not-approved",
        "no-decision",
    )
    return one["status"], one["ends_soon"], one["ends_on"], len(one["later"])


def check_page(page: Any, told: Plain, on: date) -> None:
    """The page's answer has the signs, the last day, and as much set apart."""
    soup = BeautifulSoup(asked(page.url, on).content, "html.parser")
    section = soup.select_one("section[aria-labelledby^=board-]")
    assert section
    apart = section.select_one(".later")
    found = len(apart.extract().select("li")) if apart else 0
    text = " ".join(section.get_text(" ").split())
    assert f"On {day_text(on)}: {' '.join(told.signs)}" in text
    assert told.ends_on is None or day_text(date.fromisoformat(told.ends_on)) in text
    assert found == told.later


def check_search(told: Told, on: date) -> None:
    """Search tells the same of every record, and finds it under the values that hold."""
    kinds = {"kind": list(KINDS), "page_size": "100"}
    results = asked("/api/v1/search", on, **kinds).json()["results"]
    found = {(one["kind"], one["slug"]): one["status"] for one in results}
    assert found.keys() == told.keys()
    for key, one in told.items():
        status = found[key]
        assert (status["value"], status["ends_soon"], status["ends_on"]) == (
            one.word,
            one.ends_soon,
            one.ends_on,
        )
    for value in WORDS:
        under = asked("/api/v1/search", on, status=value, **kinds).json()["results"]
        expected = {key for key, one in told.items() if value in one.values}
        assert {(one["kind"], one["slug"]) for one in under} == expected


def check_comparison(slugs: list[str], told: Told, board: Jurisdiction, on: date) -> None:
    """The file of a comparison has the signs and the last day of each."""
    rows = table("/compare/", on, c=slugs, format="csv")
    cells = next(row for row in rows if row[0].startswith(board.name))[1:]
    assert next(row for row in rows if row[0] == "As of")[1] == on.isoformat()
    for slug, cell in zip(slugs, cells, strict=False):
        one = told["micro-credential", slug]
        assert [sign for sign in one.signs if sign not in cell] == []
        assert one.ends_on is None or day_text(date.fromisoformat(one.ends_on)) in cell


def check_plan(stack: Any, told: Told, on: date) -> None:
    """The plan to the stack, whatever was refused, tells the same of its steps and of itself."""
    plan = asked("/api/v1/plan", on, goal=f"stack:{stack.slug}", any_status="1").json()
    steps = {(one["kind"], one["slug"]): (one["status"], one["ends_on"]) for one in plan["steps"]}
    steps |= {("stack", one["slug"]): (one["status"], one["ends_on"]) for one in plan["stack_statuses"]}
    assert steps == {key: (one.word, one.ends_on) for key, one in told.items()}


def check_pathway(stack: Any, told: Plain, on: date) -> None:
    """The table of the pathway as a file, its page and its frame tell the status of its stack."""
    head, *rows = table("/pathways/way/table.csv", on)
    row = next(dict(zip(head, one, strict=True)) for one in rows if stack.title in one)
    label = ", ".join([told.signs[0], *map(str.lower, told.signs[1:])])
    assert row["Status"] == label
    if told.word not in ("not-approved", "no-decision"):
        assert row["Last day in force"] == (told.ends_on or "")
    for address in ("/pathways/way/", "/embed/pathways/way/"):
        soup = BeautifulSoup(asked(address, on).content, "html.parser")
        note = soup.select_one("p.note[role=status]")
        assert note
        assert f"As of {day_text(on)}." in note.get_text()
        card = soup.select_one(f"[data-stack='stack:{stack.slug}']")
        assert card
        assert [sign for sign in told.signs if sign not in card.get_text()] == []


def days() -> Iterator[date]:
    """Some days around which an answer changes: first and last days, and 90 and 91 days before an end."""
    ends = [last for shape in SHAPES for _, _, last in shape if last is not None]
    near = {last - number for last in ends for number in (-1, 0, 90, 91)}
    near |= {-1, *(first for shape in SHAPES for _, first, _ in shape)}
    listed = sorted(near)
    yield from (FIRST + DAY * number for number in listed[2 :: 1 if in_long_run() else len(listed) // 5])


def test_every_form_tells_of_a_day_what_the_rows_say() -> None:
    board = shown_board(name="A state board")
    pages = [make.MicroCredentialFactory(slug=f"one-{number}") for number in range(len(SHAPES) + 1)]
    stack = make.StackFactory(slug="all", title="All of them", members=pages)
    make.PathwayFactory(slug="way", stages=[make.stage(stack)])
    decide_all(board, [*pages[:7], stack, *pages[7:-1]])
    by_key = decisions(board)
    records = {("micro-credential", one.slug): one for one in pages} | {("stack", "all"): stack}
    slugs = [page.slug for page in pages]
    for turn, on in enumerate(days()):
        told = {key: plain(by_key.get((key[0], one.pk), []), board, on) for key, one in records.items()}
        check_search(told, on)
        check_plan(stack, told, on)
        check_pathway(stack, told["stack", "all"], on)
        some = [slugs[(3 * turn + number) % len(slugs)] for number in range(3)]
        check_comparison(some, told, board, on)
        for key in [("stack", "all"), *(("micro-credential", slug) for slug in some)]:
            one = told[key]
            assert in_json(key[1], key[0], on) == (one.word, one.ends_soon, one.ends_on, one.later)
            check_page(records[key], one, on)
