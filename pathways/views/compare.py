"""Micro-credentials side by side, as a page and as a file."""

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe
from wagtail.models import Site

from catalog.demonstration import hold_back
from catalog.standing import site_jurisdiction
from home.exports import csv_response
from home.privacy import kept_private
from pathways.comparing import compare as compared

FILE = "stackway-compare.csv"


@require_safe
@kept_private
def compare(request: HttpRequest) -> HttpResponseBase:
    """The micro-credentials that the address names."""
    comparison = compared(request.GET, Site.find_for_request(request), site_jurisdiction(request))
    if comparison.asked.as_csv:
        hold_back(request)
        return csv_response(FILE, comparison.plain_rows())
    context = {"comparison": comparison, "demonstration": comparison.demonstration}
    return render(request, "pathways/compare.html", context)
