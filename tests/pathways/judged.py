"""Small catalogs under a board's decisions and with grades: questions as an address asks them.

The plain definitions here go through rows; they share nothing with the code they are held against.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from catalog.enums import Outcome
from catalog.models import Decision, Jurisdiction
from catalog.rules import Credential
from pathways.graph import Graph, Kind
from pathways.planner import Limits, Plan, Question, make_plan
from pathways.planner.question import Minimize
from pathways.planning.answering import question_of
from pathways.planning.asking import Asked
from pathways.planning.statuses import Statuses, dated
from tests.pathways.brute_force import BruteForce
from tests.pathways.small_catalogs import CatalogMaker

FIRST = date(2026, 1, 1)
DAY = timedelta(days=1)
GRADES = ("K", "2", "6", "9")
TAUGHT = {"elementary": {"K", "2", "6"}, "secondary": {"6", "9"}, "all grades": set(GRADES)}
NO = (Outcome.DECLINE, Outcome.WITHDRAW)
BOARD = Jurisdiction(name="A board", slug="board")


@dataclass(frozen=True)
class Row:
    """One decision about one record."""

    outcome: Outcome
    first: date
    last: date | None


def word_on(rows: list[Row], day: date) -> str:
    """The status on a day by the row that began last, told as yes, no, ended or nothing."""
    word = "nothing"
    for row in sorted(rows, key=lambda row: row.first):
        if row.first <= day:
            word = "no" if row.outcome in NO else "yes"
            if row.last and row.last < day:
                word = "ended"
    return word


@dataclass(frozen=True)
class Judged:
    """A question, what the board decided by the ids of records, and what is asked beside it."""

    graph: Graph
    question: Question
    rows: dict[str, list[Row]]
    on: date
    any_status: bool
    grades: tuple[str, ...]

    @property
    def asked(self) -> Asked:
        """It as an address has it."""
        one = self.question
        return Asked(
            goal=one.goal,
            held=tuple(one.held),
            grades=self.grades,
            wanted=tuple(one.wanted),
            unwanted=tuple(one.unwanted),
            any_status=self.any_status,
        )

    @property
    def statuses(self) -> Statuses:
        """What the site makes of these decisions."""
        made = {
            node: [decision(number, row) for number, row in enumerate(rows, start=1)]
            for node, rows in self.rows.items()
        }
        return Statuses(BOARD, self.on, {node: dated(rows, self.on) for node, rows in made.items()})

    def plan(self, minimize: Minimize) -> Plan:
        """The plan as the page makes it."""
        limits = Limits(grades=frozenset(self.grades))
        asked = replace(self.asked, minimize=minimize)
        question = question_of(self.question.goal, asked, self.graph, limits, self.statuses)
        return make_plan(self.graph, question)

    def is_refused(self, node: str) -> bool:
        """Whether the board's answer on the day is no, or was yes."""
        return word_on(self.rows.get(node, []), self.on) in ("no", "ended")


def decision(number: int, row: Row) -> Decision:
    """A row as the database has it."""
    return Decision(
        pk=number,
        jurisdiction=BOARD,
        outcome=row.outcome.value,
        decided_on=FIRST - DAY,
        effective_from=row.first,
        effective_until=row.last,
    )


class JudgedForce(BruteForce):
    """All plans that neither the board's decisions nor a grade forbid."""

    def __init__(self, judged: Judged) -> None:
        self.judged = judged
        super().__init__(judged.graph, judged.question)

    def forbids(self, node: str) -> bool:
        return not self.judged.any_status and self.judged.is_refused(node)

    def may_earn(self, one: Credential) -> bool:
        known = self.graph.credentials.get(one.slug)
        named, asked = set(known.grades) if known else set(), set(self.judged.grades)
        for_others = bool(named and asked and not named & asked)
        return super().may_earn(one) and not for_others and not self.forbids(f"micro-credential:{one.slug}")

    def within_limits(self, slug: str) -> bool:
        free = f"stack:{slug}" == self.question.goal.id or not self.forbids(f"stack:{slug}")
        return super().within_limits(slug) and (free or self.all_held(slug))

    def is_for_others(self, way: str) -> bool:
        kind, slug = way.split(":")
        if kind != "pathway" or not self.judged.grades:
            return False
        pathway = self.graph.pathways[slug]
        taught = TAUGHT.get(pathway.audience) or {
            grade
            for stage in pathway.stages
            for stack in stage.stacks
            for one in self.rules[stack].credentials()
            if one in self.graph.credentials
            for grade in self.graph.credentials[one].grades
        }
        return bool(taught) and not taught & set(self.judged.grades)


class JudgedMaker(CatalogMaker):
    """Makes a small catalog with grades and audiences, and a board that decided about some of it."""

    def judged(self) -> Judged:
        graph = self.graded(self.graph())
        question = replace(
            self.question(graph),
            left_out={},
            stacks_left_out={},
            unnamed_left_out="",
            for_others=frozenset(),
        )
        nodes = [*graph.credentials.values(), *graph.stacks.values()]
        return Judged(
            graph,
            question,
            {node.id: self.rows() for node in nodes if self.chance(35)},
            FIRST + DAY * self.random.randrange(60),
            self.chance(20),
            tuple(self.some(list(GRADES), 1, 2)) if self.chance(75) else (),
        )

    def graded(self, graph: Graph) -> Graph:
        """The same catalog; most of what it holds names grades."""
        credentials = {
            slug: replace(node, grades=tuple(self.some(list(GRADES), 1, 3)) if self.chance(40) else ())
            for slug, node in graph.credentials.items()
        }
        pathways = {
            slug: replace(node, audience=self.random.choice(["", "elementary", *TAUGHT]))
            for slug, node in graph.pathways.items()
        }
        return replace(graph, credentials=credentials, pathways=pathways)

    def rows(self) -> list[Row]:
        """One to three decisions that begin on different days."""
        starts = sorted(self.random.sample(range(80), self.random.randint(1, 3)))
        return [self.row(FIRST + DAY * start) for start in starts]

    def row(self, first: date) -> Row:
        outcome = self.random.choice(list(Outcome))
        ends = outcome not in NO and self.chance(60)
        return Row(outcome, first, first + DAY * self.random.randrange(60) if ends else None)


def refused_in(judged: Judged, plan: Plan) -> list[str]:
    """What a plan takes somebody through although the board's answer is no, by id."""
    force = JudgedForce(judged)
    stacks = [f"{Kind.STACK}:{one.slug}" for one in plan.stacks if not force.all_held(one.slug)]
    steps = [step.node.id for step in plan.steps if step.node]
    return [node for node in (*stacks, *steps) if judged.is_refused(node) and node != judged.question.goal.id]
