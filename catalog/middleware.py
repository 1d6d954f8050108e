"""What answers carry besides their page."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

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
