"""The rows of a road's table."""

from dataclasses import replace
from decimal import Decimal

import pytest

from catalog.rules import Credential, Group, Price, Span, Stack
from pathways.drawing.road import Road
from pathways.drawing.rows import COLUMNS, plain_rows, rows_of
from pathways.drawing.survey import road_of
from pathways.graph import Issuer
from tests.pathways.drawing.graphs import NEEDS, PATHWAY, graph_of, road


def priced() -> Road:
    """Stacks a, b and c whose titles, issuers, hours and costs are in different orders; c states nothing."""
    graph = graph_of([["a", "b"], ["c"]])
    facts = {"a": ("Z", 9, 5), "b": ("M", 3, 7), "c": ("A", None, None)}
    stacks = {}
    for slug, (name, hours, usd) in facts.items():
        member = Credential(
            slug,
            hours=None if hours is None else Span(Decimal(hours), Decimal(hours)),
            price=None if usd is None else Price(Decimal(usd)),
        )
        rule = Stack(slug, groups=(Group((member,)),))
        stacks[slug] = replace(graph.stacks[slug], rule=rule, issuer=Issuer(name.lower(), name))
    graph = replace(graph, stacks=stacks)
    return road_of(graph, graph.pathways[PATHWAY])


@pytest.mark.parametrize(
    ("sort", "order"),
    [("stage", "abc"), ("stack", "abc"), ("issuer", "cba"), ("hours", "bac"), ("cost", "abc")],
)
def test_rows_are_sorted_and_what_is_not_stated_comes_last(sort: str, order: str) -> None:
    assert "".join(row.stack.slug for row in rows_of(priced(), sort) if row.stack) == order


def test_stage_without_stacks_and_what_follows_have_rows() -> None:
    way = road([[], ["a"]], [("a", "z", NEEDS)])
    rows = [
        (row.stack.slug if row.stack else "", row.stage.number if row.stage else 0) for row in rows_of(way)
    ]
    assert rows == [("a", 2), ("z", 0), ("", 1)]


def test_file_has_a_row_for_each_stack_and_goal() -> None:
    way = road([["a"]], [("a", "z", NEEDS)], roles=1)
    head, *rows = plain_rows(way, {1: "Approved"}, "Board", lambda url: f"https://x.example{url}")
    told = [dict(zip(COLUMNS, row, strict=True)) for row in rows]
    assert head == COLUMNS
    assert [row["Part"] for row in told] == ["Stage", "And then", "Leads to a role"]
    assert [row["Status"] for row in told] == ["Approved", "", ""]
    assert told[0]["Address"] == "https://x.example/stacks/a/"
    assert told[2]["Pay"] == "not stated"
