"""Panels of the editor that show and do not ask."""

from typing import Any

from django.urls import reverse
from wagtail.admin.panels import Panel
from wagtail.models import Page

from home.usage import Reader


class WhereUsedPanel(Panel):
    """What points to the record that is edited, by kind, with links."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"heading": "Where this is used", "icon": "link", **options})

    class BoundPanel(Panel.BoundPanel):
        template_name = "home/admin/where_used.html"

        def is_shown(self) -> bool:
            """Nothing can point to a record that is not saved yet."""
            return self.instance.pk is not None

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            """The uses, and where Wagtail lists all of them."""
            context: dict[str, Any] = super().get_context_data(parent_context)
            kinds = Reader(self.request).uses_of(self.instance)
            return context | {"kinds": kinds, "all_url": usage_url(self.instance)}


def usage_url(record: Any) -> str:
    """The admin's whole list of what points to a record."""
    if isinstance(record, Page):
        return reverse("wagtailadmin_pages:usage", args=[record.pk])
    return reverse(type(record).snippet_viewset.get_url_name("usage"), args=[record.pk])
