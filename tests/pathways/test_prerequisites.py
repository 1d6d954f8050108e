"""What finishing a stack takes, with all that it builds on, held against the planner."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from catalog.rules import Credential, Group, Stack, can_finish
from catalog.totals import totals
from pathways.drawing.survey import road_of
from pathways.graph import Graph, Kind, Relation
from pathways.planner import Goal, PlanStatus, Question, make_plan
from pathways.prerequisites import with_prerequisites
from pathways.walks import knots
from tests.pathways.small_catalogs import CatalogMaker


def stack(slug: str, *members: Credential | Stack, minimum: int | None = None) -> Stack:
    """A stack of one group; of one micro-credential where no members are given."""
    return Stack(slug, groups=(Group(members or (Credential(f"{slug}-1"),), minimum),))


def least(whole: Stack) -> int:
    """The fewest steps that finish it."""
    found = totals(whole)
    assert found is not None
    return int(found.count.low)


def test_stack_takes_all_that_it_builds_on_at_any_distance_once() -> None:
    rules = {slug: stack(slug) for slug in "abcd"}
    whole = with_prerequisites(rules, {"b": ["a"], "c": ["a"], "d": ["b", "c"]})
    assert [least(whole[slug]) for slug in "abcd"] == [1, 2, 2, 4]
    assert whole["a"] is rules["a"]


def test_member_brings_what_it_builds_on_where_it_is_chosen() -> None:
    inside, plain = stack("inside"), Credential("plain")
    rules = {"before": stack("before"), "inside": inside, "any": stack("any", inside, plain, minimum=1)}
    rules["all"] = stack("all", inside, plain)
    whole = with_prerequisites(rules, {"inside": ["before"]})
    assert (least(whole["any"]), least(whole["all"])) == (1, 3)


def test_stacks_in_a_loop_can_be_finished_by_nobody() -> None:
    rules = {slug: stack(slug) for slug in "abc"}
    whole = with_prerequisites(rules, {"a": ["b"], "b": ["a"], "c": ["a"]})
    assert [can_finish(whole[slug]) for slug in "abc"] == [False, False, False]


def test_long_chain_is_put_together() -> None:
    names = [f"s{number}" for number in range(1500)]
    before = {after: [name] for name, after in pairwise(names)}
    assert can_finish(with_prerequisites({name: stack(name) for name in names}, before)[names[-1]])


def is_plain(graph: Graph) -> bool:
    """Whether nothing is retired, and nothing asks for itself: pages and plans see these with other eyes."""
    before = [(link.after, link.before) for link in graph.links if link.relation is Relation.BUILDS_ON]
    inside = [(slug, one.slug) for slug, node in graph.stacks.items() for one in node.rule.nested()]
    arcs: dict[str, list[str]] = {slug: [] for slug in graph.stacks}
    for slug, other in [*before, *inside]:
        arcs[slug].append(other)
    return not knots(arcs) and all(node.rule.offered for node in graph.credentials.values())


@settings(max_examples=300)
@given(st.integers(min_value=0, max_value=10**9))
def test_road_asks_for_as_much_as_the_plan(seed: int) -> None:
    graph = CatalogMaker(seed).graph()
    for pathway in graph.pathways.values() if is_plain(graph) else ():
        road = road_of(graph, pathway)
        plan = make_plan(graph, Question(goal=Goal(Kind.PATHWAY, pathway.slug)))
        if pathway.stages:
            assert (road.totals is not None) == (plan.status is PlanStatus.OPTIMAL)
            assert road.least_count == plan.totals.count
