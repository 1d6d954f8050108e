"""What Wagtail's own tools do with our pages: compare, go back, submit, approve, and a stale form."""

from typing import Any

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client
from django.urls import reverse
from wagtail.models import GroupPagePermission, Page, Workflow
from zeal import zeal_ignore

from catalog.models import StackPage
from tests.editors import signed_in, stack_data
from tests.factories import MicroCredentialFactory, StackFactory, group, home_page

pytestmark = pytest.mark.django_db


def two_revisions(stack: StackPage) -> list[int]:
    """One as it stands, one with other groups and members."""
    first = stack.save_revision()
    changed: Any = stack.get_latest_revision_as_object()
    changed.groups = [group(*MicroCredentialFactory.create_batch(2), minimum=1, label="Other")]
    return [first.pk, changed.save_revision().pk]


def test_revisions_with_other_groups_and_members_are_compared(client: Client) -> None:
    stack = StackFactory(members=MicroCredentialFactory.create_batch(3))
    earlier, later = two_revisions(stack)
    with zeal_ignore():
        for one, other in ((earlier, later), ("earliest", "latest"), ("live", later)):
            url = reverse("wagtailadmin_pages:revisions_compare", args=[stack.pk, one, other])
            response = signed_in(client).get(url) if one == earlier else client.get(url)
            assert response.status_code == 200
            assert "Other" in response.content.decode()


def test_the_history_is_shown_and_an_older_version_opens(client: Client) -> None:
    stack = StackFactory(members=[MicroCredentialFactory()])
    earlier, _ = two_revisions(stack)
    signed_in(client)
    with zeal_ignore():
        for name, more in (("history", []), ("revisions_revert", [earlier])):
            url = reverse(f"wagtailadmin_pages:{name}", args=[stack.pk, *more])
            assert client.get(url).status_code == 200


def member_of(name: str) -> Client:
    """Signed in as a member of one of Wagtail's two groups, which may work on the whole site."""
    user = User.objects.create_user(name.lower(), f"{name}@example.org", "secret")
    user.groups.add(Group.objects.get(name=name))
    client = Client()
    client.force_login(user)
    return client


def test_a_draft_goes_from_submit_to_approve() -> None:
    assert Workflow.objects.exists()
    assert GroupPagePermission.objects.filter(group__name="Editors", page__in=home_page().get_ancestors(True))
    stack = StackFactory(title="Draft", live=False, members=[MicroCredentialFactory()])
    editor, moderator = member_of("Editors"), member_of("Moderators")
    edit = reverse("wagtailadmin_pages:edit", args=[stack.pk])
    with zeal_ignore():
        editor.post(edit, {**stack_data(stack), "action-submit": "Submit"})
        state = Page.objects.get(pk=stack.pk).current_workflow_task_state
        assert "Draft" in moderator.get("/admin/").content.decode()
        action = reverse("wagtailadmin_pages:workflow_action", args=[stack.pk, "approve", state.pk])
        moderator.post(action, {"comment": "Good."})
    assert Page.objects.get(pk=stack.pk).live


def test_a_stale_form_leaves_what_the_first_wrote_in_the_history(client: Client) -> None:
    stack = StackFactory(title="Reading", members=[MicroCredentialFactory()])
    stack.save_revision()
    signed_in(client)
    edit = reverse("wagtailadmin_pages:edit", args=[stack.pk])
    with zeal_ignore():
        client.post(edit, {**stack_data(stack), "title": "By Ada"})
        client.post(edit, {**stack_data(stack), "title": "By Ben"})
    assert {"By Ada", "By Ben"} <= {revision.content["title"] for revision in stack.revisions.all()}
