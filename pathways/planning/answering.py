"""A question of an address and its plan: what the page, the JSON and the downloads show."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.http import QueryDict
from django.utils import timezone
from wagtail.models import Site

from catalog.models import Jurisdiction
from catalog.standing import credential_statuses
from home.days import day_text
from home.moved import with_slugs_now
from pathways import queries
from pathways.dated_graph import graph_on
from pathways.graph import Graph, Node
from pathways.planner import (
    Goal,
    Limits,
    Plan,
    Question,
    held_with,
    left_out,
    make_plan,
    stacks_left_out,
    unnamed_left_out,
)
from pathways.planning.asking import PAGE, QUESTION, Asked, ask, named

NAMED = {"approved_by": "jurisdictions", "without_issuer": "issuers"}
"""Parameters whose values are slugs, with what they name."""
MOST_BOARDS = 4
"""Boards that are looked up; the first on record is asked."""


@dataclass(frozen=True)
class Answer:
    """What was asked, the graph it was asked of, and the plan; no plan where no goal on record was given.

    `board` is whose approval was asked for, `on` the day of it.
    """

    asked: Asked
    graph: Graph
    limits: Limits
    plan: Plan | None
    board: Jurisdiction | None = None
    on: date | None = None

    @property
    def goal(self) -> Node | None:
        """Where the plan leads."""
        return self.graph.nodes[self.asked.goal.id] if self.asked.goal else None

    @property
    def made_up(self) -> bool:
        """Whether anything shown is made up for the demonstration."""
        if self.board and self.board.demonstration:
            return True
        steps = self.plan.steps if self.plan else ()
        used = {stack.slug for stack in self.plan.stacks} if self.plan else set()
        nodes = [step.node for step in steps if step.node]
        nodes += [self.graph.credentials[slug] for slug in self.asked.held]
        used.update(self.asked.held_stacks)
        return any(node.issuer.demonstration for node in nodes) or any(
            self.graph.stacks[slug].issuer.demonstration for slug in used
        )


def answer(
    params: QueryDict,
    site: Site | None,
    known: Collection[str] = (*QUESTION, *PAGE),
    today: date | None = None,
) -> Answer:
    """The plan that these parameters ask for; `known` are the parameters that somebody reads.

    Steps are of what is offered on the day on which the plan begins.
    """
    graph = queries.current()
    params, boards = with_names_now(params, graph)
    asked = ask(params, graph, queries.moved(named(params), graph, site), boards, known)
    today = today or timezone.localdate()
    start = asked.start.on if "start" in known else None
    graph = graph_on(graph, max(start or today, today))
    board = boards.get(asked.board)
    on = asked.day.on or (board.today() if board else None)
    limits = limits_of(asked, graph, board, on)
    plan = make_plan(graph, question_of(asked.goal, asked, graph, limits)) if asked.goal else None
    return Answer(asked, graph, limits, plan, board, on)


def with_names_now(params: QueryDict, graph: Graph) -> tuple[QueryDict, dict[str, Jurisdiction]]:
    """The parameters with boards and issuers as they are called now, and the boards that they name."""
    boards = boards_named(params.getlist("approved_by"))
    works = (node.issuer for nodes in (graph.credentials, graph.stacks) for node in nodes.values())
    issuers = {issuer.slug for issuer in (*graph.issuers, *works)}
    known = {"approved_by": boards, "without_issuer": issuers}
    now = with_slugs_now(params, NAMED, known) if any(map(params.get, NAMED)) else params
    return now, boards if now is params else boards_named(now.getlist("approved_by"))


def boards_named(slugs: list[str]) -> dict[str, Jurisdiction]:
    """The jurisdictions of these slugs; no query for none. No database looks up a NUL."""
    wanted = [slug for slug in slugs if slug and "\0" not in slug][:MOST_BOARDS]
    return {one.slug: one for one in Jurisdiction.objects.filter(slug__in=wanted)} if wanted else {}


def limits_of(asked: Asked, graph: Graph, board: Jurisdiction | None, on: date | None) -> Limits:
    """What the plan must keep to."""
    approved = None if board is None or on is None else approved_by(graph, board, on)
    return Limits(
        free=asked.free,
        hours_max=asked.hours_max,
        grades=frozenset(asked.grades),
        issuers=frozenset(asked.issuers),
        approved=approved,
        approved_label=f"{board.name} on {day_text(on)}" if board and on else "",
    )


def approved_by(graph: Graph, board: Jurisdiction, on: date) -> frozenset[str]:
    """The slugs of the micro-credentials with an approval in force on a day, conditional ones included."""
    statuses = credential_statuses(board, on)
    approved = {key for key, status in statuses.items() if status.in_force}
    return frozenset(node.slug for node in graph.credentials.values() if node.key in approved)


def question_of(goal: Goal, asked: Asked, graph: Graph, limits: Limits) -> Question:
    """The question as the planner takes it."""
    members, finished = held_with(graph, asked.held_stacks)
    return Question(
        goal=goal,
        held=members.union(asked.held),
        finished=finished,
        minimize=asked.minimize,
        left_out=left_out(graph, limits),
        stacks_left_out=stacks_left_out(graph, limits),
        unnamed_left_out=unnamed_left_out(limits),
        wanted=frozenset(asked.wanted),
        unwanted=frozenset(asked.unwanted),
    )
