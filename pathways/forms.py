"""Editing forms of pathways whose rules reach across nested rows."""

from collections.abc import Iterator

from catalog.forms import too_many_asked_for
from home.forms import PageForm, Problem, kept


class PathwayPageForm(PageForm):
    """A pathway's form: no stage asks for more stacks than it has."""

    def problems(self) -> Iterator[Problem]:
        """What is wrong with the stages."""
        for stage in kept(self, "stages"):
            yield from too_many_asked_for(stage, len(kept(stage, "stage_stacks")), "stack")
