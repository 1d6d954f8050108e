"""The site's health, told to machines."""

import pytest
from django.test import Client

from tests.factories import GlossaryTermFactory, IssuerFactory, MicroCredentialFactory, StackFactory

pytestmark = pytest.mark.django_db

KINDS = {
    "micro-credential",
    "stack",
    "pathway",
    "priority",
    "role",
    "recognition",
    "issuer",
    "competency",
    "glossary",
    "district",
    "guide",
}


def test_health_counts_every_kind(client: Client) -> None:
    MicroCredentialFactory()
    GlossaryTermFactory()
    answer = client.get("/healthz/").json()
    assert answer["status"] == "ok"
    assert answer["catalog_version"] > 0
    assert set(answer["counts"]) == KINDS
    assert answer["counts"]["micro-credential"] == 1
    assert answer["counts"]["glossary"] == 1


def test_examples_are_counted_apart(client: Client) -> None:
    made_up = IssuerFactory(demonstration=True)
    MicroCredentialFactory(issuer=made_up)
    StackFactory(issuer=made_up)
    answer = client.get("/healthz/").json()
    assert answer["examples"] == 2
    assert [answer["counts"][kind] for kind in ("micro-credential", "stack", "issuer")] == [0, 0, 0]


def test_drafts_are_not_counted(client: Client) -> None:
    MicroCredentialFactory(live=False)
    assert client.get("/healthz/").json()["counts"]["micro-credential"] == 0
