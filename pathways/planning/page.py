"""What the page of a plan shows: the questions with what was answered, the plan, and what is open on it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from math import ceil

from django.http import QueryDict
from wagtail.models import Site

from catalog.models import Jurisdiction
from catalog.wording import grades_text, listing
from home.asking import Ignored
from home.numbers import noun_for, number_text
from home.plain_text import shortened
from pathways.graph import Graph, Node, RoleNode
from pathways.planner import Minimize, Plan, PlanStatus
from pathways.planning.answering import Answer, answer
from pathways.planning.asking import Asked
from pathways.planning.cautions import Cautions
from pathways.planning.changes import Change, changes_since
from pathways.planning.counting import Counting
from pathways.planning.endings import typical_hours
from pathways.planning.form import PlanForm
from pathways.planning.loosening import Loosening, loosenings
from pathways.planning.notices import Notice
from pathways.planning.pay import roles_paid
from pathways.planning.schedule import Slot, Term, terms
from pathways.planning.sums import Sums
from pathways.planning.swapping import Swapping, swappings
from pathways.planning.telling import Row, Stop, stops
from pathways.planning.using import HeldUse, uses_of

NAMES = {
    "goal": "Where you want to go",
    "held": "What you hold",
    "minimize": "What matters most",
    "free": "Only what is free",
    "hours_max": "Hours at the most",
    "grade": "Grade",
    "approved_by": "Approved by",
    "on": "Decisions as of this day",
    "without_issuer": "Issuer left out",
    "use": "Swapped in",
    "without": "Swapped out",
    "any_status": "Whatever the board decided",
    "without_equivalences": "Without what counts for something else",
    "week": "Hours a week",
    "start": "First day",
    "made": "Day of the link",
    "find": "Words to look up",
    "find_goal": "Words to look up a goal",
    "open": "Choice to open",
}
"""What the page calls the parameters of its address."""


@dataclass(frozen=True)
class ShownStop:
    """A stop with its rows, what can be swapped beside each row, and what can be swapped beside.

    `finish` is the address of the plan for somebody who has finished this stack.
    """

    stop: Stop
    rows: list[tuple[Row, list[Swapping]]]
    swaps: list[Swapping]
    finish: str


def shown_stop(stop: Stop, swaps: list[Swapping], finish: str) -> ShownStop:
    """A swap of a step stands in its row, any other under the rows."""
    named = {row.step.node.id for row in stop.rows if row.step.node}
    rows = [
        (row, [one for one in swaps if row.step.node and one.chosen.id == row.step.node.id])
        for row in stop.rows
    ]
    return ShownStop(stop, rows, [one for one in swaps if one.chosen.id not in named], finish)


@dataclass(frozen=True)
class PlanPage:
    """The page of a plan."""

    found: Answer
    form: PlanForm
    changes: tuple[Change, ...] = ()

    @property
    def asked(self) -> Asked:
        """What was asked."""
        return self.found.asked

    @property
    def today(self) -> date:
        """The day where the site is."""
        return self.found.today

    @property
    def graph(self) -> Graph:
        """What it was asked of."""
        return self.found.graph

    @property
    def plan(self) -> Plan | None:
        """The plan, where a goal was given."""
        return self.found.plan

    @property
    def goal(self) -> Node | None:
        """Where it leads."""
        return self.found.goal

    @property
    def can_be_done(self) -> bool:
        """Whether there is a plan to follow."""
        return self.plan is not None and self.plan.status is not PlanStatus.IMPOSSIBLE

    @property
    def is_proven(self) -> bool:
        """Whether no other plan is shorter."""
        return self.plan is not None and self.plan.status is PlanStatus.OPTIMAL

    @property
    def gap_percent(self) -> str:
        """How much less another plan may have at the most, where time ran out."""
        return f"{ceil(self.plan.gap * 100)} %" if self.plan else ""

    @property
    def ignored(self) -> list[Ignored]:
        """What was left out of the question, named as the questions of the page are."""
        given = [*self.asked.ignored, *filter(None, (self.future, self.closed))]
        return [replace(one, field=NAMES.get(one.field, one.field)) for one in given]

    @property
    def closed(self) -> Ignored | None:
        """The choice that the address opens, where this plan has none such."""
        swaps = (one for swaps in self.swapping.values() for one in swaps)
        if not self.asked.open or any(one.is_open for one in swaps):
            return None
        return Ignored("open", shortened(self.asked.open), "This plan has no such choice to open.")

    @property
    def future(self) -> Ignored | None:
        """The day of the link, where it is still to come."""
        made = self.asked.made.on
        if made is None or made <= self.today:
            return None
        return Ignored("made", made.isoformat(), "That day is still to come.")

    @cached_property
    def loosenings(self) -> list[Loosening]:
        """Where there is no plan, the limits without which there would be one."""
        return [] if self.plan is None or self.can_be_done else loosenings(self.found)

    @property
    def link(self) -> str:
        """The address of this plan, with nothing open."""
        return self.asked.link()

    @property
    def share(self) -> str:
        """The address to keep: it says the day it was made, so that it can tell later what has changed."""
        made = self.asked.made.on
        return self.asked.link(made=min(made or self.today, self.today).isoformat())

    @property
    def calendar(self) -> str:
        """The address of the calendar's file."""
        return self.asked.link("plan_calendar")

    @property
    def table(self) -> str:
        """The address of the spreadsheet's file."""
        return self.asked.link("plan_table")

    @property
    def start_over(self) -> str:
        """The address of the same question without the choices made on the page."""
        return self.asked.link(without=("use", "without"))

    @property
    def is_swapped(self) -> bool:
        """Whether choices were made on the page."""
        return bool(self.asked.wanted or self.asked.unwanted)

    @cached_property
    def stops(self) -> list[Stop]:
        """The stacks of the plan."""
        return stops(self.plan, self.graph, self.found.marks) if self.plan else []

    @property
    def sums(self) -> Sums | None:
        """Its totals in words."""
        return Sums(self.plan.totals, len(self.plan.stacks)) if self.plan else None

    @property
    def counted_twice(self) -> list[tuple[str, int]]:
        """The titles of what counts more than once, each with the number of the stop where it is earned."""
        found = []
        for stop in self.stops:
            found += [(stop.node.title, stop.number)] if stop.used.counts_twice else []
            found += [(row.title, stop.number) for row in stop.rows if row.step.counts_twice]
        return found

    @property
    def counting(self) -> Counting:
        """What of that which is held counts for something else, or may."""
        return self.found.counting

    @property
    def other_way(self) -> Plan | None:
        """The plan without what counts, or with it where this one does without."""
        return self.found.other_way

    @property
    def other_sums(self) -> str:
        """What that plan takes, in words."""
        other = self.other_way
        if other is None or other.status is PlanStatus.IMPOSSIBLE:
            return ""
        if not other.steps:
            return "nothing is left to earn"
        sums = Sums(other.totals, len(other.stacks))
        return f"{sums.to_earn}. Hours: {sums.hours}. Cost: {sums.cost}"

    @property
    def other_link(self) -> str:
        """Its address."""
        if self.asked.without_equivalences:
            return self.asked.link(without=("without_equivalences",))
        return self.asked.link(without_equivalences="1")

    @property
    def pathway(self) -> Node | None:
        """The pathway it takes, unless that is the goal itself."""
        found = self.graph.pathways.get(self.plan.pathway) if self.plan else None
        return None if found is None or found == self.goal else found

    @property
    def paid(self) -> list[RoleNode]:
        """The roles it leads to with their pay."""
        if self.plan is None or self.asked.goal is None:
            return []
        return roles_paid(self.graph, self.asked.goal, self.plan.pathway)

    @property
    def lead(self) -> str:
        """What the plan answers, in a sentence or two."""
        known = []
        if self.asked.grades:
            grades = noun_for(len(self.asked.grades), "grade")
            known.append(f"teach {grades} {grades_text(self.asked.grades)}")
        if self.asked.held:
            held = len(self.asked.held)
            known.append(f"hold {held} {noun_for(held, 'micro-credential')}")
        if self.asked.held_stacks:
            stacks = len(self.asked.held_stacks)
            known.append(f"have finished {stacks} {noun_for(stacks, 'stack')}")
        return f"You {listing(known)}." if known else ""

    @property
    def least(self) -> str:
        """What is least about the plan, before what is to be earned in it."""
        return {
            Minimize.COUNT: "The plan with the fewest to earn:",
            Minimize.HOURS: "The plan with the fewest hours, as far as they are stated:",
            Minimize.COST: "The plan with the least cost, as far as it is stated:",
        }[self.asked.minimize]

    @property
    def assumed(self) -> str:
        """What stands in for facts that are not stated, where the plan was chosen by them."""
        if self.plan is None or self.asked.minimize is Minimize.COUNT:
            return ""
        hours = self.asked.minimize is Minimize.HOURS
        totals = self.plan.totals
        missing = totals.hours_not_stated if hours else totals.cost_not_stated
        if not missing:
            return ""
        fact = "hours" if hours else "cost"
        return (
            f"Where the {fact} of a step {'are' if hours else 'is'} not stated, the plan was chosen as if it "
            "were the median of what the catalog states. No such number is part of the totals."
        )

    @cached_property
    def cautions(self) -> Cautions:
        """What to know before one begins, and what was left out."""
        return Cautions(self.found, self.stops)

    @cached_property
    def instead(self) -> PlanPage | None:
        """Where there is no plan, the page of the one with what the board refused, if there is one."""
        found = self.cautions.instead
        return PlanPage(found, self.form) if found else None

    @property
    def instead_notices(self) -> list[Notice]:
        """What that plan says first and this page does not."""
        told = self.instead.cautions.notices if self.instead else []
        return [one for one in told if one not in self.cautions.notices]

    @property
    def board(self) -> str:
        """The name of the site's board; empty where it has none."""
        return self.found.statuses.board.name if self.found.statuses.board else ""

    @cached_property
    def terms(self) -> list[Term]:
        """The steps with their days, term by term, where hours a week were given."""
        days = self.found.marks.days
        return terms(days.slots) if days and days.week is not None else []

    @property
    def too_late(self) -> list[Slot]:
        """The steps that lie after their last day to start or to finish, by the plan's days."""
        return [slot for term in self.terms for slot in term.slots if slot.too_late]

    @property
    def typical_hours(self) -> str:
        """The median of the hours that the catalog states."""
        return number_text(typical_hours(self.graph))

    @property
    def held(self) -> list[HeldUse]:
        """What is held, and where the plan uses it."""
        return uses_of(self.asked, self.graph, self.stops, self.counting.by_held, self.found.marks)

    @cached_property
    def swapping(self) -> dict[int, list[Swapping]]:
        """What can be swapped at each stop, by its number."""
        return {stop.number: swappings(self.asked, self.graph, self.plan, stop) for stop in self.stops}

    @property
    def shown_stops(self) -> list[ShownStop]:
        """The stops, each with what can be swapped there."""
        return [
            shown_stop(stop, self.swapping[stop.number], self.asked.with_pairs((), [("held", stop.node.id)]))
            for stop in self.stops
        ]

    @property
    def made_up(self) -> bool:
        """Whether anything shown is made up for the demonstration."""
        return (
            self.found.made_up
            or (self.instead is not None and self.instead.found.made_up)
            or any(change.made_up for change in self.changes)
            or any(one.node.issuer.demonstration for one in self.form.shown_matches)
        )


def plan_page(params: QueryDict, site: Site | None, board: Jurisdiction | None) -> PlanPage:
    """The page of the plan that these parameters ask for, on a site that shows this board's decisions."""
    found = answer(params, site, deciding=board)
    boards = Jurisdiction.objects.filter(decisions__isnull=False).distinct().order_by("name")
    form = PlanForm(found.asked, found.graph, tuple(boards), board)
    return PlanPage(found, form, changes_since(found, board, found.today))
