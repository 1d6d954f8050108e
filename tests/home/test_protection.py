"""What others point at stays, and the editor is told why: page by page, in bulk, and snippets."""

from typing import Any

import pytest
from django.db.models import Model
from django.test import Client
from django.urls import reverse
from wagtail.models import Page
from zeal import zeal_ignore

from home.protection import refusal
from tests.editors import signed_in
from tests.factories import (
    CompetencyFactory,
    DistrictFactory,
    IssuerFactory,
    MicroCredentialFactory,
    PathwayFactory,
    PriorityFactory,
    StackFactory,
    TopicFactory,
    alignment,
    builds_on,
    stage,
)

pytestmark = pytest.mark.django_db


def held_page(kind: str) -> Page:
    """A page that “Holder” points to."""
    if kind == "issuer":
        return MicroCredentialFactory(title="Holder", issuer=IssuerFactory(title="Held")).issuer
    if kind == "priority":
        return PathwayFactory(title="Holder", priority=PriorityFactory(title="Held")).priority
    if kind == "member":
        held = MicroCredentialFactory(title="Held")
        StackFactory(title="Holder", members=[held])
        return held
    held = StackFactory(title="Held")
    makers: dict[str, Any] = {
        "inner stack": lambda: StackFactory(title="Holder", members=[held]),
        "stage": lambda: PathwayFactory(title="Holder", stages=[stage(held)]),
        "link": lambda: StackFactory(title="Holder", stack_links=[builds_on(held)]),
    }
    makers[kind]()
    return held


def held_record(kind: str) -> Model:
    """A snippet that something points to."""
    makers: dict[str, Any] = {
        "topic": lambda: MicroCredentialFactory(title="Holder", topic=TopicFactory()).topic,
        "state": lambda: DistrictFactory(name="Holder").state,
        "framework": lambda: CompetencyFactory(code="1a", title="Holder").framework,
    }
    if kind == "competency":
        competency = CompetencyFactory()
        MicroCredentialFactory(title="Holder", alignments=[alignment(competency)])
        return competency
    record: Model = makers[kind]()
    return record


pages = pytest.mark.parametrize("kind", ["issuer", "member", "inner stack", "stage", "priority", "link"])
records = pytest.mark.parametrize("kind", ["topic", "state", "framework", "competency"])


def after_post(client: Client, url: str) -> str:
    with zeal_ignore():
        response = client.post(url, follow=True)
    assert response.status_code == 200
    return " ".join(map(str, response.context["messages"]))


@pages
def test_a_held_page_stays_and_says_why(client: Client, kind: str) -> None:
    page = held_page(kind)
    said = after_post(signed_in(client), reverse("wagtailadmin_pages:delete", args=[page.pk]))
    assert "“Held” cannot be deleted, because others point to it: Holder." in said
    assert Page.objects.filter(pk=page.pk).exists()


@pages
def test_a_held_page_stays_in_bulk_too(client: Client, kind: str) -> None:
    page, free = held_page(kind), StackFactory()
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])
    said = after_post(signed_in(client), f"{url}?id={page.pk}&id={free.pk}&next=/admin/")
    assert "others point to it: Holder." in said
    assert Page.objects.filter(pk__in=[page.pk, free.pk]).count() == 2


def test_what_lies_above_a_held_page_stays(client: Client) -> None:
    page = held_page("member")
    url = reverse("wagtailadmin_pages:delete", args=[page.get_parent().pk])
    assert "others point to it: Holder." in after_post(signed_in(client), url)
    assert Page.objects.filter(pk=page.pk).exists()


@records
def test_a_held_snippet_says_why_before_it_is_deleted(client: Client, kind: str) -> None:
    record: Any = held_record(kind)
    url = reverse(type(record).snippet_viewset.get_url_name("delete"), args=[record.pk])
    text = after_post(signed_in(client), url)
    assert "others point to it: " in text
    assert type(record).objects.filter(pk=record.pk).exists()


@records
def test_a_held_snippet_stays_in_bulk(client: Client, kind: str) -> None:
    record: Any = held_record(kind)
    names = [record._meta.app_label, record._meta.model_name, "delete"]
    url = f"{reverse('wagtail_bulk_action', args=names)}?id={record.pk}&next=/admin/"
    assert "Holder" in after_post(signed_in(client), url)
    assert type(record).objects.filter(pk=record.pk).exists()


def test_what_nobody_holds_is_deleted(client: Client) -> None:
    page, other = StackFactory(), MicroCredentialFactory()
    signed_in(client)
    after_post(client, reverse("wagtailadmin_pages:delete", args=[page.pk]))
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])
    after_post(client, f"{url}?id={other.pk}&next=/admin/")
    assert not Page.objects.filter(pk__in=[page.pk, other.pk]).exists()


def test_a_refusal_names_a_few_and_counts_the_rest() -> None:
    issuer = IssuerFactory()
    MicroCredentialFactory.create_batch(8, issuer=issuer)
    assert "; and 3 more." in refusal([issuer])
