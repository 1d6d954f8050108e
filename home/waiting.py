"""What greets an editor: what can be begun, and what waits. Every room adds its own by two hooks.

`editor_tasks` and `editor_waiting` take the request and give lists of `Task` and `Waiting`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.db.models import Count, Q
from django.http import HttpRequest
from django.urls import reverse
from wagtail import hooks
from wagtail.admin.ui.components import Component
from wagtail.models import Page
from wagtail.permissions import policy_registry

from home.gaps import Gap, any_of, gaps_named


@dataclass(frozen=True)
class Task:
    """Something to begin."""

    label: str
    url: str


@dataclass(frozen=True)
class Waiting:
    """So many records that wait for somebody, and the list that shows them. None is not shown."""

    label: str
    count: int
    url: str


def may_add_pages(request: HttpRequest) -> bool:
    """Whether somebody may make a page anywhere."""
    return bool(policy_registry.get_by_type(Page).user_has_permission(request.user, "add"))


def waiting_pages(
    request: HttpRequest, model: type[Page], noun: str, url_name: str, gaps: Sequence[Gap]
) -> list[Waiting]:
    """What waits among the pages of one kind that somebody may change; one query."""
    policy = policy_registry.get_by_type(Page)
    own = policy.instances_user_has_any_permission_for(request.user, {"change", "publish"})
    kinds = {
        "changed": (f"{noun} with changes that are not published", {"status": "changed"}, CHANGED),
        "new": (f"{noun} that were never published", {"status": "new"}, NEW),
        **{gap.mark: gap_line(noun, gap) for gap in gaps if gap.urgent},
        "stated": (
            f"{noun} with something not stated",
            {"gap": "stated", "status": "live"},
            LIVE & any_of(gaps_named(gaps, "stated")),
        ),
    }
    counts = {name: Count("pk", filter=condition) for name, (_, _, condition) in kinds.items()}
    found: dict[str, int] = model.objects.filter(pk__in=own.values("pk")).aggregate(**counts)
    address = reverse(url_name)
    return [
        Waiting(label, found[name], f"{address}?{urlencode(asked)}")
        for name, (label, asked, _) in kinds.items()
    ]


LIVE = Q(live=True)
CHANGED = Q(live=True, has_unpublished_changes=True)
NEW = Q(first_published_at=None, live=False)


def gap_line(noun: str, gap: Gap) -> tuple[str, dict[str, str], Q]:
    """The line of an urgent gap."""
    return f"{noun}: {gap.label[:1].lower()}{gap.label[1:]}", {"gap": gap.name}, gap.asked


class GreetingPanel(Component):
    """What an editor comes to do."""

    name = "greeting"
    order = 10
    template_name = "home/admin/greeting.html"

    def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
        """The tasks of every room."""
        context: dict[str, Any] = super().get_context_data(parent_context)
        return context | {"tasks": gathered("editor_tasks", parent_context["request"])}


class WaitingPanel(Component):
    """What waits."""

    name = "waiting"
    order = 230
    template_name = "home/admin/waiting.html"

    def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
        """What waits in every room, without what is empty."""
        context: dict[str, Any] = super().get_context_data(parent_context)
        found = gathered("editor_waiting", parent_context["request"])
        return context | {"waiting": [one for one in found if one.count]}


def gathered(hook: str, request: HttpRequest) -> list[Any]:
    """What all rooms add under a hook."""
    return [one for add in hooks.get_hooks(hook) for one in add(request)]
