"""Rows of a page that may stand in it only once, while editors exchange them."""

from typing import Any

from django.db.models import Model, UniqueConstraint
from modelcluster.models import get_all_child_relations


def make_way(owner: Any) -> None:
    """Delete the stored rows whose unique choice is about to change; saving the owner writes them anew.

    Rows are saved one after the other, so two that exchange their choices would stand in each other's
    way. Reads only what is held in memory; their keys stay the same.
    """
    held = getattr(owner, "_cluster_related_objects", {})
    for relation in get_all_child_relations(type(owner)):
        rows = [row for row in held.get(relation.get_accessor_name(), ()) if row.pk]
        names = unique_names(relation.related_model) - {relation.field.attname}
        if rows and names:
            delete_changed(relation.related_model, rows, sorted(names))
        for row in rows:
            make_way(row)


def unique_names(model: type[Model]) -> set[str]:
    """The columns that a model's unique constraints name."""
    constraints = (one for one in model._meta.constraints if isinstance(one, UniqueConstraint))
    fields = (model._meta.get_field(name) for one in constraints for name in one.fields)
    return {getattr(field, "attname", field.name) for field in fields}


def delete_changed(model: type[Model], rows: list[Any], names: list[str]) -> None:
    """Delete what is stored of those rows that no longer hold the same in these columns."""
    wanted = {row.pk: tuple(getattr(row, name) for name in names) for row in rows}
    stored = model._default_manager.filter(pk__in=wanted).values_list("pk", *names)
    changed = [key for key, *values in stored if tuple(values) != wanted[key]]
    if changed:
        model._default_manager.filter(pk__in=changed).delete()
