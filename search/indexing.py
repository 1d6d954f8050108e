"""Keeps the index in step with the catalog, in the transaction of each change.

What a change reaches: the record's own document, every document that quotes it, the documents that quote it
from now on because of a link it holds, and what quotes those.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from itertools import groupby, islice
from operator import attrgetter

from django.db import transaction
from django.db.models import Q

from catalog.models import CatalogVersion
from pathways.walks import gathered
from search.documents import MODELS, Document, DocumentKey, Kind, build
from search.documents.base import digest, face
from search.engines import engine
from search.engines.writing import LAYOUT
from search.models import IndexState, Quotation, SearchDocument

KINDS = {kind.value for kind in Kind}

waiting: ContextVar[set[DocumentKey] | None] = ContextVar("waiting", default=None)
"""What changed while indexing is put off, or None when it is not."""


@contextmanager
def put_off() -> Iterator[None]:
    """Index what changes inside at the end, all at once; for loading many records in one transaction."""
    changes: set[DocumentKey] = set()
    token = waiting.set(changes)
    try:
        yield
    finally:
        waiting.reset(token)
    changed(changes)


def changed(keys: Iterable[DocumentKey]) -> None:
    """Bring the index in step after these records or facts were written or taken away."""
    asked = set(keys)
    pending = waiting.get()
    if pending is not None:
        pending |= asked
    elif asked:
        with transaction.atomic():
            CatalogVersion.hold()
            follow(asked)


def follow(asked: set[DocumentKey]) -> None:
    """Write what changed itself, then all that quotes it."""
    touched = write(asked)
    if touched is None:
        return
    reached = touched | quoting(asked | touched)
    write(reached - asked)


def write(keys: set[DocumentKey]) -> set[DocumentKey] | None:
    """Build these documents and write those that differ; what they touch, or None when others see no change.

    What has no document, such as a topic or a page closed to the public, is always taken for changed.
    """
    documents = gathered(
        (one.identity, one) for kind, listed in by_kind(keys).items() for one in build(kind, listed)
    )
    before = gathered((DocumentKey(kind, key), (old, outside)) for kind, key, old, outside in marks(keys))
    differing = [
        key
        for key, made in documents.items()
        if sorted(map(digest, made)) != sorted(old for old, _ in before.get(key, ()))
    ]
    gone = before.keys() - documents.keys()
    engine().write([one for key in differing for one in documents[key]])
    engine().remove(gone)
    outward = [
        key
        for key in differing
        if set(map(face, documents[key])) != {outside for _, outside in before.get(key, ())}
    ]
    if not (outward or gone or keys - before.keys() - documents.keys()):
        return None
    return {touched for key in outward for one in documents[key] for touched in one.touches}


def by_kind(keys: Iterable[DocumentKey]) -> dict[Kind, list[int]]:
    """Keys of documents, sorted by kind; facts are left out."""
    found: dict[Kind, list[int]] = defaultdict(list)
    for kind, key in keys:
        if kind in KINDS:
            found[Kind(kind)].append(key)
    return found


def marks(keys: Iterable[DocumentKey]) -> Iterable[tuple[str, int, str, str]]:
    """Kind, key and digests of those of these documents that are in the index."""
    asked = Q(pk__in=[])
    for kind, listed in by_kind(keys).items():
        asked |= Q(kind=kind.value, key__in=listed)
    return SearchDocument.objects.filter(asked).values_list("kind", "key", "digest", "face")


def quoting(keys: Iterable[DocumentKey]) -> set[DocumentKey]:
    """The documents that quote one of these."""
    listed: dict[str, list[int]] = defaultdict(list)
    for kind, key in keys:
        listed[kind].append(key)
    asked = Q(pk__in=[])
    for kind, numbers in listed.items():
        asked |= Q(kind=kind, key__in=numbers)
    rows = Quotation.objects.filter(asked).values_list("document__kind", "document__key").distinct()
    return {DocumentKey(kind, key) for kind, key in rows}


def rebuild(tell: Callable[[str], None] = lambda line: None) -> int:
    """Make the whole index anew, in one transaction; the number of documents."""
    total = 0
    with transaction.atomic():
        CatalogVersion.hold()
        engine().clear()
        for kind in Kind:
            count = 0
            for documents in in_batches(build(kind, MODELS[kind].objects.values_list("pk", flat=True))):
                engine().write(documents)
                count += len(documents)
            tell(f"  {kind.label}: {count}")
            total += count
    return total


def in_batches(documents: Iterator[Document], size: int = 1000) -> Iterator[list[Document]]:
    """Lists of the documents of so many records, so that a large catalog needs little memory."""
    records = (list(made) for _, made in groupby(documents, attrgetter("identity")))
    while batch := list(islice(records, size)):
        yield [one for made in batch for one in made]


def is_current() -> bool:
    """Whether the index was written by this code; false for a site that has none yet."""
    return IndexState.objects.filter(pk=1, layout=LAYOUT).exists()
