"""Editing forms whose rules reach across nested rows, with each message beside its field."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.apps import apps

from home.forms import PageForm


class StackPageForm(PageForm):
    """A stack's form: no group asks for more than it has, no stack holds itself."""

    def is_valid(self) -> bool:
        """Check the nested rows once they are bound; page and child `clean()` see stale members."""
        valid: bool = super().is_valid()
        if "groups" not in self.formsets:
            return valid
        problems = [problem for form in kept(self.formsets["groups"]) for problem in self.check_group(form)]
        for form, field, message in problems:
            form.add_error(field, message)
        return valid and not problems

    def check_group(self, form: Any) -> Iterator[tuple[Any, str, str]]:
        """Problems of one group as form, field and message."""
        members = list(kept(form.formsets["members"]))
        minimum = form.cleaned_data.get("minimum")
        if minimum is not None and minimum > len(members):
            yield form, "minimum", impossible(len(members), minimum)
        for member in members:
            yield from self.check_member(member)

    def check_member(self, form: Any) -> Iterator[tuple[Any, str, str]]:
        """A loop, named. What else a member may not be, the model's constraints say."""
        stack = form.cleaned_data.get("stack")
        if stack and (path := path_between(stack.pk, self.instance.pk)):
            yield form, "stack", f"This makes a loop: {' → '.join([self.instance.title, *path])}."


def impossible(members: int, minimum: int) -> str:
    """Why a minimum cannot be reached."""
    noun = "member" if members == 1 else "members"
    return f"{members} {noun} cannot give {minimum}. Add members or ask for fewer."


def kept(formset: Any) -> Iterator[Any]:
    """The forms of a formset that are filled in, valid so far and not marked for deletion."""
    for form in formset.forms:
        data = getattr(form, "cleaned_data", None)
        if data and not data.get("DELETE") and (form.has_changed() or form.instance.pk):
            yield form


def path_between(start: int, end: int | None) -> list[str]:
    """Titles of the stacks from `start` down to `end`, both included; empty when there is no way."""
    if end is None:
        return []
    stack_page = apps.get_model("catalog", "StackPage")
    rows = apps.get_model("catalog", "StackMember").objects.exclude(stack=None)
    below: dict[int, list[int]] = {}
    for holder, inside in rows.values_list("group__page_id", "stack_id"):
        below.setdefault(holder, []).append(inside)
    titles = dict(stack_page.objects.values_list("pk", "title"))
    ways, visited = [[start]], {start}
    while ways:
        way = ways.pop()
        if way[-1] == end:
            return [titles[pk] for pk in way]
        for inside in below.get(way[-1], []):
            if inside not in visited:
                visited.add(inside)
                ways.append([*way, inside])
    return []
