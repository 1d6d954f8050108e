"""Roles."""

from decimal import Decimal

import pytest

from pathways.models import RolePage

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("pay", "unit", "text"),
    [
        (None, "", ""),
        (Decimal("10000.00"), "USD a year, if funds allow", "$10,000 a year, if funds allow"),
        (Decimal("10.50"), "", "$10.50"),
    ],
)
def test_pay_is_worded_with_its_unit(pay: Decimal | None, unit: str, text: str) -> None:
    assert RolePage(pay=pay, pay_unit=unit).pay_text == text
