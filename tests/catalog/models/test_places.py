"""Jurisdictions."""

import pytest
from django.core.exceptions import ValidationError

from tests.factories import DistrictFactory, JurisdictionFactory

pytestmark = pytest.mark.django_db


def test_a_parent_that_lies_below_is_refused_and_named() -> None:
    nation = JurisdictionFactory(name="Nation")
    state = JurisdictionFactory(name="State", parent=nation)
    nation.parent = state
    with pytest.raises(ValidationError, match="Nation → State → Nation"):
        nation.full_clean()


def test_a_tree_without_a_loop_is_accepted() -> None:
    JurisdictionFactory(parent=JurisdictionFactory(), code="US-XX").full_clean()


def test_places_are_called_by_name() -> None:
    assert str(JurisdictionFactory(name="Utah")) == "Utah"
    assert str(DistrictFactory(name="Wake")) == "Wake"
