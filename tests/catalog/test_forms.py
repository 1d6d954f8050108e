"""The stack editor: rules are refused beside the field, and nothing typed is lost."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data
from zeal import zeal_ignore

from catalog.forms import impossible
from catalog.models import MicroCredentialPage, StackIndexPage, StackPage
from tests.editing import add_address, edit_address, form_at
from tests.editing import send as sent
from tests.factories import (
    CompetencyFactory,
    IssuerFactory,
    MicroCredentialFactory,
    StackFactory,
    alignment,
    better_after,
    builds_on,
    group,
)

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
    groups, links = more.pop("groups", [group]), more.pop("stack_links", [])
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
        "groups": inline_formset(groups),
        "stack_links": inline_formset(links),
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
    assert "It stands in this list already. Take it out here or there." in text
    assert "Please correct the duplicate" not in text
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


def test_one_member_is_said_in_the_singular() -> None:
    assert impossible(1, 2) == "1 member cannot give 2. Add members or ask for fewer."


def test_members_may_change_places(editor: Client) -> None:
    one, other = MicroCredentialFactory.create_batch(2)
    stack = StackFactory(members=(one, other))
    form = form_at(editor, edit_address(stack))
    swapped = {"groups-0-members-0-credential": other.pk, "groups-0-members-1-credential": one.pk}
    sent(editor, edit_address(stack), form, swapped)
    group = StackPage.objects.get(pk=stack.pk).groups.get()
    assert list(group.members.values_list("credential", flat=True)) == [other.pk, one.pk]


def test_a_loop_three_levels_down_is_named(editor: Client) -> None:
    low = StackFactory(title="Low")
    third = StackFactory(title="Third", members=(low,))
    second = StackFactory(title="Second", members=(third,))
    first = StackFactory(title="First", members=(second,))
    text = send(editor, low, posted(low, [member(first)], None))
    assert "This makes a loop: Low → First → Second → Third → Low." in text


@pytest.mark.parametrize("live", [True, False])
def test_a_loop_through_a_draft_is_named(editor: Client, live: bool) -> None:
    low, high = StackFactory(title="Low"), StackFactory(title="High", live=live)
    high.groups = [group(low)]
    if live:
        high.save_revision()
    else:
        high.save()
    text = send(editor, low, posted(low, [member(high)], None))
    assert "This makes a loop: Low → High → Low." in text


def test_a_new_stack_is_refused_what_an_old_one_is(editor: Client) -> None:
    credentials = MicroCredentialFactory.create_batch(3)
    issuer = IssuerFactory()
    sketch = StackFactory.build(title="New one", slug="new-one", issuer=issuer, issuer_id=issuer.pk)
    data = posted(sketch, [member(one) for one in credentials], 4)
    with zeal_ignore([{"model": "*", "field": "get()"}]):
        answer = editor.post(add_address(StackPage, StackIndexPage), data)
    assert "3 members cannot give 4." in answer.text
    assert 'value="New one"' in answer.text
    assert not StackPage.objects.exists()


def test_a_stack_twice_in_a_group_is_refused(editor: Client) -> None:
    stack, inside = StackFactory(), StackFactory()
    text = send(editor, stack, posted(stack, [member(inside), member(inside)], None))
    assert "It stands in this list already." in text


def test_a_member_that_is_both_is_told_beside_the_field(editor: Client) -> None:
    stack = StackFactory()
    both = {"credential": MicroCredentialFactory().pk, "stack": StackFactory().pk}
    data = posted(stack, [both], None)
    with zeal_ignore([{"model": "*", "field": "get()"}]):
        answer = editor.post(edit_address(stack), data)
    (row,) = answer.context["form"].formsets["groups"].forms[0].formsets["members"].forms
    assert row.errors == {"stack": ["A member is either a micro-credential or a stack."]}


def test_a_group_without_members_is_refused(editor: Client) -> None:
    stack = StackFactory()
    assert "Add at least one." in send(editor, stack, posted(stack, [], None, title="Typed title"))


def test_links_that_lead_back_are_named(editor: Client) -> None:
    late = StackFactory(title="Late")
    middle = StackFactory(title="Middle", stack_links=[builds_on(late)])
    early = StackFactory(title="Early", stack_links=[better_after(middle)])
    link = {"before": early.pk, "kind": "builds_on", "reason": ""}
    text = send(editor, late, posted(late, [], None, groups=[], stack_links=[link]))
    assert "This makes a loop: Late → Early → Middle → Late." in text


def test_a_stack_before_itself_is_refused(editor: Client) -> None:
    stack = StackFactory(title="Alone")
    link = {"before": stack.pk, "kind": "builds_on", "reason": ""}
    text = send(editor, stack, posted(stack, [], None, groups=[], stack_links=[link]))
    assert "This makes a loop: Alone → Alone." in text


def test_a_stack_twice_before_another_is_refused(editor: Client) -> None:
    stack, before = StackFactory(), StackFactory()
    links = [
        {"before": before.pk, "kind": kind, "reason": ""} for kind in ("builds_on", "recommended_before")
    ]
    text = send(editor, stack, posted(stack, [], None, groups=[], stack_links=links))
    assert "It stands in this list already." in text


@pytest.mark.parametrize(
    ("typed", "field", "said"),
    [
        ({"hours_min": "5", "hours_max": "3"}, "hours_max", "Give both the least and the most hours"),
        ({"hours_min": "5", "hours_max": ""}, "hours_max", "Give both the least and the most hours"),
        ({"cost_usd": "5", "cost_per": ""}, "cost_per", "A price needs what it buys"),
        ({"turnaround_days_min": "9", "turnaround_days_max": "3"}, "turnaround_days_max", "the most days"),
        (
            {"address": "https://example.org/", "address_kind": ""},
            "address_kind",
            "An address needs its kind",
        ),
        (
            {"last_day_to_start": "2025-01-02", "last_day_to_finish": "2025-01-01"},
            "last_day_to_finish",
            "The last day to finish is before the last day to start.",
        ),
        ({"retired": "on", "last_day_to_start": "2025-01-01"}, "retired", "With a last day to start, leave"),
        ({"last_day_to_finish": "20255-01-01"}, "last_day_to_finish", "is not read as a day"),
        ({"last_day_to_start": "1025-01-01"}, "last_day_to_start", "Check the year"),
        ({"hours_min": "-1", "hours_max": "3"}, "hours_min", "greater than or equal to 0"),
    ],
)
def test_what_the_database_refuses_is_told_beside_the_field(
    editor: Client, typed: dict[str, str], field: str, said: str
) -> None:
    page = MicroCredentialFactory()
    form = form_at(editor, edit_address(page))
    form.update({"action-publish": "Publish"})
    for name, value in typed.items():
        form[name] = value
    answer = editor.post(edit_address(page), form)
    assert said in " ".join(answer.context["form"].errors[field])
    assert not answer.context["form"].non_field_errors()


def test_a_credential_that_replaces_itself_is_told_beside_the_field(editor: Client) -> None:
    page = MicroCredentialFactory(title="Alone")
    form = form_at(editor, edit_address(page))
    text = sent(editor, edit_address(page), form, {"replaces": page.pk})
    assert "This makes a loop: Alone → Alone." in text


def test_a_competency_twice_is_refused(editor: Client) -> None:
    competency = CompetencyFactory()
    page = MicroCredentialFactory(alignments=[alignment(competency), alignment(CompetencyFactory())])
    form = form_at(editor, edit_address(page))
    text = sent(editor, edit_address(page), form, {"alignments-1-competency": competency.pk})
    assert "It stands in this list already." in text


def test_a_copied_stack_is_a_record_of_its_own(editor: Client) -> None:
    stack = StackFactory(members=(MicroCredentialFactory(),))
    form = {"new_title": "Copy", "new_slug": "copy", "new_parent_page": stack.get_parent().pk}
    with zeal_ignore():
        editor.post(reverse("wagtailadmin_pages:copy", args=[stack.pk]), form)
    copied = StackPage.objects.get(slug="copy")
    assert copied.identifier != stack.identifier
    assert copied.groups.get().members.count() == 1


def test_the_editor_is_told_of_members_that_went_away(editor: Client) -> None:
    hidden = MicroCredentialFactory(title="Hidden one", live=False)
    stack = StackFactory(members=(MicroCredentialFactory(), hidden))
    with zeal_ignore([{"model": "*", "field": "get()"}]):
        text = editor.get(edit_address(stack)).text
    assert "Not everything this stack asks for can be earned or seen." in text
    assert "not published, so visitors do not see its name" in text
