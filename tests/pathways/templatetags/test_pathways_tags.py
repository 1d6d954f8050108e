"""What templates ask of pathways."""

import re
from datetime import date

import pytest
from django.test import Client
from wagtail.models import Site

from catalog.facts import stack_facts
from catalog.models import CatalogSettings
from pathways.templatetags.pathways_tags import compare_members
from tests.factories import (
    DecisionFactory,
    JurisdictionFactory,
    MicroCredentialFactory,
    PathwayFactory,
    PriorityFactory,
    RoleFactory,
    StackFactory,
    stage,
)

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("size", "address"),
    [
        (0, ""),
        (1, ""),
        (2, "/compare/?c=m0&c=m1"),
        (4, "/compare/?c=m0&c=m1&c=m2&c=m3"),
        (5, ""),
    ],
)
def test_members_that_fit_are_put_side_by_side(size: int, address: str) -> None:
    stack = StackFactory(members=[MicroCredentialFactory(slug=f"m{number}") for number in range(size)])
    assert compare_members(stack_facts([stack], date(2026, 3, 1))[0]) == address


def test_member_that_is_not_published_is_left_out() -> None:
    shown = [MicroCredentialFactory(slug=slug) for slug in ("a", "b")]
    stack = StackFactory(members=[*shown, MicroCredentialFactory(live=False)])
    assert compare_members(stack_facts([stack], date(2026, 3, 1))[0]) == "/compare/?c=a&c=b"


@pytest.mark.parametrize("kind", ["priority", "role"])
def test_priority_and_role_show_their_pathways_as_maps_and_in_words(client: Client, kind: str) -> None:
    stacks = [StackFactory(title=title) for title in ("First", "Second", "Third")]
    goal = PriorityFactory() if kind == "priority" else RoleFactory()
    led = {"priority": goal} if kind == "priority" else {"roles": [goal]}
    for title in ("One way", "Another way"):
        PathwayFactory(title=title, stages=[stage(*stacks[:2], minimum=1), stage(stacks[2])], **led)
    shown = client.get(goal.url).content.decode()
    assert [re.findall(r'class="t" href="([^"]+)"', part)[:3] for part in shown.split('class="map"')[1:]] == [
        [stack.url for stack in stacks]
    ] * 2
    for part in shown.split("The same in words")[1:]:
        assert re.findall(r'href="(/stacks/[^"]+)"', part)[:3] == [stack.url for stack in stacks]
    assert re.findall(r'<a href="#([^"]+-title)"', shown) == re.findall(r'id="([^"]+-title)"', shown)


def test_priority_with_a_made_up_decision_on_its_map_says_so(client: Client) -> None:
    board = JurisdictionFactory(demonstration=True)
    CatalogSettings.objects.create(site=Site.objects.get(), jurisdiction=board)
    priority, stack = PriorityFactory(), StackFactory()
    PathwayFactory(priority=priority, stages=[stage(stack)])
    assert 'class="demo"' not in client.get(priority.url).content.decode()
    DecisionFactory(stack=stack, jurisdiction=board)
    assert 'class="demo"' in client.get(priority.url).content.decode()
    assert "Approved" in client.get(priority.url).content.decode()
    assert "Approved" not in client.get(f"{priority.url}?on=2024-12-31").content.decode()
