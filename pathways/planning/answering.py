"""A question of an address and its plan: what the page, the JSON and the downloads show."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from django.http import QueryDict
from wagtail.models import Site

from catalog.day_wording import over_words
from catalog.models import Jurisdiction
from catalog.models.settings import today_of
from catalog.standing import credential_statuses
from home.days import day_text, site_today
from home.moved import with_slugs_now
from pathways import queries
from pathways.dated_graph import graph_on
from pathways.grades import for_others
from pathways.graph import CredentialNode, Graph, Kind, Node, StackNode
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
from pathways.planning.counting import Counting, Taken, asked_in, held_in, taken_in
from pathways.planning.endings import planned_days, typical_hours
from pathways.planning.marks import Marks
from pathways.planning.statuses import Statuses, statuses_of

NAMED = {"approved_by": "jurisdictions", "without_issuer": "issuers"}
"""Parameters whose values are slugs, with what they name."""
MOST_BOARDS = 4
"""Boards that are looked up; the first on record is asked."""


@dataclass(frozen=True)
class Answer:
    """What was asked, the graph it was asked of, and the plan; no plan where no goal on record was given.

    `board` is whose approval was asked for, `on` the day of it. `statuses` tell how everything stands with
    the site's board, `today` is where the site is. `taken` is what something held counts for on that day.
    """

    asked: Asked
    graph: Graph
    limits: Limits
    plan: Plan | None
    board: Jurisdiction | None = None
    on: date | None = None
    statuses: Statuses = field(default_factory=Statuses)
    today: date = field(default_factory=site_today)
    taken: Taken = field(default_factory=dict)

    @property
    def day(self) -> date:
        """The day of the plan: the one asked for, else today."""
        return self.asked.day.on or self.today

    @cached_property
    def counting(self) -> Counting:
        """What of that which is held counts for something else that the goal could ask for."""
        held, plan = held_in(self.graph, self.asked), self.plan
        asked = asked_in(self.graph, plan.question) if plan and held else frozenset()
        return Counting(self.graph, held, asked, self.taken, not self.asked.without_equivalences)

    @cached_property
    def other_way(self) -> Plan | None:
        """The plan without what counts, or with it where this one does without; None for no difference."""
        goal = self.asked.goal
        if goal is None or not self.counting.said:
            return None
        asked = replace(self.asked, without_equivalences=not self.asked.without_equivalences)
        question = question_of(goal, asked, self.graph, self.limits, self.statuses, taken=self.taken)
        return make_plan(self.graph, question)

    @property
    def goal(self) -> Node | None:
        """Where the plan leads."""
        return self.graph.nodes[self.asked.goal.id] if self.asked.goal else None

    @property
    def made_up(self) -> bool:
        """Whether anything shown is made up for the demonstration."""
        if self.board and self.board.demonstration:
            return True
        if self.counting.made_up:
            return True
        steps = self.plan.steps if self.plan else ()
        stacks = [stack.slug for stack in self.plan.stacks] if self.plan else []
        used = [self.graph.stacks[slug] for slug in (*stacks, *self.asked.held_stacks)]
        credentials = [step.node for step in steps if step.node]
        credentials += [self.graph.credentials[slug] for slug in self.asked.held]
        credentials += [one.asked for one in self.counting.counted]
        nodes: list[CredentialNode | StackNode] = [*used, *credentials]
        named = [*(node.id for node in nodes), *(one.id for one in (self.plan.left_out if self.plan else ()))]
        return any(node.issuer.demonstration for node in nodes) or self.statuses.are_made_up(named)

    @cached_property
    def marks(self) -> Marks:
        """What stands beside each step and stack."""
        plan, week, start = self.plan, self.asked.week, self.asked.start.on or self.today
        days = planned_days(plan, week, start, typical_hours(self.graph)) if plan else None
        return Marks(self.graph, plan, self.statuses, self.asked.grades, days)


def answer(
    params: QueryDict,
    site: Site | None,
    known: Collection[str] = (*QUESTION, *PAGE),
    today: date | None = None,
    deciding: Jurisdiction | None = None,
) -> Answer:
    """The plan that these parameters ask for; `known` are the parameters that somebody reads.

    Steps are of what is offered on the day on which the plan begins. `deciding` is the site's board: what it
    declined, withdrew or let end is left out, and what it says counts for something else counts; `today` is
    its today where nothing else is said.
    """
    graph = queries.current()
    params, boards = with_names_now(params, graph)
    moved = queries.moved(named(params), graph, site)
    asked = ask(params, graph, moved, boards, known, has_statuses=deciding is not None)
    today = today or today_of(deciding)
    start = asked.start.on if "start" in known else None
    graph = graph_on(graph, max(start or today, today))
    board = boards.get(asked.board)
    on = (asked.day.on or board.today()) if board else None
    limits = limits_of(asked, graph, board, on)
    statuses = statuses_of(graph, deciding, asked.day.on)
    taken = taken_in(graph, held_in(graph, asked), asked.day.on or today, deciding)
    question = question_of(asked.goal, asked, graph, limits, statuses, taken=taken) if asked.goal else None
    plan = make_plan(graph, question) if question else None
    return Answer(asked, graph, limits, plan, board, on, statuses, today, taken)


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


NO_STATUSES = Statuses()


def question_of(
    goal: Goal,
    asked: Asked,
    graph: Graph,
    limits: Limits,
    statuses: Statuses = NO_STATUSES,
    *,
    taken: Collection[str] = (),
) -> Question:
    """The question as the planner takes it. A stack that is the goal is planned whatever its status.

    `taken` is what something that is held counts for.
    """
    members, finished = held_with(graph, asked.held_stacks)
    refused = NO_STATUSES if asked.any_status else statuses
    stacks = refused.refusals(Kind.STACK)
    if goal.kind is Kind.STACK:
        stacks.pop(goal.slug, None)
    counted = frozenset() if asked.without_equivalences else frozenset(taken)
    return Question(
        goal=goal,
        held=counted.union(members, asked.held),
        counted=counted,
        finished=finished,
        minimize=asked.minimize,
        left_out=together(left_out(graph, limits), refused.refusals(Kind.MICRO_CREDENTIAL)),
        stacks_left_out=together(stacks_left_out(graph, limits), stacks),
        unnamed_left_out=unnamed_left_out(limits),
        over=days_over(graph),
        for_others=for_others(graph, asked.grades),
        wanted=frozenset(asked.wanted),
        unwanted=frozenset(asked.unwanted),
    )


def days_over(graph: Graph) -> dict[str, str]:
    """The last days of each micro-credential that is no longer offered, by its slug."""
    closed = (node for node in graph.credentials.values() if not node.rule.offered)
    return {node.slug: over_words(node.rule.offering) for node in closed}


def together(reasons: Mapping[str, str], more: Mapping[str, str]) -> dict[str, str]:
    """All reasons why something is left out, by its slug."""
    slugs = {**reasons, **more}
    return {slug: " ".join(filter(None, [reasons.get(slug), more.get(slug)])) for slug in slugs}
