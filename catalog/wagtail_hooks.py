"""What the catalog adds to the admin."""

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

register_snippet(CatalogViewSetGroup)


@hooks.register("register_admin_viewset")
def choosers() -> list[ViewSet]:
    """Choosers of pages; those of snippets come with the snippet."""
    return [
        CredentialChooserViewSet("choose_credential"),
        IssuerChooserViewSet("choose_issuer"),
        StackChooserViewSet("choose_stack"),
    ]


@hooks.register("register_admin_viewset")
def lists() -> list[ViewSet]:
    """Lists of pages, in the menu."""
    return [
        CredentialListViewSet("micro_credentials"),
        StackListViewSet("stacks"),
        IssuerListViewSet("issuers"),
    ]
