"""Chains of records that each name the next one above, such as parents or earlier versions."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.core.exceptions import ValidationError


def refuse_loop(record: Any, relation: str, name: str) -> None:
    """Raise `ValidationError` at `relation` when following it comes back to the record; it names the way.

    `name` is the attribute that a record is called by. A loop further up is not this record's.
    """
    above, names, seen = getattr(record, relation), [getattr(record, name)], set[Any]()
    while above is not None and above.pk not in seen:
        names.append(getattr(above, name))
        if above.pk == record.pk:
            raise ValidationError({relation: f"This makes a loop: {' → '.join(names)}."})
        seen.add(above.pk)
        above = getattr(above, relation)


def way_between(onward: Mapping[int, Iterable[int]], start: int, end: int) -> list[int]:
    """The keys from `start` on to `end`, both included; empty when no way leads there."""
    ways, seen = [[start]], {start}
    while ways:
        way = ways.pop(0)
        if way[-1] == end:
            return way
        for key in onward.get(way[-1], ()):
            if key not in seen:
                seen.add(key)
                ways.append([*way, key])
    return []
