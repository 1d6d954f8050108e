"""The stack editor: rules are refused beside the field, and nothing typed is lost."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data
from zeal import zeal_ignore

from catalog.forms import impossible, path_between
from catalog.models import MicroCredentialPage, StackPage
from tests.factories import MicroCredentialFactory, StackFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client: Client) -> Client:
    """Signed in as somebody who may edit everything."""
    client.force_login(User.objects.create_superuser("editor", password="secret"))
    return client


def posted(
    stack: StackPage, members: list[dict[str, Any]], minimum: int | None, **more: Any
) -> dict[str, Any]:
    """The stack's form with one group, as a browser sends it."""
    group = {"label": "", "minimum": minimum or "", "members": inline_formset(members)}
    fields = {
        "title": stack.title,
        "slug": stack.slug,
        "summary": "",
        "issuer": stack.issuer_id,
        "stack_kind": "stack",
        "title_status": "",
        "complete": "",
        "address": "",
        "address_kind": "",
        "groups": inline_formset([group]),
        "stack_links": inline_formset([]),
        "comments": inline_formset([]),
        "action-publish": "Publish",
        **more,
    }
    return dict(nested_form_data(fields))


def member(page: MicroCredentialPage | StackPage) -> dict[str, Any]:
    """One row of the members."""
    inside = isinstance(page, StackPage)
    return {"credential": "" if inside else page.pk, "stack": page.pk if inside else ""}


def send(editor: Client, stack: StackPage, data: dict[str, Any]) -> str:
    """Send the form and give the answer's text."""
    # Wagtail's page choosers look each chosen page up by itself.
    with zeal_ignore(
        [{"model": "catalog.*", "field": "get()"}, {"model": "wagtailcore.*", "field": "get()"}]
    ):
        response = editor.post(reverse("wagtailadmin_pages:edit", args=[stack.pk]), data, follow=True)
    assert response.status_code == 200
    return response.content.decode()


def test_any_two_of_three_is_published(editor: Client) -> None:
    stack, credentials = StackFactory(), MicroCredentialFactory.create_batch(3)
    send(editor, stack, posted(stack, [member(one) for one in credentials], 2))
    group = StackPage.objects.get(pk=stack.pk).groups.get()
    assert (group.minimum, group.size, group.members.count()) == (2, 3, 3)


def test_four_of_three_is_refused_beside_the_field(editor: Client) -> None:
    stack, credentials = StackFactory(), MicroCredentialFactory.create_batch(3)
    text = send(editor, stack, posted(stack, [member(one) for one in credentials], 4, title="Typed title"))
    assert "3 members cannot give 4. Add members or ask for fewer." in text
    assert "Typed title" in text
    assert not StackPage.objects.get(pk=stack.pk).groups.exists()


def test_a_loop_is_named(editor: Client) -> None:
    low = StackFactory(title="Low")
    middle = StackFactory(title="Middle", members=(low,))
    high = StackFactory(title="High", members=(middle,))
    text = send(editor, low, posted(low, [member(high)], None))
    assert "This makes a loop: Low → High → Middle → Low." in text


def test_a_stack_inside_itself_is_named(editor: Client) -> None:
    stack = StackFactory(title="Alone")
    assert "This makes a loop: Alone → Alone." in send(editor, stack, posted(stack, [member(stack)], None))


def test_a_member_twice_is_refused(editor: Client) -> None:
    stack, credential = StackFactory(), MicroCredentialFactory(title="Twice")
    text = send(editor, stack, posted(stack, [member(credential), member(credential)], None))
    assert "Please correct the duplicate data" in text or "Please correct the duplicate values" in text
    assert not StackPage.objects.get(pk=stack.pk).groups.exists()


def test_a_member_that_is_nothing_or_both_is_refused(editor: Client) -> None:
    stack, credential, other = StackFactory(), MicroCredentialFactory(), StackFactory()
    both = {"credential": credential.pk, "stack": other.pk}
    text = send(editor, stack, posted(stack, [both], None))
    assert "A member is either a micro-credential or a stack." in text


def test_a_minimum_below_one_is_refused(editor: Client) -> None:
    stack, credential = StackFactory(), MicroCredentialFactory()
    data = posted(stack, [member(credential)], None)
    data["groups-0-minimum"] = "0"
    assert "greater than or equal to 1" in send(editor, stack, data)


def test_path_between_stacks_that_do_not_meet_is_empty() -> None:
    one, other = StackFactory(), StackFactory()
    assert path_between(one.pk, other.pk) == []
    assert path_between(one.pk, None) == []


def test_one_member_is_said_in_the_singular() -> None:
    assert impossible(1, 2) == "1 member cannot give 2. Add members or ask for fewer."
