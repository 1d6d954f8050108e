"""Numbers as visitors read them."""

from decimal import Decimal

import pytest

from home.numbers import digits, money_span_text, money_text, noun_for, number_text, span_text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Decimal("12.00"), "12"),
        (Decimal("12.50"), "12.5"),
        (0, "0"),
        (1200, "1,200"),
        (0.25, "0.25"),
        (100, "100"),
    ],
)
def test_number_text_has_no_needless_zeros(value: Decimal | float, text: str) -> None:
    assert number_text(value) == text
    assert digits(value) == text.replace(",", "")


@pytest.mark.parametrize(
    ("value", "text"), [(Decimal("20.00"), "$20"), (Decimal("12.5"), "$12.50"), (0, "$0"), (10000, "$10,000")]
)
def test_money_text_has_cents_only_where_there_are_some(value: Decimal | int, text: str) -> None:
    assert money_text(value) == text


@pytest.mark.parametrize(
    ("low", "high", "unit", "text"),
    [
        (20, 60, "hours", "20 to 60 hours"),
        (20, 60, "hour", "20 to 60 hours"),
        (1, 1, "hours", "1 hour"),
        (5, None, "hours", "5 hours"),
        (Decimal("0.5"), 1, "hours", "0.5 to 1 hour"),
        (3, 4, "", "3 to 4"),
    ],
)
def test_span_text_names_both_ends_once(low: Decimal | int, high: int | None, unit: str, text: str) -> None:
    assert span_text(low, high, unit) == text


def test_money_span_text_names_both_ends_once() -> None:
    assert money_span_text(20, 60) == "$20 to $60"
    assert money_span_text(0) == "$0"


def test_noun_for_fits_the_number() -> None:
    assert [noun_for(count, "stack") for count in (0, 1, 2)] == ["stacks", "stack", "stacks"]
    assert noun_for(2, "competency", "competencies") == "competencies"
