"""Lists of priorities, roles and pathways."""

from typing import ClassVar

from django.db.models import Exists, OuterRef, Q

from home.directory import Entry
from home.models import IndexPage
from pathways.models.pathways import PathwayPage, PathwayStage
from pathways.models.priorities import PriorityLink, PriorityPage
from pathways.models.roles import RolePage


class PriorityIndexPage(IndexPage):
    """The state's priorities, as a tree."""

    template = "pathways/priority_index_page.html"
    subpage_types: ClassVar[list[str]] = ["pathways.PriorityPage"]

    def entries(self) -> list[Entry]:
        """Every live priority; those with nothing that addresses them come last."""
        leading = PathwayPage.objects.live().filter(
            Q(priority=OuterRef("pk")) | Q(priority__parent_priority=OuterRef("pk"))
        )
        linked = PriorityLink.objects.filter(priority=OuterRef("pk"), page__live=True)
        rows = PriorityPage.objects.live().annotate(on_record=Exists(leading) | Exists(linked))
        return [Entry(*row) for row in rows.values_list("pk", "title", "on_record")]

    def cards(self, keys: list[int]) -> dict[int, PriorityPage]:
        """The pages with their parents."""
        pages: dict[int, PriorityPage] = PriorityPage.objects.select_related("parent_priority").in_bulk(keys)
        return pages


class RoleIndexPage(IndexPage):
    """The roles from A to Z; those that no pathway prepares for come last."""

    template = "pathways/role_index_page.html"
    subpage_types: ClassVar[list[str]] = ["pathways.RolePage"]

    def entries(self) -> list[Entry]:
        """Every live role."""
        leading = PathwayPage.objects.live().filter(roles=OuterRef("pk"))
        rows = RolePage.objects.live().annotate(on_record=Exists(leading))
        return [Entry(*row) for row in rows.values_list("pk", "title", "on_record")]

    def cards(self, keys: list[int]) -> dict[int, RolePage]:
        """The pages with their jurisdictions."""
        pages: dict[int, RolePage] = RolePage.objects.select_related("jurisdiction").in_bulk(keys)
        return pages


class PathwayIndexPage(IndexPage):
    """The pathways from A to Z."""

    template = "pathways/pathway_index_page.html"
    subpage_types: ClassVar[list[str]] = ["pathways.PathwayPage"]

    def entries(self) -> list[Entry]:
        """Every live pathway."""
        stages = PathwayStage.objects.filter(page=OuterRef("pk"))
        rows = PathwayPage.objects.live().annotate(on_record=Exists(stages))
        return [Entry(*row) for row in rows.values_list("pk", "title", "on_record")]

    def cards(self, keys: list[int]) -> dict[int, PathwayPage]:
        """The pages with their priorities."""
        pages: dict[int, PathwayPage] = PathwayPage.objects.select_related("priority").in_bulk(keys)
        return pages
