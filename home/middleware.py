"""What is refused before any view sees it."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.views.defaults import page_not_found


class RefuseNulMiddleware:
    """Answer 404 to an address with a NUL character, which no database can look up."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Stop here, so that no later middleware looks the address up either."""
        if "\x00" in request.path:
            return page_not_found(request, Http404("The address holds a NUL character."))
        return self.get_response(request)
