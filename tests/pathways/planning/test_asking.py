"""What an address asks of the planner: everything is read, nothing is refused, what was left out is told."""

from datetime import date
from decimal import Decimal

import pytest
from django.http import QueryDict

from catalog.rules import Credential, Stack
from pathways.graph import CredentialNode, Graph, Issuer, Kind, RoleNode, StackNode
from pathways.planner import Goal, Minimize
from pathways.planning.asking import MOST_HELD, QUESTION, Asked, ask, named

ISSUER = Issuer("house", "House")
GRAPH = Graph(
    credentials={
        slug: CredentialNode(slug=slug, title=slug, rule=Credential(slug), issuer=ISSUER)
        for slug in ("one", "two")
    },
    stacks={"set": StackNode(slug="set", title="Set", rule=Stack("set"), issuer=ISSUER)},
    roles={
        "coach": RoleNode(slug="coach", title="Coach"),
        "mentor": RoleNode(slug="mentor", title="Mentor"),
    },
)


def asked(query: str, moved: dict[str, str] | None = None) -> Asked:
    return ask(QueryDict(query), GRAPH, moved or {}, ("board",))


def reasons(query: str) -> dict[tuple[str, str], str]:
    return {(one.field, one.value): one.reason for one in asked(query).ignored}


def test_everything_is_read() -> None:
    found = asked(
        "goal=role:coach&held=one&held=two&minimize=hours&free=1&hours_max=12.5&grade=K&grade=2"
        "&approved_by=board&on=2025-03-01&without_issuer=house&use=stack:set&without=micro-credential:one"
        "&week=3&start=2026-09-01&made=2026-08-01&find=pho&open=x"
    )
    assert found.goal == Goal(Kind.ROLE, "coach")
    assert (found.held, found.minimize, found.free) == (("one", "two"), Minimize.HOURS, True)
    assert (found.hours_max, found.grades, found.board) == (Decimal("12.5"), ("K", "2"), "board")
    assert (found.day.on, found.issuers) == (date(2025, 3, 1), ("house",))
    assert (found.wanted, found.unwanted) == (("stack:set",), ("micro-credential:one",))
    assert (found.week, found.start.on, found.made.on) == (Decimal(3), date(2026, 9, 1), date(2026, 8, 1))
    assert (found.find, found.open, found.ignored) == ("pho", "x", ())


def test_the_address_of_what_was_read_reads_the_same_again() -> None:
    query = (
        "goal=role%3Acoach&held=one&minimize=cost&free=1&hours_max=1200.5&grade=K&approved_by=board"
        "&on=2025-03-01&without_issuer=house&use=stack%3Aset&week=0.5&start=2026-09-01&made=2026-08-01"
    )
    assert asked(query).link() == f"/plan/?{query}"
    assert asked("").link() == "/plan/"
    assert asked(query).link("plan_calendar").startswith("/plan/calendar.ics?")


def test_two_goals_keep_the_first_and_name_the_other() -> None:
    query = "goal=role:coach&goal=role:mentor"
    assert asked(query).goal == Goal(Kind.ROLE, "coach")
    assert reasons(query) == {("goal", "role:mentor"): "One goal at a time: this plan is for “Coach”."}


@pytest.mark.parametrize(
    ("query", "told", "reason"),
    [
        ("goal=role:nobody", ("goal", "role:nobody"), "No role on record has this address."),
        ("goal=mars", ("goal", "mars"), "A goal is written like"),
        ("goal=competency:x", ("goal", "competency:x"), "A goal is written like"),
        ("held=three", ("held", "three"), "No published micro-credential has this address."),
        ("minimize=joy", ("minimize", "joy"), "It can be count, hours, cost"),
        ("free=maybe", ("free", "maybe"), "It can be 1 or nothing."),
        ("hours_max=-3", ("hours_max", "-3"), "Hours cannot be below zero."),
        ("hours_max=many", ("hours_max", "many"), "It is no number of hours."),
        ("hours_max=nan", ("hours_max", "nan"), "It is no number of hours."),
        ("hours_max=1e9", ("hours_max", "1e9"), "It is no number of hours."),
        ("week=0", ("week", "0"), "Give from 0.5 to 9,999 hours."),
        ("week=99999", ("week", "99999"), "Give from 0.5 to 9,999 hours."),
        ("week=1&week=2", ("week", "1"), "Only one can be given; “2” came last."),
        (f"find={'a' * 201}", ("find", f"{'a' * 80} …"), "Only the first 200 signs are read."),
        ("grade=13", ("grade", "13"), "Grades are PK, K and 1 to 12."),
        ("approved_by=me", ("approved_by", "me"), "No board on record has this name."),
        (
            "on=2025-03-01",
            ("on", "2025-03-01"),
            "A day matters only with a board that approves (approved_by).",
        ),
        ("approved_by=board&on=yesterday", ("on", "yesterday"), "A day is written like 2025-03-01."),
        ("without_issuer=nobody", ("without_issuer", "nobody"), "No issuer on record has this address."),
        ("use=role:coach", ("use", "role:coach"), "No pathway, stack or micro-credential on record"),
        ("without=stack:gone", ("without", "stack:gone"), "No pathway, stack or micro-credential on record"),
        ("color=red", ("color", "red"), "There is no such parameter."),
    ],
)
def test_what_cannot_be_read_is_left_out_with_its_reason(
    query: str, told: tuple[str, str], reason: str
) -> None:
    assert reasons(query)[told].startswith(reason)


def test_five_hundred_held_are_read_and_the_rest_is_told() -> None:
    query = "&".join(["held=one", *(f"held=x{number}" for number in range(MOST_HELD + 1))])
    found = asked(query)
    assert found.held == ("one",)
    assert len(found.ignored) == MOST_HELD + 1
    assert any(one.reason == f"Only the first {MOST_HELD} are read." for one in found.ignored)


def test_held_twice_is_held_once() -> None:
    assert asked("held=one&held=one&held=").held == ("one",)


def test_a_link_from_before_an_address_changed_still_finds_it() -> None:
    moved = {"role:old-coach": "role:coach", "micro-credential:first": "micro-credential:one"}
    found = asked("goal=role:old-coach&held=first", moved)
    assert (found.goal, found.held, found.ignored) == (Goal(Kind.ROLE, "coach"), ("one",), ())


def test_the_ids_an_address_names_are_gathered_to_be_looked_up() -> None:
    query = QueryDict("goal=role:a&goal=b&held=c&use=stack:d&without=e")
    assert named(query) == ["micro-credential:c", "role:a", "b", "stack:d", "e"]


def test_parameters_of_the_page_alone_are_unknown_to_the_json() -> None:
    found = ask(QueryDict("week=3"), GRAPH, {}, (), QUESTION)
    assert [(one.field, one.reason) for one in found.ignored] == [("week", "There is no such parameter.")]


def test_an_endless_number_of_hours_is_no_number() -> None:
    assert asked(f"hours_max={'9' * 5000}").hours_max is None
