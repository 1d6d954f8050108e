"""What the shell adds to the admin."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from wagtail import hooks
from wagtail.models import Page
from wagtail.snippets.models import register_snippet

from home.protection import KeepingDeleteAction, refuse_deletion
from home.viewsets import GlossaryTermViewSet

register_snippet(GlossaryTermViewSet)


@hooks.register("before_delete_page")
def keep_page(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Refuse to delete a page that other records point to."""
    return refuse_deletion(request, [page], reverse("wagtailadmin_pages:edit", args=[page.pk]))


hooks.register("register_bulk_action", KeepingDeleteAction, order=100)


@hooks.register("before_delete_snippet")
def keep_snippets(request: HttpRequest, instances: list[Any]) -> HttpResponse | None:
    """Refuse to delete snippets that other records point to."""
    if not instances:
        return None
    back = reverse(type(instances[0]).snippet_viewset.get_url_name("list"))
    return refuse_deletion(request, instances, back)
