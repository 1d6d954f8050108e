"""Pages of plans over a graph in a line or two, without a database."""

from __future__ import annotations

from datetime import date

from django.http import QueryDict

from pathways.graph import Graph
from pathways.planner import Limits, make_plan
from pathways.planning.answering import NO_STATUSES, Answer, question_of
from pathways.planning.asking import ask
from pathways.planning.form import PlanForm
from pathways.planning.page import PlanPage
from pathways.planning.statuses import Statuses

TODAY = date(2026, 9, 1)


def page_of(graph: Graph, query: str, statuses: Statuses = NO_STATUSES) -> PlanPage:
    """What the page shows for this query on a day of fall."""
    asked = ask(QueryDict(query), graph, {}, (), has_statuses=statuses.board is not None)
    limits = Limits(free=asked.free, hours_max=asked.hours_max, grades=frozenset(asked.grades))
    question = question_of(asked.goal, asked, graph, limits, statuses) if asked.goal else None
    plan = make_plan(graph, question) if question else None
    found = Answer(asked, graph, limits, plan, statuses=statuses, today=TODAY)
    return PlanPage(found, PlanForm(asked, graph, (), statuses.board))
