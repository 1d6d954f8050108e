"""Forms that record what is never changed afterwards: decisions, reviews, recognition, equivalences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.html import format_html
from wagtail.admin.admin_url_finder import AdminURLFinder

from catalog.enums import Finding
from home.forms import Problem, RecordForm, chosen_in, look_up_together
from home.plain_text import refuse_markup

REASON = "correction_reason"
MISSING = {
    "supersedes": "What it corrects is not on record.",
    "standard": "Choose the standard it is held against first.",
}


class RecordingForm(RecordForm):
    """A new record, or the correction of one that is named in `supersedes`."""

    named: tuple[str, ...] = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.add_named("supersedes", self._meta.model._default_manager.all(), required=False)
        if not self["supersedes"].value():
            self.fields.pop(REASON, None)
        elif REASON in self.fields:
            self.fields[REASON].required = True

    def add_named(self, field: str, rows: Any, required: bool) -> None:
        """Add a hidden field that names another record, which the form cannot change."""
        self.fields[field] = forms.ModelChoiceField(rows, required=required, widget=forms.HiddenInput)
        self.named = (*self.named, field)

    def clean(self) -> dict[str, Any]:
        """Let the record point to those that are named."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        for field in self.named:
            if field in cleaned:
                setattr(self.instance, field, cleaned[field])
            if self.has_error(field):
                self.add_error(None, MISSING[field])
        return cleaned

    def problems(self) -> Iterable[Problem]:
        """None more; what is on record already is linked where that is said."""
        for errors in self.errors.as_data().values():
            for error in errors:
                if record := getattr(error, "record", None):
                    address = AdminURLFinder().get_edit_url(record)
                    error.message = format_html('{} <a href="{}">Read it</a>', error.message, address)
        return ()

    def _get_validation_exclusions(self) -> set[str]:
        """What the model does not check: all but the form's own fields, and what they name."""
        excluded: set[str] = super()._get_validation_exclusions()
        return excluded - set(self.named)


class RecognitionForm(RecordingForm):
    """Recognition, with the places it holds in known before it is checked."""

    def clean(self) -> dict[str, Any]:
        """Let the record know its places."""
        cleaned = super().clean()
        names = ("jurisdictions", "districts")
        if all(name in cleaned for name in names):
            jurisdictions, districts = ({one.pk for one in cleaned[name]} for name in names)
            self.instance.typed_places = (jurisdictions, districts)
        return cleaned

    def save(self, commit: bool = True) -> Any:
        """Record it; that it is not on record already was checked with the form, while nobody else writes."""
        self.instance.typed_places = None
        return super().save(commit)


class ListedChoiceField(forms.Field):
    """A choice that is read from a list, so that a form with two of a kind asks no question twice."""

    default_error_messages = {"invalid_choice": "Select a valid choice. That one is not there."}

    def __init__(self, rows: Any, **options: Any) -> None:
        super().__init__(**options)
        self.rows = rows

    def to_python(self, value: Any) -> Any:
        """The record of a key; raises `ValidationError` where none has it."""
        if value in self.empty_values:
            return None
        found = next(iter(self.rows.filter(pk=value)), None)
        if found is None:
            raise forms.ValidationError(self.error_messages["invalid_choice"], code="invalid_choice")
        return found


class EquivalenceForm(RecordingForm):
    """What counts for what: two micro-credentials, who says so, when and where it can be read."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen: Any = self.fields["counts_for"]
        self.fields["counts_for"] = ListedChoiceField(
            chosen.queryset, label=chosen.label, help_text=chosen.help_text, widget=chosen.widget
        )
        look_up_together(list(chosen_in(self)))


class QualityReviewForm(RecordingForm):
    """A review with a finding for every criterion of the standard it is held against."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        standards: Any = self._meta.model._meta.get_field("standard").related_model
        self.add_named("standard", standards.objects.all(), required=True)
        self.held_against = self.chosen_standard()
        self.criteria = list(self.held_against.criteria.all()) if self.held_against else []
        for number, criterion in enumerate(self.criteria):
            self.fields[f"finding_{number}"] = forms.ChoiceField(
                label=criterion.text, choices=Finding.choices, widget=forms.RadioSelect
            )
            self.fields[f"note_{number}"] = forms.CharField(
                label=f"Note, {criterion.code}",
                required=False,
                validators=[refuse_markup],
                widget=forms.Textarea(attrs={"rows": 2}),
            )

    def chosen_standard(self) -> Any:
        """The standard that the form is for, or None where none of that key is there."""
        field, key = self.fields["standard"], self["standard"].value()
        try:
            return field.clean(key) if key else None
        except forms.ValidationError:
            return None

    @property
    def rows(self) -> Iterator[tuple[Any, BoundField, BoundField]]:
        """Each criterion with the fields for what was found."""
        for number, criterion in enumerate(self.criteria):
            yield criterion, self[f"finding_{number}"], self[f"note_{number}"]

    def save(self, commit: bool = True) -> Any:
        """Record the review with its results."""
        results = self.instance.results.model
        found = [
            results(
                group=criterion.group,
                code=criterion.code,
                text=criterion.text,
                finding=self.cleaned_data[f"finding_{number}"],
                note=self.cleaned_data[f"note_{number}"],
            )
            for number, criterion in enumerate(self.criteria)
        ]
        self.instance.record(found)
        return self.instance
