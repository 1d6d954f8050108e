"""What is refused before any view sees it, what leads elsewhere, and what other sites may read."""

from __future__ import annotations

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed, JsonResponse
from django.middleware.common import CommonMiddleware
from django.shortcuts import redirect
from django.urls import reverse
from django.views.defaults import page_not_found
from wagtail.admin import messages

from home.addresses import is_file, is_public
from home.elsewhere import instead
from home.publishing import NotPublished

Answer = Callable[[HttpRequest], HttpResponse]

API = "/api/"
HEALTH = "/healthz"
AS_FILE = "format=csv"
"""What a page is asked by that gives its facts as a file, too."""
DATA = ("application/json", "text/csv", "text/calendar")
"""Kinds of answers that any site's scripts may read."""
READING = ("GET", "HEAD", "OPTIONS")
PREFLIGHT_AGE = 86_400


class RefuseNulMiddleware:
    """Answer 404 to an address with a NUL character, which no database can look up."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Stop here, so that no later middleware looks the address up either."""
        if "\x00" in request.path:
            return page_not_found(request, Http404("The address holds a NUL character."))
        return self.get_response(request)


class SlashMiddleware(CommonMiddleware):
    """Django's own, for the admin alone: a public address is led on where something stands (`elsewhere`).

    What is sent is never led elsewhere: a browser would come without it.
    """

    def should_redirect_with_slash(self, request: HttpRequest) -> bool:
        """Only where something is read."""
        asked = request.method in ("GET", "HEAD") and not is_public(request.path_info)
        return asked and super().should_redirect_with_slash(request)


class ElsewhereMiddleware:
    """Say where something is now, how it is written, or that it was here, instead of “not found”."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Keep every answer but “not found”."""
        response = self.get_response(request)
        other = instead(request) if response.status_code == 404 else None
        return other or response


class NotPublishedMiddleware:
    """Say what is missing where something incomplete should have gone live, and that it did not."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Nothing is added to an answer."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """All else is none of its business."""
        return tell_refused(request, exception) if isinstance(exception, NotPublished) else None


def tell_refused(request: HttpRequest, refused: NotPublished) -> HttpResponse:
    """Lead to the editor of the page and say there what is missing."""
    address = reverse("wagtailadmin_pages:edit", args=[refused.page.pk])
    messages.error(request, str(refused))
    if request.headers.get("X-Requested-With") == "XMLHttpRequest":  # a moderator's dialog follows this
        return JsonResponse({"step": "success", "redirect": address})
    return redirect(address)


class OpenDataMiddleware:
    """Let scripts of any site read JSON, CSV and calendars, as they are for somebody without a cookie.

    The header is the same for everybody, so that no cache has to tell answers apart. A browser that is asked
    to send cookies along does not let a script read an answer with “*”.
    """

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Add the header, also to what is not found or refused; the API speaks JSON, whatever it says."""
        if request.method == "OPTIONS" and is_data_asked(request):
            return may_be_asked()
        response = self.answer(request)
        if request.path_info.lower().startswith(API) and is_html(response):
            response = as_json(response)
        if request.method in READING and is_data(request, response):
            response.headers["Access-Control-Allow-Origin"] = "*"
        return response

    def answer(self, request: HttpRequest) -> HttpResponse:
        """The answer; what gives JSON for GET gives the same for HEAD, whose body no server sends."""
        if request.method != "HEAD" or not request.path_info.startswith(API):
            return self.get_response(request)
        request.method = "GET"
        try:
            return self.get_response(request)
        finally:
            request.method = "HEAD"


def is_data_asked(request: HttpRequest) -> bool:
    """Whether data stands at an address, or would."""
    path, query = request.path_info.lower(), request.META.get("QUERY_STRING", "").lower()
    return path.startswith((API, HEALTH)) or is_file(path) or AS_FILE in query


def is_data(request: HttpRequest, response: HttpResponse) -> bool:
    """Whether an answer is data, leads to some, or says why there is none; a page is none."""
    kind = response.headers.get("Content-Type", "").partition(";")[0]
    is_page = kind == "text/html" and response.status_code == 200
    return is_public(request.path_info) and (kind in DATA or (is_data_asked(request) and not is_page))


def is_html(response: HttpResponse) -> bool:
    """Whether an answer is a page."""
    return response.headers.get("Content-Type", "").startswith("text/html") and response.status_code >= 400


def as_json(response: HttpResponse) -> HttpResponse:
    """A refusal that pages share, in the words of the API."""
    told = JsonResponse({"detail": response.reason_phrase}, status=response.status_code)
    if isinstance(response, HttpResponseNotAllowed):
        told.headers["Allow"] = response.headers["Allow"]
    return told


def may_be_asked() -> HttpResponse:
    """What a browser is told that asks before it asks."""
    methods = ", ".join(READING)
    return HttpResponse(
        status=200,
        headers={
            "Allow": methods,
            "Access-Control-Allow-Origin": "*",
            "Access-Control-Allow-Methods": methods,
            "Access-Control-Allow-Headers": "*",
            "Access-Control-Max-Age": str(PREFLIGHT_AGE),
        },
    )
