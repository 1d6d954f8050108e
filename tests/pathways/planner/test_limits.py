"""What limits leave out, in a teacher's words."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from catalog.rules import Span
from pathways.graph import CredentialNode, Graph, Issuer
from pathways.planner import Limits, left_out, stacks_left_out, unnamed_left_out
from tests.pathways.planned import earn, graph_of, stack

HILL = Issuer("hill", "Hill Center")


def node(**facts: Any) -> CredentialNode:
    """A micro-credential for grades 6 to 8 that takes 10 to 20 hours and is free."""
    rule = replace(earn("a", usd=0), hours=Span(Decimal(10), Decimal(20)))
    return replace(
        CredentialNode(slug="a", title="A", rule=rule, issuer=HILL, grades=("6", "7", "8")), **facts
    )


def reason(limits: Limits, one: CredentialNode) -> str:
    return left_out(Graph(credentials={"a": one}), limits).get("a", "")


@pytest.mark.parametrize(
    ("limits", "one", "expected"),
    [
        (Limits(free=True), node(), ""),
        (Limits(free=True), node(rule=earn("a", usd=None)), "Its cost is not stated."),
        (Limits(free=True), node(rule=earn("a", usd=75)), "It is not free: $75."),
        (
            Limits(free=True),
            node(rule=earn("a", usd=0, holds_for="NEA members")),
            "It is not free for everyone: $0 for NEA members.",
        ),
        (
            Limits(free=True),
            node(rule=earn("a", usd=20, holds_for="NEA members")),
            "It is not free: $20 for NEA members.",
        ),
        (Limits(hours_max=Decimal(20)), node(), ""),
        (Limits(hours_max=Decimal(19)), node(), "It asks for 20 hours."),
        (Limits(hours_max=Decimal(0)), node(rule=earn("a", 1)), "It asks for 1 hour."),
        (Limits(hours_max=Decimal(19)), node(rule=earn("a", None)), "Its hours are not stated."),
        (Limits(grades=frozenset(["5", "6"])), node(), ""),
        (Limits(grades=frozenset(["5"])), node(), "It is for grades 6 to 8."),
        (Limits(grades=frozenset(["5"])), node(grades=("6",)), "It is for grade 6."),
        (Limits(grades=frozenset(["5"])), node(grades=()), ""),
        (Limits(issuers=frozenset(["nea"])), node(), ""),
        (Limits(issuers=frozenset(["hill"])), node(), "From an issuer you left out: Hill Center."),
        (Limits(approved=frozenset("a")), node(), ""),
        (
            Limits(approved=frozenset(), approved_label="the State Board on March 1, 2025"),
            node(),
            "Not approved by the State Board on March 1, 2025.",
        ),
        (
            Limits(free=True, hours_max=Decimal(5)),
            node(rule=earn("a", None, None)),
            "Its cost is not stated. Its hours are not stated.",
        ),
    ],
)
def test_reason_is_a_sentence_for_each_limit(limits: Limits, one: CredentialNode, expected: str) -> None:
    assert reason(limits, one) == expected


def test_no_limit_leaves_out_nothing() -> None:
    assert left_out(Graph(credentials={"a": node(rule=earn("a", None, None), grades=())}), Limits()) == {}
    assert unnamed_left_out(Limits()) == ""


@pytest.mark.parametrize(
    "limits",
    [
        Limits(free=True),
        Limits(hours_max=Decimal(0)),
        Limits(issuers=frozenset(["nea"])),
        Limits(approved=frozenset()),
    ],
)
def test_a_limit_to_facts_leaves_out_what_is_not_on_record(limits: Limits) -> None:
    assert unnamed_left_out(limits) == "Some of its steps are not on record, so nothing is stated of them."


def test_a_limit_to_a_grade_keeps_what_is_not_on_record() -> None:
    assert unnamed_left_out(Limits(grades=frozenset("K"))) == ""


def test_free_leaves_out_stacks_with_a_price_of_their_own() -> None:
    graph = graph_of(stack("x", usd=90), stack("y", usd=0), stack("z"))
    assert stacks_left_out(graph, Limits(free=True)) == {"x": "It is not free: $90."}
    assert stacks_left_out(graph, Limits(hours_max=Decimal(1))) == {}
