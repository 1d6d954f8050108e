"""What refers to what: noted for a page with all its children, once."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import ReferenceIndex
from wagtail.signal_handlers import disable_reference_index_auto_update

from tests.factories import MicroCredentialFactory, StackFactory, group

pytestmark = pytest.mark.django_db


def questions_of_a_save(members: int) -> int:
    """How often the notes are asked for while a stack of so many members is saved again."""
    stack = StackFactory(members=[MicroCredentialFactory() for _ in range(members)])
    with CaptureQueriesContext(connection) as asked:
        stack.save()
    return sum("referenceindex" in query["sql"] for query in asked.captured_queries)


def test_a_stack_of_many_members_is_noted_as_often_as_one_of_few() -> None:
    assert questions_of_a_save(9) == questions_of_a_save(1) > 0


def test_new_members_are_known_to_be_used_and_old_ones_no_longer() -> None:
    old, new = MicroCredentialFactory(), MicroCredentialFactory()
    stack = StackFactory(groups=[group(old)])
    stack.groups = [group(new)]
    stack.save()
    users = [ReferenceIndex.get_references_to(one).values_list("object_id", flat=True) for one in (old, new)]
    assert [list(found) for found in users] == [[], [str(stack.pk)]]


def test_nothing_is_noted_where_that_is_put_off() -> None:
    with disable_reference_index_auto_update():
        member = MicroCredentialFactory()
        StackFactory(members=(member,)).save()
    assert not ReferenceIndex.get_references_to(member).exists()
