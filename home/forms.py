"""Bases of the editing forms: what holds for every text an editor types."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django import forms
from wagtail.admin.forms import WagtailAdminModelForm, WagtailAdminPageForm

from home.plain_text import refuse_markup

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
    """The form of a page."""


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
