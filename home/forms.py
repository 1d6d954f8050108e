"""Bases of the editing forms: what holds for every text and every row an editor fills in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS
from django.db.models import CheckConstraint
from django.forms import BoundField, Widget
from wagtail.admin.forms import WagtailAdminModelForm, WagtailAdminPageForm

from home.plain_text import refuse_markup
from home.querysets import is_key

COMMENTS = "comments"
"""What editors write to one another on a page; nobody else reads it."""

TOO_FEW = "Add at least one."
TWICE = "It stands in this list already. Take it out here or there."

Problem = tuple[Any, str, str]
"""A form, the name of its field, and the message that belongs beside it."""


class PlainTextMixin:
    """A form, with all rows inside it, whose plain texts refuse markup beside the field."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for form in with_rows(self):
            for field in form.fields.values():
                if is_plain_text(field):
                    field.validators.append(refuse_markup)


class BesideMixin:
    """A form that says beside the field, in plain words, what Django says on top of a form or of its rows."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for formset in formsets_of(self):
            formset.error_messages["too_few_forms"] = TOO_FEW

    def is_valid(self) -> bool:
        """Check the rules that reach across rows once these are bound; `clean()` would see stale ones."""
        valid: bool = super().is_valid()  # type: ignore[misc]
        for formset in formsets_of(self):
            say_what_stands_twice(formset)
        for form in with_rows(self):
            say_beside_fields(form)
        problems = list(self.problems())
        for form, field, message in problems:
            form.add_error(field, message)
        return valid and not problems

    def problems(self) -> Iterable[Problem]:
        """What is wrong across rows."""
        return ()


class RecordForm(PlainTextMixin, BesideMixin, WagtailAdminModelForm):
    """The form of a record that is no page."""


class PageForm(PlainTextMixin, BesideMixin, WagtailAdminPageForm):
    """The form of a page; it asks the database once a kind of chosen record, not once a row."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        look_up_together(list(chosen_in(self)))


def with_rows(form: Any) -> Iterator[Any]:
    """The form and the forms of all rows inside it, at any depth."""
    yield form
    for formset in getattr(form, "formsets", {}).values():
        if formset.prefix != COMMENTS:
            for row in formset.forms:
                yield from with_rows(row)


def formsets_of(form: Any) -> Iterator[Any]:
    """All sets of rows inside the form, at any depth."""
    for one in with_rows(form):
        yield from (rows for rows in getattr(one, "formsets", {}).values() if rows.prefix != COMMENTS)


def kept(form: Any, name: str) -> list[Any]:
    """The rows of one set of a form that are filled in, sound so far and not to be deleted."""
    formset = getattr(form, "formsets", {}).get(name)
    return [row for row in formset.forms if is_kept(row)] if formset else []


def is_kept(row: Any) -> bool:
    """Whether a row is filled in, sound so far and not to be deleted."""
    data = getattr(row, "cleaned_data", None)
    return bool(data and not data.get("DELETE") and (row.has_changed() or row.instance.pk))


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


def say_what_stands_twice(formset: Any) -> None:
    """Put beside its field what Django says of all rows: that a choice stands in them twice."""
    for row in formset.forms:
        if row.is_bound and row.errors.get(NON_FIELD_ERRORS) == [formset.get_form_error()]:
            del row.errors[NON_FIELD_ERRORS]
            formset.non_form_errors().clear()
            for name in row.fields.keys() - row.cleaned_data.keys():
                row.add_error(name, TWICE)


def say_beside_fields(form: Any) -> None:
    """Move what a constraint says from the top of a form to the last field that the constraint names."""
    said = form.errors.get(NON_FIELD_ERRORS)
    for constraint in form.instance._meta.constraints if said else ():
        if isinstance(constraint, CheckConstraint):
            message = constraint.get_violation_error_message()
            named = getattr(constraint.condition, "referenced_base_fields", ())
            names = [name for name in form.fields if name in named]
            if names and message in said:
                said.data = [error for error in said.data if message not in error.messages]
                form.add_error(names[-1], message)
    if said is not None and not said:
        del form.errors[NON_FIELD_ERRORS]
