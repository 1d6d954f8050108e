"""A plan in words, stop by stop: what a teacher reads. Plain data in, text out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from catalog.day_wording import last_days
from catalog.rules import Credential
from catalog.wording import asks_of, few, listing, sentence_case
from home.numbers import NOT_STATED, money_text, noun_for, number_text, span_text
from pathways.graph import Graph, Kind, StackNode
from pathways.planner import Choice, Difference, Plan, Reason, Step, Swap, Use, UsedStack
from pathways.planning.marks import NO_MARK, Mark, Marks
from pathways.planning.merits import merit


def hours_of(rule: Credential | None) -> str:
    """The hours of one step."""
    if rule is None or rule.hours is None:
        return f"hours {NOT_STATED}"
    return span_text(rule.hours.low, rule.hours.high, "hours")


def cost_of(step: Step) -> str:
    """The cost of one step, with whom it holds for."""
    if step.covered:
        return "in the price of the stack"
    price = step.node.rule.price if step.node else None
    if price is None:
        return f"cost {NOT_STATED}"
    return f"{money_text(price.usd)} for {price.holds_for}" if price.holds_for else money_text(price.usd)


@dataclass(frozen=True)
class Row:
    """A step under the stack that first asks for it."""

    step: Step
    graph: Graph
    mark: Mark = NO_MARK

    @property
    def title(self) -> str:
        """What it is called; an unnamed step has no name, and says so."""
        if self.step.node:
            return self.step.title
        return sentence_case(f"{few(self.step.count)} more, not on record here; the issuer lists {self.them}")

    @property
    def them(self) -> str:
        """The unnamed steps in the accusative."""
        return "it" if self.step.count == 1 else "them"

    @property
    def url(self) -> str:
        """Its page."""
        return self.step.node.url if self.step.node else ""

    @property
    def facts(self) -> str:
        """Its hours and cost."""
        return f"{hours_of(self.step.node.rule if self.step.node else None)}, {cost_of(self.step)}"

    @property
    def last_days(self) -> str:
        """Until when it is offered, where an end is on record."""
        return last_days(self.step.node.rule.offering) if self.step.node else ""

    @property
    def others(self) -> list[StackNode]:
        """The other stacks that it counts for."""
        return [self.graph.stacks[one.slug] for one in self.step.for_[1:]]


@dataclass(frozen=True)
class Why:
    """A reason in a sentence, with the gate of the stage it names, and what speaks for it there."""

    text: str
    gate: tuple[bool, ...] = ()
    merit: str = ""


@dataclass(frozen=True)
class Stop:
    """A stack of the plan, with what is still to earn in it, what is held already and what counts as held.

    `merits` tells what speaks for it in each stage that asks for it, by the stage's slug.
    """

    number: int
    used: UsedStack
    node: StackNode
    rows: tuple[Row, ...]
    held: tuple[str, ...]
    counted: tuple[str, ...]
    choices: tuple[Choice, ...]
    merits: Mapping[str, str]
    graph: Graph
    mark: Mark = NO_MARK

    @property
    def missing(self) -> int:
        """How many steps first asked for here are still to earn."""
        return sum(row.step.count for row in self.rows)

    @property
    def held_titles(self) -> str:
        """What is held of its members, as an enumeration."""
        return listing([self.graph.credentials[slug].title for slug in self.held])

    @property
    def told(self) -> str:
        """How much is left of it, in a sentence."""
        size = len(self.node.rule.credentials())
        named = noun_for(size, "micro-credential")
        held = f" You hold {self.has} of the {size} {named} it names{self.by_others}." if self.has else ""
        if self.used.finished:
            return f"You have finished it.{held}"
        if not self.missing:
            return f"Everything it asks for stands in earlier steps.{held}"
        return f"{sentence_case(few(self.missing))} {'more ' if self.has else ''}to earn.{held}"

    @property
    def has(self) -> int:
        """How many of its members are held or count as held."""
        return len(self.held) + len(self.counted)

    @property
    def by_others(self) -> str:
        """How many of them by something else that counts for them."""
        if not self.counted:
            return ""
        if not self.held:
            return ", by what counts for it" if self.has == 1 else ", by what counts for them"
        return f", {few(len(self.counted))} of them by what counts for it"

    @property
    def counted_titles(self) -> str:
        """What of its members something else counts for, as an enumeration."""
        return listing([self.graph.credentials[slug].title for slug in self.counted])

    @property
    def why(self) -> list[Why]:
        """Why the stack is in the plan, a sentence for each reason; a stage's gate beside it."""
        found = [
            Why(
                self.reason(one.use, one.by.slug, one.by.title),
                self.gate(one.by),
                self.merits.get(one.by.slug, ""),
            )
            for one in self.used.used_as
            if one.use is not Use.PREREQUISITE
        ]
        after = [f"“{one.by.title}”" for one in self.used.used_as if one.use is Use.PREREQUISITE]
        if not after:
            return found
        build = "builds" if len(after) == 1 else "build"
        return [*found, Why(f"{listing(after)} {build} on it, so finish this first.")]

    def gate(self, by: Reason) -> tuple[bool, ...]:
        """A bar for each stack of a stage, true for as many as it asks for; none for what is no stage."""
        if by.kind is not Kind.STAGE:
            return ()
        stage = self.graph.stage(by.slug)
        return tuple(place < stage.minimum for place in range(len(stage.stacks)))

    def reason(self, use: Use, slug: str, title: str) -> str:
        """One reason."""
        if use is Use.GOAL:
            return "It is your goal." if slug == self.node.slug else f"It addresses {title}."
        if use is Use.MEMBER:
            return f"“{title}” holds it."
        stage = self.graph.stage(slug)
        return f"Stage {stage.number}, {stage.title}, asks for {asks_of(stage.minimum, len(stage.stacks))}."


