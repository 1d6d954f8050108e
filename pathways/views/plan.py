"""The plan of least work to a goal: a page, a calendar and a file for a spreadsheet."""

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe
from wagtail.models import Site

from catalog.demonstration import hold_back
from catalog.standing import site_jurisdiction
from home.addresses import absolute, led_to
from home.exports import csv_response
from home.privacy import kept_private
from pathways.planning import downloads
from pathways.planning.page import PlanPage, plan_page


def page_of(request: HttpRequest) -> PlanPage:
    """What the address asks for."""
    return plan_page(request.GET, Site.find_for_request(request), site_jurisdiction(request))


@require_safe
@kept_private
def plan(request: HttpRequest) -> HttpResponse:
    """The plan that the address asks for, or the questions that make one."""
    page = page_of(request)
    return render(request, "pathways/plan.html", {"plan": page, "demonstration": page.made_up})


@require_safe
@kept_private
def plan_calendar(request: HttpRequest) -> HttpResponse:
    """The plan's steps as days of a calendar; without days, the page that asks for the hours a week."""
    page = page_of(request)
    hold_back(request)
    if not page.terms:
        return led_to(f"{page.link}#days")
    return HttpResponse(
        downloads.calendar(page, absolute(page.link)),
        content_type="text/calendar; charset=utf-8",
        headers={"Content-Disposition": 'attachment; filename="stackway-plan.ics"'},
    )


@require_safe
@kept_private
def plan_table(request: HttpRequest) -> HttpResponseBase:
    """The plan's steps as a file for a spreadsheet."""
    page = page_of(request)
    hold_back(request)
    return csv_response("stackway-plan.csv", downloads.table(page))
