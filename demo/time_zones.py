"""Whose calendar the days of a place follow.

The zone of a state is that of its capital, named as in the IANA time zone database: written for this pack
from general knowledge, not read in a source of a state. What lies in one follows it, unless named here.
A nation of several zones has none, and then the site's holds.
"""

from collections.abc import Mapping

EASTERN, CENTRAL, MOUNTAIN, PACIFIC = (
    f"America/{city}" for city in ("New_York", "Chicago", "Denver", "Los_Angeles")
)

ZONES: Mapping[str, str] = {
    "NZ": "Pacific/Auckland",
    **dict.fromkeys(("US-CT", "US-DC", "US-DE", "US-FL", "US-MA", "US-MD", "US-NC"), EASTERN),
    **dict.fromkeys(("US-NY", "US-OH", "US-PA", "US-RI", "US-SC", "US-VA", "US-VT"), EASTERN),
    **dict.fromkeys(("US-AL", "US-AR", "US-IA", "US-IL", "US-LA", "US-MN"), CENTRAL),
    **dict.fromkeys(("US-MO", "US-OK", "US-TN", "US-TX", "US-WI"), CENTRAL),
    **dict.fromkeys(("US-CO", "US-NM", "US-UT", "US-WY"), MOUNTAIN),
    **dict.fromkeys(("US-CA", "US-NV", "US-OR", "US-WA"), PACIFIC),
    "US-AK": "America/Juneau",
    "US-ID": "America/Boise",
    "US-MI": "America/Detroit",
}
"""By ISO 3166 code."""

ELSEWHERE: Mapping[str, str] = {"knox-county-schools": EASTERN}
"""Places without a code whose clocks differ from those of their state's capital, by slug."""


def time_zone(slug: str, code: str, parent: str) -> str:
    """The zone of a place, given that of what it lies in; empty where it has none of its own."""
    return ZONES.get(code, "") if code else ELSEWHERE.get(slug, parent)
