"""What pathways add to the admin."""

from django.http import HttpRequest
from wagtail import hooks
from wagtail.admin.viewsets.base import ViewSet
from wagtail.models import Page

from catalog.models.settings import today_on_record
from home.panels import Finding
from home.waiting import Waiting
from pathways import queries
from pathways.dated_graph import graph_on
from pathways.problems import problems
from pathways.viewsets import (
    PathwayListViewSet,
    PriorityChooserViewSet,
    PriorityListViewSet,
    ProblemsViewSet,
    RoleChooserViewSet,
    RoleListViewSet,
)


@hooks.register("register_admin_viewset")
def choosers() -> list[ViewSet]:
    """Choosers of pages."""
    return [PriorityChooserViewSet("choose_priority"), RoleChooserViewSet("choose_role")]


LISTS = (PathwayListViewSet("pathways"), PriorityListViewSet("priorities"), RoleListViewSet("roles"))


PROBLEMS = ProblemsViewSet("pathway_problems")


@hooks.register("register_admin_viewset")
def problems_page() -> ViewSet:
    """What is wrong on the pathways, in the menu."""
    return PROBLEMS


@hooks.register("register_admin_viewset")
def lists() -> list[ViewSet]:
    """Lists of pages, in the menu."""
    return list(LISTS)


@hooks.register("editor_waiting", order=1)
def waiting(request: HttpRequest) -> list[Waiting]:
    """What waits among pathways, priorities and roles."""
    return [line for one in (*LISTS, PROBLEMS) for line in one.waiting(request)]


@hooks.register("editor_findings")
def findings(page: Page) -> list[Finding]:
    """What is wrong or missing on the ways through a page, as it is before the editor."""
    name = f"{getattr(page, 'kind', '')}:{page.slug}"
    found = problems(graph_on(queries.with_draft(queries.current(), page), today_on_record()))
    return [Finding(one.text, one.kind.is_wrong) for one in found if one.concerns(name)]
