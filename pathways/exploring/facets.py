"""What pathways can be chosen by: the values of each, and counts that leave out a facet's own choice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from catalog.brackets import Cost, Hours, hours_bracket, price_bracket
from catalog.enums import Grade
from catalog.stated import holders, least_cost, least_hours
from home import wording
from home.folding import folded
from home.numbers import noun_for
from pathways.drawing.road import Road
from pathways.drawing.survey import road_of
from pathways.enums import Level
from pathways.grades import grades_of
from pathways.graph import Graph, PathwayNode

NOT_STATED = "not-stated"
UNKNOWN = {NOT_STATED: "Not stated"}
LENGTHS = ((5, "up-to-5", "Up to 5"), (10, "up-to-10", "6 to 10"), (20, "up-to-20", "11 to 20"))
LONGEST = ("more", "More than 20")

Values = Mapping[str, str]
"""Words of values, by the value as an address writes it."""
Chosen = Mapping[str, Collection[str]]
"""The values chosen of each facet, by the facet's name."""


@dataclass(frozen=True)
class Facet:
    """A way to choose. `order` lists the values of a closed one; those of an open one stand from A to Z.

    `noun` is what the form promises to choose by, `silence` what is told where no pathway states it.
    """

    name: str
    label: str
    noun: str
    values: Callable[[Graph, PathwayNode, Road], Values]
    order: tuple[str, ...] = ()
    silence: str = "No pathway on record states it."


@dataclass(frozen=True)
class Explored:
    """A pathway's road with its values under each facet."""

    road: Road
    values: Mapping[str, Values]

    def fits(self, chosen: Chosen, without: str = "") -> bool:
        """Whether it has one of the values chosen of each facet, one facet left out."""
        return all(
            not values or name == without or any(value in self.values[name] for value in values)
            for name, values in chosen.items()
        )


@dataclass(frozen=True)
class CountedValue:
    """A value with the number of pathways that choosing it would give."""

    value: str
    label: str
    number: int
    selected: bool


@dataclass(frozen=True)
class CountedFacet:
    """A facet with its values that a pathway has, or that are chosen; none where no pathway states it."""

    facet: Facet
    values: tuple[CountedValue, ...] = ()

    @property
    def name(self) -> str:
        """What an address calls it."""
        return self.facet.name

    @property
    def label(self) -> str:
        """What a visitor reads."""
        return self.facet.label

    @property
    def choice(self) -> str:
        """What is chosen of it, in words: “Grade: Grade 2 or K”."""
        return wording.choice(self.label, [one.label for one in self.values if one.selected])

    @property
    def is_open(self) -> bool:
        """Whether something of it is chosen."""
        return any(one.selected for one in self.values)


def priorities(graph: Graph, pathway: PathwayNode, road: Road) -> Values:
    """What it leads to, with every priority that includes that."""
    slugs = graph.with_parents(pathway.priority)
    return {slug: graph.priorities[slug].title for slug in slugs} or UNKNOWN


def roles(graph: Graph, pathway: PathwayNode, road: Road) -> Values:
    """The roles it prepares for."""
    return {slug: graph.roles[slug].title for slug in pathway.roles} or UNKNOWN


def grades(graph: Graph, pathway: PathwayNode, road: Road) -> Values:
    """The single grades that its audience teaches or, where none is stated, that its members are for."""
    named = grades_of(graph, pathway)
    return {
        grade.value: f"Grade {grade.value}" if grade.value.isdigit() else grade.value
        for grade in Grade
        if grade.value in named
    } or UNKNOWN


def levels(graph: Graph, pathway: PathwayNode, road: Road) -> Values:
    """The levels of its stages."""
    named = {stage.level for stage in pathway.stages}
    return {level.value: str(level.label) for level in Level if level.value in named} or UNKNOWN


def lengths(graph: Graph, pathway: PathwayNode, road: Road) -> Values:
    """How many micro-credentials finish it, at the least."""
    if road.totals is None or not road.stages:
        return UNKNOWN
    found = ((name, label) for most, name, label in LENGTHS if road.least_count <= most)
    return dict([next(found, LONGEST)])


def hours(graph: Graph, pathway: PathwayNode, road: Road) -> Values:
    """The most hours of the shortest way whose every step states them."""
    least = least_hours(road.work)
    return UNKNOWN if least is None else worded(hours_bracket(least))


def cost(graph: Graph, pathway: PathwayNode, road: Road) -> Values:
    """The cost of the cheapest way whose every step states it; else whether some have one for nothing."""
    least = least_cost(road.work)
    if least is not None:
        return worded(price_bracket(least))
    free = any(least_cost(road.work, group) == 0 for group in holders(road.work))
    return worded(Cost.FREE_TO_SOME) if free else UNKNOWN


def worded(one: Cost | Hours) -> Values:
    """One value of a closed list."""
    return {one.value: str(one.label)}


FACETS = (
    Facet("priority", "State priority", "priority", priorities),
    Facet("role", "Role", "role", roles),
    Facet("grade", "Grade", "grade", grades, tuple(Grade.values)),
    Facet("level", "Level of a stage", "level", levels, tuple(Level.values)),
    Facet(
        "length",
        "To earn, at the least",
        "number to earn",
        lengths,
        (*(name for _, name, _ in LENGTHS), LONGEST[0]),
    ),
    Facet(
        "hours",
        "Time, the shortest way",
        "time",
        hours,
        tuple(Hours.values),
        "No pathway on record can be finished by steps that all state their hours.",
    ),
    Facet(
        "cost",
        "Cost, the cheapest way",
        "cost",
        cost,
        tuple(Cost.values),
        "No pathway on record can be finished by steps that all state their price.",
    ),
)


@lru_cache(maxsize=2)
def explored(graph: Graph) -> tuple[Explored, ...]:
    """Every pathway of a graph with its values, in the editors' order; worked out once a graph."""
    return tuple(explored_of(graph, pathway) for pathway in graph.pathways.values())


def explored_of(graph: Graph, pathway: PathwayNode) -> Explored:
    """One pathway with its values."""
    road = road_of(graph, pathway)
    return Explored(road, {facet.name: facet.values(graph, pathway, road) for facet in FACETS})


def counted(rows: Iterable[Explored], chosen: Chosen) -> Iterator[CountedFacet]:
    """The facets with their counts; one that no pathway states has no values."""
    listed = list(rows)
    for facet in FACETS:
        found = [row.values[facet.name] for row in listed if row.fits(chosen, without=facet.name)]
        numbers = Counter(value for values in found for value in values)
        words = {value: label for row in listed for value, label in row.values[facet.name].items()}
        known = set(words) - {NOT_STATED}
        yield CountedFacet(facet, tuple(arranged(facet, words, numbers, chosen)) if known else ())


def arranged(facet: Facet, words: Values, numbers: Counter[str], chosen: Chosen) -> Iterator[CountedValue]:
    """The values of one facet in their order, “not stated” last."""
    places = {value: place for place, value in enumerate(facet.order)}
    selected = set(chosen.get(facet.name, ()))

    def place(value: str) -> tuple[bool, int, str]:
        return value == NOT_STATED, places.get(value, len(places)), folded(words[value])

    for value in sorted(words, key=place):
        if numbers[value] or value in selected:
            yield CountedValue(value, words[value], numbers[value], value in selected)


def number_text(number: int) -> str:
    """How many pathways there are."""
    return f"{number} {noun_for(number, 'pathway')}"
