"""Reads from an address what to plan: nothing is refused, and what was left out is told."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from urllib.parse import urlencode

from django.http import QueryDict
from django.urls import reverse

from home.asking import Ignored, unknown_parameters
from home.days import AskedDay, read_day
from home.folding import folded, folded_value, known_value
from home.numbers import digits, number_text
from home.plain_text import shortened
from pathways.grades import read_grade
from pathways.graph import CredentialNode, Graph, Kind, Node, StackNode
from pathways.planner import Goal, Minimize

GOALS = (Kind.ROLE, Kind.PRIORITY, Kind.PATHWAY, Kind.STACK)
CHOSEN = (Kind.PATHWAY, Kind.STACK, Kind.MICRO_CREDENTIAL)
MOST_HELD = 500
MOST_HOURS = Decimal(9999)
MOST_SIGNS = 200
NUMBER = re.compile(r"\d{1,7}([.,]\d{1,2})?")
YES, NO = ("1", "true", "t", "yes", "y", "on"), ("", "0", "false", "f", "no", "n", "off")

QUESTION = (
    "goal",
    "held",
    "minimize",
    "free",
    "hours_max",
    "grade",
    "approved_by",
    "on",
    "without_issuer",
    "use",
    "without",
    "any_status",
    "without_equivalences",
)
"""The parameters that make a plan; the page and the JSON take the same."""
LIMITS = ("free", "hours_max", "grade", "approved_by", "without_issuer")
"""Those that leave something out on purpose."""
PAGE = ("week", "start", "made", "find", "find_goal", "open")
"""Those that only the page takes: hours a week, the days, what is looked up, what is open on it."""


def plain_hours(given: str) -> Decimal:
    """A number as people write hours, such as 12, 7.5 or 7,5; raises `ValueError` with what is wrong."""
    if NUMBER.fullmatch(given):
        return Decimal(given.replace(",", "."))
    if given.startswith("-") and NUMBER.fullmatch(given[1:]):
        raise ValueError("Hours cannot be below zero.")
    raise ValueError("It is no number of hours.")


@dataclass(frozen=True)
class Asked:
    """What an address asks for, as far as it is on record.

    `board` is the slug of the jurisdiction whose approval is asked for, `day` the day of that approval and of
    all statuses. `any_status` also plans with what the site's board declined, withdrew or let end. `week` is
    hours a week. `find` has the words to look up what is held, `find_goal` those to look up a goal, `open`
    the choice whose other options are shown. `held_stacks` are finished as a whole.
    `without_equivalences` counts what is held for itself alone.
    """

    goal: Goal | None = None
    held: tuple[str, ...] = ()
    held_stacks: tuple[str, ...] = ()
    minimize: Minimize = Minimize.COUNT
    free: bool = False
    hours_max: Decimal | None = None
    grades: tuple[str, ...] = ()
    board: str = ""
    day: AskedDay = field(default_factory=AskedDay)
    issuers: tuple[str, ...] = ()
    wanted: tuple[str, ...] = ()
    unwanted: tuple[str, ...] = ()
    any_status: bool = False
    without_equivalences: bool = False
    week: Decimal | None = None
    start: AskedDay = field(default_factory=AskedDay)
    made: AskedDay = field(default_factory=AskedDay)
    find: str = ""
    find_goal: str = ""
    open: str = ""
    ignored: tuple[Ignored, ...] = ()

    @property
    def is_limited(self) -> bool:
        """Whether anything is left out on purpose."""
        return bool(self.grades) or self.has_more_limits

    @property
    def has_more_limits(self) -> bool:
        """Whether anything but the grade limits it."""
        return bool(self.free or self.hours_max is not None or self.board or self.issuers)

    def without_limits(self) -> Asked:
        """The same question with nothing left out on purpose."""
        return replace(self, free=False, hours_max=None, grades=(), board="", issuers=())

    @property
    def all_held(self) -> list[str]:
        """All that is held as an address names it."""
        return [*self.held, *(f"{Kind.STACK}:{slug}" for slug in self.held_stacks)]

    def pairs(self) -> Iterator[tuple[str, str]]:
        """The question as parameters, what is open on the page apart."""
        yield from [("goal", self.goal.id)] if self.goal else []
        yield from (("held", one) for one in self.all_held)
        yield from [("minimize", self.minimize.value)] if self.minimize is not Minimize.COUNT else []
        yield from [("free", "1")] if self.free else []
        yield from number_pair("hours_max", self.hours_max)
        yield from (("grade", grade) for grade in self.grades)
        yield from [("approved_by", self.board)] if self.board else []
        yield from day_pair("on", self.day.on)
        yield from (("without_issuer", slug) for slug in self.issuers)
        yield from (("use", one) for one in self.wanted)
        yield from (("without", one) for one in self.unwanted)
        yield from [("any_status", "1")] if self.any_status else []
        yield from [("without_equivalences", "1")] if self.without_equivalences else []
        yield from number_pair("week", self.week)
        yield from day_pair("start", self.start.on)
        yield from day_pair("made", self.made.on)

    def link(self, address: str = "plan", without: Collection[str] = (), **changes: str) -> str:
        """The same question at the address of this name, without these parameters, with these changes."""
        kept = [pair for pair in self.pairs() if pair[0] not in without and pair[0] not in changes]
        query = urlencode([*kept, *((name, value) for name, value in changes.items() if value)])
        return f"{reverse(address)}?{query}" if query else reverse(address)

    def with_pairs(self, drop: Collection[tuple[str, str]], add: Iterable[tuple[str, str]]) -> str:
        """The address of the plan without these pairs and with those."""
        kept = [pair for pair in self.pairs() if pair not in drop]
        return f"{reverse('plan')}?{urlencode(list(dict.fromkeys([*kept, *add])))}"


def number_pair(name: str, value: Decimal | None) -> list[tuple[str, str]]:
    """A number as a parameter, if there is one."""
    return [] if value is None else [(name, digits(value))]


def day_pair(name: str, day: date | None) -> list[tuple[str, str]]:
    """A day as a parameter, if there is one."""
    return [] if day is None else [(name, day.isoformat())]


@dataclass
class Reader:
    """Reads one parameter after the other and notes what it left out."""

    params: QueryDict
    graph: Graph
    moved: Mapping[str, str]
    ignored: list[Ignored] = field(default_factory=list)

    def note(self, name: str, value: str, reason: str) -> None:
        """Something is left out."""
        self.ignored.append(Ignored(name, shortened(value), reason))

    def texts(self, name: str) -> list[str]:
        """The different values of a parameter that are not empty."""
        texts = (value.replace("\0", "").strip() for value in self.params.getlist(name))
        return list(dict.fromkeys(text for text in texts if text))

    def single(self, name: str) -> str:
        """The last value of a parameter that takes one."""
        *others, last = ["", *self.texts(name)]
        for other in filter(None, others):
            self.note(name, other, f"Only one can be given; “{shortened(last)}” came last.")
        return last

    def goal(self) -> Goal | None:
        """The first goal on record."""
        found: Goal | None = None
        for text in self.texts("goal"):
            goal, reason = self.read_goal(text)
            if goal and found:
                self.note("goal", text, f"One goal at a time: this plan is for {self.title(found.id)}.")
            elif goal:
                found = goal
            else:
                self.note("goal", text, reason)
        return found

    def title(self, node: str) -> str:
        """What a node is called, in quotes."""
        return f"“{self.graph.nodes[node].title}”"

    def read_goal(self, text: str) -> tuple[Goal | None, str]:
        """A goal such as “role:literacy-coach”, or why it is none."""
        name, _, slug = folded(text).partition(":")
        if name not in GOALS or not slug:
            return None, "A goal is written like “role:teacher-leader”: a role, priority, pathway or stack."
        node = self.now(text)
        return (Goal(node.kind, node.slug), "") if node else (None, f"No {name} on record has this address.")

    def now(self, name: str) -> Node | None:
        """The record of this id, or the one that had it before."""
        own = self.moved.get(name, name)
        return self.graph.nodes.get(own) or self.graph.nodes.get(folded(own))

    def held(self) -> list[Node]:
        """The micro-credentials and stacks on record that are held, each once."""
        given = self.texts("held")
        for text in given[MOST_HELD:]:
            self.note("held", text, f"Only the first {MOST_HELD} are read.")
        found = []
        for text in given[:MOST_HELD]:
            node, reason = self.read_held(text)
            if node:
                found.append(node)
            else:
                self.note("held", text, reason)
        return list(dict.fromkeys(found))

    def read_held(self, text: str) -> tuple[Node | None, str]:
        """A micro-credential by its slug, a stack like “stack:early-literacy”, or why it is none."""
        node = self.now(held_id(text))
        if isinstance(node, StackNode):
            is_list = node.is_selection
            return (None, "It is a list of interest, not a stack to finish.") if is_list else (node, "")
        if isinstance(node, CredentialNode):
            return node, ""
        what = "stack" if text.startswith(f"{Kind.STACK}:") else "micro-credential"
        return None, f"No published {what} has this address."

    def chosen(self, name: str) -> tuple[str, ...]:
        """Ids of pathways, stacks and micro-credentials."""
        given = self.texts(name)
        nodes = {one: self.now(one) for one in given}
        known = {one: node.id for one, node in nodes.items() if node and node.kind in CHOSEN}
        for one in given:
            if one not in known:
                self.note(name, one, "No pathway, stack or micro-credential on record has this address.")
        return tuple(known.values())

    def among(self, name: str, known: Collection[str], reason: str) -> tuple[str, ...]:
        """The values that are known."""
        meant = {one: known_value(one, known) for one in self.texts(name)}
        for one, value in meant.items():
            if value is None:
                self.note(name, one, reason)
        return tuple(dict.fromkeys(value for value in meant.values() if value is not None))

    def grades(self) -> tuple[str, ...]:
        """Grades, in any case."""
        given = {one: read_grade(one) for one in self.texts("grade")}
        for one, grade in given.items():
            if not grade:
                self.note("grade", one, "Grades are PK, K and 1 to 12.")
        return tuple(dict.fromkeys(filter(None, given.values())))

    def minimize(self) -> Minimize:
        """What the plan has least of."""
        given = self.single("minimize") or Minimize.COUNT.value
        meant = known_value(given, Minimize)
        if meant is None:
            self.note(
                "minimize", given, f"It can be {', '.join(Minimize)}; this plan has the fewest to earn."
            )
        return Minimize(meant) if meant else Minimize.COUNT

    def yes(self, name: str) -> bool:
        """Whether something is asked for."""
        given = self.single(name)
        said = folded_value(given)
        if said not in (*YES, *NO):
            self.note(name, given, "It can be 1 or nothing.")
        return said in YES

    def hours(self, name: str, least: Decimal) -> Decimal | None:
        """A number of hours."""
        given = self.single(name)
        if not given:
            return None
        try:
            value = plain_hours(given)
        except ValueError as error:
            self.note(name, given, str(error))
            return None
        if least <= value <= MOST_HOURS:
            return value
        self.note(name, given, f"Give from {number_text(least)} to {number_text(MOST_HOURS)} hours.")
        return None

    def words(self, name: str) -> str:
        """What is looked up; what is too long is cut."""
        given = self.params.get(name, "").replace("\0", " ").strip()
        if len(given) > MOST_SIGNS:
            self.note(name, given, f"Only the first {MOST_SIGNS} signs are read.")
        return given[:MOST_SIGNS]

    def day(self, name: str) -> AskedDay:
        """A day."""
        asked = read_day(self.single(name))
        if asked.ignored:
            self.note(name, asked.ignored, asked.reason)
        return asked


def held_id(text: str) -> str:
    """The id that a value of `held` names: a slug alone is that of a micro-credential."""
    return text if ":" in text else f"{Kind.MICRO_CREDENTIAL}:{text}"


def named(params: QueryDict) -> list[str]:
    """The ids that these parameters name, on record or not."""
    held = map(held_id, params.getlist("held")[:MOST_HELD])
    chosen = (one for name in ("goal", "use", "without") for one in params.getlist(name)[:MOST_HELD])
    return [*held, *chosen]


def ask(
    params: QueryDict,
    graph: Graph,
    moved: Mapping[str, str],
    boards: Collection[str],
    known: Collection[str] = (*QUESTION, *PAGE),
    *,
    has_statuses: bool = False,
) -> Asked:
    """The question of these parameters; `boards` are the slugs of the boards that may approve.

    `has_statuses` tells whether the site has a board, to whose decisions a day matters.
    """
    reader = Reader(params, graph, moved)
    works = (node.issuer for nodes in (graph.credentials, graph.stacks) for node in nodes.values())
    issuers = {issuer.slug for issuer in (*graph.issuers, *works)}
    board = reader.among("approved_by", boards, "No board on record has this name.")
    day = reader.day("on")
    is_dated = bool(board or has_statuses or graph.equivalents)
    if day.on and not is_dated:
        reader.note("on", day.on.isoformat(), "A day matters only with a board that approves (approved_by).")
    goal, held = reader.goal(), reader.held()
    asked = Asked(
        goal=goal,
        held=tuple(node.slug for node in held if isinstance(node, CredentialNode)),
        held_stacks=tuple(node.slug for node in held if isinstance(node, StackNode)),
        minimize=reader.minimize(),
        free=reader.yes("free"),
        hours_max=reader.hours("hours_max", Decimal(0)),
        grades=reader.grades(),
        board=next(iter(board), ""),
        day=day if is_dated else AskedDay(),
        issuers=reader.among("without_issuer", issuers, "No issuer on record has this address."),
        wanted=reader.chosen("use"),
        unwanted=reader.chosen("without"),
        any_status=reader.yes("any_status"),
        without_equivalences=reader.yes("without_equivalences"),
        week=reader.hours("week", Decimal("0.5")),
        start=reader.day("start"),
        made=reader.day("made"),
        find=reader.words("find"),
        find_goal=reader.words("find_goal"),
        open=params.get("open", "")[:600],
    )
    return replace(asked, ignored=(*reader.ignored, *unknown_parameters(params, known)))
