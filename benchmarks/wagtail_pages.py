"""The same records as pages, put into Wagtail's own search index by Wagtail's own code."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.contrib.contenttypes.models import ContentType
from wagtail.models import Locale, Page
from wagtail.search.backends import get_search_backend

from benchmarks.synthetic import ISSUERS
from catalog.models import IssuerPage, MicroCredentialPage, Topic
from search.documents import Document

FREE_PLACE = 100_000
"""The first place below a parent that no page of the demonstration takes."""


class PageMaker:
    """Makes a live micro-credential page of every record, whatever its kind: with its text, issuer and topic.

    Pages are written as rows, for a hundred thousand calls of `save` would take an hour.
    """

    def __init__(self) -> None:
        self.backend = get_search_backend()
        self.locale = Locale.get_default()
        self.topics = {topic.slug: topic for topic in Topic.objects.all()}
        self.parents = {
            model: model.objects.first().get_parent() for model in (IssuerPage, MicroCredentialPage)
        }
        self.written = 0
        self.issuers = self.write_issuers()

    def clear(self) -> None:
        """Take the demonstration out of Wagtail's index and out of sight."""
        self.backend.reset_indexes()
        MicroCredentialPage.objects.update(live=False)

    def write_issuers(self) -> list[IssuerPage]:
        """Pages of the made-up issuers."""
        pages = [IssuerPage(title=f"Issuer {one}", slug=f"issuer-{one}") for one in range(ISSUERS)]
        return self.insert(IssuerPage, pages)

    def write(self, documents: Sequence[Document]) -> None:
        """Pages of these records, and their entries in the index."""
        pages = self.insert(MicroCredentialPage, [self.page(document) for document in documents])
        self.backend.add_bulk(MicroCredentialPage, pages)

    def page(self, document: Document) -> MicroCredentialPage:
        """The page of a record; what it quotes stands in its statement."""
        facets = {name: choices[0].value for name, choices in document.facets.items()}
        return MicroCredentialPage(
            title=document.title,
            slug=document.slug,
            summary=document.summary,
            competency_statement=" ".join(one.text for one in document.passages),
            issuer=self.issuers[int(facets.get("issuer", "issuer-0").split("-")[1])],
            topic=self.topics.get(facets.get("topic", "")),
        )

    def insert(self, model: type[Any], pages: list[Any]) -> list[Any]:
        """Rows of pages below the parent of their kind: first those of `Page`, then those of the model."""
        parent, kind = self.parents[model], ContentType.objects.get_for_model(model)
        for place, page in enumerate(pages, start=FREE_PLACE + self.written):
            page.path, page.depth = Page._get_path(parent.path, parent.depth + 1, place), parent.depth + 1
            page.url_path = f"{parent.url_path}{page.slug}/"
            page.draft_title, page.content_type, page.locale = page.title, kind, self.locale
        self.written += len(pages)
        fields = [field.attname for field in Page._meta.concrete_fields if not field.primary_key]
        rows = [Page(**{name: getattr(page, name) for name in fields}) for page in pages]
        for page, row in zip(pages, Page.objects.bulk_create(rows, batch_size=200), strict=True):
            page.pk = page.page_ptr_id = row.pk
        insert_own_columns(model, pages)
        return pages


def insert_own_columns(model: type[Any], pages: list[Any]) -> None:
    """The rows that a model adds to those of `Page`, which `bulk_create` cannot write."""
    model._base_manager.all()._batched_insert(pages, model._meta.local_concrete_fields, batch_size=200)
