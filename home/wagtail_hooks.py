"""What the shell adds to the admin."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.templatetags.static import static
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.api.views import PagesAdminAPIViewSet
from wagtail.admin.ui.components import Component
from wagtail.models import Page
from wagtail.snippets.models import register_snippet

from home.bulk_actions import PublishTogetherAction
from home.date_fields.views import read
from home.panels import findings_of
from home.protection import KeepingDeleteAction, refuse_deletion
from home.viewsets import GlossaryTermViewSet
from home.waiting import GreetingPanel, WaitingPanel

register_snippet(GlossaryTermViewSet)


@hooks.register("before_delete_page")
def keep_page(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Refuse to delete a page that other records point to."""
    return refuse_deletion(request, [page], edit_address(page))


PagesAdminAPIViewSet.actions = {}
"""Nothing of the admin asks its API to change a page; the views that do ask first what is asked here."""

hooks.register("register_bulk_action", KeepingDeleteAction, order=100)
hooks.register("register_bulk_action", PublishTogetherAction, order=100)


@hooks.register("after_publish_page")
def warn(request: HttpRequest, page: Page) -> None:
    """Say at once what is wrong on a page that was just published; its editor is left by then."""
    for one in findings_of(page):
        if one.is_wrong:
            messages.warning(request, one.text, [messages.button(edit_address(page), "Mend it")])


def edit_address(page: Page) -> str:
    """Where a page is edited."""
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


@hooks.register("before_delete_snippet")
def keep_snippets(request: HttpRequest, instances: list[Any]) -> HttpResponse | None:
    """Refuse to delete snippets that other records point to."""
    if not instances:
        return None
    back = reverse(type(instances[0]).snippet_viewset.get_url_name("list"))
    return refuse_deletion(request, instances, back)


@hooks.register("construct_homepage_panels")
def greet(request: HttpRequest, panels: list[Component]) -> None:
    """Say what can be begun and what waits."""
    panels += [GreetingPanel(), WaitingPanel()]


@hooks.register("construct_homepage_summary_items", order=1000)
def drop_summary(request: HttpRequest, items: list[Component]) -> None:
    """Drop the numbers of pages, pictures and files: nobody's task begins with them."""
    items.clear()


@hooks.register("register_admin_urls")
def reading_dates() -> list[URLPattern]:
    """Where the admin's script has typed days read."""
    return [path("read-date/", read, name="read_date")]


@hooks.register("insert_global_admin_css")
def own_style() -> SafeString:
    """The style of what the site adds to the admin."""
    return format_html('<link rel="stylesheet" href="{}">', static("css/admin.css"))
