"""Pages of plans over a graph in a line or two, without a database."""

from __future__ import annotations

from datetime import date

from django.http import QueryDict

from pathways.graph import Graph
from pathways.planner import Limits, make_plan
from pathways.planning.answering import Answer, question_of
from pathways.planning.asking import ask
from pathways.planning.form import PlanForm
from pathways.planning.page import PlanPage

TODAY = date(2026, 9, 1)


def page_of(graph: Graph, query: str) -> PlanPage:
    """What the page shows for this query on a day of fall."""
    asked = ask(QueryDict(query), graph, {}, ())
    limits = Limits(free=asked.free, hours_max=asked.hours_max)
    plan = make_plan(graph, question_of(asked.goal, asked, graph, limits)) if asked.goal else None
    return PlanPage(Answer(asked, graph, limits, plan), PlanForm(asked, graph, ()), TODAY)
