"""Editing forms whose rules reach across nested rows, with each message beside its field."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.db.models import Model

from home.chains import way_between
from home.forms import PageForm, Problem, kept


class StackPageForm(PageForm):
    """A stack's form: no group asks for more than it has; no stack holds itself or comes before itself."""

    def problems(self) -> Iterator[Problem]:
        """What is wrong with the groups, their members and the links."""
        members = [(group, kept(group, "members")) for group in kept(self, "groups")]
        for group, rows in members:
            yield from too_many_asked_for(group, len(rows), "member")
        yield from self.loops([row for _, rows in members for row in rows], "stack", stacks_inside)
        yield from self.loops(kept(self, "stack_links"), "before", stacks_before)

    def loops(self, rows: list[Any], field: str, onward: Any) -> Iterator[Problem]:
        """The rows that lead back to this stack, with the way named."""
        chosen = [(row, row.cleaned_data[field]) for row in rows if row.cleaned_data.get(field)]
        if not chosen or self.instance.pk is None:
            return
        known = onward(type(chosen[0][0].instance))
        for row, stack in chosen:
            if way := way_between(known, stack.pk, self.instance.pk):
                yield row, field, loop_message(self.instance, way)


def too_many_asked_for(form: Any, size: int, noun: str) -> Iterator[Problem]:
    """A minimum that so many rows cannot reach."""
    minimum = form.cleaned_data.get("minimum")
    if minimum is not None and minimum > size:
        yield form, "minimum", impossible(size, minimum, noun)


def impossible(size: int, minimum: int, noun: str = "member") -> str:
    """Why a minimum cannot be reached."""
    nouns = noun if size == 1 else f"{noun}s"
    return f"{size} {nouns} cannot give {minimum}. Add {noun}s or ask for fewer."


def loop_message(page: Any, way: list[int]) -> str:
    """A way that leads back to a page, by the titles of its stacks."""
    titles = dict(type(page).objects.filter(pk__in=way).values_list("pk", "title")) | {page.pk: page.title}
    return f"This makes a loop: {' → '.join(titles[key] for key in [page.pk, *way])}."


Onward = dict[int, set[int]]


def stacks_inside(member: type[Model]) -> Onward:
    """The stacks right inside each stack, as it is and as its draft would make it."""
    found: Onward = defaultdict(set)
    rows = member._default_manager.exclude(stack=None)
    for holder, inside in rows.values_list("group__page_id", "stack_id"):
        found[holder].add(inside)
    for holder, content in drafts():
        for group in content.get("groups", []):
            found[holder] |= {row["stack"] for row in group.get("members", []) if row.get("stack")}
    return found


def stacks_before(link: type[Model]) -> Onward:
    """The stacks right before each stack, as it is and as its draft would make it."""
    found: Onward = defaultdict(set)
    for page, before in link._default_manager.values_list("page_id", "before_id"):
        found[page].add(before)
    for page, content in drafts():
        found[page] |= {row["before"] for row in content.get("stack_links", []) if row.get("before")}
    return found


def drafts() -> Iterator[tuple[int, dict[str, Any]]]:
    """The unpublished changes of live stacks; a stack that is not live has its draft in its rows."""
    stacks = apps.get_model("catalog", "StackPage").objects.filter(live=True, has_unpublished_changes=True)
    yield from stacks.exclude(latest_revision=None).values_list("pk", "latest_revision__content")
