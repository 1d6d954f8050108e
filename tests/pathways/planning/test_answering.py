"""A question of an address and its plan, with boards, moved addresses and what is made up."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.http import QueryDict

from catalog.models import MicroCredentialPage
from pathways.planning.answering import Answer, answer, boards_named
from tests.factories import (
    DecisionFactory,
    IssuerFactory,
    JurisdictionFactory,
    MicroCredentialFactory,
    StackFactory,
    group,
)

pytestmark = pytest.mark.django_db


def answered(query: str) -> Answer:
    """The answer without a site."""
    return answer(QueryDict(query), None)


@pytest.fixture
def choice() -> None:
    """A stack that asks for one of two; a made-up board approved the one that is later by name."""
    board = JurisdictionFactory(slug="board", name="A board", demonstration=True)
    first, second = MicroCredentialFactory(slug="first"), MicroCredentialFactory(slug="second")
    DecisionFactory(credential=second, jurisdiction=board)
    StackFactory(slug="either", groups=[group(first, second, minimum=1)])


def earned(found: Answer) -> list[str]:
    """The slugs of the steps."""
    return [step.slug for step in found.plan.steps] if found.plan else []


@pytest.mark.usefixtures("choice")
def test_a_goal_is_planned() -> None:
    found = answered("goal=stack:either")
    assert found.goal is not None
    assert (found.goal.slug, earned(found), found.made_up) == ("either", ["first"], False)


@pytest.mark.usefixtures("choice")
def test_a_board_that_must_approve_counts_on_its_day() -> None:
    found = answered("goal=stack:either&approved_by=board&on=2025-03-01")
    assert (earned(found), found.on, found.made_up) == (["second"], date(2025, 3, 1), True)
    assert found.limits.approved_label == "A board on March 1, 2025"
    assert answered("goal=stack:either&approved_by=board").on is not None


def test_an_approval_with_conditions_is_an_approval() -> None:
    board = JurisdictionFactory(slug="board")
    member = MicroCredentialFactory(slug="member")
    DecisionFactory(credential=member, jurisdiction=board, outcome="conditional")
    StackFactory(slug="goal", members=(member,))
    assert earned(answered("goal=stack:goal&approved_by=board&on=2025-03-01")) == ["member"]


def test_a_day_asks_the_sites_board_too() -> None:
    board = JurisdictionFactory(slug="board")
    member = MicroCredentialFactory(slug="member")
    DecisionFactory(credential=member, jurisdiction=board, outcome="decline", effective_from=date(2025, 2, 1))
    StackFactory(slug="goal", members=(member,))
    before, after = (
        answer(QueryDict(f"goal=stack:goal&on={day}"), None, deciding=board)
        for day in ("2025-01-31", "2025-02-01")
    )
    assert (earned(before), earned(after), before.asked.ignored) == (["member"], [], ())
    (told,) = answered("goal=stack:goal&on=2025-02-01").asked.ignored
    assert told.field == "on"


def test_what_a_made_up_board_decided_is_made_up() -> None:
    board = JurisdictionFactory(slug="board", demonstration=True)
    member = MicroCredentialFactory(slug="member")
    StackFactory(slug="goal", members=(member,))
    assert not answer(QueryDict("goal=stack:goal"), None, deciding=board).made_up
    DecisionFactory(credential=member, jurisdiction=board)
    assert answer(QueryDict("goal=stack:goal"), None, deciding=board).made_up


@pytest.mark.usefixtures("choice")
def test_a_board_that_must_approve_counts_with_every_approval_in_force() -> None:
    board = JurisdictionFactory(slug="strict")
    second = MicroCredentialPage.objects.get(slug="second")
    facts = {"jurisdiction": board, "outcome": "conditional", "effective_until": date(2025, 3, 31)}
    DecisionFactory(credential=second, **facts)
    assert earned(answered("goal=stack:either&approved_by=strict&on=2025-03-01")) == ["second"]
    assert earned(answered("goal=stack:either&approved_by=strict&on=2025-04-01")) == []


@pytest.mark.usefixtures("choice")
def test_without_a_goal_nothing_is_planned() -> None:
    found = answered("held=first")
    assert (found.plan, found.goal, found.asked.held) == (None, None, ("first",))


def test_no_board_named_asks_nothing_of_the_database(django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(0):
        assert boards_named(["", ""]) == {}


def test_what_an_example_issuer_makes_is_made_up() -> None:
    maker = IssuerFactory(demonstration=True)
    StackFactory(slug="made", members=(MicroCredentialFactory(slug="example", issuer=maker),))
    StackFactory(slug="real", members=(MicroCredentialFactory(slug="plain"),))
    assert answered("goal=stack:made").made_up
    assert answered("goal=stack:real&held=example").made_up
    assert not answered("goal=stack:real").made_up
