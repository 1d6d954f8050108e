"""Whether what is stored is what is wanted: values, inline children and many-to-many rows."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import models
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel, get_all_child_relations
from wagtail.blocks.stream_block import StreamValue

UNTOLD = frozenset({"sort_order", "size"})
"""Columns that follow from the others."""


def plain(value: Any) -> Any:
    """A value as it can be compared: rows by their key, prose without the ids of its blocks."""
    if isinstance(value, models.Model):
        return value.pk
    if isinstance(value, StreamValue):
        return [(block["type"], block["value"]) for block in value.raw_data]
    return value


def stored(row: models.Model, name: str) -> Any:
    """What the row holds, without fetching what it points to."""
    field = row._meta.get_field(name)
    if field.many_to_many:
        return {other.pk for other in getattr(row, name).all()}
    if field.one_to_many:
        return told_all(getattr(row, name).all())
    return plain(getattr(row, getattr(field, "attname", name)))


def wanted(value: Any) -> Any:
    """A wanted value as `stored` gives it; a set stands for many-to-many rows, a list for children."""
    if isinstance(value, frozenset):
        return {other.pk for other in value}
    return told_all(value) if isinstance(value, list) else plain(value)


def differing(row: models.Model, values: Mapping[str, Any]) -> dict[str, Any]:
    """The wanted values that are not stored."""
    return {name: value for name, value in values.items() if stored(row, name) != wanted(value)}


def told(child: models.Model) -> tuple[Any, ...]:
    """Everything an inline row says, its own inline rows included, but not its place or parent."""
    values = tuple(
        plain(getattr(child, field.attname)) for field in child._meta.concrete_fields if is_told(field)
    )
    if not isinstance(child, ClusterableModel):
        return values
    names = [relation.get_accessor_name() for relation in get_all_child_relations(type(child))]
    return (*values, *(told_all(getattr(child, name).all()) for name in names))


def told_all(children: Iterable[models.Model]) -> tuple[Any, ...]:
    """What inline rows say, in their order."""
    return tuple(map(told, children))


def is_told(field: Any) -> bool:
    """Whether the field says something of its own."""
    return not (field.primary_key or field.name in UNTOLD or isinstance(field, ParentalKey))
