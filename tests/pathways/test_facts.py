"""What pages show of pathways: families of priorities, links and passages."""

import pytest

from pathways import facts
from pathways.outlines import family
from tests.factories import (
    MicroCredentialFactory,
    PathwayFactory,
    PriorityFactory,
    RoleFactory,
    StackFactory,
    addresses,
    better_after,
    builds_on,
    stage,
)

pytestmark = pytest.mark.django_db


def test_a_parent_priority_includes_its_children_at_any_depth() -> None:
    parent = PriorityFactory()
    child = PriorityFactory(parent_priority=parent)
    grandchild = PriorityFactory(parent_priority=child)
    hidden = PriorityFactory(parent_priority=parent, live=False)
    assert set(family(parent)) == {parent.pk, child.pk, grandchild.pk}
    assert hidden.pk not in family(parent)


def test_a_stack_addresses_a_priority_through_a_member_or_a_pathway() -> None:
    parent = PriorityFactory()
    child = PriorityFactory(parent_priority=parent)
    credential = MicroCredentialFactory(priority_links=[addresses(child)])
    by_member, by_pathway, neither = StackFactory(members=(credential,)), StackFactory(), StackFactory()
    PathwayFactory(priority=child, stages=[stage(by_pathway)])
    found = facts.priority_facts(parent)
    assert {one.page for one in found.stacks} == {by_member, by_pathway}
    assert neither not in [one.page for one in found.stacks]
    assert found.credentials == [credential]
    assert [outline.page.priority for outline in found.outlines] == [child]
    assert found.children == [child]


def test_what_is_not_live_is_not_shown() -> None:
    priority = PriorityFactory()
    MicroCredentialFactory(priority_links=[addresses(priority)], live=False)
    hidden = StackFactory(live=False)
    PathwayFactory(priority=priority, stages=[stage(hidden, StackFactory(title="Seen"))])
    PathwayFactory(priority=priority, live=False)
    found = facts.priority_facts(priority)
    assert found.credentials == []
    assert [one.page.title for one in found.stacks] == ["Seen"]
    (outline,) = found.outlines
    assert [line.facts.page.title for line in outline.stages[0].lines] == ["Seen"]


def test_home_rows_leave_out_parents_and_put_those_with_a_road_first() -> None:
    parent = PriorityFactory(title="Parent")
    PriorityFactory(title="No road", parent_priority=parent)
    with_road = PriorityFactory(title="Road", parent_priority=parent)
    PathwayFactory(priority=with_road, stages=[stage(StackFactory(), StackFactory(), minimum=1)])
    rows = facts.priority_rows()
    assert [row.page.title for row in rows] == ["Road", "No road"]
    first, last = rows
    assert (first.pathway_count, first.stage_count, first.stack_count) == (1, 1, 2)
    assert first.road is not None
    assert (last.road, last.stage_count, last.stack_count) == (None, 0, 0)


def test_links_are_told_at_both_ends() -> None:
    before, first = StackFactory(title="Before"), StackFactory(title="First")
    after = StackFactory(title="After", stack_links=[builds_on(before), better_after(first)])
    leads = facts.stack_leads(after)
    assert [(one.facts.page.title, one.required) for one in leads.before] == [
        ("Before", True),
        ("First", False),
    ]
    assert [one.facts.page.title for one in facts.stack_leads(before).onward] == ["After"]


def test_a_passage_names_the_stage() -> None:
    stack = StackFactory()
    pathway = PathwayFactory(stages=[stage(StackFactory()), stage(stack, title="Second")])
    (passage,) = facts.stack_leads(stack).passages
    assert passage.outline.page == pathway
    assert (passage.stage.number, passage.stage.stage.title) == (2, "Second")


def test_an_outline_counts_stacks_and_says_the_order() -> None:
    first = StackFactory(members=tuple(MicroCredentialFactory.create_batch(2)))
    last = StackFactory(members=(MicroCredentialFactory(),), stack_links=[builds_on(first)])
    role = RoleFactory()
    PathwayFactory(stages=[stage(first, last, minimum=1), stage(last)], roles=[role])
    (outline,) = facts.role_outlines(role)
    assert (outline.stack_count, outline.needed_count) == (3, 2)
    assert outline.totals is not None
    assert outline.totals.count.low == 1
    assert outline.stages[0].pick == "Any 1 of these 2"
    assert outline.stages[0].marks == [True, False]
    assert outline.stages[1].lines[0].needs == [first]
    assert outline.stages[1].lines[0].better_after == []


def test_a_pathway_without_stages_has_nothing_to_total() -> None:
    outline = facts.pathway_outline(PathwayFactory())
    assert outline.stages == ()
    assert outline.totals is None


def test_pathways_that_name_a_stack_in_the_same_stage_stand_together() -> None:
    stack, other = StackFactory(), StackFactory()
    first = PathwayFactory(stages=[stage(stack)])
    late = PathwayFactory(stages=[stage(other), stage(stack)])
    second = PathwayFactory(stages=[stage(stack), stage(other)])
    found = facts.standings(facts.passages([stack])[stack.pk])
    assert [(one.number, one.pathways) for one in found] == [(1, [first, second]), (2, [late])]
