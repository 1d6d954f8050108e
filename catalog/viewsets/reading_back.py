"""The step before something is recorded for good: all of it in words, to go on or to go back and mend it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.forms import BoundField, DateField, ModelForm
from django.http import QueryDict

from catalog.models import MicroCredentialPage, StackPage
from catalog.viewsets.choosers import with_issuer
from home.days import weekday_text
from home.numbers import NOT_STATED

STEP, RECORD, MEND = "step", "record", "mend"
"""What a form is sent for: to be recorded, or to be mended; else it is read back."""

LIES_AHEAD = "This day lies ahead."


@dataclass(frozen=True)
class Line:
    """One thing that will be recorded, with what to look at twice."""

    label: str
    words: str
    remark: str = ""


def lines_of(form: ModelForm[Any], happened: tuple[str, ...], today: date) -> Iterator[Line]:
    """What a sound form will record, in its order. `happened` are days that lie behind, as a rule."""
    for field in form:
        if field.name == "supersedes":
            continue
        value = form.cleaned_data.get(field.name)
        if words := words_of(field, value):
            ahead = field.name in happened and value is not None and value > today
            yield Line(str(field.label), words, LIES_AHEAD if ahead else "")


def words_of(field: BoundField, value: Any) -> str:
    """A value in words; empty where nothing will be recorded, except for days."""
    if isinstance(field.field, DateField):
        return weekday_text(value) if value else NOT_STATED.capitalize()
    if isinstance(value, QuerySet):
        return "; ".join(str(one) for one in value)
    if isinstance(value, MicroCredentialPage | StackPage):
        return with_issuer(value)
    if value in (None, ""):
        return ""
    return str(dict(getattr(field.field, "choices", ())).get(value, value) if is_choice(field) else value)


def is_choice(field: BoundField) -> bool:
    """Whether a field has fixed choices, which have labels."""
    return hasattr(field.field, "choices") and not hasattr(field.field, "queryset")


def as_sent(data: QueryDict) -> list[tuple[str, str]]:
    """All that was typed and chosen, to be sent once more."""
    left_out = (STEP, "csrfmiddlewaretoken")
    return [(name, value) for name, values in data.lists() if name not in left_out for value in values]
