"""Lists of priorities, roles and pathways."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any, ClassVar

from django.db.models import Exists, OuterRef
from django.http import HttpRequest

from home.directory import Entry
from home.models import IndexPage
from home.querysets import for_everybody
from pathways.models.pathways import PathwayPage
from pathways.models.priorities import PriorityLink, PriorityPage
from pathways.models.roles import RolePage


@dataclass(frozen=True)
class PriorityBranch:
    """A priority with those below it."""

    page: PriorityPage
    on_record: bool
    below: tuple[PriorityBranch, ...]

    @property
    def anything_on_record(self) -> bool:
        """Whether anything addresses it: a priority includes those below it."""
        return self.on_record or any(branch.anything_on_record for branch in self.below)

    @property
    def size(self) -> int:
        """How many priorities the branch holds, the first one included."""
        return 1 + sum(branch.size for branch in self.below)


class PriorityIndexPage(IndexPage):
    """The state's priorities, as a tree: a row is a priority with those below it."""

    template = "pathways/priority_index_page.html"
    subpage_types: ClassVar[list[str]] = ["pathways.PriorityPage"]

    @cached_property
    def branches(self) -> dict[int, PriorityBranch]:
        """The public priorities that have no public parent, by page id."""
        leading = PathwayPage.objects.filter(for_everybody(), priority=OuterRef("pk"))
        linked = PriorityLink.objects.filter(for_everybody("page"), priority=OuterRef("pk"))
        rows = PriorityPage.objects.filter(for_everybody()).annotate(
            on_record=Exists(leading) | Exists(linked)
        )
        pages = list(rows.order_by("path"))
        live = {page.pk for page in pages}
        below: dict[int | None, list[PriorityPage]] = {}
        for page in pages:
            parent = page.parent_priority_id
            below.setdefault(parent if parent in live else None, []).append(page)
        return {page.pk: branch_of(page, below) for page in below.get(None, [])}

    @property
    def priority_count(self) -> int:
        """How many priorities the tree holds."""
        return sum(branch.size for branch in self.branches.values())

    def entries(self) -> list[Entry]:
        """The top of every branch; those with nothing that addresses them come last."""
        return [Entry(key, one.page.title, one.anything_on_record) for key, one in self.branches.items()]

    def cards(self, keys: list[int]) -> dict[int, PriorityBranch]:
        """The branches."""
        return {key: self.branches[key] for key in keys}


def branch_of(page: PriorityPage, below: dict[int | None, list[PriorityPage]]) -> PriorityBranch:
    """A priority with its tree."""
    return PriorityBranch(
        page,
        on_record=getattr(page, "on_record", False),
        below=tuple(branch_of(child, below) for child in below.get(page.pk, [])),
    )


class RoleIndexPage(IndexPage):
    """The roles from A to Z; those that no pathway prepares for come last."""

    first_heading = "With a pathway"
    last_heading = "Without a pathway"
    template = "pathways/role_index_page.html"
    subpage_types: ClassVar[list[str]] = ["pathways.RolePage"]

    def entries(self) -> list[Entry]:
        """Every public role."""
        leading = PathwayPage.objects.filter(for_everybody(), roles=OuterRef("pk"))
        rows = RolePage.objects.filter(for_everybody()).annotate(on_record=Exists(leading))
        return [Entry(*row) for row in rows.values_list("pk", "title", "on_record")]

    def cards(self, keys: list[int]) -> dict[int, RolePage]:
        """The pages with their jurisdictions."""
        pages: dict[int, RolePage] = RolePage.objects.select_related("jurisdiction").in_bulk(keys)
        return pages


class PathwayIndexPage(IndexPage):
    """The explorer of pathways; `pathways.exploring` reads what to show."""

    template = "pathways/pathway_index_page.html"
    subpage_types: ClassVar[list[str]] = ["pathways.PathwayPage"]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Nothing more than any page: the list from A to Z is not shown."""
        context: dict[str, Any] = super(IndexPage, self).get_context(request, *args, **kwargs)
        return context
