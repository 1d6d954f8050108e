"""A plan as JSON has it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from datetime import date
from typing import Any, Literal

from ninja import Field, Schema

from catalog.api import ENDS_ON
from catalog.equivalences_api import EquivalenceOut, equivalence_of
from catalog.rules import Credential
from catalog.timeline import Status
from home.addresses import absolute
from home.api import IgnoredPart
from pathways.graph import Kind
from pathways.planner import (
    Goal,
    LeftOut,
    Minimize,
    Plan,
    PlanStatus,
    PlanTotals,
    Question,
    Step,
    StepKind,
    UsedStack,
)
from pathways.planning.answering import Answer
from pathways.planning.counting import Undecided
from pathways.planning.loosening import with_refused
from pathways.planning.marks import Marks
from pathways.planning.notices import Notice, closing_notices, ending_notices, notices
from pathways.planning.statuses import DatedStatus

NOWHERE = Goal(Kind.PATHWAY, "")
NO_GOAL = "None of the goals that were given is on record."
LeftOutKind = Literal["micro-credential", "stack", "unnamed"]
STATUS = "With the site's board on the day; null where the site has no board."


class GoalOut(Schema):
    """Where a plan leads."""

    kind: Kind
    slug: str
    title: str


class StepOut(Schema):
    """Something still to earn, in the order to earn it."""

    kind: StepKind
    count: int = Field(description="1 for a micro-credential; the missing number for an unnamed step.")
    slug: str = Field(description="Of the micro-credential; of the stack that asks for an unnamed step.")
    title: str
    url: str
    hours_min: float | None
    hours_max: float | None
    cost_usd: float | None
    cost_applies_to: str | None = Field(description="For whom the price holds; null: for everyone.")
    covered: bool = Field(description="Whether the price of a whole stack pays for it.")
    last_day_to_start: date | None = Field(description="It is offered until this day; null: not stated.")
    last_day_to_finish: date | None = Field(
        description="Until when whoever has begun can finish it; null: not stated."
    )
    for_: list[GoalOut] = Field(alias="for", description="The stacks that ask for it.")
    status: Status | None = Field(description=STATUS)
    ends_on: date | None = Field(description=ENDS_ON)
    check: list[Literal["grade"]] = Field(
        description="What to ask the issuer: “grade” where one was asked for and it names none."
    )


class StackStatusOut(Schema):
    """A stack that the plan finishes."""

    slug: str
    title: str
    status: Status | None = Field(description=STATUS)
    ends_on: date | None = Field(description=ENDS_ON)


class WarningOut(Schema):
    """What to know before beginning."""

    code: Literal["goal-not-approved", "other-grades", "through-not-approved", "approval-ends", "last-day"]
    kind: Kind
    slug: str
    text: str


class TotalsOut(Schema):
    """Sums over the steps; null where none states the fact."""

    count: int
    at_least: bool = Field(description="Whether a step is not on record, so that there may be more.")
    hours_min: float | None
    hours_max: float | None
    hours_not_stated: int
    cost_usd: float | None = Field(description="With prices of whole stacks, each once.")
    cost_not_stated: int
    cost_applies_to: list[str] = Field(description="Groups for whom alone some of these prices hold.")


class LeftOutOut(Schema):
    """What a limit leaves out, or the site's board declined, withdrew or let end."""

    kind: LeftOutKind
    slug: str = Field(description="Of what is left out; of the stack that asks for an unnamed step.")
    reason: str
    status: Status | None = Field(description=STATUS)
    ends_on: date | None = Field(description=ENDS_ON)


class HeldEditionOut(Schema):
    """An edition that is held of something the goal could ask for; nobody says that it counts."""

    held: str = Field(description="Slug of the micro-credential that is held.")
    asked: str = Field(description="Slug of the one that is asked for.")
    text: str


class OtherWayOut(Schema):
    """Another plan to the same goal."""

    status: PlanStatus
    totals: TotalsOut
    steps: list[str] = Field(description="Slugs of its steps, in the order to earn them.")
    reason: str | None


class PlanOut(Schema):
    """The least work to a goal."""

    status: PlanStatus
    goal: GoalOut | None = Field(description="Null where no goal on record was given.")
    minimize: Minimize
    objective: float | None = Field(
        description="The least sum: steps, hours or US dollars; the median stands for what is not stated."
    )
    gap: float = Field(description="How far from the least it may be, as a part of it; 0 when optimal.")
    on: date | None = Field(description="The day of the statuses; null where the site has no board.")
    steps: list[StepOut]
    totals: TotalsOut
    stacks: list[str] = Field(description="Slugs of the stacks it finishes, in the order of travel.")
    stack_statuses: list[StackStatusOut] = Field(description="The same stacks with their statuses.")
    left_out: list[LeftOutOut]
    warnings: list[WarningOut] = Field(
        description="That the goal or the way is refused or for others; approvals and steps that end."
    )
    reason: str | None = Field(description="What is in the way, where nobody can reach the goal.")
    with_refused: OtherWayOut | None = Field(
        description="Where nobody can reach the goal, the plan with what the board declined, withdrew or let "
        "end, without the limits where it takes both; null where that does not lead there, or was asked for."
    )
    counted: list[EquivalenceOut] = Field(
        description="By which something held counts for something the goal could ask for, on the day."
    )
    without_equivalences: bool = Field(description="Whether this plan does without them.")
    other_way: OtherWayOut | None = Field(
        description="The plan without what counts for something else, or with it where this one does "
        "without; null where nothing that is held counts."
    )
    editions: list[HeldEditionOut]
    demonstration: bool
    ignored: list[IgnoredPart]


