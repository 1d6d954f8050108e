"""The graph as it is on a day: it holds the days until which records are offered. Plain data in and out."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from datetime import date
from functools import lru_cache

from catalog.dated_rules import all_on_day, credential_on, turns
from pathways.graph import Graph

MOST_KEPT = 8
"""Graphs of days that are kept: all days between two turns share one."""


def graph_on(graph: Graph, day: date) -> Graph:
    """The graph with what is offered on a day; the same one for all days between two turns."""
    behind = bisect_right(turns_of(graph), day)
    return after_turn(graph, behind) if behind else graph


@lru_cache(maxsize=2)
def turns_of(graph: Graph) -> tuple[date, ...]:
    """The days on which what is offered may be another than the day before, in order."""
    return tuple(sorted(turns(node.rule for node in graph.credentials.values())))


@lru_cache(maxsize=MOST_KEPT)
def after_turn(graph: Graph, behind: int) -> Graph:
    """The graph of the days after so many turns."""
    day = turns_of(graph)[behind - 1]
    rules = all_on_day({slug: node.rule for slug, node in graph.stacks.items()}, day)
    return replace(
        graph,
        credentials={
            slug: replace(node, rule=credential_on(node.rule, day))
            for slug, node in graph.credentials.items()
        },
        stacks={slug: replace(node, rule=rules[slug]) for slug, node in graph.stacks.items()},
    )
