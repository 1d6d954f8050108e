"""What pages show of pathways: families of priorities, links and passages."""

from datetime import date

import pytest

from pathways import facts, queries
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

DAY = date(2026, 3, 1)


def test_a_stack_addresses_a_priority_through_a_member_or_a_pathway() -> None:
    parent = PriorityFactory()
    child = PriorityFactory(parent_priority=parent)
    credential = MicroCredentialFactory(priority_links=[addresses(child)])
    by_member, by_pathway, neither = StackFactory(members=(credential,)), StackFactory(), StackFactory()
    PathwayFactory(priority=child, stages=[stage(by_pathway)])
    found = facts.priority_facts(parent, DAY)
    assert {one.page for one in found.stacks} == {by_member, by_pathway}
    assert neither not in [one.page for one in found.stacks]
    assert found.credentials == [credential]
    assert [[goal.slug for goal in road.goals] for road in facts.leading_roads(parent, DAY)] == [[child.slug]]
    assert found.children == [child]


def test_what_is_not_live_is_not_shown() -> None:
    priority = PriorityFactory()
    MicroCredentialFactory(priority_links=[addresses(priority)], live=False)
    hidden = StackFactory(live=False)
    PathwayFactory(priority=priority, stages=[stage(hidden, StackFactory(title="Seen"))])
    PathwayFactory(priority=priority, live=False)
    found = facts.priority_facts(priority, DAY)
    assert found.credentials == []
    assert [one.page.title for one in found.stacks] == ["Seen"]
    (road,) = facts.leading_roads(priority, DAY)
    assert [stack.title for stack in road.stages[0].stacks] == ["Seen"]


def test_home_rows_leave_out_parents_and_put_those_with_a_road_first() -> None:
    parent = PriorityFactory(title="Parent")
    PriorityFactory(title="No road", parent_priority=parent)
    with_road = PriorityFactory(title="Road", parent_priority=parent)
    PathwayFactory(priority=with_road, stages=[stage(StackFactory(), StackFactory(), minimum=1)])
    rows = facts.priority_rows(DAY)
    assert [row.node.title for row in rows] == ["Road", "No road"]
    first, last = rows
    assert first.road is not None
    assert (first.pathway_count, first.road.size) == (1, "1 stage, 2 stacks")
    assert (last.road, last.pathway_count) == (None, 0)


def test_links_are_told_at_both_ends() -> None:
    before, first = StackFactory(title="Before"), StackFactory(title="First")
    after = StackFactory(title="After", stack_links=[builds_on(before), better_after(first)])
    leads = facts.stack_leads(after, DAY)
    assert [(one.stack.title, one.required) for one in leads.before] == [
        ("Before", True),
        ("First", False),
    ]
    assert [one.stack.title for one in facts.stack_leads(before, DAY).onward] == ["After"]


def test_a_passage_names_the_stage() -> None:
    stack = StackFactory()
    pathway = PathwayFactory(stages=[stage(StackFactory()), stage(stack, title="Second")])
    (passage,) = facts.stack_leads(stack, DAY).passages
    assert passage.road.slug == pathway.slug
    assert (passage.stage.number, passage.stage.title) == (2, "Second")


def test_a_micro_credential_leads_where_the_stacks_that_hold_it_lead() -> None:
    member = MicroCredentialFactory()
    holder = StackFactory(members=(member,))
    pathway = PathwayFactory(stages=[stage(StackFactory()), stage(StackFactory(), holder)])
    PathwayFactory(stages=[stage(StackFactory())])
    (passage,) = facts.credential_passages(member, DAY)
    assert (passage.road.slug, passage.stage.number, passage.stack.slug) == (pathway.slug, 2, holder.slug)


def test_a_road_counts_stacks_and_says_the_order() -> None:
    first = StackFactory(members=tuple(MicroCredentialFactory.create_batch(2)))
    last = StackFactory(members=(MicroCredentialFactory(),), stack_links=[builds_on(first)])
    role = RoleFactory()
    PathwayFactory(stages=[stage(first, last, minimum=1), stage(last)], roles=[role])
    (road,) = facts.leading_roads(role, DAY)
    assert road.totals is not None
    assert road.totals.count.low == 3
    assert road.sentence.startswith("Finish what each of its 2 stages asks of its 2 stacks, at the least 3 ")
    assert road.stages[0].pick == "Any 1 of these 2"
    assert road.stages[0].marks == [True, False]
    assert [link.slug for link in road.stages[1].stacks[0].before] == [first.slug]


def test_a_pathway_without_stages_says_so() -> None:
    road = facts.pathway_road(PathwayFactory(), DAY)
    assert road.stages == ()
    assert road.sentence == "Its stages are not stated yet."


def test_pathways_that_name_a_stack_in_the_same_stage_stand_together() -> None:
    stack, other = StackFactory(), StackFactory()
    first = PathwayFactory(stages=[stage(stack)])
    late = PathwayFactory(stages=[stage(other), stage(stack)])
    second = PathwayFactory(stages=[stage(stack), stage(other)])
    found = facts.standings(queries.load(), stack.slug)
    named = [(one.number, [pathway.slug for pathway in one.pathways]) for one in found]
    assert named == [(1, [first.slug, second.slug]), (2, [late.slug])]
