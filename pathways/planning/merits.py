"""What speaks for a chosen stack beside the others of its stage, where the fewest to earn were asked for."""

from __future__ import annotations

from catalog.rules import can_finish
from catalog.totals import least_left
from pathways.graph import Graph
from pathways.planner import Choice, Minimize, Plan, PlanStatus


def merit(graph: Graph, plan: Plan, choice: Choice, slug: str) -> str:
    """Why this stack and no other, in a sentence; empty where nothing can be said for sure."""
    if not (choice.is_choice and is_plain(plan)) or is_touched(graph, plan, choice):
        return ""
    others = [one.slug for one in choice.options if not (one.chosen or one.held)]
    able = [other for other in others if can_finish(graph.finishing[other])]
    own, *lengths = (least_left(graph.finishing[one], plan.question.held) for one in (slug, *able))
    known = [length for length in lengths if length is not None]
    if own is None or len(known) < len(able) or not known:
        return ""
    if own > min(known):
        return "Another one asks for less, but would not make the whole plan shorter."
    if own == min(known):
        return "No stack that is not chosen asks for less."
    return "Those not chosen ask for more." if len(known) > 1 else "The one not chosen asks for more."


def is_plain(plan: Plan) -> bool:
    """Whether a plan has the fewest to earn of all there is, with nothing swapped."""
    asked = plan.question
    swapped = asked.wanted or asked.unwanted or asked.finished
    return plan.status is PlanStatus.OPTIMAL and asked.minimize is Minimize.COUNT and not swapped


def is_touched(graph: Graph, plan: Plan, choice: Choice) -> bool:
    """Whether something left out could have mattered to what is compared."""
    if not plan.left_out:
        return False
    slugs = {one.slug for one in plan.left_out}
    rules = [graph.finishing[one.slug] for one in choice.options]
    inside = {slug for rule in rules for slug in (*rule.credentials(), *(one.slug for one in rule.nested()))}
    return not slugs.isdisjoint(inside | {one.slug for one in choice.options})
