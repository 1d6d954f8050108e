"""What goes live without its editor's form keeps the form's rules; page and field are told."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.messages import get_messages
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import GroupApprovalTask, Page, Workflow, WorkflowTask
from zeal import zeal_ignore

from catalog.models import EvidencePart, RubricCriterion
from home.publishing import NotPublished, problems_of
from tests.editing import AS_WAGTAIL_ASKS
from tests.editors import signed_in
from tests.factories import MicroCredentialFactory, PathwayFactory, StackFactory, group, stage

pytestmark = pytest.mark.django_db

MISSING = "Pathway stage 2, Title: This field is required."


def incomplete(title: str = "Reading") -> Any:
    """A live pathway with a draft whose second stage has no title."""
    page = PathwayFactory(title=title, stages=[stage(StackFactory()), stage(StackFactory(), title="Next")])
    stages = list(page.stages.all())
    stages[1].title = ""
    page.stages = stages
    page.title = f"{title}, changed"
    page.save_revision(clean=False)
    return page


def title_of(page: Page) -> str:
    """What visitors read."""
    return str(Page.objects.get(pk=page.pk).title)


def told(answer: Any) -> str:
    """What the admin says at the top of its next page."""
    return " ".join(str(one) for one in get_messages(answer.wsgi_request))


def publish_in_bulk(client: Client, *pages: Page, **data: Any) -> Any:
    """Chosen in a list, and published together."""
    asked = "&".join(f"id={page.pk}" for page in pages)
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    with zeal_ignore():  # each draft is read by itself, as Wagtail publishes it
        return client.post(f"{address}?{asked}", data)


def no_text(page: Any) -> None:
    page.rubric = [RubricCriterion(title="The record", meets="")]


def no_name(page: Any) -> None:
    page.evidence_parts = [EvidencePart(title="")]


def markup(page: Any) -> None:
    page.summary = "<b>Bold</b>"


def no_title(page: Any) -> None:
    page.title = ""


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (no_text, "Rubric criterion 1, Meets it: This field is required."),
        (no_name, "Evidence part 1, Title: This field is required."),
        (no_title, "Title: This field is required."),
    ],
)
def test_problem_names_row_and_field(spoil: Callable[[Any], None], said: str) -> None:
    page = MicroCredentialFactory()
    spoil(page)
    assert problems_of(page) == [said]


def test_problem_of_markup_is_told_as_in_the_form() -> None:
    page = MicroCredentialFactory()
    markup(page)
    assert [one.partition(":")[0] for one in problems_of(page)] == ["Summary"]


def test_problem_at_depth_names_every_row_above() -> None:
    member = MicroCredentialFactory()
    stack = StackFactory(groups=[group(MicroCredentialFactory()), group(member)])
    groups = list(stack.groups.all())
    groups[1].members = [type(groups[1].members.first())(credential=member) for _ in range(2)]
    stack.groups = groups
    assert [one.partition(":")[0] for one in problems_of(stack)] == [
        "Stack group 2, stack member 2, Credential"
    ]


def test_complete_page_has_no_problem() -> None:
    assert problems_of(StackFactory(members=MicroCredentialFactory.create_batch(3))) == []


def test_incomplete_draft_published_in_bulk_names_page_and_field(client: Client) -> None:
    page, whole = incomplete(), StackFactory(title="Whole")
    whole.title = "Whole, changed"
    whole.save_revision()
    answer = publish_in_bulk(signed_in(client), page, whole)
    assert f"“Reading, changed” was not published. {MISSING}" in told(answer)
    assert [title_of(page), title_of(whole)] == ["Reading", "Whole"]


def test_incomplete_draft_below_a_page_published_in_bulk_is_named(client: Client) -> None:
    page = incomplete()
    page.unpublish()
    answer = publish_in_bulk(signed_in(client), page.get_parent(), include_descendants="on")
    assert (MISSING in told(answer), Page.objects.get(pk=page.pk).live) == (True, False)


def test_complete_drafts_are_published_in_bulk(client: Client) -> None:
    page = StackFactory(title="Whole")
    page.title = "Whole, changed"
    page.save_revision()
    publish_in_bulk(signed_in(client), page)
    assert title_of(page) == "Whole, changed"


@pytest.mark.parametrize("way", ["form", "dialog"])
def test_incomplete_draft_a_moderator_approves_leads_to_its_editor(client: Client, way: str) -> None:
    editor = signed_in(client)
    page = incomplete()
    task = GroupApprovalTask.objects.create(name="Look at it")
    workflow = Workflow.objects.create(name="Review")
    WorkflowTask.objects.create(workflow=workflow, task=task)
    state = workflow.start(page, user=None)
    address = reverse(
        "wagtailadmin_pages:workflow_action", args=[page.pk, "approve", state.current_task_state.pk]
    )
    headers = {"X-Requested-With": "XMLHttpRequest"} if way == "dialog" else {}
    with zeal_ignore(AS_WAGTAIL_ASKS):
        answer = editor.post(address, {"comment": ""}, headers=headers)
    led = answer.json()["redirect"] if way == "dialog" else answer["Location"]
    state.refresh_from_db()
    assert (led, MISSING in told(answer)) == (reverse("wagtailadmin_pages:edit", args=[page.pk]), True)
    assert (title_of(page), state.status) == ("Reading", "in_progress")


def test_incomplete_draft_does_not_go_live_at_its_time() -> None:
    page = incomplete()
    draft = page.get_latest_revision()
    draft.approved_go_live_at = timezone.now() - timedelta(minutes=1)
    draft.save()
    with pytest.raises(NotPublished, match=r"Reading, changed.*stage 2, Title"):
        call_command("publish_scheduled")
    assert title_of(page) == "Reading"


def test_admin_api_changes_no_page(client: Client) -> None:
    page = incomplete()
    answer = signed_in(client).post(f"/admin/api/main/pages/{page.pk}/action/publish/")
    assert (answer.status_code, title_of(page)) == (404, "Reading")
