"""What the planner answers: plain data."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from catalog.rules import Price
from pathways.graph import CredentialNode, Kind
from pathways.planner.question import Question


class PlanStatus(StrEnum):
    """How sure a plan is."""

    OPTIMAL = "optimal"
    IMPOSSIBLE = "impossible"
    FEASIBLE = "feasible"


class StepKind(StrEnum):
    """Whether a step is on record."""

    MICRO_CREDENTIAL = "micro-credential"
    UNNAMED = "unnamed"


class Use(StrEnum):
    """Why a stack is used."""

    GOAL = "goal"
    STAGE = "stage"
    MEMBER = "member"
    PREREQUISITE = "prerequisite"


@dataclass(frozen=True, slots=True)
class Reason:
    """What something is for: kind, slug and title of a node. A stage's slug is “pathway/number”."""

    kind: Kind
    slug: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """Something still to earn, `for_` the stacks that ask for it, in the order of travel.

    `name` is unique in a plan: the slug of a micro-credential, or the slug of the stack and “:unnamed”. The
    slug and title of an unnamed step are those of its stack, and `count` says how many it stands for. `node`
    is what is on record of a micro-credential. `covered` says that the price of a whole stack pays for it.
    """

    name: str
    kind: StepKind
    slug: str
    title: str
    for_: tuple[Reason, ...]
    count: int = 1
    node: CredentialNode | None = None
    covered: bool = False

    @property
    def counts_twice(self) -> bool:
        """Whether more than one stack asks for it."""
        return len(self.for_) > 1

    @property
    def price(self) -> Price | None:
        """What it states that it costs."""
        return self.node.rule.price if self.node else None

    @property
    def states_cost(self) -> bool:
        """Whether its cost is known: its own, or that of a whole stack."""
        return self.covered or self.price is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class UsedAs:
    """A reason why a stack is used: as the goal, in a stage, in a stack, or as what a stack builds on."""

    use: Use
    by: Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class UsedStack:
    """A stack that the plan finishes; `finished` says that nothing in it is still to earn."""

    slug: str
    title: str
    used_as: tuple[UsedAs, ...]
    finished: bool = False

    @property
    def counts_twice(self) -> bool:
        """Whether it is used more than once, such as in a stage and as a prerequisite."""
        return len(self.used_as) > 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One of several that finish a stage or group; `held` says that nothing is left to earn for it."""

    kind: Kind
    slug: str
    title: str
    chosen: bool
    held: bool = False

    @property
    def id(self) -> str:
        """Its name in the graph, as `Question.wanted` takes it."""
        return f"{self.kind}:{self.slug}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """`minimum` of these options finish a stage or group, or one of them leads to a goal.

    Its id is “stage:pathway/2”, “group:stack/1” (the stack's groups count from 1) or “goal:role/slug”.
    """

    id: str
    title: str
    minimum: int
    options: tuple[Option, ...]

    @property
    def is_choice(self) -> bool:
        """Whether something may be left out."""
        return self.minimum < len(self.options)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A micro-credential, or what a stack asks for that is not on record, that a limit leaves out."""

    kind: StepKind | Kind
    slug: str
    title: str
    reason: str

    @property
    def id(self) -> str:
        """Its name in the graph; that of the stack that asks for it where it is not on record."""
        kind = Kind.MICRO_CREDENTIAL if self.kind == Kind.MICRO_CREDENTIAL else Kind.STACK
        return f"{kind}:{self.slug}"


@dataclass(frozen=True, slots=True)
class Payment:
    """A stated price that the plan pays; `holds_for` names the group it holds for, empty for everyone."""

    kind: Kind
    slug: str
    title: str
    usd: Decimal
    holds_for: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanTotals:
    """Sums over the steps still to earn of what is stated; None where nothing is.

    `at_least` says that a step is not on record. `hours_not_stated` and `cost_not_stated` count steps that
    do not state the fact, unnamed ones by their number; what a stack's price pays for states its cost.
    """

    count: int = 0
    at_least: bool = False
    hours_min: Decimal | None = None
    hours_max: Decimal | None = None
    hours_not_stated: int = 0
    cost_usd: Decimal | None = None
    cost_not_stated: int = 0
    payments: tuple[Payment, ...] = ()

    @property
    def conditions(self) -> tuple[Payment, ...]:
        """The prices that hold only for some."""
        return tuple(payment for payment in self.payments if payment.holds_for)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The least work to a goal, its steps and stacks in the order of travel.

    `objective` is the sum that was minimized, in steps, hours or US dollars; it counts the catalog's median
    for what is not stated. `gap` is how far from the least it may be, as a part of it. `reason` says what is
    in the way where the status is impossible.
    """

    question: Question
    status: PlanStatus
    objective: Decimal | None = None
    gap: Decimal = Decimal(0)
    steps: tuple[Step, ...] = ()
    stacks: tuple[UsedStack, ...] = ()
    pathway: str = ""
    choices: tuple[Choice, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    reason: str = ""
    totals: PlanTotals = PlanTotals()

    @property
    def counted_twice(self) -> tuple[Step, ...]:
        """The steps that more than one stack asks for."""
        return tuple(step for step in self.steps if step.counts_twice)

    @property
    def used_twice(self) -> tuple[UsedStack, ...]:
        """The stacks that are used more than once."""
        return tuple(stack for stack in self.stacks if stack.counts_twice)


@dataclass(frozen=True, slots=True)
class Difference:
    """How much more of a fact one plan states than another.

    `gaps` is how many more of its steps do not state it. `whole` says that the same steps of both do not, so
    that `stated` is all of the difference. `groups` are those whom the prices that differ hold for.
    """

    stated: Decimal
    gaps: int = 0
    whole: bool = True
    groups: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Swap:
    """Another option in place of a chosen one, and the exact plan with it.

    The differences are to the plan that was swapped: of the sum that was minimized, of the number of steps,
    and of hours (midpoints) and cost; None where nothing that differs states the fact.
    """

    option: Option
    plan: Plan
    objective: Decimal | None = None
    count: int | None = None
    hours: Difference | None = None
    cost: Difference | None = None

    @property
    def reason(self) -> str:
        """What is in the way; empty where it can be done."""
        return self.plan.reason
