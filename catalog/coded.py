"""The competencies on record that a typed text names by their code, and what proves them."""

from catalog.codes import Coded, Codes, may_name, with_parts
from catalog.models import Competency, CompetencyAlignment


def named_by_code(text: str) -> list[int]:
    """The keys of the competencies that a text names; no query for a text that can name none."""
    if not may_name(text):
        return []
    rows = Competency.objects.values_list("pk", "code", "title", "framework__name")
    return [one.key for one in Codes(Coded(*row) for row in rows).named_in(text)]


def parts_of(keys: set[int]) -> list[int]:
    """The keys of what stands right below these competencies."""
    return [one.pk for one in Competency.objects.filter(parent__in=keys).only("pk")]


def proving(text: str) -> list[int]:
    """The keys of the micro-credentials that prove a competency which the text names, or a part of it."""
    named = with_parts(named_by_code(text), parts_of)
    rows = CompetencyAlignment.objects.filter(competency__in=named) if named else ()
    return [row.page_id for row in rows]
