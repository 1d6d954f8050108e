"""The facets of search, declared once: form, addresses, engine and OpenAPI read them from here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, ClassVar

import django_filters
from django import forms
from django.db import models
from django.db.models import QuerySet
from django.utils.text import slugify

from catalog.brackets import Cost, Hours
from catalog.enums import LicenseType
from catalog.timeline import NARROWER, Status
from home.enums import GuideAudience
from home.folding import folded
from pathways.enums import Audience, Level
from search.documents import Kind
from search.documents.facets import GRADES
from search.models import SearchDocument
from search.query import NOT_STATED, FacetValue, SearchQuery, Sort
from search.words import asked_for

MOST_SIGNS = 500
"""Letters and signs of a search text that are read."""


class ValuesField(forms.MultipleChoiceField):
    """Any values: those that no record has are told apart by the engine, not refused here."""

    def valid_value(self, value: str) -> bool:
        """Accept it."""
        return True


class FacetFilter(django_filters.MultipleChoiceFilter):
    """A facet. `values` lists those of a closed facet in order; an open one takes them from the records.

    With `gaps` a record may leave the fact out, and “not stated” is one of the values. `within` names, for a
    value that narrows another of the list, that other one; it stands behind it.
    """

    field_class = ValuesField

    def __init__(
        self,
        label: str,
        help_text: str,
        values: Iterable[str] = (),
        *,
        gaps: bool = True,
        within: Mapping[str, str] | None = None,
    ) -> None:
        self.values = (*values, NOT_STATED) if gaps and values else tuple(values)
        self.within = within or {}
        super().__init__(label=label, help_text=help_text)

    def arranged(self, counted: Iterable[FacetValue]) -> list[FacetValue]:
        """In the order of the list or, for an open facet, the most frequent first; “not stated” last."""
        places = {value: place for place, value in enumerate(self.values)}

        def key(one: FacetValue) -> tuple[bool, int, int, str]:
            listed = places.get(one.value, len(places))
            return (one.value == NOT_STATED, listed, 0 if places else -one.number, folded(one.label))

        listed = sorted(counted, key=key)
        there = {one.value for one in listed}
        return [
            one._replace(within=self.within[one.value]) if self.within.get(one.value) in there else one
            for one in listed
        ]


def codes(choices: type[models.TextChoices]) -> list[str]:
    """The values of a closed list as they stand in an address."""
    return [slugify(value) for value in choices.values]


class ExploreFilterSet(django_filters.FilterSet):
    """What can be asked of `/explore/` and `/api/v1/search`."""

    q = django_filters.CharFilter(label="Search", help_text=f"Words to look for, at most {MOST_SIGNS} signs.")
    kind = FacetFilter("Kind", "What sort of record it is.", Kind.values, gaps=False)
    status = FacetFilter(
        "Status",
        "How it stands with the board of this site's jurisdiction on the day asked for. Approved is every "
        "approval in force; conditional and ending-soon are some of these, and may both hold.",
        [status.value for status in Status],
        gaps=False,
        within={status.value: Status.APPROVED.value for status in NARROWER},
    )
    priority = FacetFilter(
        "State priority", "A priority it addresses or leads to; a parent includes its children."
    )
    grade = FacetFilter("Grade", "A single grade its source names.", GRADES)
    topic = FacetFilter("Topic", "What it is about.")
    level = FacetFilter("Level", "The stages of pathways that name it.", codes(Level))
    audience = FacetFilter(
        "For whom",
        "Teachers or licenses it is meant for.",
        [*codes(Audience), *codes(LicenseType), *codes(GuideAudience)],
    )
    cost = FacetFilter("Cost", "What it costs, or the cheapest way to finish a stack.", Cost.values)
    hours = FacetFilter(
        "Hours", "The most hours stated, or of the longest way to finish a stack.", Hours.values
    )
    issuer = FacetFilter("Issuer", "Who awards it.")
    recognition = FacetFilter("What it counts for", "What a row of recognition gives a holder.")
    sort = django_filters.ChoiceFilter(
        label="Sort",
        help_text="The order of results; what does not state hours or cost comes last in these orders.",
        choices=[(sort.value, sort.value) for sort in Sort],
    )

    class Meta:
        model = SearchDocument
        fields: ClassVar[list[str]] = []

    @classmethod
    def facets(cls) -> Mapping[str, FacetFilter]:
        """The facets by name, in the order in which they are shown."""
        return {name: one for name, one in cls.base_filters.items() if isinstance(one, FacetFilter)}

    def filter_queryset(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Filtering is the engine's: ask it `query()`."""
        raise NotImplementedError

    def query(self, page: int, page_size: int) -> SearchQuery:
        """The question to the engine."""
        given = self.form.cleaned_data if self.form.is_valid() else {}
        return SearchQuery(
            text=given.get("q", ""),
            stems=tuple(asked_for(given.get("q", ""))),
            chosen={name: tuple(given[name]) for name in self.facets() if given.get(name)},
            sort=Sort(given.get("sort") or Sort.RELEVANCE),
            page=page,
            page_size=page_size,
        )
