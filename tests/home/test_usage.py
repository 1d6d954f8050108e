"""What points to a record, by kind, in a fixed number of queries."""

import pytest
from django.db import connection
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Page
from zeal import zeal_ignore

from home.usage import Reader, UsesOfKind
from tests.editors import signed_in
from tests.factories import (
    CompetencyFactory,
    IssuerFactory,
    MicroCredentialFactory,
    PathwayFactory,
    StackFactory,
    alignment,
    builds_on,
    group,
    stage,
)

pytestmark = pytest.mark.django_db


def uses(client: Client, record: object) -> dict[str, UsesOfKind]:
    request = RequestFactory().get("/")
    request.user = client.get("/admin/").wsgi_request.user
    return {kind.kind: kind for kind in Reader(request).uses_of(record)}  # type: ignore[arg-type]


def parts(kind: UsesOfKind) -> list[tuple[str, str]]:
    return [(use.title, use.part) for use in kind.uses]


def test_a_micro_credential_is_used_in_a_group_of_a_stack(client: Client) -> None:
    page = MicroCredentialFactory()
    StackFactory(title="Reading", groups=[group(page, label="Core")])
    assert parts(uses(signed_in(client), page)["Stacks"]) == [("Reading", "Core")]


def test_a_stack_is_used_in_stages_and_links(client: Client) -> None:
    stack = StackFactory()
    PathwayFactory(title="Road", stages=[stage(stack, title="Start")])
    StackFactory(title="Next", stack_links=[builds_on(stack)])
    found = uses(signed_in(client), stack)
    assert parts(found["Pathways"]) == [("Road", "Start")]
    assert found["Stacks"].uses[0].title == "Next"


def test_a_competency_is_used_by_micro_credentials(client: Client) -> None:
    competency = CompetencyFactory()
    MicroCredentialFactory(title="Phonics", alignments=[alignment(competency)])
    assert uses(signed_in(client), competency)["Micro-credentials"].uses[0].title == "Phonics"


def test_a_draft_says_so_and_has_no_public_page(client: Client) -> None:
    page = MicroCredentialFactory()
    StackFactory(members=[page], live=False)
    use = uses(signed_in(client), page)["Stacks"].uses[0]
    assert (use.status, use.public_url) == ("draft", None)


def test_many_uses_are_counted(client: Client) -> None:
    issuer = IssuerFactory()
    MicroCredentialFactory.create_batch(25, issuer=issuer)
    found = uses(signed_in(client), issuer)["Micro-credentials"]
    assert (len(found.uses), found.more) == (20, 5)


def test_the_editor_links_to_each_use(client: Client) -> None:
    page = MicroCredentialFactory()
    stack: Page = StackFactory(title="Reading", members=[page])
    with zeal_ignore():
        text = signed_in(client).get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert reverse("wagtailadmin_pages:edit", args=[stack.pk]) in text
    assert "Where this is used" in text


def test_uses_are_read_alike_for_one_and_for_many(client: Client) -> None:
    signed_in(client)

    def asked(rows: int) -> int:
        page = MicroCredentialFactory()
        StackFactory.create_batch(rows, members=[page])
        uses(client, page)
        with CaptureQueriesContext(connection) as counted:
            uses(client, page)
        return len(counted)

    assert asked(1) == asked(15)