def plan_out(found: Answer) -> dict[str, Any]:
    """An answer as JSON has it."""
    plan = found.plan
    if plan is None:
        plan = Plan(question=Question(goal=NOWHERE), status=PlanStatus.IMPOSSIBLE, reason=NO_GOAL)
    return {
        "status": plan.status,
        "goal": found.goal,
        "minimize": found.asked.minimize,
        "objective": plan.objective,
        "gap": plan.gap,
        "on": found.statuses.on,
        "steps": [step_out(step, found) for step in plan.steps],
        "totals": totals_out(plan.totals),
        "stacks": [stack.slug for stack in plan.stacks],
        "stack_statuses": [stack_out(one, found.marks) for one in plan.stacks],
        "left_out": [left_out_out(one, found.marks) for one in plan.left_out],
        "warnings": [warning_out(one) for one in warnings_of(found)],
        "reason": plan.reason or None,
        "with_refused": other_way_out(refused.plan if (refused := with_refused(found)) else None),
        "counted": [equivalence_of(one.said, found.day) for one in found.counting.counted],
        "without_equivalences": found.asked.without_equivalences,
        "other_way": other_way_out(found.other_way),
        "editions": [edition_out(one) for one in found.counting.undecided],
        "demonstration": found.made_up,
        "ignored": [asdict(one) for one in found.asked.ignored],
    }


def warnings_of(found: Answer) -> Iterator[Notice]:
    """Everything that the page warns of."""
    yield from notices(found)
    yield from ending_notices(found)
    yield from closing_notices(found)


def dated_out(status: DatedStatus | None) -> dict[str, Any]:
    """A status with its last day as JSON has them."""
    return {"status": status and status.status, "ends_on": status and status.ends_on}


def stack_out(stack: UsedStack, marks: Marks) -> dict[str, Any]:
    """A stack of the plan as JSON has it."""
    return {"slug": stack.slug, "title": stack.title, **dated_out(marks.of_stack(stack.slug).status)}


def left_out_out(one: LeftOut, marks: Marks) -> dict[str, Any]:
    """What was left out as JSON has it."""
    return {"kind": one.kind, "slug": one.slug, "reason": one.reason, **dated_out(marks.status_of(one.id))}


def warning_out(notice: Notice) -> dict[str, Any]:
    """A warning as JSON has it."""
    node = notice.node
    return {"code": notice.code, "kind": node.kind, "slug": node.slug, "text": notice.text}


def other_way_out(plan: Plan | None) -> dict[str, Any] | None:
    """The plan the other way as JSON has it."""
    if plan is None:
        return None
    return {
        "status": plan.status,
        "totals": totals_out(plan.totals),
        "steps": [step.slug for step in plan.steps],
        "reason": plan.reason or None,
    }


def edition_out(one: Undecided) -> dict[str, Any]:
    """An edition that is held as JSON has it."""
    return {"held": one.held.slug, "asked": one.asked.slug, "text": one.text}


def step_out(step: Step, found: Answer) -> dict[str, Any]:
    """A step as JSON has it."""
    mark = found.marks.of_step(step)
    rule = step.node.rule if step.node else Credential(step.slug)
    return {
        "kind": step.kind,
        "count": step.count,
        "slug": step.slug,
        "title": step.title,
        "url": absolute(step.node.url if step.node else found.graph.stacks[step.slug].url),
        "hours_min": rule.hours and rule.hours.low,
        "hours_max": rule.hours and rule.hours.high,
        "cost_usd": rule.price and rule.price.usd,
        "cost_applies_to": (rule.price and rule.price.holds_for) or None,
        "covered": step.covered,
        "last_day_to_start": rule.offering.last_day_to_start,
        "last_day_to_finish": rule.offering.last_day_to_finish,
        "for": step.for_,
        **dated_out(mark.status),
        "check": mark.checks,
    }


def totals_out(totals: PlanTotals) -> dict[str, Any]:
    """Totals as JSON has them."""
    groups = (payment.holds_for for payment in totals.conditions)
    names = ("count", "at_least", "hours_min", "hours_max", "hours_not_stated", "cost_usd", "cost_not_stated")
    sums = {name: getattr(totals, name) for name in names}
    return {**sums, "cost_applies_to": list(dict.fromkeys(groups))}
