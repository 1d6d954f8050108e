"""What the database itself refuses, whoever writes to it."""

import pytest
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError
from django.db.utils import InternalError

from catalog.models import MicroCredentialPage, StackGroup, StackMember, StackPage
from tests.factories import MicroCredentialFactory, StackFactory, group

pytestmark = pytest.mark.django_db

REFUSED = (IntegrityError, InternalError)


def put_inside(holder: StackPage, inside: StackPage) -> None:
    """Write a membership straight to the table, past every form."""
    with transaction.atomic():
        StackMember.objects.create(group=holder.groups.first(), stack=inside, sort_order=9)


def test_a_stack_inside_itself_is_refused() -> None:
    stack = StackFactory(members=(MicroCredentialFactory(),))
    with pytest.raises(REFUSED, match="cannot contain itself"):
        put_inside(stack, stack)


def test_a_loop_three_levels_down_is_refused() -> None:
    low = StackFactory(members=(MicroCredentialFactory(),))
    middle = StackFactory(members=(low,))
    high = StackFactory(members=(middle,))
    with pytest.raises(REFUSED, match="cannot contain itself"):
        put_inside(low, high)


def test_changing_a_member_into_a_loop_is_refused() -> None:
    low = StackFactory(members=(MicroCredentialFactory(),))
    high = StackFactory(members=(low,))
    row = low.groups.first().members.first()
    with pytest.raises(REFUSED, match="cannot contain itself"), transaction.atomic():
        StackMember.objects.filter(pk=row.pk).update(credential=None, stack=high)


def test_the_same_stack_in_two_places_is_no_loop() -> None:
    low = StackFactory(members=(MicroCredentialFactory(),))
    left, right = StackFactory(members=(low,)), StackFactory(members=(low,))
    top = StackFactory(members=(left, right))
    assert StackMember.objects.filter(stack=low).count() == 2
    assert top.groups.first().size == 2


@pytest.mark.parametrize("minimum", [0, 3])
def test_a_minimum_nobody_can_reach_is_refused(minimum: int) -> None:
    members = MicroCredentialFactory.create_batch(2)
    with pytest.raises(IntegrityError), transaction.atomic():
        StackFactory(groups=[group(*members, minimum=minimum)])


def test_a_group_cannot_be_raised_above_its_members() -> None:
    stack = StackFactory(groups=[group(*MicroCredentialFactory.create_batch(2), minimum=1)])
    with pytest.raises(IntegrityError), transaction.atomic():
        StackGroup.objects.filter(page=stack).update(minimum=3)


def test_a_member_is_one_thing() -> None:
    stack = StackFactory(members=(MicroCredentialFactory(),))
    with pytest.raises(IntegrityError), transaction.atomic():
        StackMember.objects.create(group=stack.groups.first(), sort_order=1)


def test_a_member_stands_once_in_a_group() -> None:
    credential = MicroCredentialFactory()
    stack = StackFactory(members=(credential,))
    with pytest.raises(IntegrityError), transaction.atomic():
        StackMember.objects.create(group=stack.groups.first(), credential=credential, sort_order=1)


def test_a_record_that_a_stack_names_cannot_be_deleted() -> None:
    credential = MicroCredentialFactory()
    StackFactory(members=(credential,))
    with pytest.raises(ProtectedError):
        credential.delete()


@pytest.mark.parametrize(
    "facts",
    [
        {"hours_min": 5},
        {"hours_max": 5},
        {"hours_min": 6, "hours_max": 5},
        {"hours_min": -1, "hours_max": 5},
        {"cost_usd": 5},
        {"cost_per": "stack"},
        {"cost_usd": -5, "cost_per": "stack"},
        {"turnaround_days_min": 9, "turnaround_days_max": 8},
        {"address": "https://example.org/"},
        {"address_kind": "own page"},
        {"retired": True, "last_day_to_start": "2026-01-01"},
        {"last_day_to_start": "2026-01-02", "last_day_to_finish": "2026-01-01"},
    ],
)
def test_facts_that_contradict_each_other_are_refused(facts: dict[str, object]) -> None:
    page = MicroCredentialFactory()
    with pytest.raises(IntegrityError), transaction.atomic():
        MicroCredentialPage.objects.filter(pk=page.pk).update(**facts)


def test_a_micro_credential_does_not_replace_itself() -> None:
    page = MicroCredentialFactory()
    with pytest.raises(IntegrityError), transaction.atomic():
        MicroCredentialPage.objects.filter(pk=page.pk).update(replaces=page)
