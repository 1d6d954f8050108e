"""Lists of pages: columns, filters, search, marks, and as many queries for 100 rows as for one."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Page
from zeal import zeal_ignore

from catalog.enums import CostUnit
from tests.editors import any_text, queries, signed_in
from tests.factories import (
    IssuerFactory,
    MicroCredentialFactory,
    PathwayFactory,
    PriorityFactory,
    RoleFactory,
    StackFactory,
    TopicFactory,
    stage,
)

pytestmark = pytest.mark.django_db

LISTS: dict[str, Any] = {
    "micro_credentials": MicroCredentialFactory,
    "stacks": StackFactory,
    "issuers": IssuerFactory,
    "pathways": PathwayFactory,
    "priorities": PriorityFactory,
    "roles": RoleFactory,
}
lists = pytest.mark.parametrize("name", LISTS)


def linked_records() -> None:
    """A record of every kind with two of whatever it can be linked to; each lacks something."""
    issuer, priority = IssuerFactory(title="Linked"), PriorityFactory(title="Linked")
    roles = [RoleFactory(title=f"Linked {number}") for number in range(2)]
    PriorityFactory(title="Linked below", parent_priority=priority)
    members = [MicroCredentialFactory(title=f"Linked {number}", issuer=issuer) for number in range(2)]
    stacks = [StackFactory(title=f"Linked {number}", issuer=issuer, members=members) for number in range(2)]
    for number in range(2):
        PathwayFactory(
            title=f"Linked {number}", priority=priority, roles=roles, stages=[stage(*stacks), stage(*stacks)]
        )


def shown(client: Client, name: str, **asked: Any) -> str:
    with zeal_ignore():
        response = client.get(reverse(f"{name}:index"), asked)
    assert response.status_code == 200
    return response.content.decode()


@lists
@pytest.mark.usefixtures("quick_filling")
def test_a_list_asks_alike_for_one_row_and_for_100(client: Client, name: str) -> None:
    signed_in(client)
    LISTS[name]()
    few = queries(client, reverse(f"{name}:index"))
    LISTS[name].create_batch(99)
    assert queries(client, reverse(f"{name}:index")) == few


@lists
@pytest.mark.parametrize("asked", [{}, {"q": "linked"}])
def test_a_record_with_many_links_is_one_row(client: Client, name: str, asked: dict[str, str]) -> None:
    linked_records()
    with zeal_ignore():
        rows = signed_in(client).get(reverse(f"{name}:index"), asked).context["object_list"]
    keys = [row.pk for row in rows]
    assert keys
    assert len(keys) == len(set(keys))


@any_text
@lists
def test_the_search_of_a_list_survives(client: Client, name: str, text: str) -> None:
    shown(signed_in(client), name, q=text)


@lists
@pytest.mark.parametrize("asked", [{"gap": '"'}, {"status": "x"}, {"issuer": "x"}, {"ordering": "x"}])
def test_a_wrong_filter_is_passed_over(client: Client, name: str, asked: dict[str, str]) -> None:
    LISTS[name](title="Reading")
    assert "Reading" in shown(signed_in(client), name, **asked)


def test_a_micro_credential_is_listed_with_its_facts_and_gaps(client: Client) -> None:
    MicroCredentialFactory(
        title="Phonics",
        issuer=IssuerFactory(title="A college"),
        topic=TopicFactory(name="Early reading"),
        hours_min=3,
        hours_max=5,
    )
    text = shown(signed_in(client), "micro_credentials")
    for words in ("Phonics", "A college", "Early reading", "3 to 5 hours", "No cost, no evidence"):
        assert words in text


def test_micro_credentials_are_narrowed(client: Client) -> None:
    signed_in(client)
    topic = TopicFactory()
    one = MicroCredentialFactory(title="Phonics", topic=topic, retired=True)
    MicroCredentialFactory(title="Fluency", cost_usd=0, cost_per=CostUnit.values[0])
    narrowing: list[dict[str, Any]] = [
        {"issuer": one.issuer_id},
        {"topic": topic.pk},
        {"offer": "retired"},
        {"gap": "cost"},
        {"q": "phon"},
        {"q": one.issuer.title},
    ]
    for asked in narrowing:
        text = shown(client, "micro_credentials", **asked)
        assert "Phonics" in text, asked
        assert ">Fluency" not in text.replace("\n", "").replace(" ", ""), asked


def test_a_stack_with_a_member_that_is_gone_is_marked_and_found(client: Client) -> None:
    signed_in(client)
    StackFactory(title="Sound", members=[MicroCredentialFactory()])
    StackFactory(title="Torn", members=[MicroCredentialFactory(live=False)])
    StackFactory(title="Worn", members=[MicroCredentialFactory(retired=True)])
    text = shown(client, "stacks", gap="urgent")
    assert "A member is not published" in text
    assert "A member is retired" in text
    assert "Sound" not in text


def test_pages_are_narrowed_by_how_far_they_are(client: Client) -> None:
    signed_in(client)
    StackFactory(title="Draft", live=False, first_published_at=None)
    changed = StackFactory(title="Changed")
    changed.save_revision()
    Page.objects.filter(pk=changed.pk).update(has_unpublished_changes=True)
    for status, title, other in (("new", "Draft", "Changed"), ("changed", "Changed", "Draft")):
        text = shown(client, "stacks", status=status)
        assert f"Edit '{title}'" in text or title in text
        assert f"More options for '{other}'" not in text


@pytest.mark.parametrize("action", ["publish", "unpublish"])
def test_pages_of_a_list_are_changed_in_bulk(client: Client, action: str) -> None:
    signed_in(client)
    pages = StackFactory.create_batch(2, live=action == "unpublish")
    for page in pages:
        page.save_revision()
    ids = "&".join(f"id={page.pk}" for page in pages)
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", action])
    with zeal_ignore():
        client.post(f"{url}?{ids}&next={reverse('stacks:index')}")
    assert set(Page.objects.filter(pk__in=[page.pk for page in pages]).values_list("live", flat=True)) == {
        action == "publish"
    }


@pytest.mark.usefixtures("quick_filling")
def test_nobody_can_take_all_pages_of_the_site_for_those_of_a_list(client: Client) -> None:
    StackFactory.create_batch(60)
    assert "Select all pages in listing" not in shown(signed_in(client), "stacks")
