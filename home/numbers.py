"""Numbers as visitors read them: plain values in, text out."""

from decimal import Decimal

NOT_STATED = "not stated"

Number = Decimal | int | float


def number_text(value: Number) -> str:
    """Digits with thousands separated and no needless zeros: 12, 12.5, 1,200."""
    exact = Decimal(str(value))
    if exact == exact.to_integral_value():
        return f"{int(exact):,}"
    return f"{exact:,.2f}".rstrip("0").rstrip(".")


def digits(value: Number) -> str:
    """The same without separators, as forms, addresses and spreadsheets read it: 12, 12.5, 1200."""
    return number_text(value).replace(",", "")


def money_text(value: Number) -> str:
    """US dollars, with cents only where there are some: $20, $12.50, $0."""
    exact = Decimal(str(value))
    return f"${int(exact):,}" if exact == exact.to_integral_value() else f"${exact:,.2f}"


def noun_for(count: Number, one: str, many: str = "") -> str:
    """The singular for exactly one, else the plural."""
    return one if count == 1 else many or f"{one}s"


def span_text(low: Number, high: Number | None = None, unit: str = "") -> str:
    """A range with its unit, given in either number: 20 to 60 hours, 1 hour, 5 hours."""
    last = low if high is None else high
    one = unit.removesuffix("s")
    tail = f" {noun_for(last, one)}" if unit else ""
    return f"{between(number_text(low), number_text(last))}{tail}"


def money_span_text(low: Number, high: Number | None = None) -> str:
    """A range of US dollars: $20 to $60, $0."""
    return between(money_text(low), money_text(low if high is None else high))


def between(low: str, high: str) -> str:
    """The two ends of a range, or the one number when they are equal."""
    return low if low == high else f"{low} to {high}"
