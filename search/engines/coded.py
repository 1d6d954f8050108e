"""What the index holds of competencies that a text names by their codes, and pages that begin with them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from catalog.codes import Coded, Codes, with_parts
from search.documents import Kind
from search.engines import bits
from search.engines.texts import Best, Texts
from search.models import Quotation, SearchDocument
from search.query import SearchQuery

COMPETENCY = Kind.COMPETENCY.value


@dataclass(frozen=True)
class Named:
    """Competencies named by their codes. `documents` are theirs, then those of what is aligned to them.

    `codes` maps them to their codes, `parts` them and all that is part of them. `is_joined` tells that signs
    stand in a code.
    """

    codes: Mapping[int, str]
    parts: Mapping[int, str]
    documents: Sequence[int]
    is_joined: bool


def read_codes() -> Codes:
    """The codes of all competencies; none of an index that was written before codes were kept."""
    rows = SearchDocument.objects.filter(kind=COMPETENCY).values_list("key", "body")
    return Codes(Coded(key, body["code"], body["name"], body["by"]) for key, body in rows if "code" in body)


def named(coded: Sequence[Coded], codes: Codes) -> Named:
    """These competencies with what stands in the index."""
    own = {one.key: one.code for one in coded}
    parts = with_parts(own, parts_of)
    below = {one.key: one.code for one in codes.all if one.key in parts}
    return Named(own, below, documents_of(list(own), parts), any(one.is_joined for one in coded))


def parts_of(keys: set[int]) -> list[int]:
    """The competencies right below these."""
    rows = Quotation.objects.filter(kind=COMPETENCY, key__in=keys, document__kind=COMPETENCY)
    return [key for (key,) in rows.values_list("document__key")]


def documents_of(keys: Sequence[int], parts: set[int]) -> list[int]:
    """The documents of these competencies, then what quotes them or their parts, micro-credentials first."""
    own = SearchDocument.objects.filter(kind=COMPETENCY, key__in=keys)
    first = sorted(own.values_list("key", "pk"), key=lambda row: keys.index(row[0]))
    quoting = Quotation.objects.filter(kind=COMPETENCY, key__in=parts).values("document")
    rows = SearchDocument.objects.filter(pk__in=quoting).order_by("rank", "sort_title", "pk")
    aligned = sorted(rows.values_list("kind", "pk"), key=lambda row: row[0] != Kind.MICRO_CREDENTIAL.value)
    return list(dict.fromkeys(document for _, document in (*first, *aligned)))


def coded_page(texts: Texts, first: Sequence[int], result: int, query: SearchQuery) -> list[int]:
    """The documents of the page asked for: of the result those that come first, then the best."""
    stored = bits.to_bytes(result)
    leading = [one for one in first if bits.has(stored, one)]
    page = leading[query.offset : query.offset + query.page_size]
    others = list(bits.ids_in(result & ~bits.from_ids(leading)))
    if len(page) == query.page_size or not others:
        return page
    rest = Best(True, others, max(query.offset - len(leading), 0), query.page_size - len(page))
    return [*page, *texts.best(query.stems, rest)]
