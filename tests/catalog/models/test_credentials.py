"""Micro-credentials."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from catalog.models import MicroCredentialPage
from tests.factories import IssuerFactory, MicroCredentialFactory, StackFactory

pytestmark = pytest.mark.django_db


def test_a_version_chain_that_comes_back_is_refused_and_named() -> None:
    old = MicroCredentialFactory(title="Old")
    new = MicroCredentialFactory(title="New", replaces=old)
    old.replaces = new
    with pytest.raises(ValidationError, match="Old → New → Old"):
        old.full_clean()


def test_a_version_chain_is_accepted() -> None:
    new = MicroCredentialFactory(replaces=MicroCredentialFactory())
    new.full_clean()
    assert list(new.replaces.successors.all()) == [new]


@pytest.mark.parametrize("factory", [MicroCredentialFactory, StackFactory])
def test_what_a_demonstration_issuer_awards_says_so(factory: type[MicroCredentialFactory]) -> None:
    assert factory(issuer=IssuerFactory(demonstration=True)).shows_demonstration
    assert not factory().shows_demonstration


@pytest.mark.parametrize("factory", [MicroCredentialFactory, StackFactory])
def test_an_uncertain_title_is_said_in_a_plain_sentence(factory: type[MicroCredentialFactory]) -> None:
    assert (
        factory(title_status="title uncertain").title_sentence
        == "The issuer may word this title differently."
    )
    assert factory().title_sentence == ""


def test_querysets_speak_the_fields_words() -> None:
    free = MicroCredentialFactory(cost_usd=0, cost_per="micro-credential")
    MicroCredentialFactory(cost_usd=0, cost_per="micro-credential", cost_applies_to="NEA members")
    retired = MicroCredentialFactory(retired=True)
    made_up = MicroCredentialFactory(issuer=IssuerFactory(demonstration=True))
    credentials = MicroCredentialPage.objects
    assert list(credentials.free_for_everyone()) == [free]
    assert retired not in credentials.offered(date(2026, 3, 1))
    assert list(credentials.demonstration()) == [made_up]
    assert made_up not in credentials.on_record()
