"""A page of the admin that tells what is wrong or missing on the published pathways."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase
from django.urls import URLPattern, path
from django.views.generic import View
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.admin.viewsets.base import ViewSet

from catalog.models.settings import today_at
from home.waiting import Waiting, may_add_pages
from pathways import queries
from pathways.problems import problems


class ProblemsView(WagtailAdminTemplateMixin, View):
    """Every problem by kind, what is wrong first, each with a link to where it is mended."""

    template_name = "pathways/admin/problems.html"
    page_title = "Problems of pathways"
    header_icon = "warning"

    def get(self, request: HttpRequest) -> HttpResponseBase:
        """For those who may make pages."""
        if not may_add_pages(request):
            raise PermissionDenied
        response: HttpResponseBase = self.render_to_response(self.get_context_data())
        return response

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """The way here from the admin's first page."""
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """What is wrong, then what is missing."""
        found = problems(queries.on_day(today_at(self.request)))
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return context | {
            "object_list": [one for one in found if one.kind.is_wrong],
            "missing": [one for one in found if not one.kind.is_wrong],
        }


class ProblemsViewSet(ViewSet):
    """The page, in the menu beside the pathways."""

    icon = "warning"
    menu_label = "Problems of pathways"
    menu_order = 106
    add_to_admin_menu = True

    def get_urlpatterns(self) -> list[URLPattern]:
        """Its one page."""
        return [path("", self.construct_view(ProblemsView), name="index")]

    def waiting(self, request: HttpRequest) -> list[Waiting]:
        """How much is wrong, for those who can mend it."""
        if not may_add_pages(request):
            return []
        wrong = sum(problem.kind.is_wrong for problem in problems(queries.on_day(today_at(request))))
        return [Waiting("Problems on pathways to mend", wrong, self.menu_url)]
