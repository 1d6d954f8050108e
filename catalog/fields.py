"""Model fields of the catalog."""

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models


class CodesField(models.CharField):  # type: ignore[type-arg]
    """Several codes of a closed list, such as the grades PK, K and 1.

    In Python a tuple in the order of the list; in the database `,PK,K,1,`, so that
    `.filter(grades__contains=",K,")` finds one code on every database and needs no join.
    """

    def __init__(self, *args: Any, codes: Iterable[tuple[str, str]] = (), **kwargs: Any) -> None:
        self.codes = tuple(codes)
        kwargs.setdefault("max_length", 255)
        kwargs.setdefault("default", tuple)
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> tuple[str, str, Sequence[Any], dict[str, Any]]:
        """The list of codes is no part of the column."""
        return super().deconstruct()

    def from_db_value(self, value: str | None, *_: object) -> tuple[str, ...]:
        """Split the stored text."""
        return self.to_python(value)

    def to_python(self, value: Any) -> tuple[str, ...]:
        """A tuple of codes from stored text, a form's list or None, in the order of the list."""
        given = value.split(",") if isinstance(value, str) else list(value or ())
        named = {str(code).strip() for code in given} - {""}
        order = {code: place for place, (code, _) in enumerate(self.codes)}
        return tuple(sorted(named, key=lambda code: (order.get(code, len(order)), code)))

    def get_prep_value(self, value: Any) -> str:
        """Text with a comma on both sides of every code; look-up text passes unchanged."""
        if isinstance(value, str) and value.startswith(","):
            return value
        codes = self.to_python(value)
        return f",{','.join(codes)}," if codes else ""

    def value_to_string(self, obj: models.Model) -> str:
        """Text for serializers and page revisions."""
        return self.get_prep_value(self.value_from_object(obj))

    def validate(self, value: tuple[str, ...], model_instance: models.Model | None) -> None:
        """Refuse codes that are not on the list."""
        unknown = set(value) - {code for code, _ in self.codes}
        if unknown:
            raise ValidationError(f"Not on the list: {', '.join(sorted(unknown))}.")
        if not value and not self.blank:
            raise ValidationError(self.error_messages["blank"], code="blank")

    def run_validators(self, value: tuple[str, ...]) -> None:
        """Length is that of the stored text."""
        super().run_validators(self.get_prep_value(value))

    def formfield(self, **kwargs: Any) -> forms.Field:
        """A list of check boxes."""
        return forms.MultipleChoiceField(
            choices=self.codes,
            required=not self.blank,
            label=str(kwargs.get("label", self.verbose_name)).capitalize(),
            help_text=str(self.help_text),
            widget=forms.CheckboxSelectMultiple,
        )
