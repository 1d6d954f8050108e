"""What stands beside each step and stack of a plan: status, what ends too early, what to check."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from catalog.day_wording import start_by
from pathways.grades import grades_named
from pathways.graph import Graph, Issuer, Kind
from pathways.planner import Plan, Step
from pathways.planning.endings import Ending, Finish, PlannedDays, ending, finishes
from pathways.planning.statuses import UNDECIDED, DatedStatus, Statuses


@dataclass(frozen=True)
class GradeCheck:
    """A step that names no grades, where somebody said which they teach: what to ask, and whom."""

    issuer: Issuer
    grades: tuple[str, ...]
    count: int = 1
    on_record: bool = True

    @property
    def why(self) -> str:
        """Why nobody can tell."""
        if self.on_record:
            return "its source names none"
        return f"{'it is' if self.count == 1 else 'they are'} not on record here"

    @property
    def whom(self) -> str:
        """Whom to ask."""
        return self.issuer.name or "the issuer"

    @property
    def question(self) -> str:
        """What to ask, before the titles of the steps."""
        return (
            f"Ask {self.whom} whether {'this is' if self.count == 1 else 'these are'} for {self.grades_text}"
        )

    @property
    def grades_text(self) -> str:
        """The grades that were asked for."""
        return grades_named(self.grades)

    @property
    def ask(self) -> str:
        """What to ask whom, in a sentence."""
        what = "it is" if self.count == 1 else "they are"
        return f"Ask {self.whom} whether {what} for {self.grades_text}."

    @property
    def text(self) -> str:
        """All of it in two sentences."""
        return f"Check the grade: {self.why}. {self.ask}"


@dataclass(frozen=True)
class Mark:
    """What stands beside a step or a stack. `status` is None where the site has no board.

    `closing` says by when to start and finish a step, where an end is on record.
    """

    status: DatedStatus | None = None
    ending: Ending | None = None
    check: GradeCheck | None = None
    closing: str = ""

    @property
    def checks(self) -> list[str]:
        """What is to be checked, as the JSON names it."""
        return ["grade"] if self.check else []


NO_MARK = Mark()


@dataclass(frozen=True)
class Marks:
    """The marks of a plan; `days` is None where there is no plan."""

    graph: Graph
    plan: Plan | None = None
    statuses: Statuses = field(default_factory=Statuses)
    grades: tuple[str, ...] = ()
    days: PlannedDays | None = None

    def status_of(self, node: str) -> DatedStatus | None:
        """How something on record stands with the site's board."""
        return self.statuses.of(node) if self.statuses.board else None

    def of_step(self, step: Step) -> Mark:
        """What stands beside a step. Nobody decided about one that is not on record."""
        if step.node is None:
            undecided = UNDECIDED if self.statuses.board else None
            return Mark(undecided, check=self.check(step))
        status = self.status_of(step.node.id)
        finish = self.days.finish(step.name) if self.days else None
        return Mark(status, self.ending(status, finish, "step"), self.check(step), self.closing(step))

    def of_stack(self, slug: str) -> Mark:
        """What stands beside a stack."""
        status = self.status_of(f"{Kind.STACK}:{slug}")
        return Mark(status, self.ending(status, self.finishes.get(slug), "stack"))

    @cached_property
    def finishes(self) -> dict[str, Finish]:
        """When each stack is done for which something is left to earn."""
        return finishes(self.plan, self.days) if self.plan and self.days else {}

    def ending(self, status: DatedStatus | None, finish: Finish | None, what: str) -> Ending | None:
        """The warning that an approval ends too early."""
        return ending(status.holds_until, finish, what) if status else None

    def closing(self, step: Step) -> str:
        """By when to start and finish a step, and whether it comes too late where no pace was given."""
        told = start_by(step.node.rule.offering) if step.node else ""
        late = self.days.too_late(step.name) if told and self.days else ""
        return f"{told} {late}".strip()

    def check(self, step: Step) -> GradeCheck | None:
        """What is to be checked of a step that names no grades."""
        if not self.grades or (step.node and step.node.grades):
            return None
        issuer = step.node.issuer if step.node else self.graph.stacks[step.slug].issuer
        return GradeCheck(issuer, self.grades, step.count, step.node is not None)

    @property
    def through_refused(self) -> list[str]:
        """The titles of the steps and stacks still to finish that the board declined, withdrew or let end."""
        if self.plan is None:
            return []
        stacks = [(f"{Kind.STACK}:{one.slug}", one.title) for one in self.plan.stacks if not one.finished]
        steps = [(step.node.id, step.title) for step in self.plan.steps if step.node]
        return [title for node, title in [*stacks, *steps] if self.statuses.of(node).is_refused]
