"""Documents of issuers, recognition, competencies, districts, glossary terms and guides."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from functools import partial

from catalog.day_wording import counting_mark
from catalog.facts import amount_text
from catalog.models import Competency, District, IssuerPage, Recognition
from home.enums import GuideAudience
from home.models import GlossaryTerm, GuidePage
from search.documents import facets
from search.documents.base import Document, DocumentKey, Kind, Meta, Part, Passage, passages, plain, sources
from search.documents.decided import made_up, visible_among
from search.documents.spells import spells


def issuer_documents(keys: Collection[int]) -> Iterator[Document]:
    """The live and public issuers among these."""
    for page in IssuerPage.objects.live().public().filter(pk__in=keys).select_related("region"):
        region = page.region
        said = passages(
            Passage(Part.TEXT, page.get_issuer_kind_display()),
            Passage(Part.PLACE, region.name, DocumentKey("jurisdiction", region.pk)) if region else None,
        )
        yield Document(
            Kind.ISSUER,
            page.pk,
            page.slug,
            page.title,
            page.summary,
            said,
            {"kind": facets.chosen(Kind.ISSUER)},
            body={
                "by": ", ".join(
                    filter(None, [page.get_issuer_kind_display(), region.name if region else ""])
                ),
                "demonstration": page.shows_demonstration,
            },
            quotes=sources(said),
        )


def recognition_documents(keys: Collection[int]) -> Iterator[Document]:
    """The rows of recognition among these that no correction supersedes."""
    rows = Recognition.objects.current().filter(pk__in=keys).select_related("credential", "stack")
    found = list(rows.with_places().prefetch_related("districts"))
    visible = visible_among(found)
    for row in found:
        yield from spells(row.days.turns(), partial(recognition_document, row, visible))


def recognition_document(row: Recognition, visible: Collection[int], on: date) -> Document:
    """One row of recognition on a day; `visible` has the keys of the pages that everybody may see."""
    about, standing = row.credential or row.stack, row.days.force(on)
    said = passages(
        Passage(Part.NAME, row.kind),
        *(
            Passage(Part.PLACE, place.name, DocumentKey("jurisdiction", place.pk))
            for place in row.jurisdictions.all()
        ),
        *(
            Passage(Part.PLACE, place.name, DocumentKey(Kind.DISTRICT.value, place.pk), place.slug)
            for place in row.districts.all()
        ),
        Passage(Part.ABOUT, about.title, DocumentKey(about.kind, about.pk), about.slug)
        if about and about.pk in visible
        else None,
        Passage(Part.TEXT, amount_text(row)),
    )
    return Document(
        Kind.RECOGNITION,
        row.pk,
        row.slug,
        str(row),
        row.conditions,
        said,
        {
            "kind": facets.chosen(Kind.RECOGNITION),
            "recognition": facets.recognition(row.kind, counts=row.counts, force=standing),
        },
        body={
            "by": row.get_row_class_display() if standing.counts or not row.counts else standing.label,
            "meta": recognition_meta(row, on),
            "counts": row.counts and standing.counts,
            "past": row.counts and not standing.counts,
            "demonstration": made_up(row),
        },
        quotes=sources(said),
        touches=frozenset({DocumentKey(about.kind, about.pk)} if about else ()),
    )


def recognition_meta(row: Recognition, on: date) -> list[Meta]:
    """What it gives, and how it stands on a day."""
    if not row.counts:
        return [("As of", row.as_of)]
    return [("Amount", amount_text(row)), ("", counting_mark(row.days, on)), ("As of", row.as_of)]


def competency_documents(keys: Collection[int]) -> Iterator[Document]:
    """The competencies among these."""
    for item in Competency.objects.filter(pk__in=keys).select_related("framework", "parent"):
        above = item.parent
        said = passages(
            Passage(Part.PLACE, item.framework.name, DocumentKey("framework", item.framework_id)),
            Passage(Part.HOLDER, str(above), DocumentKey(Kind.COMPETENCY.value, above.pk), above.slug)
            if above
            else None,
        )
        yield Document(
            Kind.COMPETENCY,
            item.pk,
            item.slug,
            str(item),
            passages=said,
            facets={"kind": facets.chosen(Kind.COMPETENCY)},
            body={"by": item.framework.name, "code": item.code, "name": item.title},
            quotes=sources(said),
        )


def district_documents(keys: Collection[int]) -> Iterator[Document]:
    """The districts among these."""
    for place in District.objects.filter(pk__in=keys).select_related("state"):
        state = place.state
        said = passages(
            Passage(Part.NAME, f"{place.county} County") if place.county else None,
            Passage(Part.NAME, f"LEA {place.lea_code}"),
            Passage(Part.PLACE, state.name, DocumentKey("jurisdiction", state.pk)),
            Passage(Part.TEXT, place.region),
        )
        yield Document(
            Kind.DISTRICT,
            place.pk,
            place.slug,
            place.name,
            passages=said,
            facets={"kind": facets.chosen(Kind.DISTRICT)},
            body={"by": state.name, "meta": [("County", place.county), ("Region", place.region)]},
            quotes=sources(said),
        )


def glossary_documents(keys: Collection[int]) -> Iterator[Document]:
    """The glossary terms among these."""
    for term in GlossaryTerm.objects.filter(pk__in=keys):
        said = passages(
            *(Passage(Part.NAME, name) for name in term.other_names),
            Passage(Part.EVERYDAY, term.search_words),
        )
        yield Document(
            Kind.GLOSSARY,
            term.pk,
            term.slug,
            term.term,
            term.definition,
            said,
            {"kind": facets.chosen(Kind.GLOSSARY)},
        )


def guide_documents(keys: Collection[int]) -> Iterator[Document]:
    """The live and public guides among these."""
    for page in GuidePage.objects.live().public().filter(pk__in=keys):
        yield Document(
            Kind.GUIDE,
            page.pk,
            page.slug,
            page.title,
            page.summary,
            passages(Passage(Part.TEXT, plain(page.body))),
            {
                "kind": facets.chosen(Kind.GUIDE),
                "audience": facets.labeled(GuideAudience, [page.audience]),
            },
        )
