"""The catalog's version moves with everything a visitor may see, and with nothing else."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import User
from django.db import transaction

from catalog.models import CatalogVersion
from tests.factories import GlossaryTermFactory, JurisdictionFactory, MicroCredentialFactory, PathwayFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "make", [GlossaryTermFactory, JurisdictionFactory, MicroCredentialFactory, PathwayFactory]
)
def test_a_new_record_moves_the_version(make: Callable[[], object]) -> None:
    before = CatalogVersion.current()
    make()
    assert CatalogVersion.current() > before


def test_saving_and_deleting_move_the_version() -> None:
    page = MicroCredentialFactory()
    before = CatalogVersion.current()
    page.unpublish()
    between = CatalogVersion.current()
    page.delete()
    assert before < between < CatalogVersion.current()


def test_a_new_user_leaves_the_version() -> None:
    before = CatalogVersion.current()
    User.objects.create_user("somebody")
    assert CatalogVersion.current() == before


def test_a_change_taken_back_takes_the_version_back() -> None:
    before = CatalogVersion.current()
    with transaction.atomic():
        MicroCredentialFactory()
        transaction.set_rollback(True)
    assert CatalogVersion.current() == before


def test_the_first_version_is_zero() -> None:
    CatalogVersion.objects.all().delete()
    assert CatalogVersion.current() == 0
    CatalogVersion.move()
    assert str(CatalogVersion.objects.get()) == "1"