def stops(plan: Plan, graph: Graph, marks: Marks | None = None) -> list[Stop]:
    """The stacks of a plan in the order of travel; each step stands in the first stack that asks for it."""
    marks = marks or Marks(graph)
    return [
        Stop(
            number=number,
            used=used,
            node=graph.stacks[used.slug],
            rows=tuple(
                Row(step, graph, marks.of_step(step)) for step in plan.steps if first_for(step) == used.slug
            ),
            held=tuple(
                slug
                for slug in graph.stacks[used.slug].rule.credentials()
                if slug in plan.question.held - plan.question.counted and slug in graph.credentials
            ),
            counted=tuple(
                slug for slug in graph.stacks[used.slug].rule.credentials() if slug in plan.question.counted
            ),
            choices=tuple(one for one in plan.choices if one.is_choice and belongs(one, used.slug)),
            merits={
                one.by.slug: merit(graph, plan, choice, used.slug)
                for one in used.used_as
                for choice in plan.choices
                if one.use is Use.STAGE and choice.id == f"{Kind.STAGE}:{one.by.slug}"
            },
            graph=graph,
            mark=marks.of_stack(used.slug),
        )
        for number, used in enumerate(plan.stacks, start=1)
    ]


def first_for(step: Step) -> str:
    """The slug of the first stack that asks for a step."""
    return step.for_[0].slug if step.for_ else step.slug


def belongs(choice: Choice, stack: str) -> bool:
    """Whether a choice is told at a stack: it chooses the stack, or among its members."""
    if choice.id.startswith("group:"):
        return choice.id.removeprefix("group:").rpartition("/")[0] == stack
    return any(one.chosen and one.kind is Kind.STACK and one.slug == stack for one in choice.options)


def swap_text(swap: Swap) -> str:
    """What another option would change, such as “2 more to earn, +6 hours, cost not stated”."""
    if swap.reason:
        return swap.reason
    return ", ".join(
        (
            count_change(swap.count or 0),
            change(swap.hours, "hours", number_text),
            change(swap.cost, "cost", money_text),
        )
    )


def count_change(more: int) -> str:
    """How many more or fewer are to be earned."""
    if not more:
        return "as many to earn"
    return f"{few(abs(more))} {'more' if more > 0 else 'fewer'} to earn"


def change(found: Difference | None, fact: str, text: Callable[[Decimal], str]) -> str:
    """How much more or less of a fact, as far as it is stated, and of how many steps it is not."""
    if found is None:
        return f"change in {fact} {NOT_STATED}"
    more = found.stated
    sign, unit = ("+" if more > 0 else "−"), (f" {noun_for(abs(more), 'hour')}" if fact == "hours" else "")
    words = f"{sign}{text(abs(more))}{unit}" if more else f"the same {fact}"
    notes = [f"with prices only for {listing([*found.groups])}"] if found.groups else []
    if not found.whole:
        words = f"{words} as far as stated"
        notes.append(gaps_change(found.gaps))
    return f"{words} ({'; '.join(notes)})" if notes else words


def gaps_change(more: int) -> str:
    """Of how many more or fewer steps a fact is not stated."""
    if not more:
        return f"{NOT_STATED} for as many others"
    return f"{NOT_STATED} for {few(abs(more))} {'more' if more > 0 else 'fewer'}"
