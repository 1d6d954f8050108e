"""Factories of the models of pathways."""

import factory
import wagtail_factories

from catalog.models import StackPage
from pathways.enums import Level, LinkKind, RoleKind
from pathways.models import (
    PathwayIndexPage,
    PathwayPage,
    PathwayStage,
    PriorityIndexPage,
    PriorityLink,
    PriorityPage,
    RoleIndexPage,
    RolePage,
    StackLink,
    StageStack,
)
from tests.factories.catalog import JurisdictionFactory
from tests.factories.rooms import room


class PriorityFactory(wagtail_factories.PageFactory):
    class Meta:
        model = PriorityPage

    parent = factory.LazyFunction(lambda: room(PriorityIndexPage))
    title = factory.Sequence(lambda number: f"Priority {number}")


class RoleFactory(wagtail_factories.PageFactory):
    class Meta:
        model = RolePage

    parent = factory.LazyFunction(lambda: room(RoleIndexPage))
    title = factory.Sequence(lambda number: f"Role {number}")
    role_kind = RoleKind.LEADERSHIP
    jurisdiction = factory.SubFactory(JurisdictionFactory)
    is_goal = True


class PathwayFactory(wagtail_factories.PageFactory):
    """A pathway of `stages=[stage(…), …]`, with `roles=[…]`; without stages it is empty."""

    class Meta:
        model = PathwayPage

    parent = factory.LazyFunction(lambda: room(PathwayIndexPage))
    title = factory.Sequence(lambda number: f"Pathway {number}")
    priority = factory.SubFactory(PriorityFactory)


def stage(
    *stacks: StackPage, title: str = "Start", level: str = Level.NOVICE, minimum: int | None = None
) -> PathwayStage:
    """A stage for `PathwayFactory`: `minimum` of these stacks, all of them without it."""
    rows = [StageStack(stack=stack, sort_order=place) for place, stack in enumerate(stacks)]
    return PathwayStage(title=title, level=level, minimum=minimum, stage_stacks=rows)


def addresses(priority: PriorityPage) -> PriorityLink:
    """What it addresses, for `MicroCredentialFactory(priority_links=[…])`."""
    return PriorityLink(priority=priority)


def builds_on(stack: StackPage, reason: str = "") -> StackLink:
    """What must be finished before, for `StackFactory(stack_links=[…])`."""
    return StackLink(before=stack, kind=LinkKind.BUILDS_ON, reason=reason)


def better_after(stack: StackPage, reason: str = "") -> StackLink:
    """What is better before, for `StackFactory(stack_links=[…])`."""
    return StackLink(before=stack, kind=LinkKind.RECOMMENDED_BEFORE, reason=reason)
