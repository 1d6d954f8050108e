"""Bases of the editing forms: what holds for every text an editor types."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django import forms
from django.forms import BoundField, Widget
from wagtail.admin.forms import WagtailAdminModelForm, WagtailAdminPageForm

from home.plain_text import refuse_markup
from home.querysets import is_key

COMMENTS = "comments"
"""What editors write to one another on a page; nobody else reads it."""


class PlainTextMixin:
    """A form, with all rows inside it, whose plain texts refuse markup beside the field."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for form in with_rows(self):
            for field in form.fields.values():
                if is_plain_text(field):
                    field.validators.append(refuse_markup)


class RecordForm(PlainTextMixin, WagtailAdminModelForm):
    """The form of a record that is no page."""


class PageForm(PlainTextMixin, WagtailAdminPageForm):
    """The form of a page; it asks the database once a kind of chosen record, not once a row."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        look_up_together(list(chosen_in(self)))


def with_rows(form: Any) -> Iterator[Any]:
    """The form and the forms of all rows inside it, at any depth."""
    yield form
    for name, formset in getattr(form, "formsets", {}).items():
        if name != COMMENTS:
            for row in formset.forms:
                yield from with_rows(row)


def is_plain_text(field: forms.Field) -> bool:
    """Whether a field takes any words; addresses, slugs and rich text have rules of their own."""
    return type(field) is forms.CharField and isinstance(field.widget, forms.TextInput | forms.Textarea)


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
