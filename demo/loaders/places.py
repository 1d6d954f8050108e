"""Loads where rules hold, and what the rules say."""

from collections.abc import Iterable, Iterator

from catalog.models import District, Jurisdiction, Recognition
from demo.loaders.shelves import KeptRecords
from demo.loaders.state import Load, sourced
from demo.ordering import in_order
from demo.time_zones import time_zone


def load_jurisdictions(load: Load) -> None:
    """jurisdictions.csv, a nation before its states."""
    rows = in_order(
        load.pack.jurisdictions, lambda row: row.slug, lambda row: [row.parent] if row.parent else []
    )
    for row in rows:
        parent = load.jurisdictions[row.parent] if row.parent else None
        values = {
            "name": row.title,
            "kind": row.kind.value,
            "code": row.code,
            "parent": parent,
            "time_zone": time_zone(row.slug, row.code, parent.time_zone if parent else ""),
            "demonstration": False,
            **sourced(row.source_ref),
        }
        load.jurisdictions.put(row.slug, values, "jurisdictions.csv", row.line)


def load_districts(load: Load) -> None:
    """districts.csv."""
    states = load.places_by_code
    for row in load.pack.districts:
        values = {
            "lea_code": row.lea_code,
            "name": row.title,
            "county": row.county,
            "unit_kind": row.unit_kind.value,
            "region": row.region,
            "region_number": row.region_number,
            "state": states[row.state_code],
            **sourced(row.source_ref),
        }
        load.districts.put(row.slug, values, "districts.csv", row.line)


def load_recognition(load: Load) -> None:
    """recognition.csv."""
    statements = KeptRecords(Recognition, "slug", load.tally, ("jurisdictions", "districts"))
    for row in load.pack.recognition:
        places = [load.jurisdictions[slug] for slug in row.jurisdictions]
        values = {
            "place": row.jurisdiction,
            "jurisdictions": frozenset(places),
            "districts": frozenset(districts_among(load, places)),
            "level": row.level.value,
            "kind": row.kind,
            "row_class": row.row_class.value,
            "amount_min": row.amount_min,
            "amount_max": row.amount_max,
            "unit": row.unit,
            "conditions": row.conditions,
            "as_of": row.as_of,
            "as_of_year": row.as_of_year,
            **sourced(row.source_ref),
        }
        statements.put(row.slug, values, "recognition.csv", row.line)


def districts_among(load: Load, places: Iterable[Jurisdiction]) -> Iterator[District]:
    """The districts on record that these are, each with the slug and the state of its jurisdiction."""
    for place in places:
        district = load.districts.known.get(place.slug)
        if district is not None and district.state_id == place.parent_id:
            yield district
