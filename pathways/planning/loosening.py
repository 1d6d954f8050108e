"""Which limits, or whose decisions, are in the way of a goal, and the plan without them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from pathways.planner import Limits, PlanStatus, has_plan, make_plan
from pathways.planning.answering import Answer, question_of
from pathways.planning.asking import LIMITS, Asked

NONE = Limits()


@dataclass(frozen=True)
class Loosening:
    """What to do without, as the end of “Plan without …”, and the address of that plan."""

    words: str
    address: str


def loosenings(found: Answer) -> list[Loosening]:
    """Each limit without which there is a plan; all of them together where it takes more than one.

    Nothing where there is no plan without limits, either.
    """
    if not (found.asked.is_limited and leads(found, NONE)):
        return []
    return [
        Loosening(words, found.asked.link(without=names))
        for words, names, limits in without_each(found.limits)
        if limits != found.limits and leads(found, limits)
    ] or [Loosening("limits", found.asked.link(without=LIMITS))]


def without_each(limits: Limits) -> Iterator[tuple[str, tuple[str, ...], Limits]]:
    """The limits without one of them: what that one is, its parameters, and the others."""
    yield "the limit to what is free", ("free",), replace(limits, free=NONE.free)
    yield "the limit of hours", ("hours_max",), replace(limits, hours_max=NONE.hours_max)
    yield "the limit to a grade", ("grade",), replace(limits, grades=NONE.grades)
    yield "the limit to what is approved", ("approved_by",), replace(limits, approved=NONE.approved)
    yield "leaving out issuers", ("without_issuer",), replace(limits, issuers=NONE.issuers)


def with_refused(found: Answer) -> Answer | None:
    """Where there is no plan, the one with what the site's board declined, withdrew or let end.

    Without the limits, too, where it takes both; None where that does not lead there, or is not needed.
    """
    if found.plan is None or found.plan.status is not PlanStatus.IMPOSSIBLE or found.asked.any_status:
        return None
    if leads(found, found.limits, any_status=True):
        return planned(found, replace(found.asked, any_status=True), found.limits)
    if not leads(found, NONE) and leads(found, NONE, any_status=True):
        return planned(found, replace(found.asked.without_limits(), any_status=True), NONE)
    return None


def planned(found: Answer, asked: Asked, limits: Limits) -> Answer:
    """The answer to another question about the same goal."""
    goal = asked.goal
    if goal is None:
        raise ValueError("A plan needs a goal.")
    question = question_of(goal, asked, found.graph, limits, found.statuses, taken=found.taken)
    return replace(found, asked=asked, limits=limits, plan=make_plan(found.graph, question))


def leads(found: Answer, limits: Limits, *, any_status: bool = False) -> bool:
    """Whether there is a plan with these limits in place of those asked for."""
    goal = found.asked.goal
    if goal is None:
        return False
    grades = found.asked.grades if limits.grades else ()
    asked = replace(found.asked, any_status=any_status or found.asked.any_status, grades=grades)
    question = question_of(goal, asked, found.graph, limits, found.statuses, taken=found.taken)
    return has_plan(found.graph, question)
