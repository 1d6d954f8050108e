"""The years that any record or question may name."""

from datetime import date

EARLIEST, LATEST = date(1900, 1, 1), date(2100, 12, 31)
"""The first and last day of them."""
