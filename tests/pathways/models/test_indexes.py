"""Lists of priorities, roles and pathways."""

import pytest
from django.test import Client

from pathways.models import PriorityIndexPage, RoleIndexPage
from tests.factories import PathwayFactory, PriorityFactory, RoleFactory, room

pytestmark = pytest.mark.django_db


def test_a_priority_stands_under_its_parent() -> None:
    parent = PriorityFactory(title="Computer science")
    child = PriorityFactory(title="An advanced degree", parent_priority=parent)
    grandchild = PriorityFactory(title="A first course", parent_priority=child)
    index = room(PriorityIndexPage)
    assert [entry.key for entry in index.entries()] == [parent.pk]
    (branch,) = index.cards([parent.pk]).values()
    assert [one.page for one in branch.below] == [child]
    assert [one.page for one in branch.below[0].below] == [grandchild]
    assert index.priority_count == 3


def test_a_priority_whose_parent_is_a_draft_stands_on_top() -> None:
    child = PriorityFactory(parent_priority=PriorityFactory(live=False))
    assert [entry.key for entry in room(PriorityIndexPage).entries()] == [child.pk]


def test_a_parent_has_on_record_what_leads_to_a_part_of_it() -> None:
    parent, other = PriorityFactory(), PriorityFactory()
    PathwayFactory(priority=PriorityFactory(parent_priority=parent))
    entries = room(PriorityIndexPage).entries()
    assert {entry.key: entry.on_record for entry in entries} == {parent.pk: True, other.pk: False}


def test_roles_stand_apart_by_whether_a_pathway_prepares_for_them(client: Client) -> None:
    led, alone = RoleFactory(title="Zebra keeper"), RoleFactory(title="Apple grower")
    PathwayFactory(roles=[led])
    page = client.get(room(RoleIndexPage).url).content.decode()
    order = [page.index(text) for text in ("With a pathway", led.title, "Without a pathway", alone.title)]
    assert order == sorted(order)
    assert "A to Z" not in page
