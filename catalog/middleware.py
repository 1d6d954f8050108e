"""What answers carry besides their page, and what is said when the database refuses a loop."""

from __future__ import annotations

from collections.abc import Callable

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from catalog.constraints import LOOP
from catalog.demonstration import is_held_back


class NoindexMiddleware:
    """Say in a header, too, that search engines should stay away; asks nothing of its own."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Add the header when the page that was rendered said so."""
        response = self.get_response(request)
        if is_held_back(request):
            response["X-Robots-Tag"] = "noindex"
        return response


class RefusedLoopMiddleware:
    """Say in words that nothing was published where the database refused a loop.

    The editor names a loop beside the field. An older draft that is published in bulk, by a moderator or
    at a set time passes no form.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Nothing is added to an answer."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Answer 409 to a loop; all else is none of its business."""
        if isinstance(exception, DatabaseError) and LOOP in str(exception):
            return render(request, "catalog/loop_refused.html", status=409)
        return None
