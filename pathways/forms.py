"""Editing forms of pathways whose rules reach across nested rows."""

from typing import Any

from catalog.forms import impossible, kept
from home.forms import PageForm


class PathwayPageForm(PageForm):
    """A pathway's form: no stage asks for more stacks than it has."""

    def is_valid(self) -> bool:
        """Check the nested rows once they are bound."""
        valid: bool = super().is_valid()
        if "stages" not in self.formsets:
            return valid
        sound = [self.check_stage(form) for form in kept(self.formsets["stages"])]
        return valid and all(sound)

    def check_stage(self, form: Any) -> bool:
        """Put a message beside a minimum that nobody can reach."""
        stacks = len(list(kept(form.formsets["stage_stacks"])))
        minimum = form.cleaned_data.get("minimum")
        if minimum is not None and minimum > stacks:
            form.add_error("minimum", impossible(stacks, minimum))
        return not form.errors
