"""Puts wanted rows into the database and leaves alone those that are there already."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, Generic, TypeVar

from django.core.exceptions import ValidationError
from django.db import DatabaseError, models
from django.db.models import QuerySet
from django.utils import timezone
from wagtail.models import Page

from catalog.models.kept import Kept
from demo.loaders.comparing import differing
from demo.loaders.indexing import indexed_once
from demo.loaders.tally import Tally
from demo.problems import PackRefused, Problem

M = TypeVar("M", bound=models.Model)
K = TypeVar("K", bound=Kept)
P = TypeVar("P", bound=Page)

RECORDER = "Data pack"
CORRECTED = "The data pack says it otherwise now."


@contextmanager
def refusing(file: str, line: int) -> Iterator[None]:
    """Tell the file and row of what a model's own rules refuse."""
    try:
        yield
    except ValidationError as error:
        found = error.message_dict if hasattr(error, "error_dict") else {"": error.messages}
        raise PackRefused(
            Problem(file, line, name, " ".join(told)) for name, told in found.items()
        ) from error
    except DatabaseError as error:
        raise PackRefused([Problem(file, line, "", f"the database refuses it: {error}")]) from error


class Records(Generic[M]):
    """Rows of a model that are no pages, known by the value of one field."""

    def __init__(self, model: type[M], key: str, tally: Tally, related: tuple[str, ...] = ()) -> None:
        self.model, self.key, self.tally = model, key, tally
        self.known: dict[str, M] = {getattr(row, key): row for row in self.read(*related)}

    def read(self, *related: str) -> QuerySet[M]:
        """The rows there are, with these relations."""
        return self.model._default_manager.prefetch_related(*related)

    def __getitem__(self, name: str) -> M:
        return self.known[name]

    def put(self, name: str, values: Mapping[str, Any], file: str, line: int) -> M:
        """Make the row, restore it, or leave it as it is."""
        row = self.known.get(name)
        if row is None:
            row = self.model(**{self.key: name})
            self.tally.made[self.title] += 1
        elif not differing(row, values):
            self.tally.same[self.title] += 1
            return row
        else:
            self.tally.restored[self.title] += 1
        with refusing(file, line):
            self.known[name] = self.save(row, values)
        return self.known[name]

    @property
    def title(self) -> str:
        """The kind's name in the tally."""
        return str(self.model._meta.verbose_name_plural)

    def save(self, row: M, values: Mapping[str, Any]) -> M:
        """Check and write one row; many-to-many rows are set when it has a key."""
        several = {name: value for name, value in values.items() if isinstance(value, frozenset)}
        for name, value in values.items():
            if name not in several:
                setattr(row, name, value)
        row.full_clean()
        row.save()
        for name, others in several.items():
            getattr(row, name).set(others)
        return row


class KeptRecords(Records[K]):
    """Rows that are written once: what differs is corrected by a row of its own."""

    def read(self, *related: str) -> QuerySet[K]:
        """The rows that no correction supersedes."""
        return super().read(*related).filter(correction=None)

    def save(self, row: K, values: Mapping[str, Any]) -> K:
        """Write the row, or another that corrects it."""
        correction: dict[str, Any] = {"recorded_by_name": RECORDER}
        if row.pk:
            correction |= {"supersedes": row, "correction_reason": CORRECTED}
            row = self.model(**{self.key: getattr(row, self.key)})
        return super().save(row, {**values, **correction})


class Pages(Generic[P]):
    """Pages of a model below their list, known by their slugs; each has a published revision."""

    def __init__(self, model: type[P], parent: Page, tally: Tally, related: tuple[str, ...] = ()) -> None:
        self.model, self.parent, self.tally = model, parent, tally
        pages = model._default_manager.child_of(parent).prefetch_related(*related)
        self.known: dict[str, P] = {page.slug: page for page in pages}

    def __getitem__(self, slug: str) -> P:
        return self.known[slug]

    def put(self, slug: str, values: Mapping[str, Any], file: str, line: int) -> P:
        """Make and publish the page, restore it, or leave it as it is."""
        page = self.known.get(slug)
        if page is not None and page.live and not differing(page, values):
            self.tally.same[self.title] += 1
            return page
        with refusing(file, line):
            page = self.add(slug, values) if page is None else self.restore(page, values)
        self.known[slug] = page
        return page

    @property
    def title(self) -> str:
        """The kind's name in the tally."""
        return str(self.model._meta.verbose_name_plural)

    def add(self, slug: str, values: Mapping[str, Any]) -> P:
        """A new page at the end of its list."""
        now = timezone.now()
        page: P = self.model(slug=slug, first_published_at=now, last_published_at=now)
        fill(page, values)
        with indexed_once(page):
            self.parent.add_child(instance=page)
            # Born live: to publish its first revision would save the same page twice more.
            page.live_revision = page.save_revision(clean=False, changed=False)
            self.model._default_manager.filter(pk=page.pk).update(live_revision=page.live_revision)
        self.tally.made[self.title] += 1
        return page

    def restore(self, page: P, values: Mapping[str, Any]) -> P:
        """The page with what is wanted; drafts of it are superseded."""
        fill(page, differing(page, values))
        with indexed_once(page):
            page.save_revision().publish()
        self.tally.restored[self.title] += 1
        return page


def fill(page: Page, values: Mapping[str, Any]) -> None:
    """Set values and children; children are numbered in their order."""
    for name, value in values.items():
        if isinstance(value, list):
            number(value)
        setattr(page, name, list(value) if isinstance(value, frozenset) else value)


def number(children: Sequence[Any]) -> None:
    """Give inline rows their place."""
    for place, child in enumerate(children):
        child.sort_order = place
