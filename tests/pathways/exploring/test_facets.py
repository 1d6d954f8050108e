"""What pathways can be chosen by: values, and counts that leave out a facet's own choice."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.enums import Grade
from catalog.rules import Credential, Group, Price, Span, Stack
from pathways.exploring.facets import FACETS, Explored, counted, explored
from pathways.graph import (
    CredentialNode,
    Graph,
    PathwayNode,
    PriorityNode,
    Relation,
    RoleNode,
    StackLink,
    StackNode,
    StageNode,
)


def credential(
    slug: str, hours: int | None = None, usd: int | None = None, grades: str = ""
) -> CredentialNode:
    rule = Credential(
        slug,
        hours=None if hours is None else Span(Decimal(hours), Decimal(hours)),
        price=None if usd is None else Price(Decimal(usd)),
    )
    return CredentialNode(slug=slug, title=slug, rule=rule, grades=tuple(grades.split()))


def stack(slug: str, *members: CredentialNode) -> StackNode:
    groups = (Group(tuple(one.rule for one in members)),)
    return StackNode(slug=slug, title=slug, rule=Stack(slug, slug, groups))


def way(
    slug: str, level: str, *stacks: StackNode, priority: str = "", roles: str = "", audience: str = ""
) -> PathwayNode:
    stages = (
        StageNode(
            slug=f"{slug}/1",
            title="Go",
            level=level,
            minimum=len(stacks),
            stacks=tuple(one.slug for one in stacks),
        ),
    )
    return PathwayNode(
        slug=slug,
        title=slug,
        stages=stages if stacks else (),
        priority=priority,
        roles=tuple(roles.split()),
        audience=audience,
    )


SHORT, LONG = credential("short", hours=4, usd=0, grades="K 1"), credential("long")
EASY, HARD = stack("easy", SHORT), stack("hard", SHORT, LONG)
GRAPH = Graph(
    credentials={one.slug: one for one in (SHORT, LONG)},
    stacks={one.slug: one for one in (EASY, HARD)},
    pathways={
        one.slug: one
        for one in (
            way("one", "novice", EASY, priority="reading", roles="coach"),
            way("two", "advanced", HARD, priority="literacy"),
            way("empty", "novice"),
        )
    },
    priorities={
        "literacy": PriorityNode(slug="literacy", title="Literacy"),
        "reading": PriorityNode(slug="reading", title="Reading", parent="literacy"),
    },
    roles={"coach": RoleNode(slug="coach", title="Coach")},
)
ROWS = explored(GRAPH)
UNKNOWN = {"not-stated": "Not stated"}


def values(slug: str) -> dict[str, list[str]]:
    (row,) = (row for row in ROWS if row.road.slug == slug)
    return {name: list(found) for name, found in row.values.items()}


def numbers(name: str, **chosen: list[str]) -> dict[str, int]:
    (facet,) = (facet for facet in counted(ROWS, chosen) if facet.name == name)
    return {one.value: one.number for one in facet.values}


def test_a_pathway_has_the_values_of_what_it_leads_to_and_asks_for() -> None:
    assert values("one") == {
        "priority": ["reading", "literacy"],
        "role": ["coach"],
        "grade": ["K", "1"],
        "level": ["novice"],
        "length": ["up-to-5"],
        "hours": ["up-to-5"],
        "cost": ["free"],
    }


def test_time_and_cost_are_unknown_where_a_step_does_not_state_them() -> None:
    assert (values("two")["hours"], values("two")["cost"]) == (["not-stated"], ["not-stated"])
    assert values("two")["length"] == ["up-to-5"]


def lone(*stacks: StackNode, minimum: int = 0, audience: str = "") -> dict[str, list[str]]:
    """The values of the only pathway of a graph: `minimum` of these stacks, all without it."""
    pathway = way("lone", "novice", *stacks, audience=audience)
    stages = tuple(replace(stage, minimum=minimum or stage.minimum) for stage in pathway.stages)
    known = {"short": SHORT, "long": LONG}
    graph = Graph(known, {one.slug: one for one in stacks}, {"lone": replace(pathway, stages=stages)})
    (row,) = explored(graph)
    return {name: list(found) for name, found in row.values.items()}


@pytest.mark.parametrize(
    ("audience", "taught"),
    [
        ("elementary", ["K", "1", "2", "3", "4", "5", "6"]),
        ("secondary", ["6", "7", "8", "9", "10", "11", "12"]),
        ("all grades", Grade.values),
        ("", ["K", "1"]),
    ],
)
def test_grades_are_those_the_audience_teaches_before_those_of_the_members(
    audience: str, taught: list[str]
) -> None:
    assert lone(EASY, audience=audience)["grade"] == taught


def test_grades_are_not_stated_where_neither_audience_nor_members_state_them() -> None:
    assert lone(stack("bare", LONG))["grade"] == ["not-stated"]


def test_time_and_cost_are_those_of_a_way_that_states_them() -> None:
    open_stack = stack("open", LONG)
    chosen = lone(EASY, open_stack, minimum=1)
    assert (chosen["hours"], chosen["cost"]) == (["up-to-5"], ["free"])
    asked = lone(EASY, open_stack)
    assert (asked["hours"], asked["cost"]) == (["not-stated"], ["not-stated"])


def test_time_and_cost_count_what_a_stack_builds_on() -> None:
    first = stack("first", credential("first-one", hours=9, usd=40))
    pathway = way("lone", "novice", EASY)
    links = (StackLink("first", "easy", Relation.BUILDS_ON),)
    graph = Graph({"short": SHORT}, {"easy": EASY, "first": first}, {"lone": pathway}, links=links)
    (row,) = explored(graph)
    assert (list(row.values["hours"]), list(row.values["cost"])) == (["up-to-15"], ["up-to-50"])


def test_what_is_free_for_members_of_a_group_is_free_to_some() -> None:
    rule = replace(SHORT.rule, price=Price(Decimal(0), "NEA members"))
    assert lone(stack("union", replace(SHORT, rule=rule)))["cost"] == ["free-to-some"]


def test_a_pathway_without_stages_states_nothing() -> None:
    assert all(found == ["not-stated"] for name, found in values("empty").items())


def test_a_parent_priority_counts_the_pathways_of_its_children() -> None:
    assert numbers("priority") == {"literacy": 2, "reading": 1, "not-stated": 1}


def test_a_facet_leaves_out_its_own_choice_and_keeps_the_others() -> None:
    assert numbers("priority", priority=["reading"]) == {"literacy": 2, "reading": 1, "not-stated": 1}
    assert numbers("role", priority=["reading"]) == {"coach": 1}


def test_a_chosen_value_that_nothing_has_left_stays_to_be_taken_back() -> None:
    assert numbers("role", role=["coach"], level=["advanced"]) == {"coach": 0, "not-stated": 1}


def test_a_facet_about_which_nothing_is_known_has_no_values() -> None:
    bare = Graph(pathways={"empty": way("empty", "")})
    assert [facet.values for facet in counted(explored(bare), {})] == [()] * len(FACETS)


KNOWN = {facet.name: sorted({value for row in ROWS for value in row.values[facet.name]}) for facet in FACETS}
CHOICES = st.fixed_dictionaries(
    {},
    optional={
        name: st.lists(st.sampled_from(known), max_size=2, unique=True) for name, known in KNOWN.items()
    },
)


@given(CHOICES)
def test_a_count_is_what_choosing_the_value_alone_would_give(chosen: dict[str, list[str]]) -> None:
    def fits(row: Explored, asked: dict[str, list[str]]) -> bool:
        return all(not wanted or set(wanted) & set(row.values[name]) for name, wanted in asked.items())

    for facet in counted(ROWS, chosen):
        for one in facet.values:
            asked = {**chosen, facet.name: [one.value]}
            assert one.number == sum(fits(row, asked) for row in ROWS)
            assert one.selected == (one.value in chosen.get(facet.name, []))
