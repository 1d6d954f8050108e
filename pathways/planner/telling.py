"""A choice told as a plan: its steps in order, what each is for, what else could be chosen."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from catalog.rules import Credential
from catalog.wording import heading
from pathways.graph import Kind, Node
from pathways.planner.answer import (
    Choice,
    Option,
    PlanTotals,
    Reason,
    Step,
    StepKind,
    Use,
    UsedAs,
    UsedStack,
)
from pathways.planner.choosing import Chosen
from pathways.planner.model import unnamed_name
from pathways.planner.prices import covers_of
from pathways.planner.scope import Scope, Way
from pathways.planner.summing import totals_of
from pathways.planner.travel import Journey
from pathways.walks import gathered


class Teller:
    """Tells one choice."""

    def __init__(self, scope: Scope, chosen: Chosen) -> None:
        self.scope, self.chosen = scope, chosen
        self.parts = scope.parts
        self.journey = Journey(scope, chosen)
        self.covers = covers_of(scope, self.journey.stacks)

    @property
    def pathway(self) -> str:
        """The slug of the pathway that is gone, empty where the goal is a stack."""
        return self.chosen.way.slug if self.chosen.way.kind is Kind.PATHWAY else ""

    def steps(self) -> Iterator[Step]:
        """What is still to earn, in the order of travel."""
        for name, stack in self.journey.steps.items():
            yield self.unnamed(stack) if name == unnamed_name(stack) else self.single(name, stack)

    def unnamed(self, slug: str) -> Step:
        """The steps of a stack that are not on record."""
        node = self.parts[slug].node
        return Step(
            name=unnamed_name(slug),
            kind=StepKind.UNNAMED,
            slug=slug,
            title=node.title,
            for_=(reason_of(node),),
            count=node.rule.unnamed,
            covered=self.is_covered(self.covers.of_stack(slug)),
        )

    def single(self, slug: str, stack: str) -> Step:
        """A micro-credential; of one that is not published only the stack is told."""
        node = self.scope.graph.credentials.get(slug)
        shown = node or self.parts[stack].node
        return Step(
            name=slug,
            kind=StepKind.MICRO_CREDENTIAL if node else StepKind.UNNAMED,
            slug=shown.slug,
            title=shown.title,
            for_=tuple(reason_of(self.parts[one].node) for one in self.asking[slug]),
            node=node,
            covered=self.is_covered(self.covers.of_credential(slug)),
        )

    @cached_property
    def asking(self) -> dict[str, list[str]]:
        """The slugs of the used stacks that each micro-credential is a member of."""
        named = (
            (member.slug, stack)
            for stack in self.journey.stacks
            for member in self.parts[stack].node.rule.members
            if isinstance(member, Credential)
        )
        return gathered(dict.fromkeys(named))

    def is_covered(self, covers: frozenset[str]) -> bool:
        """Whether the price of a used stack pays."""
        return not covers.isdisjoint(self.chosen.stacks)

    def stacks(self) -> Iterator[UsedStack]:
        """What the plan finishes, in the order of finishing."""
        for slug in self.journey.stacks:
            yield UsedStack(
                slug=slug,
                title=self.parts[slug].node.title,
                used_as=tuple(self.uses(slug)),
                finished=slug in self.scope.wholly_held,
            )

    @cached_property
    def users(self) -> dict[str, list[str]]:
        """The slugs of the used stacks that may ask for each stack, in the order of finishing."""
        stacks = self.journey.stacks
        return gathered((one, slug) for slug in stacks for one in self.parts[slug].leads_to)

    def uses(self, slug: str) -> Iterator[UsedAs]:
        """Every reason why a stack is used."""
        way = self.chosen.way
        if way.kind is Kind.STACK and way.slug == slug:
            yield UsedAs(use=Use.GOAL, by=goal_of(self.scope))
        for demand in way.demands:
            if demand.stage and slug in demand.stacks:
                yield UsedAs(use=Use.STAGE, by=reason_of(demand.stage))
        for other in self.users.get(slug, ()):
            part = self.parts[other]
            if any(slug in ask.stacks for ask in part.asks):
                yield UsedAs(use=Use.MEMBER, by=reason_of(part.node))
            if slug in part.before:
                yield UsedAs(use=Use.PREREQUISITE, by=reason_of(part.node))

    def choices(self) -> Iterator[Choice]:
        """What was chosen among what: the way, then in each stage, then in each group with a choice."""
        if len(self.scope.ways) > 1:
            goal = self.scope.question.goal
            options = tuple(map(self.way_option, self.scope.ways))
            title = goal_of(self.scope).title
            yield Choice(id=f"goal:{goal.kind}/{goal.slug}", title=title, minimum=1, options=options)
        for demand in self.chosen.way.demands:
            if stage := demand.stage:
                options = tuple(map(self.stack_option, demand.stacks))
                yield Choice(id=stage.id, title=stage.title, minimum=demand.minimum, options=options)
        for slug in self.journey.stacks:
            yield from self.group_choices(slug)

    def group_choices(self, slug: str) -> Iterator[Choice]:
        """The groups of a stack of which something may be left out."""
        for number, group in enumerate(self.parts[slug].node.rule.groups, start=1):
            if group.is_choice:
                options = tuple(
                    self.credential_option(one)
                    if isinstance(one, Credential)
                    else self.stack_option(one.slug)
                    for one in group.members
                )
                yield Choice(
                    id=f"group:{slug}/{number}", title=heading(group), minimum=group.needed, options=options
                )

    def way_option(self, way: Way) -> Option:
        """A way to the goal."""
        return Option(kind=way.kind, slug=way.slug, title=way.title, chosen=way is self.chosen.way)

    def stack_option(self, slug: str) -> Option:
        """A stack among others."""
        return Option(
            kind=Kind.STACK,
            slug=slug,
            title=self.parts[slug].node.title,
            chosen=slug in self.chosen.stacks,
            held=slug in self.scope.held,
        )

    def credential_option(self, credential: Credential) -> Option:
        """A micro-credential among others."""
        held = credential.slug in self.scope.question.held
        return Option(
            kind=Kind.MICRO_CREDENTIAL,
            slug=credential.slug,
            title=credential.title,
            chosen=held or credential.slug in self.chosen.earned,
            held=held,
        )

    def totals(self) -> PlanTotals:
        """The sums of what is stated."""
        paid = self.covers.paid(self.chosen.stacks)
        return totals_of(list(self.steps()), [self.parts[slug].node for slug in paid])


def reason_of(node: Node) -> Reason:
    """A node as what something is for."""
    return Reason(node.kind, node.slug, node.title)


def goal_of(scope: Scope) -> Reason:
    """The goal as what something is for."""
    return reason_of(scope.graph.nodes[scope.question.goal.id])
