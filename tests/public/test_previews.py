"""A preview shows what is typed, saved or not, and never breaks on what is half typed."""

from typing import Any

import pytest
from django.http import QueryDict
from django.test import Client
from django.urls import reverse
from wagtail.models import Page
from wagtail.test.utils.form_data import inline_formset, nested_form_data
from zeal import zeal_ignore

from catalog.models import (
    IssuerIndexPage,
    IssuerPage,
    MicroCredentialIndexPage,
    MicroCredentialPage,
    StackIndexPage,
    StackPage,
)
from pathways.models import (
    PathwayIndexPage,
    PathwayPage,
    PriorityIndexPage,
    PriorityPage,
    RoleIndexPage,
    RolePage,
)
from tests.editing import AS_WAGTAIL_ASKS, add_address, edit_address, form_at, send
from tests.editors import signed_in
from tests.factories import (
    CompetencyFactory,
    IssuerFactory,
    JurisdictionFactory,
    MicroCredentialFactory,
    PathwayFactory,
    PriorityFactory,
    StackFactory,
    better_after,
    group,
    stage,
)
from tests.factories.rooms import room

pytestmark = pytest.mark.django_db


def previewed(client: Client, address: str, form: QueryDict, typed: dict[str, Any]) -> str:
    """Send what is typed to the preview at an address, and give the page it shows as one line."""
    sent = form.copy()
    for name, value in nested_form_data(typed).items():
        sent[name] = value
    with zeal_ignore(AS_WAGTAIL_ASKS):
        assert client.post(address, sent).json() == {"is_valid": True, "is_available": True}
        answer = client.get(address)
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def preview_of(client: Client, page: Page, typed: dict[str, Any]) -> str:
    """The preview of a page that is being edited."""
    form = form_at(signed_in(client), edit_address(page))
    return previewed(client, reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk]), form, typed)


def preview_of_new(client: Client, model: type[Page], index: type[Page], typed: dict[str, Any]) -> str:
    """The preview of a page that was never saved."""
    form = form_at(signed_in(client), add_address(model, index))
    meta = model._meta
    address = reverse(
        "wagtailadmin_pages:preview_on_add", args=[meta.app_label, meta.model_name, room(index).pk]
    )
    return previewed(client, address, form, {"title": "Typed title", **typed})


def groups(*members: MicroCredentialPage | StackPage, minimum: int) -> dict[str, Any]:
    """One group as a form has it."""
    rows = [
        {"credential": "", "stack": one.pk}
        if isinstance(one, StackPage)
        else {"credential": one.pk, "stack": ""}
        for one in members
    ]
    typed = {"label": "", "minimum": minimum, "members": inline_formset(rows)}
    return {"groups": inline_formset([typed])}


def test_a_new_stack_shows_the_members_that_are_typed(client: Client) -> None:
    credentials = [MicroCredentialFactory(hours_min=5, hours_max=5) for _ in range(3)]
    typed = {"issuer": IssuerFactory().pk, **groups(*credentials, minimum=2)}
    text = preview_of_new(client, StackPage, StackIndexPage, typed)
    assert "Earn any 2 of these 3 micro-credentials." in text
    assert "10 hours" in text
    assert all(one.title in text for one in credentials)


def test_an_edited_stack_shows_the_members_that_are_typed(client: Client) -> None:
    old, kept = MicroCredentialFactory(title="Old member"), MicroCredentialFactory(title="Kept member")
    inner = StackFactory(title="Inner stack", members=(MicroCredentialFactory(),))
    stack = StackFactory(groups=[group(old, kept, minimum=2)])
    row = "groups-0-members-0"
    typed = {"groups-0-minimum": 1, f"{row}-credential": "", f"{row}-stack": inner.pk}
    text = preview_of(client, stack, typed)
    assert "Earn any 1 of these 2 members." in text
    assert "Kept member" in text
    assert "Inner stack" in text
    assert "Old member" not in text


def test_an_edited_stack_shows_what_comes_before_it(client: Client) -> None:
    links = [better_after(StackFactory(title=title)) for title in ("Old before", "Kept before")]
    stack = StackFactory(stack_links=links)
    text = preview_of(client, stack, {"stack_links-0-before": StackFactory(title="New before").pk})
    assert [title in text for title in ("New before", "Kept before", "Old before")] == [True, True, False]


