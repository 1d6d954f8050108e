"""What every embed shares: any site may frame it, it sets no cookie, and it loads nothing from elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

POLICY = (
    "default-src 'none'; style-src 'self' 'unsafe-inline'; font-src 'self'; img-src 'self' data:; "
    "script-src 'self'; base-uri 'self'; form-action 'none'; frame-ancestors *"
)
"""Even a mistake in a page could not make a frame load from another host or send anything to one."""
SCRIPT_AGE = 3600
PAGE_AGE = 300
"""Seconds for which a district's visitors may be shown what was so."""


def embeddable(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Let any site show the view's answer in a frame."""

    @wraps(view)
    def framed(request: HttpRequest, *args: str, **kwargs: str) -> HttpResponse:
        response = view(request, *args, **kwargs)
        response.xframe_options_exempt = True  # read by Django's middleware
        response.headers["Content-Security-Policy"] = POLICY
        response.headers["Cache-Control"] = f"public, max-age={PAGE_AGE}"
        return response

    return framed


@require_safe
def script(request: HttpRequest) -> HttpResponse:
    """The script of a district's page, at an address that never changes."""
    context = {"site": settings.PUBLIC_URL}
    response = render(request, "embeds/v1.js", context, content_type="text/javascript; charset=utf-8")
    response.headers["Cache-Control"] = f"public, max-age={SCRIPT_AGE}"
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response
