"""Tells indexing what changed: everything a document shows or quotes, in the transaction of the change."""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter
from typing import Any

from django.db import models
from django.db.models import QuerySet
from django.db.models.signals import m2m_changed, post_delete, post_save
from wagtail.models import Page, PageViewRestriction

from catalog.models import (
    Competency,
    CompetencyAlignment,
    CompetencyFramework,
    Decision,
    District,
    EvidencePart,
    Jurisdiction,
    Recognition,
    RubricCriterion,
    StackGroup,
    StackMember,
    Topic,
)
from home.models import BasePage, GlossaryTerm
from home.signals import is_page_being_written, page_written
from pathways.models import PathwayStage, PriorityLink, StageStack
from search.documents import MODELS, DocumentKey, Kind
from search.indexing import KINDS, changed

RECORDS: dict[type[models.Model], str] = {
    Competency: Kind.COMPETENCY.value,
    District: Kind.DISTRICT.value,
    GlossaryTerm: Kind.GLOSSARY.value,
    CompetencyFramework: "framework",
    Jurisdiction: "jurisdiction",
    Topic: "topic",
}
"""Records with a document of their own, and facts that documents quote."""

CHILDREN: dict[type[models.Model], tuple[Kind, str]] = {
    CompetencyAlignment: (Kind.MICRO_CREDENTIAL, "page_id"),
    EvidencePart: (Kind.MICRO_CREDENTIAL, "page_id"),
    PriorityLink: (Kind.MICRO_CREDENTIAL, "page_id"),
    RubricCriterion: (Kind.MICRO_CREDENTIAL, "page_id"),
    StackGroup: (Kind.STACK, "page_id"),
    StackMember: (Kind.STACK, "group.page_id"),
    PathwayStage: (Kind.PATHWAY, "page_id"),
    StageStack: (Kind.PATHWAY, "stage.page_id"),
}
"""Inline rows that documents read: the kind of their page, and where they name it."""


def page_changed(page: BasePage, **_: Any) -> None:
    """A page was written with its children."""
    if page.kind in KINDS:
        changed({DocumentKey(page.kind, page.pk)})


def page_taken_away(instance: models.Model, **_: Any) -> None:
    """A page was deleted."""
    if isinstance(instance, BasePage):
        page_changed(instance)


def branch_changed(path: str) -> None:
    """Who may see these pages, or where they stand, may be another."""
    for kind, model in MODELS.items():
        if issubclass(model, Page):
            keys = model.objects.filter(path__startswith=path).values_list("pk", flat=True)
            changed({DocumentKey(kind.value, key) for key in keys})


def tree_changed(instance: Page, **_: Any) -> None:
    """A page was moved, or written without its own kind's fields."""
    branch_changed(instance.path)


def restriction_changed(instance: PageViewRestriction, **_: Any) -> None:
    """A page and all below it were closed or opened to the public."""
    branch_changed(instance.page.path)


def record_changed(sender: type[models.Model], instance: models.Model, **_: Any) -> None:
    """A record was written or deleted."""
    if instance.pk:
        changed({DocumentKey(RECORDS[sender], instance.pk)})


def decision_recorded(instance: Decision, **_: Any) -> None:
    """A board decided about a record, or a correction took a decision about another one away."""
    rows: list[Any] = [one for one in (instance, instance.supersedes) if one]
    credentials = {DocumentKey(Kind.MICRO_CREDENTIAL.value, one.credential_id) for one in rows}
    stacks = {DocumentKey(Kind.STACK.value, one.stack_id) for one in rows}
    changed(key for key in credentials | stacks if key.key)


def recognition_recorded(instance: Recognition, **_: Any) -> None:
    """A row of recognition was recorded; one that it corrects is found no longer."""
    rows = {instance.pk, instance.supersedes_id}
    changed({DocumentKey(Kind.RECOGNITION.value, row) for row in rows if row})


def places_changed(instance: models.Model, pk_set: set[int] | None, reverse: bool, **_: Any) -> None:
    """A row of recognition holds in other jurisdictions or districts than before."""
    rows = (pk_set or set()) if reverse else {instance.pk}
    changed({DocumentKey(Kind.RECOGNITION.value, row) for row in rows})


def child_changed(sender: type[models.Model], instance: models.Model, origin: Any = None, **_: Any) -> None:
    """An inline row was written by itself; one written or deleted with its page is told of with that."""
    whole = isinstance(origin, Page) or (isinstance(origin, QuerySet) and issubclass(origin.model, Page))
    if whole or is_page_being_written():
        return
    kind, path = CHILDREN[sender]
    changed({DocumentKey(kind.value, attrgetter(path)(instance))})


def connect() -> None:
    """Listen to all that documents show or quote."""
    page_written.connect(page_changed, dispatch_uid="search-page")
    post_delete.connect(page_taken_away, dispatch_uid="search-page-deleted")
    post_save.connect(tree_changed, sender=Page, dispatch_uid="search-tree")
    listened: dict[type[models.Model], Callable[..., None]] = {
        PageViewRestriction: restriction_changed,
        Decision: decision_recorded,
        Recognition: recognition_recorded,
        **dict.fromkeys(RECORDS, record_changed),
        **dict.fromkeys(CHILDREN, child_changed),
    }
    for model, listener in listened.items():
        for signal in (post_save, post_delete):
            signal.connect(listener, sender=model, dispatch_uid=f"search-{model.__name__}-{id(signal)}")
    for places in (Recognition.jurisdictions.through, Recognition.districts.through):
        m2m_changed.connect(places_changed, sender=places, dispatch_uid=f"search-{places.__name__}")
