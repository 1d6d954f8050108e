"""Form fields for days and times that staff type. Every date field of the admin is one of these.

`install` tells Wagtail to use them for the columns of all models, and django-filter for the filters of lists
and reports, which Wagtail declares itself.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import django_filters
from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django_filters.fields import DateRangeField
from wagtail.admin.forms.models import register_form_field_override

from home.date_fields.clock import moment_by_clock
from home.date_fields.reading import UnreadError, read_date
from home.date_fields.widgets import ENDS, DayInput, DayRangeInput, MomentInput, reading_widget
from home.date_fields.wording import why_unread


class DayField(forms.DateField):
    """A day in any notation that `read_date` reads; what is not read stays as typed."""

    widget = DayInput
    called = ""
    """What it is called in a message, where several share a label."""

    def __init__(self, *args: Any, widget: Any = None, **options: Any) -> None:
        super().__init__(*args, widget=reading_widget(widget or self.widget), **options)

    def to_python(self, value: Any) -> date | None:
        """The day that was typed, or what is wrong with it."""
        if not isinstance(value, str) or not value.strip():
            return super().to_python(value)
        try:
            return read_date(value)
        except UnreadError as error:
            said = " ".join(filter(None, (self.called, why_unread(error, value, with_time=False))))
            raise ValidationError(said, code=error.trouble) from None


class MomentField(forms.DateTimeField):
    """A day and time in any notation that `moment_by_clock` reads, by the clock of whoever types it."""

    widget = MomentInput

    def __init__(self, *args: Any, widget: Any = None, **options: Any) -> None:
        super().__init__(*args, widget=reading_widget(widget or self.widget), **options)

    def to_python(self, value: Any) -> datetime | None:
        """The moment that was typed, or what is wrong with it."""
        if not isinstance(value, str) or not value.strip():
            return super().to_python(value)
        try:
            return moment_by_clock(value)
        except UnreadError as error:
            said = why_unread(error, value, with_time=True)
            raise ValidationError(said, code=error.trouble) from None


class DayRangeField(DateRangeField):
    """From one day to another, both included."""

    def __init__(self, *args: Any, **options: Any) -> None:
        options["widget"] = reading_widget(options.get("widget") or DayRangeInput)
        super().__init__(*args, **options)
        self.fields = tuple(end_of_range(end) for end in ENDS)


def end_of_range(name: str) -> DayField:
    """One end of a range, with its name in what is said of it."""
    field = DayField(required=False)
    field.called = f"{name}:"
    return field


def install() -> None:
    """Make these the fields of every form and filter of the admin."""
    register_form_field_override(models.DateField, override={"form_class": DayField, "widget": DayInput})
    register_form_field_override(
        models.DateTimeField, override={"form_class": MomentField, "widget": MomentInput}
    )
    django_filters.DateFilter.field_class = DayField
    django_filters.DateTimeFilter.field_class = MomentField
    django_filters.DateFromToRangeFilter.field_class = DayRangeField
