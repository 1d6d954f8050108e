"""What goes live keeps the rules of its editor's form, by whatever road it goes.

A draft may be incomplete. Published in bulk, by a moderator, at a set time or by a program it passes no form,
so its form is filled in with what the draft holds, and asked.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from wagtail.models import Page

from home.forms import COMMENTS, with_rows


class NotPublished(ValidationError):
    """A page that stays as it is, and what is wrong with what should have gone live."""

    def __init__(self, page: Page, problems: list[str]) -> None:
        super().__init__(problems)
        self.page = page

    def __str__(self) -> str:
        return f"“{self.page.title}” was not published. {' '.join(self.messages)}"


def refuse_incomplete(page: Page) -> None:
    """Raise `NotPublished` where the page's form would refuse it as it stands."""
    if problems := problems_of(page):
        raise NotPublished(page, problems)


def problems_of(page: Any) -> list[str]:
    """What the form of a page would refuse, each with its place: “Stage 2, Title: This field is required”."""
    form_class = page.get_edit_handler().get_form_class()
    form = form_class(instance=page, parent_page=page.get_parent())
    form.formsets.pop(COMMENTS, None)
    send_as_it_stands(form)
    return [] if form.is_valid() else list(told(form))


def send_as_it_stands(form: Any) -> None:
    """Make a form, with all rows inside it, one that was sent without a change.

    A disabled field is checked by what the record holds instead of what was sent. The key of a row says which
    row was sent; here it is known.
    """
    for one in with_rows(form):
        one.is_bound = True
        one.has_changed = lambda: True
        one.fields.pop("id", None)
        for field in one.fields.values():
            field.disabled = True
        for rows in getattr(one, "formsets", {}).values():
            number = len(rows.forms)
            rows.data = {f"{rows.prefix}-TOTAL_FORMS": number, f"{rows.prefix}-INITIAL_FORMS": number}
            rows.__dict__.pop("management_form", None)
            rows.is_bound = True


def told(form: Any, place: str = "") -> Iterator[str]:
    """What a form and the rows inside it refuse, each with its place."""
    for name, errors in form.errors.items():
        label = "" if name == NON_FIELD_ERRORS else str(form.fields[name].label)
        yield from (sentence(place, label, text) for error in errors.as_data() for text in texts(error))
    for rows in getattr(form, "formsets", {}).values():
        kind = rows.model._meta.verbose_name
        yield from (sentence(place, f"{kind}s", text) for text in rows.non_form_errors())
        for number, row in enumerate(rows.forms, 1):
            yield from told(row, ", ".join(filter(None, [place, f"{kind} {number}"])))


def sentence(place: str, label: str, text: str) -> str:
    """One refusal with its place."""
    where = ", ".join(filter(None, [place, label]))
    return f"{where[:1].upper()}{where[1:]}: {text}" if where else text


def texts(error: ValidationError) -> Iterator[str]:
    """What an error says; one of prose says it inside its blocks."""
    as_json_data = getattr(error, "as_json_data", None)
    yield from texts_inside(as_json_data()) if as_json_data else error.messages


def texts_inside(said: Any) -> Iterator[str]:
    """The messages at any depth of what a block refuses."""
    if isinstance(said, dict):
        yield from map(str, said.get("messages", ()))
        yield from (
            text for name, inner in said.items() if name != "messages" for text in texts_inside(inner)
        )
    elif isinstance(said, list):
        yield from (text for inner in said for text in texts_inside(inner))


def refusal(page: Page) -> NotPublished | None:
    """Why the newest draft of a page cannot go live."""
    draft = page.get_latest_revision_as_object()
    problems = problems_of(draft)
    return NotPublished(draft, problems) if problems else None
