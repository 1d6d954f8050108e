"""What the catalog adds to the admin."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from wagtail import hooks
from wagtail.admin.viewsets.base import ViewSet
from wagtail.admin.widgets.button import Button
from wagtail.models import Page
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet

from catalog.models import (
    Decision,
    Equivalence,
    MicroCredentialPage,
    QualityReview,
    Recognition,
    StackPage,
)
from catalog.standing import ending_soon
from catalog.viewsets import (
    CatalogViewSetGroup,
    CredentialChooserViewSet,
    CredentialListViewSet,
    DecisionViewSetGroup,
    IssuerChooserViewSet,
    IssuerListViewSet,
    StackChooserViewSet,
    StackListViewSet,
)
from catalog.viewsets.recording import RecordingPolicy
from home.waiting import Task, Waiting, may_add_pages

register_snippet(CatalogViewSetGroup)
for model in (Decision, Equivalence, QualityReview, Recognition):
    register_permission_policy(model, RecordingPolicy(model))


@hooks.register("register_admin_viewset")
def recording() -> DecisionViewSetGroup:
    """What is recorded once and kept."""
    return DecisionViewSetGroup()


@hooks.register("register_page_header_buttons")
def record_buttons(page: Page, user: Any, next_url: str | None = None, **_: Any) -> Iterator[Button]:
    """Record a decision about a micro-credential or stack, from its editor."""
    named = {MicroCredentialPage: "credential", StackPage: "stack"}.get(page.specific_class)
    if named and page.live and user.has_perm("catalog.add_decision"):
        yield Button(
            "Record a decision",
            f"{reverse('decisions:add')}?{named}={page.pk}",
            icon_name="circle-check",
            priority=45,
        )


@hooks.register("register_admin_viewset")
def choosers() -> list[ViewSet]:
    """Choosers of pages; those of snippets come with the snippet."""
    return [
        CredentialChooserViewSet("choose_credential"),
        IssuerChooserViewSet("choose_issuer"),
        StackChooserViewSet("choose_stack"),
    ]


LISTS = (CredentialListViewSet("micro_credentials"), StackListViewSet("stacks"), IssuerListViewSet("issuers"))


@hooks.register("register_admin_viewset")
def lists() -> list[ViewSet]:
    """Lists of pages, in the menu."""
    return list(LISTS)


@hooks.register("editor_waiting")
def waiting(request: HttpRequest) -> list[Waiting]:
    """What waits among the catalog's pages."""
    found = [line for one in LISTS for line in one.waiting(request)]
    if request.user.has_perm("catalog.view_decision"):
        address = f"{reverse('decisions:index')}?ending_soon=true"
        found.append(Waiting("Approvals that end soon", len(ending_soon()), address))
    return found


@hooks.register("editor_tasks", order=1)
def tasks(request: HttpRequest) -> list[Task]:
    """What most editors come for."""
    found = []
    if may_add_pages(request):
        found += [
            Task("Make a micro-credential", reverse("micro_credentials:choose_parent")),
            Task("Make a stack", reverse("stacks:choose_parent")),
        ]
    if request.user.has_perm("catalog.add_decision"):
        found.append(Task("Record a decision", reverse("decisions:add")))
    return found
