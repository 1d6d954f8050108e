"""An editor with many rows opens in as many queries as one with few."""

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from tests.editors import queries, signed_in
from tests.factories import (
    CompetencyFactory,
    IssuerFactory,
    MicroCredentialFactory,
    PathwayFactory,
    PriorityFactory,
    StackFactory,
    addresses,
    alignment,
    stage,
)

pytestmark = pytest.mark.django_db


def of_opening(client: Client, page: Page) -> int:
    return queries(client, reverse("wagtailadmin_pages:edit", args=[page.pk]))


def test_a_stack_opens_alike_with_one_member_and_with_200(client: Client, quick_filling: None) -> None:
    signed_in(client)
    issuer = IssuerFactory()
    members = MicroCredentialFactory.create_batch(200, issuer=issuer)
    few, many = (StackFactory(issuer=issuer, members=some) for some in (members[:1], members))
    assert of_opening(client, few) == of_opening(client, many)


def test_a_pathway_opens_alike_with_one_stack_and_with_20(client: Client) -> None:
    signed_in(client)
    stacks = StackFactory.create_batch(20, issuer=IssuerFactory())
    few, many = (PathwayFactory(stages=[stage(*some)]) for some in (stacks[:1], stacks))
    assert of_opening(client, few) == of_opening(client, many)


def test_a_credential_opens_alike_with_one_alignment_and_with_20(client: Client) -> None:
    signed_in(client)

    def opened(rows: int) -> int:
        page = MicroCredentialFactory(
            alignments=[alignment(CompetencyFactory()) for _ in range(rows)],
            priority_links=[addresses(PriorityFactory()) for _ in range(rows)],
        )
        return of_opening(client, page)

    assert opened(1) == opened(20)


def test_what_was_chosen_is_named_with_its_issuer_and_state(client: Client) -> None:
    signed_in(client)
    draft = MicroCredentialFactory(title="Phonics", issuer=IssuerFactory(title="A college"), live=False)
    page = StackFactory(members=[draft])
    text = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert "Phonics · A college (draft)" in text


def test_a_crafted_choice_is_refused_beside_its_field(client: Client) -> None:
    signed_in(client)
    page = StackFactory()
    for typed in ("abc", "9" * 40, "-1"):
        data = {"title": "T", "slug": "t", "issuer": typed}
        text = client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), data)
        assert text.status_code in (200, 422, 400)
