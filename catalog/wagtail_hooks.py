"""What the catalog adds to the admin."""

from django.http import HttpRequest
from django.urls import reverse
from wagtail import hooks
from wagtail.admin.viewsets.base import ViewSet
from wagtail.snippets.models import register_snippet

from catalog.viewsets import (
    CatalogViewSetGroup,
    CredentialChooserViewSet,
    CredentialListViewSet,
    IssuerChooserViewSet,
    IssuerListViewSet,
    StackChooserViewSet,
    StackListViewSet,
)
from home.waiting import Task, Waiting, may_add_pages

register_snippet(CatalogViewSetGroup)


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
    return [line for one in LISTS for line in one.waiting(request)]


@hooks.register("editor_tasks", order=1)
def tasks(request: HttpRequest) -> list[Task]:
    """What most editors come for."""
    if not may_add_pages(request):
        return []
    return [
        Task("Make a micro-credential", reverse("micro_credentials:choose_parent")),
        Task("Make a stack", reverse("stacks:choose_parent")),
    ]
