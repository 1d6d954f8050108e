"""Index pages whose rows are records, not pages: each record has an address below its index."""

from typing import Any, ClassVar

from django.db import models, transaction
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from wagtail.contrib.routable_page.models import RoutablePageMixin, path

from home.forms import RecordForm
from home.models.base import IndexPage


class Whole:
    """A record whose saving is one transaction with all that listens to it."""

    base_form_class: ClassVar[type[RecordForm]] = RecordForm

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save, and let listeners work, or neither."""
        with transaction.atomic():
            super().save(*args, **kwargs)  # type: ignore[misc]


class Addressed(Whole):
    """A record with a page of its own at `/<plural>/<slug>/`."""

    plural: ClassVar[str]
    slug: Any

    @property
    def url(self) -> str:
        """The record's permanent address."""
        return f"/{self.plural}/{self.slug}/"


class RecordIndexPage(RoutablePageMixin, IndexPage):
    """An A to Z list at `/<kind>/` with a page for each record at `/<kind>/<slug>/`."""

    record_model: ClassVar[type[models.Model]]
    record_template: ClassVar[str]
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
