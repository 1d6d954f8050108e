"""What points to a record: read from Wagtail's index of references, so that no room has to know another."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from django.http import HttpRequest
from django.utils.text import capfirst
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.models import Page, ReferenceIndex

SHOWN = 20
"""Rows of one kind that are shown; the rest is counted."""


@dataclass(frozen=True)
class Use:
    """One record that points here: in which part of it, and where to read and change it."""

    title: str
    part: str
    status: str
    edit_url: str | None
    public_url: str | None


@dataclass(frozen=True)
class UsesOfKind:
    """The records of one kind that point here."""

    kind: str
    uses: tuple[Use, ...]
    count: int

    @property
    def more(self) -> int:
        """How many are not shown."""
        return self.count - len(self.uses)


@dataclass
class Reader:
    """Reads uses for somebody who asks, in queries that depend on the kinds alone, not on the rows."""

    request: HttpRequest
    finder: Any = field(init=False)

    def __post_init__(self) -> None:
        self.finder = AdminURLFinder(self.request.user)

    def uses_of(self, record: Model) -> list[UsesOfKind]:
        """Every kind of record that points here."""
        rows = ReferenceIndex.get_references_to(record).order_by("content_type", "object_id", "content_path")
        kinds = groupby(rows, key=lambda row: row.content_type_id)
        found = (self.of_kind(ContentType.objects.get_for_id(key), list(some)) for key, some in kinds)
        return sorted((kind for kind in found if kind), key=lambda kind: kind.kind)

    def of_kind(self, content_type: ContentType, rows: list[Any]) -> UsesOfKind | None:
        """The records of one kind; None when they are no longer there."""
        model = content_type.model_class()
        if model is None:
            return None
        shown = rows[:SHOWN]
        records = model._default_manager.in_bulk({int(row.object_id) for row in shown})
        parts = parts_of(model, shown)
        uses = [
            self.use(records[int(row.object_id)], parts.get(row.content_path, ""))
            for row in shown
            if int(row.object_id) in records
        ]
        kind = capfirst(str(model._meta.verbose_name_plural))
        return UsesOfKind(kind, tuple(sorted(uses, key=lambda use: use.title)), len(rows)) if uses else None

    def use(self, record: Any, part: str) -> Use:
        """One record, with its part that points here."""
        is_page = isinstance(record, Page)
        public = record.get_url(self.request) if is_page and record.live else getattr(record, "url", None)
        status = "draft" if is_page and not record.live else ""
        edit = self.finder.get_edit_url(record)
        return Use(str(record), part, status, edit, None if status else public)


def parts_of(model: type[Model], rows: Iterable[Any]) -> dict[str, str]:
    """The name of the part that points here, by the path of the reference."""
    named: dict[str, str] = {}
    children: dict[str, dict[str, int]] = {}
    for row in rows:
        first, *rest = row.content_path.split(".")
        if rest and rest[0].isdecimal():
            children.setdefault(first, {})[row.content_path] = int(rest[0])
        else:
            named[row.content_path] = field_name(model, first)
    for relation, paths in children.items():
        kind = model._meta.get_field(relation).related_model
        found = kind._default_manager.in_bulk(set(paths.values())) if isinstance(kind, type) else {}
        named |= {path: child_name(found.get(key)) for path, key in paths.items()}
    return named


def field_name(model: type[Model], name: str) -> str:
    """A field as an editor reads it."""
    return str(getattr(model._meta.get_field(name), "verbose_name", name))


def child_name(child: Any) -> str:
    """A row of a page under the name it gives itself; empty when it gives none."""
    own = any("__str__" in vars(kind) for kind in type(child).__mro__ if kind not in (Model, object))
    return str(child) if child is not None and own else ""
