"""What comes before everything else about a plan: a goal that is refused, a way for other grades."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from catalog.models import Decision
from catalog.timeline import Status
from catalog.wording import listing
from pathways.grades import grades_named, meant_for, not_for
from pathways.graph import Kind, Node, PathwayNode
from pathways.planner import has_plan
from pathways.planning.answering import Answer, question_of

GOAL = "goal-not-approved"
GRADES = "other-grades"
THROUGH = "through-not-approved"
ENDING = "approval-ends"
CLOSING = "last-day"


@dataclass(frozen=True)
class Notice:
    """One warning: `code` for machines, what it is about, and the sentences. `decision` can be read up."""

    code: str
    node: Node
    text: str
    decision: Decision | None = None


def notices(found: Answer) -> Iterator[Notice]:
    """Everything that a plan must say first."""
    if found.goal is not None:
        yield from of_goal(found, found.goal)
        yield from of_grades(found, found.goal)
        yield from of_steps(found, found.goal)


def of_goal(found: Answer, goal: Node) -> Iterator[Notice]:
    """That the goal itself was declined, withdrawn or has ended."""
    status = found.statuses.of(goal.id)
    if status.is_refused:
        what = (
            "The approval of your goal itself has ended"
            if status.status is Status.ENDED
            else "Your goal itself is not approved"
        )
        text = f"{what}. {status.refusal} Ask the board what it still counts for before you begin."
        yield Notice(GOAL, goal, text, status.decision)


def of_grades(found: Answer, goal: Node) -> Iterator[Notice]:
    """That the pathway is for other grades than those asked for."""
    plan, graph, asked = found.plan, found.graph, found.asked
    slug = goal.slug if isinstance(goal, PathwayNode) else plan.pathway if plan else ""
    if plan is None or slug not in plan.question.for_others:
        return
    pathway = graph.pathways[slug]
    if pathway == goal:
        yield Notice(GRADES, pathway, f"This pathway is {not_for(graph, pathway, asked.grades)}.")
        return
    whom, grades = meant_for(graph, pathway), grades_named(asked.grades)
    text = f"“{pathway.title}” is for {whom}, and you teach {grades}."
    alone = f" No pathway for {grades} leads there within what is asked."
    alone = "" if asked.wanted or asked.unwanted else alone
    board = found.statuses.board
    refused = f" One does with what {board.name} declined, withdrew or let end." if board else ""
    yield Notice(GRADES, pathway, f"{text}{alone}{refused if alone and has_own_way(found) else ''}")


def has_own_way(found: Answer) -> bool:
    """Whether a pathway for the grades asked for leads there with what the board refused."""
    goal, asked = found.asked.goal, replace(found.asked, any_status=True)
    if goal is None or asked == found.asked:
        return False
    question = question_of(goal, asked, found.graph, found.limits, found.statuses, taken=found.taken)
    others = {f"{Kind.PATHWAY}:{slug}" for slug in question.for_others}
    return has_plan(found.graph, replace(question, unwanted=question.unwanted | others))


def of_steps(found: Answer, goal: Node) -> Iterator[Notice]:
    """That the plan goes through what the board declined, withdrew or let end, where that was asked for."""
    titles = [f"“{title}”" for title in found.marks.through_refused if title != goal.title]
    board = found.statuses.board
    if titles and board:
        text = f"This plan goes through what {board.name} declined, withdrew or let end: {listing(titles)}."
        yield Notice(THROUGH, goal, text)


def closing_notices(found: Answer) -> Iterator[Notice]:
    """Every step of the plan that is offered until a day on record."""
    for step in found.plan.steps if found.plan else ():
        if step.node and (text := found.marks.of_step(step).closing):
            yield Notice(CLOSING, step.node, f"“{step.title}” is not offered for ever. {text}")


def ending_notices(found: Answer) -> Iterator[Notice]:
    """Every approval of the plan that ends too early, with what was taken for granted."""
    plan, marks = found.plan, found.marks
    if plan is None or marks.days is None:
        return
    pairs = [(step.node, marks.of_step(step).ending) for step in plan.steps if step.node]
    stacks = [
        (found.graph.nodes[f"{Kind.STACK}:{one.slug}"], marks.of_stack(one.slug)) for one in plan.stacks
    ]
    for node, ending in [*pairs, *((node, mark.ending) for node, mark in stacks)]:
        if ending:
            assumed = "" if ending.known else f" {marks.days.assumed}"
            yield Notice(ENDING, node, f"{ending.text}{assumed}")
