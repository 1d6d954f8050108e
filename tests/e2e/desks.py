"""Editors in a browser over the test's own database, without a server: Django answers what the browser asks.

Each desk is a browser window with its own sign-in, so two may edit one page.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import Any

from django.contrib.auth.models import Group, User
from django.db import connections
from django.http import HttpResponseBase
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Page, Request, Route
from zeal import zeal_ignore

HERE = "http://127.0.0.1:1"
"""Nothing listens there; every request is answered before it leaves the browser."""
SENT = ("accept", "x-requested-with", "x-csrftoken")
GO_ON = (
    '<!doctype html><title>…</title><script>location.replace("{0}")</script>'
    '<noscript><meta http-equiv="refresh" content="0; url={0}"></noscript>'
)
"""A redirect that the browser follows as a new request: one it follows by itself is not handed to us."""

CALENDAR = ".xdsoft_datetimepicker:visible"


def close_calendar(page: Page) -> None:
    """Press beside a calendar that opened over something, as one does who types days."""
    page.locator("body").dispatch_event("mousedown")


@cache
def static_file(path: str) -> tuple[str, bytes]:
    """A style sheet, script or picture, found once a process: a browser that is watched keeps no cache."""
    response: Any = Client().get(path)
    body = response.getvalue()
    response.close()
    return response.headers["Content-Type"], body


@dataclass
class Desks:
    """Opens desks and closes them; errors of their scripts are kept."""

    browser: Browser
    database: Any = field(default_factory=lambda: connections["default"])
    contexts: list[BrowserContext] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def open(self, width: int = 1280, *, scripts: bool = True) -> Page:
        """A window that nobody has signed in to."""
        context = self.browser.new_context(
            viewport={"width": width, "height": 900}, reduced_motion="reduce", java_script_enabled=scripts
        )
        self.contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.add_locator_handler(
            page.locator(CALENDAR).first,
            lambda: close_calendar(page),
            no_wait_after=True,  # the next field's may open meanwhile, and is pressed away in its turn
        )
        answering = Answering(Client(), self.database)
        context.route("**/*", answering.answer)
        return page

    def close(self) -> None:
        """Close every window."""
        for context in self.contexts:
            context.close()


@dataclass
class Answering:
    """Lets Django answer one browser."""

    client: Client
    database: Any

    def answer(self, route: Route) -> None:
        """Answer what is asked of this site, and nothing else."""
        connections["default"] = self.database  # Playwright's event loop would be given another one
        request = route.request
        if request.url.startswith(("data:", "blob:")):
            route.fallback()
        elif request.url.startswith(f"{HERE}/static/"):
            kind, body = static_file(request.url.removeprefix(HERE))
            route.fulfill(status=200, content_type=kind, body=body)
        elif request.url.startswith(HERE):
            self.fulfill(route, self.response_to(request))
        else:
            route.abort()

    def response_to(self, request: Request) -> HttpResponseBase:
        """Django's answer, with redirects of scripts followed."""
        headers = {name: value for name, value in request.headers.items() if name in SENT}
        kind = request.headers.get("content-type", "application/octet-stream")
        path = request.url.removeprefix(HERE).partition("#")[0]
        with zeal_ignore():
            response = self.client.generic(
                request.method, path, request.post_data_buffer or b"", kind, headers=headers
            )
            while response.status_code in (301, 302) and not request.is_navigation_request():
                response = self.client.get(response["Location"])
        return response

    def fulfill(self, route: Route, response: HttpResponseBase) -> None:
        """Hand the answer to the browser."""
        if response.status_code in (301, 302):
            target = str(response["Location"])
            route.fulfill(status=200, content_type="text/html", body=GO_ON.format(target))
            return
        answered: Any = response
        body = answered.getvalue()
        response.close()
        route.fulfill(status=response.status_code, headers=dict(response.headers.items()), body=body)


def sign_in(page: Page, name: str, *groups: str) -> Page:
    """Sign in by the form as a member of these groups, or as somebody who may do everything."""
    if groups:
        user = User.objects.create_user(name, f"{name}@example.org", "secret")
        user.groups.set(Group.objects.filter(name__in=groups))
    else:
        User.objects.create_superuser(name, f"{name}@example.org", "secret")
    page.goto(f"{HERE}/admin/login/")
    page.get_by_label("Username").fill(name)
    page.get_by_label("Password").fill("secret")
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url(f"{HERE}/admin/")
    return page