def test_a_new_micro_credential_shows_the_rows_that_are_typed(client: Client) -> None:
    typed = {
        "issuer": IssuerFactory().pk,
        "alignments": inline_formset(
            [{"competency": CompetencyFactory(title="Counts sounds").pk, "note": ""}]
        ),
        "priority_links": inline_formset([{"priority": PriorityFactory(title="Early reading").pk}]),
        "evidence_parts": inline_formset([{"title": "A recording", "description": "", "limit": ""}]),
        "rubric": inline_formset([{"title": "Clear", "meets": "All is heard", "nearly": "", "not_yet": ""}]),
    }
    text = preview_of_new(client, MicroCredentialPage, MicroCredentialIndexPage, typed)
    for shown in ("Typed title", "Counts sounds", "Early reading", "A recording", "All is heard"):
        assert shown in text


def test_a_new_pathway_shows_the_stages_that_are_typed(client: Client) -> None:
    stacks = [StackFactory(title=f"Stack {name}", members=(MicroCredentialFactory(),)) for name in "AB"]
    rows = inline_formset([{"stack": stack.pk} for stack in stacks])
    typed = {"stages": inline_formset([stage_form(rows)]), "priority": PriorityFactory(title="Reading").pk}
    text = preview_of_new(client, PathwayPage, PathwayIndexPage, typed)
    for shown in ("Typed stage", "Stack A", "Stack B", "Finish 1 of its 2 stacks, at the least", "Reading"):
        assert shown in text


def stage_form(rows: dict[str, Any]) -> dict[str, Any]:
    """A stage as a form has it."""
    return {"title": "Typed stage", "level": "novice", "minimum": 1, "stage_stacks": rows}


def test_an_edited_pathway_shows_the_stages_that_are_typed(client: Client) -> None:
    pathway = PathwayFactory(stages=[stage(StackFactory(title="Old stack"))])
    typed = {"stages-0-stage_stacks-0-stack": StackFactory(title="New stack").pk}
    text = preview_of(client, pathway, typed)
    assert ("New stack" in text, "Old stack" in text) == (True, False)


@pytest.mark.parametrize(
    ("model", "index"),
    [(IssuerPage, IssuerIndexPage), (PriorityPage, PriorityIndexPage), (RolePage, RoleIndexPage)],
)
def test_a_new_page_of_every_other_kind_is_shown(
    client: Client, model: type[Page], index: type[Page]
) -> None:
    typed = (
        {"role_kind": "leadership role", "jurisdiction": JurisdictionFactory().pk}
        if model is RolePage
        else {}
    )
    assert "Typed title" in preview_of_new(client, model, index, typed)


def test_a_draft_is_shown_with_its_own_members(client: Client) -> None:
    stack = StackFactory(members=(MicroCredentialFactory(title="Old member"),))
    form = form_at(signed_in(client), edit_address(stack))
    new = {"groups-0-members-0-credential": MicroCredentialFactory(title="New one").pk}
    send(client, edit_address(stack), form, new, publish=False)
    with zeal_ignore(AS_WAGTAIL_ASKS):
        answer = client.get(reverse("wagtailadmin_pages:view_draft", args=[stack.pk]))
    text = answer.content.decode()
    assert ("New one" in text, "Old member" in text) == (True, False)
    assert "Old member" in client.get(f"/stacks/{stack.slug}/").text


@pytest.mark.parametrize(
    "typed",
    [
        {"title": ""},
        {"issuer": ""},
        {"title": "<b>"},
        {"groups": inline_formset([{"label": "", "minimum": 4, "members": inline_formset([])}])},
        {"groups": inline_formset([{"label": "", "minimum": "", "members": inline_formset([{}])}])},
    ],
)
def test_what_is_half_typed_never_breaks_the_preview(client: Client, typed: dict[str, Any]) -> None:
    form = form_at(signed_in(client), add_address(StackPage, StackIndexPage))
    address = reverse(
        "wagtailadmin_pages:preview_on_add", args=["catalog", "stackpage", room(StackIndexPage).pk]
    )
    for name, value in nested_form_data({"issuer": IssuerFactory().pk, **typed}).items():
        form[name] = value
    with zeal_ignore(AS_WAGTAIL_ASKS):
        assert client.post(address, form).status_code == 200
        assert client.get(address).status_code == 200


def test_previews_are_as_wide_as_a_phone_and_a_desk() -> None:
    sizes = StackFactory().preview_sizes
    assert [(size["name"], size["device_width"]) for size in sizes] == [("mobile", 360), ("desktop", 1280)]
