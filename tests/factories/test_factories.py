"""Every factory makes a row that its model's own rules accept, on an empty site too."""

from typing import Any

import pytest
from wagtail.models import Page

from tests import factories
from tests.factories import (
    MicroCredentialFactory,
    PathwayFactory,
    PriorityFactory,
    RoleFactory,
    StackFactory,
    addresses,
    alignment,
    better_after,
    builds_on,
    criterion,
    evidence,
    group,
    home_page,
    stage,
)

ALL = [getattr(factories, name) for name in factories.__all__ if name.endswith("Factory")]


@pytest.mark.django_db
@pytest.mark.parametrize("factory", ALL)
def test_factory_makes_a_sound_row(factory: Any) -> None:
    factory().full_clean()


@pytest.mark.django_db
def test_factory_makes_its_list_on_a_site_that_lost_it() -> None:
    Page.objects.filter(depth__gt=1).delete()
    assert MicroCredentialFactory(slug="phonics").url == "/micro-credentials/phonics/"
    assert home_page().get_children().count() == 2


@pytest.mark.django_db
def test_factories_fill_children() -> None:
    credential = MicroCredentialFactory(
        alignments=[alignment(factories.CompetencyFactory())],
        evidence_parts=[evidence()],
        rubric=[criterion()],
        priority_links=[addresses(PriorityFactory())],
    )
    first = StackFactory(members=[credential])
    stack = StackFactory(groups=[group(credential, first, minimum=1)], stack_links=[builds_on(first)])
    last = StackFactory(stack_links=[better_after(stack)])
    pathway = PathwayFactory(stages=[stage(stack, last, minimum=1)], roles=[RoleFactory()])
    assert [one.size for one in stack.groups.all()] == [2]
    assert [one.size for one in pathway.stages.all()] == [2]
