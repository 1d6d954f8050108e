"""Reads from an address which pathways to show and how; nothing is refused, what was left out is told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import QueryDict

from catalog.wording import listing
from home.asking import Ignored, unknown_parameters
from home.days import AskedDay, read_day
from home.directory import read_page_number
from home.folding import known_value
from home.plain_text import shortened
from pathways.drawing.road import Road
from pathways.exploring.facets import NOT_STATED, CountedFacet, Explored, counted, explored, number_text
from pathways.graph import Graph


class Form(StrEnum):
    """How pathways are shown: each form says the same."""

    MAP = "map"
    OUTLINE = "outline"
    TABLE = "table"

    @property
    def label(self) -> str:
        """What the form is called."""
        return {Form.MAP: "Maps", Form.OUTLINE: "Outlines", Form.TABLE: "Tables"}[self]


PER_PAGE = {Form.MAP: 3, Form.OUTLINE: 5, Form.TABLE: 5}
MOST_CONTENTS = 24
MOST_VALUES = 50
"""Values of one facet that are read."""


@dataclass(frozen=True, slots=True)
class Loosening:
    """A choice that may be given up or kept alone, in words, and how many pathways that would give."""

    label: str
    count: int
    link: str


@dataclass(frozen=True)
class Explorer:
    """The pathways that fit, a page of them, and what else can be chosen."""

    chosen: Mapping[str, tuple[str, ...]]
    form: Form
    number: int
    rows: tuple[Explored, ...]
    facets: tuple[CountedFacet, ...]
    day: AskedDay
    ignored: tuple[Ignored, ...]

    @cached_property
    def found(self) -> tuple[Explored, ...]:
        """The pathways that fit."""
        return tuple(row for row in self.rows if row.fits(self.chosen))

    @property
    def loosenings(self) -> list[Loosening]:
        """Choices that leave something when they are given up, the most first."""
        return self.ways((name, self.chosen_without(name)) for name in self.chosen_names)

    @property
    def kept_alone(self) -> list[Loosening]:
        """Choices that leave something when all others are given up, the most first."""
        names = self.chosen_names
        return self.ways((name, {name: self.chosen[name]}) for name in names) if len(names) > 1 else []

    @property
    def chosen_names(self) -> list[str]:
        """The facets of which something is chosen."""
        return [name for name, values in self.chosen.items() if values]

    def chosen_without(self, name: str) -> Mapping[str, tuple[str, ...]]:
        """What is chosen of the other facets."""
        return {other: values for other, values in self.chosen.items() if other != name}

    def ways(self, choices: Iterable[tuple[str, Mapping[str, tuple[str, ...]]]]) -> list[Loosening]:
        """Other choices, each named by a facet, as far as they leave something."""
        labels = {facet.name: facet.choice for facet in self.facets}
        ways = (
            Loosening(labels[name], count, urlencode(list(replace(self, chosen=chosen).pairs(self.form))))
            for name, chosen in choices
            if (count := sum(row.fits(chosen) for row in self.rows))
        )
        return sorted(ways, key=lambda way: -way.count)

    @property
    def looked_for(self) -> str:
        """What was looked for, in words."""
        return "; ".join(f"{facet}: {label}" for facet, label, _ in self.chips)

    @property
    def pages(self) -> Paginator[Explored]:
        """They in pages."""
        return Paginator(self.found, PER_PAGE[self.form])

    @property
    def roads(self) -> list[Road]:
        """The roads of the page."""
        return [row.road for row in self.pages.page(self.number)]

    @property
    def contents(self) -> list[tuple[str, str]]:
        """Every pathway that fits with the address of its place; none where they are too many to read."""
        if not 1 < len(self.found) <= MOST_CONTENTS:
            return []
        size = PER_PAGE[self.form]
        return [
            (row.road.title, f"{self.page_address(place // size + 1)}#{row.road.slug}-title")
            for place, row in enumerate(self.found)
        ]

    def page_address(self, number: int) -> str:
        """The address of a page of the list; empty for the one that is shown."""
        return "" if number == self.number else f"?{self.keep}page={number}"

    @property
    def choices(self) -> str:
        """What one can choose by, in words; empty where no pathway states anything."""
        return listing([facet.facet.noun for facet in self.facets if facet.values])

    @property
    def heading(self) -> str:
        """How many pathways there are."""
        return number_text(len(self.found)) if self.found else "Nothing found"

    @property
    def numbers(self) -> Iterable[int | str]:
        """The pages to link to."""
        return self.pages.get_elided_page_range(self.number, on_each_side=1, on_ends=1)

    @property
    def chips(self) -> list[tuple[str, str, str]]:
        """What is chosen: facet, value, and the address without it."""
        return [
            (facet.label, one.label, self.link(without=(facet.name, one.value)))
            for facet in self.facets
            for one in facet.values
            if one.selected
        ]

    @property
    def forms(self) -> list[tuple[Form, str, bool]]:
        """Every form with its address, and whether it is the one shown."""
        return [(form, self.link(form=form), form is self.form) for form in Form]

    @property
    def keep(self) -> str:
        """The question for links to other pages of the list."""
        query = self.link()
        return f"{query}&" if query else ""

    @property
    def grades(self) -> str:
        """The grades chosen, as the end of the address of a plan."""
        chosen = [("grade", grade) for grade in self.chosen["grade"] if grade != NOT_STATED]
        return f"&{urlencode(chosen)}" if chosen else ""

    @property
    def without_grades(self) -> tuple[int, str]:
        """How many more name no grades, where one is chosen, and the address that shows them too."""
        if not self.grades or NOT_STATED in self.chosen["grade"]:
            return 0, ""
        grades = next(facet for facet in self.facets if facet.name == "grade")
        number = next((one.number for one in grades.values if one.value == NOT_STATED), 0)
        return number, f"{self.link()}&grade={NOT_STATED}"

    @property
    def today(self) -> str:
        """The address without the day."""
        pairs = [pair for pair in self.pairs(self.form) if pair[0] != "on"]
        return f"?{urlencode(pairs)}"

    @property
    def cleared(self) -> str:
        """The same form of every pathway."""
        return urlencode([("as", self.form.value)] if self.form is not Form.MAP else [])

    def pairs(self, form: Form) -> Iterator[tuple[str, str]]:
        """The question as parameters."""
        for name, values in self.chosen.items():
            yield from ((name, value) for value in values)
        if form is not Form.MAP:
            yield "as", form.value
        if self.day.on:
            yield "on", self.day.on.isoformat()

    def link(self, without: tuple[str, str] | None = None, form: Form | None = None) -> str:
        """The same question as parameters, without one value, in another form."""
        return urlencode([pair for pair in self.pairs(form or self.form) if pair != without])


def explore(params: QueryDict, graph: Graph) -> Explorer:
    """What these parameters ask for."""
    rows = explored(graph)
    ignored: list[Ignored] = []
    facets = tuple(counted(rows, {}))
    chosen = {facet.name: read_values(params, facet, ignored) for facet in facets}
    form = read_form(params.get("as", ""), ignored)
    day = read_day(params.get("on"))
    if day.ignored:
        ignored.append(Ignored("on", day.ignored, day.reason))
    known = {*chosen, "as", "on", "page"}
    ignored += unknown_parameters(params, known, "There is no such filter.")
    found = sum(row.fits(chosen) for row in rows)
    number, told = read_number(params.get("page"), -(-found // PER_PAGE[form]))
    return Explorer(chosen, form, number, rows, tuple(counted(rows, chosen)), day, (*ignored, *told))


def read_values(params: QueryDict, facet: CountedFacet, ignored: list[Ignored]) -> tuple[str, ...]:
    """The values chosen of a facet that a pathway has."""
    known = [one.value for one in facet.values]
    given = list(dict.fromkeys(filter(None, params.getlist(facet.name))))
    read, rest = given[:MOST_VALUES], given[MOST_VALUES:]
    meant = {value: known_value(value, known) for value in read}
    unknown = "No pathway has this value." if facet.values else facet.facet.silence
    reasons = [(value, unknown) for value in read if meant[value] is None]
    reasons += [(value, f"Only the first {MOST_VALUES} are read.") for value in rest]
    ignored += [Ignored(facet.name, shortened(value), reason) for value, reason in reasons]
    return tuple(dict.fromkeys(value for value in meant.values() if value is not None))


def read_form(given: str, ignored: list[Ignored]) -> Form:
    """The form asked for, or the map."""
    if form := known_value(given, Form):
        return Form(form)
    if given:
        ignored.append(Ignored("as", shortened(given), f"It can be {', '.join(Form)}; these are maps."))
    return Form.MAP


def read_number(given: str | None, last: int) -> tuple[int, list[Ignored]]:
    """The page asked for, within those there are."""
    number, wrong = read_page_number(given)
    last = max(last, 1)
    if wrong:
        return 1, [Ignored("page", shortened(given or ""), "It is no number of a page; this is the first.")]
    if number > last:
        return last, [Ignored("page", str(number), f"There are {last}; this is the last one.")]
    return number, []
