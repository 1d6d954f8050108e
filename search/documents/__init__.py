"""What search knows of each record: one builder a kind, for both engines."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from typing import Any

from catalog.models import Competency, District, IssuerPage, MicroCredentialPage, Recognition, StackPage
from home.models import GlossaryTerm, GuidePage
from pathways.models import PathwayPage, PriorityPage, RolePage
from search.documents.base import BoardSpan, Choice, Document, DocumentKey, Kind, Part, Passage
from search.documents.credentials import credential_documents, stack_documents
from search.documents.leading import pathway_documents, priority_documents, role_documents
from search.documents.records import (
    competency_documents,
    district_documents,
    glossary_documents,
    guide_documents,
    issuer_documents,
    recognition_documents,
)

__all__ = [
    "BATCH",
    "MODELS",
    "BoardSpan",
    "Choice",
    "Document",
    "DocumentKey",
    "Kind",
    "Part",
    "Passage",
    "build",
]

Builder = Callable[[Collection[int]], Iterator[Document]]

MODELS: dict[Kind, type[Any]] = {
    Kind.PRIORITY: PriorityPage,
    Kind.PATHWAY: PathwayPage,
    Kind.STACK: StackPage,
    Kind.MICRO_CREDENTIAL: MicroCredentialPage,
    Kind.ROLE: RolePage,
    Kind.RECOGNITION: Recognition,
    Kind.GUIDE: GuidePage,
    Kind.ISSUER: IssuerPage,
    Kind.COMPETENCY: Competency,
    Kind.GLOSSARY: GlossaryTerm,
    Kind.DISTRICT: District,
}
"""The model of each kind."""

BUILDERS: dict[Kind, Builder] = {
    Kind.PRIORITY: priority_documents,
    Kind.PATHWAY: pathway_documents,
    Kind.STACK: stack_documents,
    Kind.MICRO_CREDENTIAL: credential_documents,
    Kind.ROLE: role_documents,
    Kind.RECOGNITION: recognition_documents,
    Kind.GUIDE: guide_documents,
    Kind.ISSUER: issuer_documents,
    Kind.COMPETENCY: competency_documents,
    Kind.GLOSSARY: glossary_documents,
    Kind.DISTRICT: district_documents,
}

BATCH = 200
"""Records read at a time: each batch takes a fixed number of queries."""


def build(kind: Kind, keys: Iterable[int]) -> Iterator[Document]:
    """The documents of those of these records that visitors may see; those of one record come together."""
    wanted = sorted(set(keys))
    for start in range(0, len(wanted), BATCH):
        yield from BUILDERS[kind](wanted[start : start + BATCH])
