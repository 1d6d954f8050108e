"""Editing forms of the admin."""

from collections.abc import Iterator
from typing import Any

from django.forms import BoundField, Widget
from wagtail.admin.forms import WagtailAdminPageForm

from home.querysets import is_key


class RecordForm(WagtailAdminPageForm):
    """A page's form that asks the database once a kind of chosen record, not once a row."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        look_up_together(list(chosen_in(self)))


def chosen_in(form: Any) -> Iterator[tuple[BoundField, Any]]:
    """The fields of a form and of all rows below it whose widget can remember, with the chosen key."""
    for name, field in form.fields.items():
        if hasattr(field.widget, "remember") and (value := form[name].value()):
            yield form[name], str(getattr(value, "pk", value))
    for formset in getattr(form, "formsets", {}).values():
        for row in formset.forms:
            yield from chosen_in(row)


def look_up_together(choices: list[tuple[BoundField, Any]]) -> None:
    """Tell every widget the records that the form shows, in one query a kind of record."""
    by_kind: dict[type[Widget], list[tuple[BoundField, str]]] = {}
    for bound, key in choices:
        by_kind.setdefault(type(bound.field.widget), []).append((bound, key))
    for kind, fields in by_kind.items():
        chooser: Any = kind
        keys = {int(key) for _, key in fields if is_key(key)}
        rows = fields[0][0].field.widget.model_class.objects.select_related(*chooser.related).in_bulk(keys)
        known = {str(key): record for key, record in rows.items()}
        for bound, _ in fields:
            bound.field.widget.remember(known)
