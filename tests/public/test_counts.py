"""The home page and the lists it leads to count alike, and tell examples apart."""

import re

import pytest
from django.test import Client

from tests.factories import DistrictFactory, IssuerFactory, MicroCredentialFactory, StackFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def _records() -> None:
    """Real records and examples of each kind that the home page counts."""
    real, made_up = IssuerFactory(), IssuerFactory(demonstration=True)
    for issuer, number in ((real, 3), (made_up, 2)):
        MicroCredentialFactory.create_batch(number, issuer=issuer)
    StackFactory.create_batch(2, issuer=real)
    StackFactory(issuer=made_up)
    DistrictFactory.create_batch(4)


def words(client: Client, address: str) -> str:
    """The text of a page on one line."""
    return " ".join(re.sub(r"<[^>]+>", " ", client.get(address).text).split())


@pytest.mark.usefixtures("_records")
@pytest.mark.parametrize(
    ("label", "address", "number", "listed"),
    [
        (
            "Micro-credentials",
            "/micro-credentials/",
            "3 and 2 examples",
            "3 micro-credentials and 2 examples made up for the demonstration",
        ),
        ("Stacks", "/stacks/", "2 and 1 example", "2 stacks and 1 example made up for the demonstration"),
        ("Issuers", "/issuers/", "1 and 1 example", "1 issuer and 1 example made up for the demonstration"),
        ("School districts", "/districts/", "4", "4 districts"),
    ],
)
def test_home_and_list_count_alike(
    client: Client, label: str, address: str, number: str, listed: str
) -> None:
    assert f"{label} {number}" in words(client, "/")
    assert listed in words(client, address)
