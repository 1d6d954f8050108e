"""Index pages whose rows are records, not pages: each record has an address below its index."""

from typing import Any, ClassVar

from django.db import models, transaction
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from wagtail.contrib.routable_page.models import RoutablePageMixin, path

from home import moved
from home.forms import RecordForm
from home.models.base import IndexPage


class Whole:
    """A record whose saving is one transaction with all that listens to it, and with its old slug."""

    base_form_class: ClassVar[type[RecordForm]] = RecordForm
    plural: ClassVar[str]
    """What its kind is called in addresses, or would be."""
    slug: Any

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save, and let listeners work, or neither."""
        with transaction.atomic():
            self.note_slug()
            super().save(*args, **kwargs)  # type: ignore[misc]

    def note_slug(self) -> None:
        """Keep the slug that is about to change: addresses, links and lists of others still have it."""
        row: Any = self
        before = row.pk and type(row)._base_manager.filter(pk=row.pk).values_list("slug", flat=True).first()
        if not before:
            moved.note_taken([f"/{self.plural}/{self.slug}"])
        elif before != self.slug:
            moved.note_record(self.plural, before, self.slug)


def record_deleted(instance: models.Model, **_: Any) -> None:
    """A record is gone, and with it what led there."""
    if isinstance(instance, Whole):
        moved.forget_record(instance.plural, instance.slug)


class Addressed(Whole):
    """A record with a page of its own at `/<plural>/<slug>/`."""

    @property
    def url(self) -> str:
        """The record's permanent address."""
        return f"/{self.plural}/{self.slug}/"


class RecordIndexPage(RoutablePageMixin, IndexPage):
    """An A to Z list at `/<kind>/` with a page for each record at `/<kind>/<slug>/`."""

    record_model: ClassVar[type[models.Model]]
    record_template: ClassVar[str]
    record_changed: ClassVar[str] = ""
    """The column that tells when a record last changed; empty where none does."""
    subpage_types: ClassVar[list[str]] = []

    class Meta:
        abstract = True

    def record_context(self, record: Any, request: HttpRequest) -> dict[str, Any]:
        """What the record's template shows besides the record."""
        return {}

    def records(self) -> models.QuerySet[Any]:
        """The records with an address of their own."""
        return self.record_model._default_manager.all()

    @path("<slug:slug>/")
    def record(self, request: HttpRequest, slug: str) -> TemplateResponse:
        """The page of one record, or 404."""
        record = get_object_or_404(self.records(), slug=slug)
        context = {"page": self, "self": self, "record": record, **self.record_context(record, request)}
        return TemplateResponse(request, self.record_template, context)
