"""Which grades a pathway is for, as the explorer finds it and a plan goes by it; how a grade is typed."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from catalog.enums import Grade
from catalog.wording import grades_text, lowered
from home.folding import known_value
from home.numbers import noun_for
from pathways.enums import Audience
from pathways.graph import Graph, PathwayNode


def grades_of(graph: Graph, pathway: PathwayNode) -> frozenset[str]:
    """The grades that its audience teaches or, where none is stated, that its members are for.

    None where neither names any.
    """
    if pathway.audience in Audience.values:
        return frozenset(grade.value for grade in Audience(pathway.audience).grades)
    members = {slug for stack in pathway.stacks for slug in graph.stacks[stack].rule.credentials()}
    known = members & graph.credentials.keys()
    return frozenset(grade for slug in known for grade in graph.credentials[slug].grades)


def for_others(graph: Graph, grades: Iterable[str]) -> frozenset[str]:
    """The slugs of the pathways that name grades, and none of these; nothing where no grade is asked for."""
    asked = frozenset(grades)
    if not asked:
        return frozenset()
    named = ((slug, grades_of(graph, pathway)) for slug, pathway in graph.pathways.items())
    return frozenset(slug for slug, found in named if found and asked.isdisjoint(found))


def read_grade(text: str) -> str:
    """The grade that somebody typed, such as “k” or “02”; empty where it is none."""
    typed = text.strip()
    return known_value(typed.lstrip("0") if typed.isdecimal() else typed, Grade.values) or ""


def meant_for(graph: Graph, pathway: PathwayNode) -> str:
    """Whom a pathway is for, such as “middle and high school teachers” or “grades 6 to 8”."""
    if pathway.audience in Audience.values:
        return lowered(str(Audience(pathway.audience).label))
    return grades_named(grades_of(graph, pathway))


def not_for(graph: Graph, pathway: PathwayNode, grades: Collection[str]) -> str:
    """That a pathway is for others, after “it is”: “for middle and high school teachers, not for grade 2”."""
    return f"for {meant_for(graph, pathway)}, not for {grades_named(grades)}"


def grades_named(grades: Collection[str]) -> str:
    """Grades in words, such as “grades 6 to 8”."""
    return f"{noun_for(len(grades), 'grade')} {grades_text(grades)}"
