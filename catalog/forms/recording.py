"""Forms that record what is never changed afterwards: decisions, quality reviews, recognition."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django import forms
from django.forms import BoundField

from catalog.enums import Finding
from home.forms import RecordForm
from home.plain_text import refuse_markup

REASON = "correction_reason"


class RecordingForm(RecordForm):
    """A new record, or the correction of one that is named in `supersedes`."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["supersedes"].widget = forms.HiddenInput()
        if not self["supersedes"].value():
            self.fields.pop(REASON, None)
        elif REASON in self.fields:
            self.fields[REASON].required = True


class QualityReviewForm(RecordingForm):
    """A review with a finding for every criterion of the standard it is held against."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.criteria = list(self.criteria_of(self["standard"].value()))
        self.fields["standard"].widget = forms.HiddenInput()
        for number, criterion in enumerate(self.criteria):
            self.fields[f"finding_{number}"] = forms.ChoiceField(
                label=criterion.text, choices=Finding.choices, widget=forms.RadioSelect
            )
            self.fields[f"note_{number}"] = forms.CharField(
                label=f"Note on {criterion.code}",
                required=False,
                validators=[refuse_markup],
                widget=forms.Textarea(attrs={"rows": 2}),
            )

    def criteria_of(self, key: Any) -> Iterator[Any]:
        """The criteria of a standard by its key, in their order; none of one that is not there."""
        standards: Any = self.fields["standard"]
        try:
            standard = standards.clean(key) if key else None
        except forms.ValidationError:
            standard = None
        if standard is not None:
            yield from standard.criteria.all()

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
