"""What was public and is no more: its address says so (410) and withholds its facts."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from wagtail.models import Page

from home.addresses import absolute, is_file
from home.models import BasePage

GONE = 410


def kind_of(page: Page) -> str:
    """What it is, in a word."""
    return page.kind if isinstance(page, BasePage) and page.kind else "page"


def sentence(kind: str) -> str:
    """What is said of it; its title is one of its facts."""
    return f"This {kind} is no longer published"


def gone(request: HttpRequest, page: Page) -> HttpResponse:
    """The answer at an address of a page that was public; a file says it in a line, for whoever reads it."""
    page = page.specific
    said, listed = sentence(kind_of(page)), page.get_parent()
    is_open = listed.live and not listed.get_view_restrictions()
    if is_file(request.path_info):
        now = absolute(listed.get_url(request) if is_open else "/")
        text = f"{said}. What is on record now: {now}\n"
        return HttpResponse(text, content_type="text/plain; charset=utf-8", status=GONE)
    template = page.gone_template if isinstance(page, BasePage) else BasePage.gone_template
    context = {"gone": page, "said": said, "listed": listed if is_open else None}
    return TemplateResponse(request, template, context, status=GONE).render()
