"""Columns that tell how a row stands today, where the site's board is and not where its reader is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from wagtail.admin.ui.tables import Column

from catalog.models.settings import today_at


class TodayColumn(Column):
    """What `told` says of a row on a day, for the site's today."""

    def __init__(self, name: str, told: Callable[[Any, date], str], **options: Any) -> None:
        super().__init__(name, **options)
        self.told = told

    def get_cell_context_data(self, instance: Any, parent_context: Any) -> dict[str, Any]:
        """The words for the row."""
        context: dict[str, Any] = super().get_cell_context_data(instance, parent_context)
        return context | {"value": self.told(instance, today_at(parent_context.get("request")))}

    def get_value(self, instance: Any) -> str:
        """Nothing by itself: it takes a day."""
        return ""
